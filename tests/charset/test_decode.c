/* SPDX-License-Identifier: Apache-2.0 */
/* Each decoder on what is valid, on its boundaries and on each of its errors. */
#include "base/utf8.h"
#include "decoding.h"

static void utf_8(void **state)
{
    (void)state;
    CHECK("utf-8", "", "");
    CHECK("utf-8", "a\u00E9\u20AC\U0001F600z", "aé€😀z");
    CHECK("utf-8", "\xEF\xBB\xBFmark", "mark");
    CHECK("utf-8", "\xEF\xBB\xBF\xEF\xBB\xBFtwo", "\uFEFFtwo");
    CHECK("utf-8", "\xEF\xBB", "\uFFFD");
    /* a byte that starts nothing */
    CHECK("utf-8", "a\x80z", "a\uFFFDz");
    CHECK("utf-8", "\xC0\x80\xC1\xBF\xF5\x80\xFF", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    /* as much as could have become valid is one error */
    CHECK("utf-8", "\xE2\x82z", "\uFFFDz");
    CHECK("utf-8", "\xF0\x9F\x98z", "\uFFFDz");
    CHECK("utf-8", "\xF0\x9F\x98", "\uFFFD");
    CHECK("utf-8", "\xE2\x82\xE2\x82\xAC", "\uFFFD€");
    CHECK("utf-8", "\xC3", "\uFFFD");
    CHECK("utf-8", "\xC3\xC3\xA9", "\uFFFDé");
    /* overlong, surrogates, beyond U+10FFFF: each byte is an error */
    CHECK("utf-8", "\xE0\x9F\xBF", "\uFFFD\uFFFD\uFFFD");
    CHECK("utf-8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD");
    CHECK("utf-8", "\xF0\x8F\xBF\xBF", "\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK("utf-8", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK("utf-8", "\xF4\x8F\xBF\xBF\xED\x9F\xBF\xEE\x80\x80", "\U0010FFFF\uD7FF\uE000");
}

static void single_byte(void **state)
{
    (void)state;
    CHECK("windows-1252", "caf\xE9 \x80 \x81", "café € \xC2\x81");
    CHECK("iso-8859-2", "\xB9\xE8\xBE", "ščž");
    CHECK("iso-8859-3", "\xA1\xA5\xA6", "Ħ\uFFFDĤ");
    CHECK("iso-8859-7", "\xE5\xEB\xEB\xE7\xED\xE9\xEA\xDC\xFF", "ελληνικά\uFFFD");
    CHECK("iso-8859-8", "\xF9\xEC\xE5\xED", "שלום");
    CHECK("iso-8859-8-i", "\xF9\xEC\xE5\xED", "שלום");
    CHECK("iso-8859-15", "\xA4\xBD", "€œ");
    CHECK("koi8-r", "\xD0\xD2\xC9\xD7\xC5\xD4", "привет");
    CHECK("koi8-u", "\xAE\xBE\xA4", "ўЎє");
    CHECK("windows-1251", "\xEF\xF0\xE8\xE2\xE5\xF2", "привет");
    CHECK("windows-1255", "\xCA\xD9", "\u05BA\uFFFD");
    CHECK("windows-1258", "\xD2", "\u0309");
    CHECK("windows-874", "\xE4\xB7\xC2\xDB", "ไทย\uFFFD");
    CHECK("macintosh", "\x8E\xDB\xF0", "é€\uF8FF");
    CHECK("ibm866", "\x8F\xE0\xA8\xFF", "При\u00A0");
    CHECK("x-user-defined", "a\x80\xFF", "a\uF780\uF7FF");
}

static void gb18030(void **state)
{
    (void)state;
    CHECK("gbk", "\xD6\xD0\xCE\xC4\x80", "中文€");
    CHECK("gb18030", "\x81\x40\xFE\xFE\xA3\xA0", "丂\uE4C5\u3000");
    CHECK("gb18030", "\xA8\xBC\x81\x35\xF4\x37", "\u1E3F\uE7C7");
    CHECK("gb18030", "\xA6\xD9\xFE\x59\xFE\xA0", "\uFE10\u9FB4\u9FBB"); /* since 2022 */
    CHECK("gb18030", "\x81\x30\x81\x30\x84\x31\xA4\x39", "\xC2\x80\uFFFF");
    CHECK("gb18030", "\x90\x30\x81\x30\xE3\x32\x9A\x35", "\U00010000\U0010FFFF");
    /* four bytes that stand for nothing are one error */
    CHECK("gb18030", "\x84\x31\xA5\x30z\xE3\x32\x9A\x36", "\uFFFDz\uFFFD");
    /* what can follow an error is read again */
    CHECK("gb18030", "\x81\x20\x81\x0A", "\uFFFD \uFFFD\n");
    CHECK("gb18030", "\x81\x7F", "\uFFFD\x7F");
    CHECK("gb18030", "\x81\xFFz", "\uFFFDz");
    CHECK("gb18030", "\xFFz", "\uFFFDz");
    CHECK("gb18030", "\x81\x30z", "\uFFFD0z");
    CHECK("gb18030", "\x81\x30\xD6\xD0", "\uFFFD0中");
    CHECK("gb18030", "\x81\x30\xFF", "\uFFFD0\uFFFD");
    /* the end cuts a character off: one error */
    CHECK("gb18030", "\x81", "\uFFFD");
    CHECK("gb18030", "\x81\x30", "\uFFFD");
    CHECK("gb18030", "\x81\x30\x81", "\uFFFD");
}

static void big5(void **state)
{
    (void)state;
    CHECK("big5", "\xA4\xA4\xA4\xE5", "中文");
    CHECK("big5", "\x87\x40\xFE\xFE", "䏰秔");
    CHECK("big5", "\x88\x62\x88\x64\x88\xA3\x88\xA5", "Ê\u0304Ê\u030Cê\u0304ê\u030C");
    CHECK("big5", "\x88\x66\x88\xA7", "Êê");
    CHECK("big5", "\x87\x45", "\U00027267");
    CHECK("big5", "\x80z\xFFz", "\uFFFDz\uFFFDz");
    CHECK("big5", "\x81\x41z\x81\xA1z", "\uFFFDAz\uFFFDz"); /* no code point: ASCII stays */
    CHECK("big5", "\xA4\x7F\xA4\x80z\xA4\xFFz", "\uFFFD\x7F\uFFFDz\uFFFDz");
    CHECK("big5", "\xA4", "\uFFFD");
}

static void euc_jp(void **state)
{
    (void)state;
    CHECK("euc-jp", "\xC6\xFC\xCB\xDC", "日本");
    CHECK("euc-jp", "\x8E\xA1\x8E\xDF", "\uFF61\uFF9F");
    CHECK("euc-jp", "\x8F\xA2\xAF\x8F\xED\xE3", "\u02D8\u9FA5");
    CHECK("euc-jp", "\x8E\xE0z\x8E\x41", "\uFFFDz\uFFFDA");
    CHECK("euc-jp", "\x8F\x41\x8F\x80z", "\uFFFDA\uFFFDz");
    CHECK("euc-jp", "\x8F\xA2\x41\x8F\xFE\xFEz", "\uFFFDA\uFFFDz");
    CHECK("euc-jp", "\xA9\xA1z\xA1\x41\xA1\xFFz", "\uFFFDz\uFFFDA\uFFFDz");
    CHECK("euc-jp", "\x80\xA0\xFFz", "\uFFFD\uFFFD\uFFFDz");
    CHECK("euc-jp", "\x8E", "\uFFFD");
    CHECK("euc-jp", "\x8F\xA2", "\uFFFD");
    CHECK("euc-jp", "\xC6", "\uFFFD");
}

static void shift_jis(void **state)
{
    (void)state;
    CHECK("shift_jis", "\x93\xFA\x96\x7B", "日本");
    CHECK("shift_jis", "\\~\x80\xA1\xDF", "\\~\xC2\x80\uFF61\uFF9F");
    CHECK("shift_jis", "\xF0\x40\xF9\xFC", "\uE000\uE757"); /* characters of the user's own */
    CHECK("shift_jis", "\xFA\x40\xFC\x4B", "ⅰ黑");
    CHECK("shift_jis", "\xA0\xFD\xFE\xFFz", "\uFFFD\uFFFD\uFFFD\uFFFDz");
    CHECK("shift_jis", "\x81\x7F\x81\x20\x81\xFDz", "\uFFFD\x7F\uFFFD \uFFFDz");
    CHECK("shift_jis", "\x85\x40\x85\x80z", "\uFFFD@\uFFFDz");
    CHECK("shift_jis", "\x93", "\uFFFD");
}

static void iso_2022_jp(void **state)
{
    (void)state;
    CHECK("iso-2022-jp", "a\x1B$BF|K\\\x1B(Bz", "a日本z");
    CHECK("iso-2022-jp", "\x1B$@F|\x1B(J\\~a", "日¥‾a");
    CHECK("iso-2022-jp", "\x1B(I!_\x20", "\uFF61\uFF9F\uFFFD");
    CHECK("iso-2022-jp", "a\x80\x0E\x0F", "a\uFFFD\uFFFD\uFFFD");
    CHECK("iso-2022-jp", "\x1B(J\x0E\x80", "\uFFFD\uFFFD");
    /* an escape that chooses nothing is an error; the rest is read again */
    CHECK("iso-2022-jp", "\x1B(Xa", "\uFFFD(Xa");
    CHECK("iso-2022-jp", "\x1B$B\x1B$AF|", "\uFFFDち日");
    CHECK("iso-2022-jp", "\x1B", "\uFFFD");
    CHECK("iso-2022-jp", "\x1B$", "\uFFFD$");
    CHECK("iso-2022-jp", "\x1B" "a", "\uFFFDa");
    /* two escapes in a row: the second is an error */
    CHECK("iso-2022-jp", "\x1B$B\x1B(Ba", "\uFFFDa");
    CHECK("iso-2022-jp", "\x1B(J\x1B(Ba", "\uFFFDa");
    /* halves of a pair */
    CHECK("iso-2022-jp", "\x1B$BF", "\uFFFD");
    CHECK("iso-2022-jp", "\x1B$BF\x1B(Ba", "\uFFFDa");
    CHECK("iso-2022-jp", "\x1B$BF\nF|", "\uFFFD日");
    CHECK("iso-2022-jp", "\x1B$B\nF|", "\uFFFD日");
    CHECK("iso-2022-jp", "\x1B$B)!", "\uFFFD");
}

static void euc_kr(void **state)
{
    (void)state;
    CHECK("euc-kr", "\xC7\xD1\xB1\xDB", "한글");
    CHECK("euc-kr", "\x81\x41\xC6\x52\xFD\xFE", "갂힣詰");
    CHECK("euc-kr", "\x81[\x81{", "\uFFFD[\uFFFD{"); /* no code point: ASCII stays */
    CHECK("euc-kr", "\x81\x40\x81\x80z\x81\xFFz", "\uFFFD@\uFFFDz\uFFFDz");
    CHECK("euc-kr", "\xC9\xA1z\xFE\xA1z", "\uFFFDz\uFFFDz");
    CHECK("euc-kr", "\x80\xFFz", "\uFFFD\uFFFDz");
    CHECK("euc-kr", "\xC7", "\uFFFD");
}

static void utf_16(void **state)
{
    (void)state;
    CHECK("utf-16le", "\xFF\xFE" "a\0\xE9\0\xAC\x20\x3D\xD8\x00\xDE", "aé€😀");
    CHECK("utf-16be", "\xFE\xFF" "\0a\0\xE9\x20\xAC\xD8\x3D\xDE\x00", "aé€😀");
    CHECK("utf-16le", "\xFE\xFF", "\uFFFE");
    CHECK("utf-16be", "\xDE\x00\0a", "\uFFFDa");
    CHECK("utf-16be", "\xD8\x3D\0a", "\uFFFDa");
    CHECK("utf-16be", "\xD8\x3D\xD8\x3D\xDE\x00", "\uFFFD😀");
    CHECK("utf-16be", "\xD8\x3D\xDE", "\uFFFD");
    CHECK("utf-16be", "\xD8\x3D", "\uFFFD");
    CHECK("utf-16be", "\0a\0", "a\uFFFD");
}

static void replacement(void **state)
{
    (void)state;
    CHECK("iso-2022-kr", "any thing", "\uFFFD");
    CHECK("iso-2022-kr", "", "");
}

static const char *const all_labels[] = {
    "utf-8", "windows-1252", "windows-874", "koi8-r", "gb18030", "big5", "euc-jp", "iso-2022-jp",
    "shift_jis", "euc-kr", "utf-16le", "utf-16be", "x-user-defined"};
enum { LABEL_COUNT = sizeof all_labels / sizeof all_labels[0] };

/* Bytes that meet every kind of sequence, from a fixed linear congruence. */
static void fill(char *bytes, size_t size)
{
    static const unsigned char often[] = {0x1B, 0x24, 0x42, 0x30, 0x81,
                                          0xA4, 0xE3, 0xF0, 0x8F, 0x8E};
    uint32_t seed = 7;
    for (size_t i = 0; i < size; i++) {
        seed = seed * 1664525 + 1013904223;
        uint32_t pick = seed >> 8;
        bytes[i] = (char)(pick % 3 == 0 ? often[pick / 3 % sizeof often] : pick / 3 % 256);
    }
}

/* Every limit gives the longest start of the whole text that fits and cuts no character. */
static void limit_cuts_between_characters(void **state)
{
    (void)state;
    char bytes[200];
    fill(bytes, sizeof bytes);
    for (size_t label = 0; label < LABEL_COUNT; label++) {
        const pith_encoding *encoding = encoding_named(all_labels[label]);
        decoding whole;
        decoding_init(&whole);
        decode_to(&whole, encoding, bytes, sizeof bytes, SIZE_MAX);
        for (size_t limit = 0; limit <= whole.text.size; limit++) {
            decoding part;
            decoding_init(&part);
            decode_to(&part, encoding, bytes, sizeof bytes, limit);
            assert_int_equal(part.complete, limit == whole.text.size);
            size_t expected = limit;
            while (expected < whole.text.size && (whole.text.data[expected] & 0xC0) == 0x80)
                expected--;
            assert_int_equal(part.text.size, expected);
            if (expected > 0)
                assert_memory_equal(part.text.data, whole.text.data, expected);
            pith_buffer_release(&part.text);
        }
        pith_buffer_release(&whole.text);
    }
}

static void appends_and_counts_what_was_there(void **state)
{
    (void)state;
    decoding decoded;
    decoding_init(&decoded);
    const pith_encoding *encodings[] = {encoding_named("utf-8"), encoding_named("latin1")};
    for (size_t i = 0; i < 2; i++) {
        pith_buffer_reset(&decoded.text);
        pith_buffer_add(&decoded.text, PITH_STR("12345"));
        decode_to(&decoded, encodings[i], "abcdef", 6, 8);
        assert_int_equal(decoded.text.size, 8);
        assert_memory_equal(decoded.text.data, "12345abc", 8);
        assert_false(decoded.complete);
        decode_to(&decoded, encodings[i], "d", 1, 3); /* the limit lies behind already */
        assert_int_equal(decoded.text.size, 8);
        assert_false(decoded.complete);
        decode_to(&decoded, encodings[i], "", 0, 3);
        assert_true(decoded.complete);
    }
    pith_buffer_release(&decoded.text);
}

/* What writes nothing is complete at any limit. */
static void limit_is_not_hit_by_nothing(void **state)
{
    (void)state;
    decoding decoded;
    decoding_init(&decoded);
    decode_to(&decoded, encoding_named("iso-2022-jp"), "\x1B(J", 3, 0);
    assert_true(decoded.complete);
    decode_to(&decoded, encoding_named("utf-8"), "\xEF\xBB\xBF", 3, 0);
    assert_true(decoded.complete);
    assert_int_equal(decoded.text.size, 0);
    pith_buffer_release(&decoded.text);
}

/* A page of many steps is the same as its pieces that end with a line. */
static void long_pages_are_whole(void **state)
{
    (void)state;
    enum { LINE = 100, LINES = 1000 };
    char *bytes = malloc(LINE * LINES);
    assert_non_null(bytes);
    fill(bytes, LINE * LINES);
    for (size_t label = 0; label < LABEL_COUNT; label++) {
        bool utf_16 = strncmp(all_labels[label], "utf-16", 6) == 0;
        for (size_t i = 0; i < LINES; i++) { /* no sequence goes on beyond this */
            memcpy(bytes + i * LINE, "\x1B(Ba\n\n", 6);
            memcpy(bytes + i * LINE + LINE - 6, utf_16 ? "a\0a\0a\0" : "\na\x1B(B\n", 6);
        }
        const pith_encoding *encoding = encoding_named(all_labels[label]);
        decoding whole, lines;
        decoding_init(&whole);
        decoding_init(&lines);
        decode_to(&whole, encoding, bytes, LINE * LINES, SIZE_MAX);
        for (size_t i = 0; i < LINES; i++)
            decode_to(&lines, encoding, bytes + i * LINE, LINE, SIZE_MAX);
        assert_int_equal(whole.text.size, lines.text.size);
        assert_memory_equal(whole.text.data, lines.text.data, whole.text.size);
        assert_int_equal(pith_utf8_valid_prefix(whole.text.data, whole.text.size),
                         whole.text.size);
        assert_true(whole.complete);
        assert_true(whole.text.capacity <= LINE * LINES * 5); /* growth is by half */
        pith_buffer_release(&whole.text);
        pith_buffer_release(&lines.text);
    }
    free(bytes);
}

/* The text of ASCII is as large as the page, and its memory little larger. */
static void ascii_takes_its_own_size(void **state)
{
    (void)state;
    static char page[100000];
    memset(page, 'a', sizeof page);
    for (size_t label = 0; label < LABEL_COUNT; label++) {
        if (strncmp(all_labels[label], "utf-16", 6) == 0)
            continue;
        decoding decoded;
        decoding_init(&decoded);
        decode_to(&decoded, encoding_named(all_labels[label]), page, sizeof page, SIZE_MAX);
        assert_int_equal(decoded.text.size, sizeof page);
        assert_true(decoded.memory.peak < sizeof page + 1000);
        pith_buffer_release(&decoded.text);
    }
}

static void no_memory_is_left_in_the_buffer(void **state)
{
    (void)state;
    char bytes[50000];
    memset(bytes, 0xE9, sizeof bytes);
    for (size_t label = 0; label < LABEL_COUNT; label++)
        for (size_t limit = 1; limit < 100000; limit += 20011) {
            decoding decoded;
            pith_memory_init(&decoded.memory, NULL, limit);
            pith_buffer_init(&decoded.text, &decoded.memory);
            decode_to(&decoded, encoding_named(all_labels[label]), bytes, sizeof bytes, SIZE_MAX);
            assert_true(decoded.text.failed != decoded.complete);
            pith_buffer_release(&decoded.text);
            assert_int_equal(decoded.memory.used, 0);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf_8),
        cmocka_unit_test(single_byte),
        cmocka_unit_test(gb18030),
        cmocka_unit_test(big5),
        cmocka_unit_test(euc_jp),
        cmocka_unit_test(shift_jis),
        cmocka_unit_test(iso_2022_jp),
        cmocka_unit_test(euc_kr),
        cmocka_unit_test(utf_16),
        cmocka_unit_test(replacement),
        cmocka_unit_test(limit_cuts_between_characters),
        cmocka_unit_test(appends_and_counts_what_was_there),
        cmocka_unit_test(limit_is_not_hit_by_nothing),
        cmocka_unit_test(long_pages_are_whole),
        cmocka_unit_test(ascii_takes_its_own_size),
        cmocka_unit_test(no_memory_is_left_in_the_buffer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
