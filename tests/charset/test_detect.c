/* SPDX-License-Identifier: Apache-2.0 */
/* Detection on content: sentences in many languages, in the encodings that the web had for them. */
#include "charset/sniff.h"
#include "decoding.h"

enum { FIRST_PAIR = 0x8140, LAST_PAIR = 0xFEFE };

/* The bytes of each code point of the first plane in an encoding: 0, one byte or two. */
static void make_encoder(uint16_t *encoder, const pith_encoding *encoding)
{
    decoding decoded;
    decoding_init(&decoded);
    memset(encoder, 0, 0x10000 * sizeof *encoder);
    for (unsigned code = LAST_PAIR; code >= 1; code = code == FIRST_PAIR ? 0xFF : code - 1) {
        char bytes[] = {(char)(code >> 8), (char)(code & 0xFF)};
        pith_str page = {bytes + (code < 0x100), code < 0x100 ? 1 : 2};
        pith_buffer_reset(&decoded.text);
        pith_charset_decode(encoding, page, SIZE_MAX, &decoded.text, &decoded.complete);
        uint32_t code_point;
        size_t size = pith_utf8_decode(decoded.text.data, decoded.text.size, &code_point);
        if (size == decoded.text.size && code_point != PITH_REPLACEMENT && code_point < 0x10000)
            encoder[code_point] = (uint16_t)code;
    }
    pith_buffer_release(&decoded.text);
}

static size_t encode(const uint16_t *encoder, const char *text, char *bytes)
{
    size_t size = 0, length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t code_point;
        at += pith_utf8_decode(text + at, length - at, &code_point);
        uint16_t code = encoder[code_point];
        if (code == 0)
            fail_msg("U+%04X cannot be written", (unsigned)code_point);
        if (code >= 0x100)
            bytes[size++] = (char)(code >> 8);
        bytes[size++] = (char)(code & 0xFF);
    }
    return size;
}

static const struct {
    const char *label;
    const char *text;
} sentences[] = {
    {"windows-1252", "Die Bücher stehen für alle Gäste im größten Zimmer des Hauses."},
    {"windows-1252", "L’été dernier, le garçon a mangé des pâtes près de la fenêtre."},
    {"windows-1252", "El niño comió una manzana en el jardín después de la lección."},
    {"windows-1252", "“It’s not what you’d think” – she said, and didn’t smile…"},
    {"windows-1252", "På lørdag går vi til byen for å kjøpe brød og fløte."},
    {"iso-8859-15", "Cœur et sœur sont à vendre pour 5 € à l'épicerie d'à côté."},
    {"windows-1250", "Żółw poszedł do sklepu, żeby kupić świeże bułki i mleko."},
    {"iso-8859-2", "Żółw poszedł do sklepu, żeby kupić świeże bułki i mleko."},
    {"windows-1250", "Příliš mnoho lidí čeká na večerní vlak, který má zpoždění."},
    {"iso-8859-2", "Příliš mnoho lidí čeká na večerní vlak, který má zpoždění, šedý a těžký."},
    {"windows-1250", "A kutya az erdő szélén ült, és várta, hogy eljöjjön az idő."},
    {"windows-1254", "Küçük çocuk bahçede ağacın altında oturup şarkı söylüyordu, ışık."},
    {"windows-1257", "Vaikas nuėjo į parduotuvę, kad nupirktų šviežios duonos ir sūrio."},
    {"windows-1257", "Bērni gāja uz mežu, lai lasītu sēnes un ogas, kamēr vēl bija silts."},
    {"windows-1251", "Вечером мы пошли в парк, чтобы посмотреть на старые деревья."},
    {"koi8-r", "Вечером мы пошли в парк, чтобы посмотреть на старые деревья."},
    {"iso-8859-5", "Вечером мы пошли в парк, чтобы посмотреть на старые деревья."},
    {"ibm866", "Вечером мы пошли в парк, чтобы посмотреть на старые деревья."},
    {"windows-1251", "Увечері ми пішли до парку, щоб подивитися на її старі дерева."},
    {"koi8-u", "Увечері ми пішли до парку, щоб подивитися на її старі дерева."},
    {"windows-1251", "Вечерта отидохме в парка, за да видим старите дървета."},
    {"windows-1253", "Το βράδυ πήγαμε στο πάρκο για να δούμε τα παλιά δέντρα. Άνοιξη"},
    {"iso-8859-7", "Το βράδυ πήγαμε στο πάρκο για να δούμε τα παλιά δέντρα. Άνοιξη"},
    {"windows-1255", "בערב הלכנו לפארק כדי לראות את העצים הישנים."},
    {"windows-1256", "ذهبنا في المساء إلى الحديقة لنرى الأشجار القديمة."},
    {"iso-8859-6", "ذهبنا في المساء إلى الحديقة لنرى الأشجار القديمة."},
    {"windows-874", "ตอนเย็นเราไปที่สวนสาธารณะเพื่อดูต้นไม้เก่า"},
    {"gbk", "晚上我们去公园看那些古老的树，天气很好。"},
    {"big5", "晚上我們去公園看那些古老的樹，天氣很好。"},
    {"shift_jis", "夕方、私たちは古い木を見るために公園へ行きました。"},
    {"euc-jp", "夕方、私たちは古い木を見るために公園へ行きました。"},
    {"euc-kr", "저녁에 우리는 오래된 나무를 보러 공원에 갔습니다."},
};

