/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a character costs in each multi-byte encoding, in half bits: about
 * -2 log2 of its share of a text in the encoding's language. A class is as large
 * as its national standard made it (GB 2312 has 3,755 common ideographs, Big5
 * 5,401, JIS X 0208 2,965; KS X 1001 has 2,350 syllables); the lists hold the
 * most frequent of them, which make up about half of a text.
 */
#include "charset/detect.h"

enum {
    FREQUENT = 15,
    KANA = 12,
    COMMON = 24,
    PUNCTUATION = 14,
    WIDE = 22, /* full-width letters and digits */
    RARE = 32,
    VERY_RARE = 40,
    HALFWIDTH_KATAKANA = 20,
    BESIDE_LATIN = 8, /* an ASCII letter next to it */
    ERROR = 70,
    UTF_8_CHARACTER = 20
};

static const uint16_t frequent_simplified[] =
    u"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年"
    u"过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心"
    u"她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间"
    u"由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给"
    u"世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变"
    u"四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社";

static const uint16_t frequent_traditional[] =
    u"的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年"
    u"過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心"
    u"她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間"
    u"由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給"
    u"世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變"
    u"四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社";

static const uint16_t frequent_syllables[] =
    u"이다는의에을가고하한은지로를사시기으자도서인리어나대해일아정스보라수그부전만들있상제주과장조"
    u"원구여오성미공안경국것동선면없적무용비와우신위회마생했게소유년간문관계방모내단연금치음할였습"
    u"니합등명월요세트행업실바물중분진교려개화발";

static bool is_kana(uint32_t code_point)
{
    return code_point >= 0x3041 && code_point <= 0x30FE;
}

/* The ideographic comma, full stop and brackets, and full-width ones; quotes and dashes. */
static bool is_east_asian_punctuation(uint32_t code_point)
{
    return (code_point >= 0x3000 && code_point <= 0x3011) ||
           (code_point >= 0x2014 && code_point <= 0x2026) || code_point == 0xFF01 ||
           (code_point >= 0xFF08 && code_point <= 0xFF0E) || code_point == 0xFF1A ||
           code_point == 0xFF1B || code_point == 0xFF1F || code_point == 0xB7;
}

static bool is_wide(uint32_t code_point)
{
    return code_point >= 0xFF01 && code_point <= 0xFF5E;
}

static bool is_ideograph(uint32_t code_point)
{
    return code_point >= 0x4E00 && code_point <= 0x9FFF;
}

/* What is the same in all of them. */
static uint32_t other_cost(uint32_t code_point)
{
    if (is_east_asian_punctuation(code_point))
        return PUNCTUATION;
    if (is_wide(code_point))
        return WIDE;
    return code_point >= 0xE000 && code_point < 0xF900 ? VERY_RARE : RARE;
}

static uint32_t gb18030_cost(uint32_t code_point, unsigned char lead, size_t length)
{
    if (length != 2)
        return VERY_RARE;
    if (is_ideograph(code_point)) {
        if (pith_is_among(frequent_simplified, code_point))
            return FREQUENT;
        if (lead < 0xB0 || lead > 0xF7) /* GBK's own, and so are small trail bytes */
            return VERY_RARE;
        return lead <= 0xD7 ? COMMON : RARE;
    }
    return other_cost(code_point);
}

static uint32_t big5_cost(uint32_t code_point, unsigned char lead)
{
    if (is_ideograph(code_point)) {
        if (pith_is_among(frequent_traditional, code_point))
            return FREQUENT;
        if (lead < 0xA4 || lead > 0xF9) /* Hong Kong's own */
            return VERY_RARE;
        return lead <= 0xC6 ? COMMON : RARE;
    }
    return other_cost(code_point);
}

/* JIS X 0208 has its common ideographs in the rows 16 to 47. */
static uint32_t japanese_cost(uint32_t code_point, bool common)
{
    if (is_kana(code_point))
        return code_point < 0x30A0 ? KANA : KANA + 3;
    if (is_ideograph(code_point))
        return common ? COMMON - 2 : RARE;
    if (code_point >= 0xFF61 && code_point <= 0xFF9F)
        return HALFWIDTH_KATAKANA;
    return other_cost(code_point);
}

static uint32_t euc_kr_cost(uint32_t code_point, unsigned char lead, unsigned char trail)
{
    if (code_point >= 0xAC00 && code_point <= 0xD7A3) {
        if (pith_is_among(frequent_syllables, code_point))
            return FREQUENT - 1;
        return lead >= 0xB0 && trail >= 0xA1 ? COMMON - 2 : VERY_RARE;
    }
    return is_ideograph(code_point) ? RARE + 2 : other_cost(code_point);
}

static uint32_t character_cost(pith_encoding_number encoding, uint32_t code_point,
                               const unsigned char *bytes, size_t length)
{
    unsigned char trail = length > 1 ? bytes[1] : 0;
    if (code_point == PITH_REPLACEMENT)
        return ERROR;
    switch (encoding) {
    case PITH_ENCODING_GBK:
        return gb18030_cost(code_point, bytes[0], length) + (trail < 0xA1 ? 8 : 0);
    case PITH_ENCODING_BIG5:
        return big5_cost(code_point, bytes[0]);
    case PITH_ENCODING_EUC_JP:
        return japanese_cost(code_point, length == 2 && bytes[0] <= 0xCF);
    case PITH_ENCODING_SHIFT_JIS:
        return japanese_cost(code_point, bytes[0] <= 0x98);
    default:
        return euc_kr_cost(code_point, bytes[0], trail);
    }
}

static bool is_latin(unsigned char byte)
{
    return pith_is_alpha((char)byte);
}

/* UTF-8 is not decoded: what is valid is so unlike chance that it need not be looked at. */
static uint32_t utf_8_cost(const pith_window *window)
{
    uint32_t cost = 0;
    const unsigned char *at = window->start;
    while (at < window->stop) {
        size_t valid = pith_utf8_valid_prefix((const char *)at, (size_t)(window->stop - at));
        for (size_t i = 0; i < valid; i++)
            cost += at[i] >= 0xC0 ? UTF_8_CHARACTER : 0;
        at += valid;
        if (window->stop - at <= 3 && window->stop < window->end)
            break; /* the window may end within a character */
        if (at < window->stop) {
            cost += ERROR;
            at++;
        }
    }
    return cost;
}

uint32_t pith_multi_byte_cost(const pith_window *window, pith_encoding_number encoding)
{
    if (encoding == PITH_ENCODING_UTF_8)
        return utf_8_cost(window);
    uint32_t cost = 0;
    char out[(1 + PITH_DECODE_OVERRUN) * PITH_DECODE_EXPANSION];
    pith_run run = {.in = window->start, .end = window->end, .encoding = (uint8_t)encoding};
    while (run.in < window->stop) {
        const unsigned char *start = run.in;
        run.in += pith_ascii_prefix((const char *)start, (size_t)(window->stop - start));
        if (run.in > start)
            continue;
        run.out = out;
        run.stop = start + 1;
        pith_encodings[encoding].decode(&run);
        uint32_t code_point;
        pith_utf8_decode(out, (size_t)(run.out - out), &code_point);
        cost += character_cost(encoding, code_point, start, (size_t)(run.in - start));
        cost += start > window->start && is_latin(start[-1]) ? BESIDE_LATIN : 0;
        cost += run.in < run.end && is_latin(*run.in) ? BESIDE_LATIN : 0;
    }
    return cost;
}
