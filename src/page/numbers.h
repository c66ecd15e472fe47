/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is measured of a page as a whole, in 16-bit numbers. Shares are in
 * thousandths; numbers that do not fit stop at the end of the type. "Content" is the
 * blocks that are labelled so.
 *
 * The list is all there is to know of a number: `pith features` prints them, and
 * training reads them from this code and no other.
 */
#ifndef PITH_PAGE_NUMBERS_H
#define PITH_PAGE_NUMBERS_H

#include "label/label.h"
#include "meta/meta.h"

/* X(name, what it is and why) */
#define PITH_PAGE_NUMBERS(X) \
    X(expected_f1, "of the content by the blocks' probabilities, times 10000") \
    X(content_words, "words of the content") \
    X(words, "words of the page") \
    X(blocks, "blocks of the page") \
    X(link_share, "of the page's text, inside links") \
    X(content_share, "of the page's words, in the content") \
    X(content_blocks, "blocks of the content") \
    X(content_link_share, "of the content's text, inside links") \
    X(content_block_words, "words a block of the content, times 10") \
    X(longest, "words of the content's longest block") \
    X(sentence_share, "of the content's words, in blocks that end as sentences do") \
    X(short_share, "of the content's blocks, those of up to 4 words") \
    X(digit_share, "digits by bytes in the content") \
    X(content_images, "images in the content") \
    X(images, "images on the page") \
    X(headings, "headings in the content") \
    X(linked_headings, "those of them that are links") \
    X(paragraph_share, "of the content's words, in <p>") \
    X(item_share, "of the content's blocks, list items") \
    X(cell_share, "of the content's blocks, table cells") \
    X(code_blocks, "blocks of code in the content") \
    X(prices, "short blocks of the page with a number and a currency sign") \
    X(comment_share, "of the page's words, in comments") \
    X(related_share, "of the page's words, in teasers of other pages") \
    X(navigation_share, "of the page's words, in navigation") \
    X(form_blocks, "blocks of forms") \
    X(authors, "authors that the page names") \
    X(dated, "1 if the page has a date") \
    X(tags, "tags that the page has") \
    X(says_article, "1 if it says that it is one, by schema.org or og:type") \
    X(says_discussion, "the same for a discussion") \
    X(says_product, "the same for a product") \
    X(says_list, "the same for a list of pages or things") \
    X(says_manual, "the same for a manual or code") \
    X(says_business, "the same for a business or what it offers") \
    X(says_site, "the same for a site") \
    X(address_article, "1 if its address has a word for such, like /blog/") \
    X(address_discussion, "the same for a discussion") \
    X(address_product, "the same for products") \
    X(address_collection, "the same for collections") \
    X(address_manual, "the same for manuals") \
    X(address_service, "the same for services") \
    X(address_depth, "parts of the address's path") \
    X(address_digits, "digits in it") \
    X(address_last_words, "words of its last part")

enum {
#define X(name, what) PITH_NUMBER_##name,
    PITH_PAGE_NUMBERS(X)
#undef X
    PITH_NUMBER_COUNT
};

typedef struct pith_page_numbers {
    int16_t values[PITH_NUMBER_COUNT];
} pith_page_numbers;

/* All that is known of a page before its document is made. */
typedef struct pith_page_source {
    const pith_html_tree *tree;
    const pith_blocks *blocks;
    const pith_block_label *labels;
    const pith_meta *meta;
    double expected_f1; /* pith_page_expected_f1() */
    pith_str url; /* the page's own; empty: the canonical one counts */
} pith_page_source;

/* Linear in the blocks; of texts and the address only so much is looked at. */
void pith_page_measure(const pith_page_source *source, pith_page_numbers *numbers);

#endif
