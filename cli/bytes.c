/* SPDX-License-Identifier: Apache-2.0 */
#include "bytes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool cli_bytes_reserve(cli_bytes *bytes, size_t more)
{
    if (more <= bytes->capacity - bytes->size)
        return true;
    if (more > SIZE_MAX / 2 - bytes->size)
        return false;
    size_t capacity = bytes->capacity + bytes->capacity / 2;
    if (capacity < bytes->size + more)
        capacity = bytes->size + more;
    char *data = realloc(bytes->data, capacity);
    if (data == NULL)
        return false;
    bytes->data = data;
    bytes->capacity = capacity;
    return true;
}

bool cli_bytes_add(cli_bytes *bytes, const char *data, size_t size)
{
    if (size == 0)
        return true;
    if (!cli_bytes_reserve(bytes, size))
        return false;
    memcpy(bytes->data + bytes->size, data, size);
    bytes->size += size;
    return true;
}

bool cli_bytes_add_string(cli_bytes *bytes, const char *string)
{
    return cli_bytes_add(bytes, string, strlen(string));
}

void cli_bytes_free(cli_bytes *bytes)
{
    free(bytes->data);
    *bytes = (cli_bytes){0};
}
