/* SPDX-License-Identifier: Apache-2.0 */
#include "explain_write.h"

#include "record.h"

#include <stdio.h>
#include <string.h>

/* ---- For people ---------------------------------------------------------- */

#define GREEN "\x1b[32m"
#define RED "\x1b[31m"
#define DIM "\x1b[2m"
#define PLAIN "\x1b[0m"

/* The text in a color, if there are to be any. */
static bool add_colored(cli_explainer *explainer, const char *color, const char *text)
{
    cli_bytes *bytes = &explainer->bytes;
    if (!explainer->colors)
        return cli_bytes_add_string(bytes, text);
    return cli_bytes_add_string(bytes, color) && cli_bytes_add_string(bytes, text) &&
           cli_bytes_add_string(bytes, PLAIN);
}

/*
 * As much of the text as goes into the columns that are left, a column a character,
 * controls as spaces; what is cut ends in "…".
 */
static bool add_cut(cli_bytes *bytes, pith_str text, size_t columns)
{
    size_t end = 0, used = 0, last = 0; /* last: where the last character began */
    while (end < text.size && used < columns) {
        last = end++;
        while (end < text.size && ((unsigned char)text.data[end] & 0xC0) == 0x80)
            end++;
        used++;
    }
    bool cut = end < text.size;
    size_t size = cut ? last : end;
    size_t start = bytes->size;
    if (!cli_bytes_add(bytes, text.data, size))
        return false;
    for (size_t i = start; i < bytes->size; i++)
        if ((unsigned char)bytes->data[i] < 0x20 || bytes->data[i] == 0x7F)
            bytes->data[i] = ' ';
    return !cut || cli_bytes_add_string(bytes, "…");
}

static bool add_reason(cli_explainer *explainer, const pith_reason *reason)
{
    static const char *const of[] = {"", "sections around: ", "page: "};
    enum { INDENT = 6, WEIGHT = 7 };
    char weight[32], rest[320];
    snprintf(weight, sizeof weight, "%+7.2f", reason->weight);
    snprintf(rest, sizeof rest, "%s%s %d (usually %d): %s", of[reason->of], reason->feature,
             reason->value, reason->usual, reason->meaning);
    cli_bytes *bytes = &explainer->bytes;
    return cli_bytes_add_string(bytes, "      ") &&
           add_colored(explainer, reason->weight > 0 ? GREEN : RED, weight) &&
           cli_bytes_add_string(bytes, "  ") &&
           add_cut(bytes, (pith_str){rest, strlen(rest)},
                   explainer->width - INDENT - WEIGHT - 2) &&
           cli_bytes_add_string(bytes, "\n");
}

static bool add_text_block(cli_explainer *explainer, const pith_explanation *block)
{
    cli_bytes *bytes = &explainer->bytes;
    char number[32], rest[160];
    snprintf(number, sizeof number, "%4zu  ", block->block);
    snprintf(rest, sizeof rest, "  %.2f of %.2f  %s\n", block->probability, block->bar,
             pith_rule_meaning(block->rule));
    pith_str text = block->text;
    if (text.size == 0)
        text = (pith_str){"(image)", 7};
    bool added = cli_bytes_add_string(bytes, number) &&
                 add_colored(explainer, block->is_content ? GREEN : RED,
                             block->is_content ? "content    " : "furniture  ") &&
                 cli_bytes_add_string(bytes, pith_label_name(block->label)) &&
                 cli_bytes_add_string(bytes, rest) && cli_bytes_add_string(bytes, "      ") &&
                 (!explainer->colors || cli_bytes_add_string(bytes, DIM)) &&
                 add_cut(bytes, text, explainer->width - 6) &&
                 (!explainer->colors || cli_bytes_add_string(bytes, PLAIN)) &&
                 cli_bytes_add_string(bytes, "\n");
    for (size_t i = 0; added && i < block->pro_count; i++)
        added = add_reason(explainer, &block->pro[i]);
    for (size_t i = 0; added && i < block->contra_count; i++)
        added = add_reason(explainer, &block->contra[i]);
    return added;
}

/* ---- For tools ----------------------------------------------------------- */

static bool add_json_reasons(cli_bytes *bytes, const char *name, const pith_reason *reasons,
                             size_t count)
{
    static const char *const of[] = {"block", "sections", "page"};
    bool added = cli_bytes_add_string(bytes, name);
    for (size_t i = 0; added && i < count; i++) {
        char text[256];
        snprintf(text, sizeof text,
                 "%s{\"feature\":\"%s\",\"of\":\"%s\",\"value\":%d,\"usual\":%d,\"weight\":%.3f}",
                 i > 0 ? "," : "", reasons[i].feature, of[reasons[i].of], reasons[i].value,
                 reasons[i].usual, reasons[i].weight);
        added = cli_bytes_add_string(bytes, text);
    }
    return added && cli_bytes_add_string(bytes, "]");
}

static bool add_json_block(cli_bytes *bytes, const pith_explanation *block)
{
    char text[256], start[PITH_EXPLAINED_TEXT + 1];
    snprintf(text, sizeof text,
             "{\"block\":%zu,\"content\":%s,\"label\":\"%s\",\"rule\":\"%s\",\"probability\":%.4f,"
             "\"bar\":%.4f,\"source\":%zu,\"text\":",
             block->block, block->is_content ? "true" : "false", pith_label_name(block->label),
             pith_rule_name(block->rule), block->probability, block->bar, block->source);
    size_t size = 0;
    for (; size < block->text.size && size < PITH_EXPLAINED_TEXT; size++)
        start[size] = block->text.data[size] != '\0' ? block->text.data[size] : ' ';
    start[size] = '\0';
    return cli_bytes_add_string(bytes, text) && cli_record_add_string(bytes, start) &&
           add_json_reasons(bytes, ",\"for\":[", block->pro, block->pro_count) &&
           add_json_reasons(bytes, ",\"against\":[", block->contra, block->contra_count) &&
           cli_bytes_add_string(bytes, "}\n");
}

int cli_explainer_take(void *context, const pith_explanation *explanation)
{
    cli_explainer *explainer = context;
    cli_bytes *bytes = &explainer->bytes;
    bytes->size = 0;
    bool added = explainer->json ? add_json_block(bytes, explanation)
                                 : add_text_block(explainer, explanation);
    return added && cli_output_write(explainer->output, bytes->data, bytes->size) ? 0 : 1;
}
