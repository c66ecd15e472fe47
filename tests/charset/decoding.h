/* SPDX-License-Identifier: Apache-2.0 */
/* What the charset tests share: decoding in one call, into a buffer that the test releases. */
#ifndef PITH_TESTS_CHARSET_DECODING_H
#define PITH_TESTS_CHARSET_DECODING_H

#include "charset/charset.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

typedef struct decoding {
    pith_memory memory;
    pith_buffer text;
    bool complete;
} decoding;

static inline void decoding_init(decoding *decoded)
{
    pith_memory_init(&decoded->memory, NULL, 0);
    pith_buffer_init(&decoded->text, &decoded->memory);
}

static inline const pith_encoding *encoding_named(const char *label)
{
    const pith_encoding *encoding = pith_encoding_for_label((pith_str){label, strlen(label)});
    assert_non_null(encoding);
    return encoding;
}

/* The bytes are copied to memory of just their size, so that ASan sees a read beyond them. */
static inline void decode_to(decoding *decoded, const pith_encoding *encoding, const char *bytes,
                             size_t size, size_t limit)
{
    char *copy = malloc(size > 0 ? size : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, size);
    pith_charset_decode(encoding, (pith_str){copy, size}, limit, &decoded->text,
                        &decoded->complete);
    free(copy);
}

static inline void check_decoding(const char *label, const char *bytes, size_t size,
                                  const char *expected)
{
    decoding decoded;
    decoding_init(&decoded);
    decode_to(&decoded, encoding_named(label), bytes, size, SIZE_MAX);
    assert_true(decoded.complete);
    assert_int_equal(decoded.text.size, strlen(expected));
    if (decoded.text.size > 0)
        assert_memory_equal(decoded.text.data, expected, strlen(expected));
    pith_buffer_release(&decoded.text);
    assert_int_equal(decoded.memory.used, 0);
}

/* For string literals without U+0000 in what is expected. */
#define CHECK(label, bytes, expected) check_decoding(label, bytes, sizeof(bytes) - 1, expected)

#endif