static void check(const char *label, const char *bytes, size_t size, const char *url)
{
    pith_str page = {bytes, size};
    const pith_encoding *found = pith_charset_detect(page, (pith_str){url, strlen(url)});
    if (found != encoding_named(label))
        fail_msg("%s, not %s: %.*s", pith_encoding_name(found).data, label, (int)size, bytes);
}

static void each_language_in_its_encodings(void **state)
{
    (void)state;
    uint16_t *encoder = malloc(0x10000 * sizeof *encoder);
    assert_non_null(encoder);
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
        char bytes[512];
        make_encoder(encoder, encoding_named(sentences[i].label));
        check(sentences[i].label, bytes, encode(encoder, sentences[i].text, bytes), "");
    }
    free(encoder);
}

#define PAGE(label, bytes) check(label, bytes, sizeof(bytes) - 1, "")

static void utf_8(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
        check("utf-8", sentences[i].text, strlen(sentences[i].text), "http://a.example.cz/");
    PAGE("utf-8", "\xC3\xA9");
    PAGE("utf-8", "ein Käfer fällt hinab, und der letzte Buchstabe ist abgeschnitten: \xC3");
    /* errors here and there do not make all the rest chance */
    PAGE("utf-8", "Die Bücher stehen für alle Gäste im gr\xF6\xDFten Zimmer. Schöne Grüße, Bärbel");
}

static void ascii(void **state)
{
    (void)state;
    check("windows-1252", NULL, 0, "");
    PAGE("windows-1252", "plain");
    check("windows-1252", "plain", 5, "http://example.jp/");
    PAGE("windows-1252", "\x1B$ is no escape");
}

static void iso_2022_jp(void **state)
{
    (void)state;
    PAGE("iso-2022-jp", "<p>\x1B$BF|K\\8l\x1B(B</p>");
    PAGE("windows-1252", "<p>\x1B$BF|K\\8l\x1B(B</p>\x1B"); /* what follows makes no sense */
    PAGE("windows-1252", "\x1B(Jno JIS X 0208\x1B(B");
}

/* One byte says little; the top-level domain then says more. */
static void domain_decides_what_is_unclear(void **state)
{
    (void)state;
    static const char page[] = "me\xE8 ";
    check("windows-1252", page, sizeof page - 1, "");
    check("windows-1252", page, sizeof page - 1, "http://www.example.com/a.si");
    check("windows-1250", page, sizeof page - 1, "http://www.example.si/a.com");
    check("windows-1250", page, sizeof page - 1, "https://user@WWW.EXAMPLE.SI:8080");
    check("windows-1252", page, sizeof page - 1, "http://www.example.uk/");
    check("windows-1252", page, sizeof page - 1, "si");
    check("windows-1252", page, sizeof page - 1, "http://.si");
}

/* All that can be read lies within the page; ASan would tell. */
static void any_bytes_have_an_encoding(void **state)
{
    (void)state;
    uint32_t seed = 3;
    for (size_t size = 0; size < 300; size++) {
        char *page = malloc(size > 0 ? size : 1);
        assert_non_null(page);
        for (size_t i = 0; i < size; i++) {
            seed = seed * 1664525 + 1013904223;
            page[i] = (char)(seed >> 24);
        }
        assert_non_null(pith_charset_detect((pith_str){page, size}, (pith_str){NULL, 0}));
        free(page);
    }
    char *large = malloc(1 << 20); /* beyond the window */
    assert_non_null(large);
    memset(large, 0xE4, 1 << 20);
    assert_non_null(pith_charset_detect((pith_str){large, 1 << 20}, (pith_str){NULL, 0}));
    free(large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_language_in_its_encodings),
        cmocka_unit_test(utf_8),
        cmocka_unit_test(ascii),
        cmocka_unit_test(iso_2022_jp),
        cmocka_unit_test(domain_decides_what_is_unclear),
        cmocka_unit_test(any_bytes_have_an_encoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
