/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The decoders of the Encoding standard (sections 8 to 14). They work on memory
 * instead of a stream: where the standard restores a byte to the queue, a
 * decoder leaves it unread.
 */
#ifndef PITH_CHARSET_DECODE_H
#define PITH_CHARSET_DECODE_H

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

/*
 * One run of a decoder: it reads from `in` until it stands at `stop` or beyond
 * (by what is left of a character, never past `end`, the end of the page), and
 * writes valid UTF-8 to `out`: at most PITH_DECODE_EXPANSION bytes for each byte
 * read. It may be called again to go on.
 */
typedef struct pith_run {
    const unsigned char *in;
    const unsigned char *stop;
    const unsigned char *end;
    char *out;
    uint8_t encoding;    /* a pith_encoding_number */
    uint8_t state;       /* ISO-2022-JP: the set that is in use; at first 0 */
    bool escaped_before; /* ISO-2022-JP: nothing has come since the last escape */
} pith_run;

enum { PITH_DECODE_EXPANSION = 3, PITH_DECODE_OVERRUN = 3 };

typedef void pith_decoder(pith_run *run);

pith_decoder pith_decode_single_byte;
pith_decoder pith_decode_x_user_defined;
pith_decoder pith_decode_replacement;
pith_decoder pith_decode_utf_16be;
pith_decoder pith_decode_utf_16le;
pith_decoder pith_decode_gb18030;
pith_decoder pith_decode_big5;
pith_decoder pith_decode_euc_jp;
pith_decoder pith_decode_iso_2022_jp;
pith_decoder pith_decode_shift_jis;
pith_decoder pith_decode_euc_kr;

static inline void pith_run_put(pith_run *run, uint32_t code_point)
{
    run->out += pith_utf8_encode(code_point, run->out);
}

static inline void pith_run_put_error(pith_run *run)
{
    pith_run_put(run, PITH_REPLACEMENT);
}

/*
 * What most multi-byte decoders do after a lead byte, once the trail byte at
 * run->in is known: a code point of 0 stands for none, and is an error, which
 * leaves the trail byte unread if it is ASCII.
 */
static inline void pith_run_put_trail(pith_run *run, uint32_t code_point)
{
    if (code_point != 0) {
        run->in++;
        pith_run_put(run, code_point);
        return;
    }
    if (*run->in >= 0x80)
        run->in++;
    pith_run_put_error(run);
}

/* Copies the ASCII bytes at run->in, up to run->stop. */
static inline void pith_run_copy_ascii(pith_run *run)
{
    while (run->stop - run->in >= 16) {
        uint64_t words[2];
        memcpy(words, run->in, sizeof words);
        if (((words[0] | words[1]) & 0x8080808080808080u) != 0)
            break;
        memcpy(run->out, words, sizeof words);
        run->in += sizeof words;
        run->out += sizeof words;
    }
    while (run->in < run->stop && *run->in < 0x80)
        *run->out++ = (char)*run->in++;
}

#endif
