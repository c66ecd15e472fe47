/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <cmocka.h>

static void counts_what_is_in_use(void **state)
{
    (void)state;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    void *a = pith_memory_resize(&memory, NULL, 0, 100);
    a = pith_memory_resize(&memory, a, 100, 300);
    assert_int_equal(memory.used, 300);
    pith_memory_free(&memory, a, 300);
    assert_int_equal(memory.used, 0);
    assert_int_equal(memory.peak, 300);
}

static void holds_the_limit(void **state)
{
    (void)state;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 1000);
    void *a = pith_memory_resize(&memory, NULL, 0, 1000);
    assert_non_null(a);
    assert_null(pith_memory_resize(&memory, NULL, 0, 1));
    assert_int_equal(pith_memory_status(&memory), PITH_ERROR_LIMIT);
    pith_memory_free(&memory, a, 1000);
    a = pith_memory_resize(&memory, NULL, 0, 1);
    assert_non_null(a);
    assert_int_equal(pith_memory_status(&memory), PITH_ERROR_MEMORY);
    pith_memory_free(&memory, a, 1);
}

static void arena_gives_all_back(void **state)
{
    (void)state;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 0);
    pith_arena arena;
    pith_arena_init(&arena, &memory);
    for (size_t size = 0; size < 5000; size += 7) {
        char *piece = pith_arena_take(&arena, size);
        assert_non_null(piece);
        assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
        memset(piece, 1, size);
    }
    pith_arena_reset(&arena);
    size_t warm = memory.used;
    assert_true(warm > 0);
    assert_non_null(pith_arena_take(&arena, 100));
    assert_int_equal(memory.used, warm);
    pith_arena_free(&arena);
    assert_int_equal(memory.used, 0);
    assert_null(pith_arena_take_array(&arena, SIZE_MAX / 2, 4));
}

static void buffer_failure_sticks(void **state)
{
    (void)state;
    pith_memory memory;
    pith_memory_init(&memory, NULL, 200);
    pith_buffer buffer;
    pith_buffer_init(&buffer, &memory);
    for (int i = 0; i < 100; i++)
        pith_buffer_add(&buffer, PITH_STR("abc"));
    assert_true(buffer.failed);
    size_t size = buffer.size;
    pith_buffer_add_byte(&buffer, 'x');
    assert_int_equal(buffer.size, size);
    pith_buffer_reset(&buffer);
    assert_int_equal(buffer.size, 0);
    pith_buffer_add_byte(&buffer, 'x');
    assert_true(buffer.failed);
    assert_int_equal(buffer.size, 0);
    pith_buffer_release(&buffer);
    pith_buffer_add_byte(&buffer, 'x');
    assert_false(buffer.failed);
    pith_buffer_release(&buffer);
    assert_int_equal(memory.used, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_is_in_use),
        cmocka_unit_test(holds_the_limit),
        cmocka_unit_test(arena_gives_all_back),
        cmocka_unit_test(buffer_failure_sticks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
