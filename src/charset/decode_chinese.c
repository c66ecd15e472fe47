/* SPDX-License-Identifier: Apache-2.0 */
/* Encoding standard: 10.2.1, gb18030 decoder (GBK's too); 11.1.1, Big5 decoder. */
#include "charset/decode.h"
#include "charset/tables.h"

enum {
    RANGES_END = 39420,         /* pointers from here on stand for none, */
    ASTRAL_POINTER = 189000,    /* until here, where the planes after the first begin */
    LAST_POINTER = 1237575,
    ODD_POINTER = 7457          /* GB 18030-2005 swapped it with A8 BC */
};

/* "Index gb18030 ranges code point"; 0 for none. */
static uint32_t range_code_point(uint32_t pointer)
{
    if ((pointer >= RANGES_END && pointer < ASTRAL_POINTER) || pointer > LAST_POINTER)
        return 0;
    if (pointer >= ASTRAL_POINTER)
        return 0x10000 + pointer - ASTRAL_POINTER;
    if (pointer == ODD_POINTER)
        return 0xE7C7;
    size_t first = 0; /* the last range that does not start after the pointer is in this half */
    for (size_t count = PITH_GB18030_RANGE_COUNT; count > 1;) {
        size_t half = count / 2;
        if (pith_gb18030_ranges[first + half].pointer <= pointer)
            first += half;
        count -= half;
    }
    return pith_gb18030_ranges[first].code_point + pointer - pith_gb18030_ranges[first].pointer;
}

/* The rest of four bytes, of which the first is read and the second is a digit. */
static void decode_four_bytes(pith_run *run, uint32_t first)
{
    const unsigned char *in = run->in;
    size_t left = (size_t)(run->end - in);
    bool third_fits = left > 1 && in[1] >= 0x81 && in[1] <= 0xFE;
    if (left < 2 || (third_fits && left < 3)) { /* cut off by the end: one error */
        run->in = run->end;
        pith_run_put_error(run);
        return;
    }
    if (!third_fits || in[2] < 0x30 || in[2] > 0x39) { /* the rest is read again */
        pith_run_put_error(run);
        return;
    }
    run->in += 3;
    uint32_t pointer = (first - 0x81) * 12600 + (in[0] - 0x30u) * 1260 + (in[1] - 0x81u) * 10 +
                       (in[2] - 0x30u);
    uint32_t code_point = range_code_point(pointer);
    pith_run_put(run, code_point != 0 ? code_point : PITH_REPLACEMENT);
}

static uint32_t gb18030_code_point(uint32_t lead, uint32_t trail)
{
    if (trail < 0x40 || trail == 0x7F || trail > 0xFE)
        return 0;
    return pith_gb18030[lead - 0x81][trail - (trail < 0x7F ? 0x40 : 0x41)];
}

void pith_decode_gb18030(pith_run *run)
{
    for (;;) {
        pith_run_copy_ascii(run);
        if (run->in >= run->stop)
            return;
        uint32_t lead = *run->in++;
        if (lead == 0x80)
            pith_run_put(run, 0x20AC);
        else if (lead == 0xFF || run->in == run->end)
            pith_run_put_error(run);
        else if (*run->in >= 0x30 && *run->in <= 0x39)
            decode_four_bytes(run, lead);
        else
            pith_run_put_trail(run, gb18030_code_point(lead, *run->in));
    }
}

static uint32_t big5_code_point(uint32_t lead, uint32_t trail)
{
    bool low = trail >= 0x40 && trail <= 0x7E;
    if (lead < 0x87 || !(low || (trail >= 0xA1 && trail <= 0xFE)))
        return 0;
    uint32_t unit = pith_big5[lead - 0x87][trail - (low ? 0x40 : 0x62)];
    if (unit >= PITH_PLANE2_FIRST && unit < 0xF900)
        return pith_big5_plane2[unit - PITH_PLANE2_FIRST];
    return unit >= 0x80 ? unit : 0;
}

/* Four pointers (1133, 1135, 1164, 1166) stand for a letter and a combining mark. */
static bool put_big5_pair(pith_run *run, uint32_t lead, uint32_t trail)
{
    if (lead != 0x88 || (trail != 0x62 && trail != 0x64 && trail != 0xA3 && trail != 0xA5))
        return false;
    pith_run_put(run, trail < 0x80 ? 0xCA : 0xEA);
    pith_run_put(run, trail == 0x62 || trail == 0xA3 ? 0x304 : 0x30C);
    run->in++;
    return true;
}

void pith_decode_big5(pith_run *run)
{
    for (;;) {
        pith_run_copy_ascii(run);
        if (run->in >= run->stop)
            return;
        uint32_t lead = *run->in++;
        if (lead == 0x80 || lead == 0xFF || run->in == run->end)
            pith_run_put_error(run);
        else if (!put_big5_pair(run, lead, *run->in))
            pith_run_put_trail(run, big5_code_point(lead, *run->in));
    }
}
