/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Encoding standard: 12.1.1, EUC-JP decoder; 12.2.1, ISO-2022-JP decoder;
 * 12.3.1, Shift_JIS decoder.
 */
#include "charset/decode.h"
#include "charset/tables.h"

enum {
    HALFWIDTH_KATAKANA = 0xFF61, /* U+FF61, its first code point */
    EUDC_POINTER = 8836,         /* pointers for characters of the user's own, */
    EUDC_END = 10716,            /* U+E000 and on */
    JIS0212_ROWS = 77
};

static uint32_t from_table(const uint16_t (*table)[95], uint32_t row, uint32_t cell)
{
    uint32_t unit = table[row][cell];
    return unit >= 0x80 ? unit : 0;
}

/* Both bytes from 0xA1 to 0xFE, else 0. */
static uint32_t euc_code_point(uint32_t lead, uint32_t trail, bool jis0212)
{
    uint32_t row = lead - 0xA1, cell = trail - 0xA1; /* smaller bytes wrap around */
    if (row >= 94 || cell >= 94 || (jis0212 && row >= JIS0212_ROWS))
        return 0;
    return from_table(jis0212 ? pith_jis0212 : pith_jis0208, row, cell);
}

static void decode_euc_jp_rest(pith_run *run, uint32_t lead)
{
    if (lead == 0x8E && *run->in >= 0xA1 && *run->in <= 0xDF) {
        pith_run_put(run, HALFWIDTH_KATAKANA + *run->in++ - 0xA1u);
        return;
    }
    bool jis0212 = lead == 0x8F && *run->in >= 0xA1 && *run->in <= 0xFE;
    if (jis0212) {
        lead = *run->in++;
        if (run->in == run->end) {
            pith_run_put_error(run);
            return;
        }
    }
    pith_run_put_trail(run, euc_code_point(lead, *run->in, jis0212));
}

void pith_decode_euc_jp(pith_run *run)
{
    for (;;) {
        pith_run_copy_ascii(run);
        if (run->in >= run->stop)
            return;
        uint32_t lead = *run->in++;
        bool leads = lead == 0x8E || lead == 0x8F || (lead >= 0xA1 && lead <= 0xFE);
        if (!leads || run->in == run->end)
            pith_run_put_error(run);
        else
            decode_euc_jp_rest(run, lead);
    }
}

static uint32_t shift_jis_code_point(uint32_t lead, uint32_t trail)
{
    if (trail < 0x40 || trail == 0x7F || trail > 0xFC)
        return 0;
    uint32_t pointer =
        (lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 188 + trail - (trail < 0x7F ? 0x40 : 0x41);
    if (pointer >= EUDC_POINTER && pointer < EUDC_END)
        return 0xE000 + pointer - EUDC_POINTER;
    return from_table(pith_jis0208, pointer / 94, pointer % 94);
}

void pith_decode_shift_jis(pith_run *run)
{
    for (;;) {
        pith_run_copy_ascii(run);
        if (run->in >= run->stop)
            return;
        uint32_t lead = *run->in++;
        if (lead == 0x80)
            pith_run_put(run, lead);
        else if (lead >= 0xA1 && lead <= 0xDF)
            pith_run_put(run, HALFWIDTH_KATAKANA + lead - 0xA1);
        else if (lead == 0xA0 || lead > 0xFC || run->in == run->end)
            pith_run_put_error(run);
        else
            pith_run_put_trail(run, shift_jis_code_point(lead, *run->in));
    }
}

/* The sets that escape sequences choose from: ISO-2022-JP's states. */
enum { ASCII, ROMAN, KATAKANA, JIS0208, NO_SET };

static uint8_t set_for_escape(unsigned char intermediate, unsigned char final)
{
    if (intermediate == '(')
        return final == 'B' ? ASCII : final == 'J' ? ROMAN : final == 'I' ? KATAKANA : NO_SET;
    return intermediate == '$' && (final == '@' || final == 'B') ? JIS0208 : NO_SET;
}

/* An escape that chooses a set is left out; a second one in a row is an error. */
static void decode_escape(pith_run *run)
{
    uint8_t set = run->end - run->in >= 3 ? set_for_escape(run->in[1], run->in[2]) : NO_SET;
    bool error = set == NO_SET || run->escaped_before;
    run->escaped_before = set != NO_SET;
    if (set != NO_SET)
        run->state = set;
    run->in += set != NO_SET ? 3 : 1;
    if (error)
        pith_run_put_error(run);
}

static void decode_jis0208_pair(pith_run *run)
{
    uint32_t row = *run->in++ - 0x21u;
    uint32_t code_point = 0;
    if (row < 94 && run->in < run->end && *run->in != 0x1B) {
        uint32_t cell = *run->in++ - 0x21u;
        if (cell < 94)
            code_point = from_table(pith_jis0208, row, cell);
    }
    pith_run_put(run, code_point != 0 ? code_point : PITH_REPLACEMENT);
}

static uint32_t iso_2022_jp_code_point(uint8_t set, uint32_t byte)
{
    if (set == KATAKANA)
        return byte >= 0x21 && byte <= 0x5F ? HALFWIDTH_KATAKANA + byte - 0x21 : PITH_REPLACEMENT;
    if (byte >= 0x80 || byte == 0x0E || byte == 0x0F)
        return PITH_REPLACEMENT;
    if (set == ROMAN && byte == 0x5C)
        return 0xA5;
    return set == ROMAN && byte == 0x7E ? 0x203E : byte;
}

void pith_decode_iso_2022_jp(pith_run *run)
{
    while (run->in < run->stop) {
        if (*run->in == 0x1B) {
            decode_escape(run);
            continue;
        }
        run->escaped_before = false;
        if (run->state == JIS0208)
            decode_jis0208_pair(run);
        else
            pith_run_put(run, iso_2022_jp_code_point(run->state, *run->in++));
    }
}
