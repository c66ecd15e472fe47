/* SPDX-License-Identifier: Apache-2.0 */
#include "names.h"

#include <string.h>

typedef struct name_of {
    const char *name;
    unsigned value;
} name_of;

static const name_of formats[] = {
    {"text", PITH_FORMAT_TEXT},
    {"markdown", PITH_FORMAT_MARKDOWN},
    {"json", PITH_FORMAT_JSON},
    {"html", PITH_FORMAT_HTML},
    {"tei", PITH_FORMAT_TEI},
    {NULL, 0},
};

static const name_of inputs[] = {
    {"auto", PITH_INPUT_AUTO},
    {"html", PITH_INPUT_HTML},
    {"text", PITH_INPUT_TEXT},
    {NULL, 0},
};

static const name_of parts[] = {
    {"links", PITH_PART_LINKS},
    {"images", PITH_PART_IMAGES},
    {"tables", PITH_PART_TABLES},
    {"emphasis", PITH_PART_EMPHASIS},
    {"title", PITH_PART_TITLE},
    {"furniture", PITH_PART_FURNITURE},
    {"related", PITH_PART_RELATED},
    {"comments", PITH_PART_COMMENTS},
    {NULL, 0},
};

static const name_of favors[] = {
    {"balance", PITH_FAVOR_BALANCE},
    {"precision", PITH_FAVOR_PRECISION},
    {"recall", PITH_FAVOR_RECALL},
    {NULL, 0},
};

static const name_of limits_by_name[] = {
    {"bytes", PITH_LIMIT_BYTES},   {"depth", PITH_LIMIT_DEPTH},
    {"nodes", PITH_LIMIT_NODES},   {"attributes", PITH_LIMIT_ATTRIBUTES},
    {"clones", PITH_LIMIT_CLONES}, {NULL, 0},
};

/* The entry whose name is the `size` bytes at `name`, or NULL. */
static const name_of *find(const name_of *table, const char *name, size_t size)
{
    for (; table->name != NULL; table++)
        if (strlen(table->name) == size && memcmp(table->name, name, size) == 0)
            return table;
    return NULL;
}

bool cli_format_from_name(const char *name, pith_format *format)
{
    const name_of *found = find(formats, name, strlen(name));
    if (found != NULL)
        *format = (pith_format)found->value;
    return found != NULL;
}

bool cli_favor_from_name(const char *name, pith_favor *favor)
{
    const name_of *found = find(favors, name, strlen(name));
    if (found != NULL)
        *favor = (pith_favor)found->value;
    return found != NULL;
}

bool cli_input_from_name(const char *name, pith_input *input)
{
    const name_of *found = find(inputs, name, strlen(name));
    if (found != NULL)
        *input = (pith_input)found->value;
    return found != NULL;
}

bool cli_parts_from_names(const char *names, unsigned *result)
{
    for (;;) {
        size_t size = strcspn(names, ",");
        const name_of *found = find(parts, names, size);
        if (found == NULL)
            return false;
        *result |= found->value;
        if (names[size] == '\0')
            return true;
        names += size + 1;
    }
}

void cli_limit_names(unsigned limits, char text[CLI_LIMIT_NAMES_SIZE])
{
    text[0] = '\0';
    for (const name_of *limit = limits_by_name; limit->name != NULL; limit++) {
        if ((limits & limit->value) == 0)
            continue;
        if (text[0] != '\0')
            strcat(text, ", ");
        strcat(text, limit->name);
    }
    if (text[0] == '\0')
        strcpy(text, "none");
}
