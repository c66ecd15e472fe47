/* SPDX-License-Identifier: Apache-2.0 */
/* For tests: a page's blocks with their labels, one a line: "body: Some text". */
#ifndef PITH_TESTS_LABEL_LABELS_H
#define PITH_TESTS_LABEL_LABELS_H

#include "../block/page.h"
#include "label/label.h"

static const char *const label_names[] = {
    "other",   "title",   "standfirst", "byline",        "body",  "caption",
    "comment", "related", "navigation", "advertisement", "legal", "form",
};

/* The first characters of the text, at most 24 bytes. */
static inline pith_str start_of(pith_str text)
{
    size_t size = text.size < 24 ? text.size : 24;
    while (size < text.size && ((unsigned char)text.data[size] & 0xC0) == 0x80)
        size--;
    return (pith_str){text.data, size};
}

/* To be freed by free(). */
static inline char *labels_of(const char *html, const char *title)
{
    page p;
    page_open(&p, html);
    pith_label_hints hints = {.title = {title, strlen(title)}};
    pith_block_label *labels;
    if (pith_label_blocks(&p.tree, &p.blocks, &hints, &p.arena, &labels) != PITH_OK)
        abort();
    pith_buffer out;
    pith_buffer_init(&out, &p.parser_memory);
    for (uint32_t i = 0; i < p.blocks.count; i++) {
        const char *name = label_names[labels[i].label];
        pith_str text = start_of(page_block_text(&p, i));
        if (p.blocks.blocks[i].text_size == 0)
            text = PITH_STR("(image)");
        pith_buffer_add(&out, (pith_str){name, strlen(name)});
        pith_buffer_add(&out, PITH_STR(": "));
        pith_buffer_add(&out, text);
        pith_buffer_add_byte(&out, '\n');
    }
    pith_buffer_add_byte(&out, '\0');
    char *copy = malloc(out.size);
    if (copy == NULL || out.failed)
        abort();
    memcpy(copy, out.data, out.size);
    pith_buffer_release(&out);
    if (page_close(&p) != 0)
        abort();
    return copy;
}

#endif
