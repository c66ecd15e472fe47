/* SPDX-License-Identifier: Apache-2.0 */
/* Sized structs of the public header, and how failures are told. */
#ifndef PITH_BASE_OPTIONS_H
#define PITH_BASE_OPTIONS_H

#include <pith/pith.h>
#include <stdbool.h>
#include <string.h>

/*
 * Copies the struct at `given`, which begins with its own size, to `known`,
 * which has room for `known_size` bytes. What an older caller's struct lacks
 * becomes zero; what a newer caller's has beyond must be zero.
 * PITH_OK, PITH_ERROR_ARGUMENT (the size cannot be) or PITH_ERROR_VERSION.
 */
static inline pith_status pith_copy_options(void *known, size_t known_size, const void *given)
{
    size_t size;
    memcpy(&size, given, sizeof size);
    if (size < sizeof size)
        return PITH_ERROR_ARGUMENT;
    for (size_t i = known_size; i < size; i++)
        if (((const unsigned char *)given)[i] != 0)
            return PITH_ERROR_VERSION;
    memset(known, 0, known_size);
    memcpy(known, given, size < known_size ? size : known_size);
    return PITH_OK;
}

/* A string of a caller: there is something to point to if it has a size. */
static inline bool pith_str_is_valid(pith_str text)
{
    return text.data != NULL || text.size == 0;
}

/* Fills in the caller's error, which may be NULL, and passes the status on. */
static inline pith_status pith_tell(pith_error *error, pith_status status)
{
    if (status != PITH_OK && error != NULL)
        *error = (pith_error){status, pith_status_message(status), 0};
    return status;
}

#endif
