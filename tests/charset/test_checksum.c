/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All sequences of one and of two bytes, all of four bytes that gb18030 has, and
 * all of three that start with EUC-JP's 8F: each is decoded as a page of its own,
 * and the texts, each followed by a line feed, are added up as FNV-1a of 64 bits.
 *
 * The sums were taken the same way from the TextDecoder of @exodus/bytes 1.16.0 (an
 * implementation in JavaScript with tables of its own, which passes the Web
 * Platform Tests). ICU's decoders, which Node's TextDecoder uses, give other sums
 * for the multi-byte encodings: they take C1 bytes and private use characters
 * where the standard has errors, and consume other bytes after an error.
 */
#include "decoding.h"

typedef struct sum {
    const char *label;
    uint64_t value;
} sum;

static const sum sums[] = {
    {"utf-8", UINT64_C(0x53b5f0e87b8b4f25)},
    {"ibm866", UINT64_C(0x59e8a826973a4ebe)},
    {"iso-8859-2", UINT64_C(0x716445c542892a9c)},
    {"iso-8859-3", UINT64_C(0xc69d273f7b85bbb9)},
    {"iso-8859-4", UINT64_C(0xb2effb7fdba8bae5)},
    {"iso-8859-5", UINT64_C(0x8255f1ed261e92f5)},
    {"iso-8859-6", UINT64_C(0x238a99f1f881d1dc)},
    {"iso-8859-7", UINT64_C(0x3ebc4cdcaff11561)},
    {"iso-8859-8", UINT64_C(0x55f19383fcbe41c5)},
    {"iso-8859-8-i", UINT64_C(0x55f19383fcbe41c5)},
    {"iso-8859-10", UINT64_C(0xab78c613fd527b93)},
    {"iso-8859-13", UINT64_C(0xd59fb2c4e7a4a375)},
    {"iso-8859-14", UINT64_C(0xa1fd3d62ec86b85b)},
    {"iso-8859-15", UINT64_C(0x481ba17ace9db55a)},
    {"iso-8859-16", UINT64_C(0xa3ee6f76a925ca94)},
    {"koi8-r", UINT64_C(0xe0048c5a6ff38671)},
    {"koi8-u", UINT64_C(0xd81e44fd8fdebbed)},
    {"macintosh", UINT64_C(0x2a23a0a13ece2b1d)},
    {"windows-874", UINT64_C(0x9b592aed12791699)},
    {"windows-1250", UINT64_C(0x24813846e9a2e649)},
    {"windows-1251", UINT64_C(0x5a4e2052fb8dcf2d)},
    {"windows-1252", UINT64_C(0xe94c7d95593a6f10)},
    {"windows-1253", UINT64_C(0xc6d078267f522bec)},
    {"windows-1254", UINT64_C(0x2cebbcb983df9b38)},
    {"windows-1255", UINT64_C(0x9048fd501c612c5d)},
    {"windows-1256", UINT64_C(0xc957e09737849dcb)},
    {"windows-1257", UINT64_C(0xc33c46da3fdc4b32)},
    {"windows-1258", UINT64_C(0x45a40ab61ea01c0f)},
    {"x-mac-cyrillic", UINT64_C(0x88a7e642a88453cb)},
    {"gbk", UINT64_C(0x0f7f525b082dd271)},
    {"gb18030", UINT64_C(0x0f7f525b082dd271)},
    {"big5", UINT64_C(0xe0caf70ef005c0ae)},
    {"euc-jp", UINT64_C(0xa438b129331eeb93)},
    {"iso-2022-jp", UINT64_C(0x24b8b2a20dcb88fc)},
    {"shift_jis", UINT64_C(0x47d1ef4b8eae816d)},
    {"euc-kr", UINT64_C(0x2c636692501f916c)},
    {"utf-16be", UINT64_C(0xff8b30f8d629fb4a)},
    {"utf-16le", UINT64_C(0xccdb07fb511a04ce)},
    {"x-user-defined", UINT64_C(0x8fdccadc80ff4165)},
};

static uint64_t add(uint64_t value, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        value = (value ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    return value;
}

static const uint64_t empty = UINT64_C(0xCBF29CE484222325);

static uint64_t add_page(uint64_t value, decoding *decoded, const pith_encoding *encoding,
                         const char *bytes, size_t size)
{
    pith_buffer_reset(&decoded->text);
    pith_charset_decode(encoding, (pith_str){bytes, size}, SIZE_MAX, &decoded->text,
                        &decoded->complete);
    return add(add(value, decoded->text.data, decoded->text.size), "\n", 1);
}

static void one_and_two_bytes(void **state)
{
    (void)state;
    decoding decoded;
    decoding_init(&decoded);
    for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
        const pith_encoding *encoding = encoding_named(sums[i].label);
        uint64_t value = empty;
        for (unsigned first = 0; first < 256; first++) {
            value = add_page(value, &decoded, encoding, (char[]){(char)first}, 1);
            for (unsigned second = 0; second < 256; second++)
                value = add_page(value, &decoded, encoding, (char[]){(char)first, (char)second}, 2);
        }
        if (value != sums[i].value)
            fail_msg("%s: %016llx", sums[i].label, (unsigned long long)value);
    }
    pith_buffer_release(&decoded.text);
}

static void four_bytes_of_gb18030(void **state)
{
    (void)state;
    decoding decoded;
    decoding_init(&decoded);
    const pith_encoding *encoding = encoding_named("gb18030");
    uint64_t value = empty;
    for (unsigned pointer = 0; pointer < 126 * 10 * 126 * 10; pointer++) {
        char bytes[] = {(char)(0x81 + pointer / 12600), (char)(0x30 + pointer / 1260 % 10),
                        (char)(0x81 + pointer / 10 % 126), (char)(0x30 + pointer % 10)};
        value = add_page(value, &decoded, encoding, bytes, 4);
    }
    assert_true(value == UINT64_C(0x5582b2c007f46f88));
    pith_buffer_release(&decoded.text);
}

static void three_bytes_of_euc_jp(void **state)
{
    (void)state;
    decoding decoded;
    decoding_init(&decoded);
    const pith_encoding *encoding = encoding_named("euc-jp");
    uint64_t value = empty;
    for (unsigned rest = 0; rest < 65536; rest++) {
        char bytes[] = {(char)0x8F, (char)(rest >> 8), (char)(rest & 0xFF)};
        value = add_page(value, &decoded, encoding, bytes, 3);
    }
    assert_true(value == UINT64_C(0x0a25faeaa385143d));
    pith_buffer_release(&decoded.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_and_two_bytes),
        cmocka_unit_test(four_bytes_of_gb18030),
        cmocka_unit_test(three_bytes_of_euc_jp),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
