/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Encoding standard: 9.1, single-byte decoder; 14.1, replacement; 14.2 to 14.4,
 * UTF-16; 14.5, x-user-defined.
 */
#include "charset/encoding.h"
#include "charset/tables.h"

void pith_decode_single_byte(pith_run *run)
{
    const uint16_t *index = pith_single_byte[run->encoding - PITH_ENCODING_IBM866];
    for (;;) {
        pith_run_copy_ascii(run);
        if (run->in >= run->stop)
            return;
        while (run->in < run->stop && *run->in >= 0x80) {
            uint32_t code_point = index[*run->in++ - 0x80];
            pith_run_put(run, code_point >= 0x80 ? code_point : PITH_REPLACEMENT);
        }
    }
}

void pith_decode_x_user_defined(pith_run *run)
{
    for (;;) {
        pith_run_copy_ascii(run);
        if (run->in >= run->stop)
            return;
        pith_run_put(run, 0xF780u + *run->in++ - 0x80u);
    }
}

/* All of a page in an encoding that is known to be dangerous is one error. */
void pith_decode_replacement(pith_run *run)
{
    run->in = run->end;
    pith_run_put_error(run);
}

static void decode_utf_16(pith_run *run, int high, int low)
{
    while (run->in < run->stop) {
        const unsigned char *in = run->in;
        size_t left = (size_t)(run->end - in);
        uint32_t unit = left >= 2 ? (uint32_t)in[high] << 8 | in[low] : 0;
        bool leads = (unit & 0xFC00) == 0xD800;
        if (left < 2 || (leads && left < 4)) { /* cut off by the end: one error */
            run->in = run->end;
            pith_run_put_error(run);
            return;
        }
        run->in += 2;
        if ((unit & 0xF800) != 0xD800) {
            pith_run_put(run, unit);
            continue;
        }
        uint32_t next = leads ? (uint32_t)in[2 + high] << 8 | in[2 + low] : 0;
        if ((next & 0xFC00) != 0xDC00) {
            pith_run_put_error(run);
            continue;
        }
        run->in += 2;
        pith_run_put(run, 0x10000 + ((unit & 0x3FF) << 10 | (next & 0x3FF)));
    }
}

void pith_decode_utf_16be(pith_run *run)
{
    decode_utf_16(run, 0, 1);
}

void pith_decode_utf_16le(pith_run *run)
{
    decode_utf_16(run, 1, 0);
}
