/* SPDX-License-Identifier: Apache-2.0 */
/* The version, and the one list of errors. */
#include <pith/pith.h>

#define STRING(x) #x
#define VERSION(major, minor, patch) STRING(major) "." STRING(minor) "." STRING(patch)

const char *pith_version(void)
{
    return VERSION(PITH_VERSION_MAJOR, PITH_VERSION_MINOR, PITH_VERSION_PATCH);
}

const char *pith_status_message(pith_status status)
{
    switch (status) {
    case PITH_OK: return "no error";
    case PITH_ERROR_ARGUMENT: return "an argument is missing or out of its range";
    case PITH_ERROR_VERSION: return "the caller uses settings that this version of pith lacks";
    case PITH_ERROR_MEMORY: return "out of memory";
    case PITH_ERROR_LIMIT: return "the memory limit is reached";
    case PITH_ERROR_SINK: return "the output was stopped by its receiver";
    case PITH_ERROR_CHARSET: return "the character set is unknown";
    }
    return "unknown status";
}
