/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Features: what the learned decision looks at, a row of 16-bit numbers for each
 * block. Shares are in thousandths; numbers that do not fit stop at the ends of
 * the type. "Long" blocks have 20 words or more and are mostly unlinked. A
 * distance to an ancestor counts sections, itself 0; 255 where there is none.
 *
 * The lists below are all there is to know of a feature: `pith features` prints
 * them, and training reads the values from this code and no other.
 */
#ifndef PITH_LABEL_FEATURES_H
#define PITH_LABEL_FEATURES_H

#include "label/scene.h"

/* X(name, what it is and why), for each block. */
#define PITH_BLOCK_FEATURES(X) \
    X(words, "its words: content is mostly longer") \
    X(text_size, "bytes of its text") \
    X(link_share, "of its text, inside links: navigation is all links") \
    X(punctuation, "sentence marks: prose has them") \
    X(punctuation_share, "sentence marks by words") \
    X(digit_share, "digits by bytes: dates, prices, counters") \
    X(word_size, "bytes a word, times 10") \
    X(capital_share, "ASCII capitals by bytes: labels and names") \
    X(sentence, "1 if it ends as sentences do") \
    X(images, "images in it") \
    X(kind, "its element, as pith_kind numbers them") \
    X(heading_level, "1 to 6 in a heading, else 0") \
    X(inline_depth, "inline elements around its first leaf") \
    X(in_link, "1 if its first leaf is in a link") \
    X(in_strong, "1 if its first leaf is in <b> or <strong>") \
    X(copies_before, "blocks of the same text before it") \
    X(copies, "blocks of the same text on the page") \
    X(from_title, "blocks since the heading that is the title; before it negative") \
    X(position, "share of the page's blocks before it") \
    X(word_position, "share of the page's words before it") \
    X(blocks_before, "blocks before it") \
    X(blocks_after, "blocks after it") \
    X(words_before, "words before it") \
    X(words_after, "words after it") \
    X(words_3_before, "words of the third block before; -1 where there is none") \
    X(words_2_before, "words of the second block before") \
    X(words_1_before, "words of the block before") \
    X(words_1_after, "words of the block after") \
    X(words_2_after, "words of the second block after") \
    X(words_3_after, "words of the third block after") \
    X(links_2_before, "link share of the second block before; -1 where there is none") \
    X(links_1_before, "link share of the block before") \
    X(links_1_after, "link share of the block after") \
    X(links_2_after, "link share of the second block after") \
    X(kind_1_before, "kind of the block before") \
    X(kind_1_after, "kind of the block after") \
    X(up_before, "sections from its own up to one that holds the block before too") \
    X(up_after, "the same for the block after") \
    X(near_words, "words a block among the 11 around it, times 10") \
    X(near_links, "link share of the 11 blocks around it") \
    X(near_punctuation, "sentence marks by words among the 11 around it") \
    X(before_words, "words a block among the 12 before it, times 10") \
    X(before_links, "link share of the 12 before it") \
    X(after_words, "words a block among the 12 after it, times 10") \
    X(after_links, "link share of the 12 after it") \
    X(since_h1, "blocks since the last <h1>; 999 where there is none") \
    X(to_h1, "blocks to the next <h1>") \
    X(since_heading, "blocks since the last heading, itself 0") \
    X(words_since_heading, "words since then") \
    X(last_heading_level, "level of that heading") \
    X(to_heading, "blocks to the next heading") \
    X(since_long, "long blocks: blocks since the last") \
    X(to_long, "blocks to the next long one") \
    X(longest_before, "unlinked words of the longest block before") \
    X(longest_after, "of the longest block after") \
    X(heading_words, "words of the heading over it; -1 without") \
    X(heading_links, "link share of the heading over it") \
    X(heading_up, "sections up to one that holds that heading") \
    X(cue, "what kind of heading it stands under: pith_cue") \
    X(depth, "sections around it") \
    X(to_main, "distance to <main>") \
    X(to_article, "distance to <article>") \
    X(to_nav, "distance to <nav>") \
    X(to_aside, "distance to <aside>") \
    X(to_header, "distance to <header>") \
    X(to_footer, "distance to <footer>") \
    X(to_form, "distance to <form>") \
    X(to_table, "distance to <table>") \
    X(to_list, "distance to a list") \
    X(to_figure, "distance to <figure>") \
    X(to_section, "distance to <section>") \
    X(to_hidden, "distance to a hidden element") \
    X(to_control, "distance to a button or tab") \
    X(to_dialog, "distance to a dialogue") \
    X(to_body_item, "distance to an itemprop that names text") \
    X(to_quote, "distance to <blockquote>") \
    X(mates, "sections of its section's shape: element, class, parent's class") \
    X(mate_words, "words in one of them on average") \
    X(mate_links, "link share of them") \
    X(mate_spread, "variance of their words by their mean: templates repeat, prose does not") \
    X(class_mates, "sections of its section's element and class") \
    X(class_words, "words in them") \
    X(class_links, "link share of them") \
    X(class_share, "share of the page's words in them") \
    X(names, "what the class names, ids and tags around it say: sum of learned weights")

/* X(name, what), for each of PITH_LEVELS sections around the block, each with more blocks. */
#define PITH_LEVEL_FEATURES(X) \
    X(words, "its words") \
    X(link_share, "of its text, inside links") \
    X(punctuation_share, "sentence marks by words") \
    X(blocks, "its blocks") \
    X(block_words, "words a block, times 10") \
    X(share, "of the page's words") \
    X(children, "sections directly in it") \
    X(place, "share of its blocks before this one") \
    X(paragraph_share, "of its words, in <p> of more than 8 words") \
    X(headings, "headings in it") \
    X(images, "images by blocks") \
    X(long_blocks, "long blocks in it") \
    X(kind, "its element, as pith_kind numbers them") \
    X(repeated, "sections of its shape")

/* X(name, what), for the page. */
#define PITH_PAGE_FEATURES(X) \
    X(blocks, "blocks") \
    X(words, "words") \
    X(link_share, "of the text, inside links") \
    X(punctuation_share, "sentence marks by words") \
    X(block_words, "words a block, times 10") \
    X(paragraph_words, "words in <p> of more than 8 words") \
    X(paragraph_share, "of the words, in such") \
    X(list_share, "of the words, in lists") \
    X(table_share, "of the words, in tables") \
    X(main_share, "of the words, in <main>") \
    X(article_share, "of the words, in <article>") \
    X(articles, "<article> elements") \
    X(headings, "headings") \
    X(h1s, "<h1> elements") \
    X(images, "images") \
    X(forms, "forms") \
    X(long_blocks, "long blocks") \
    X(long_share, "of the words, in long blocks") \
    X(linked_blocks, "share of blocks that are all link") \
    X(kilobytes, "size of the page")

enum { PITH_LEVELS = 7 };

enum {
#define X(name, what) PITH_FEATURE_##name,
    PITH_BLOCK_FEATURES(X)
#undef X
    PITH_BLOCK_FEATURE_COUNT
};

enum {
#define X(name, what) PITH_LEVEL_FEATURE_##name,
    PITH_LEVEL_FEATURES(X)
#undef X
    PITH_LEVEL_FEATURE_COUNT
};

enum {
#define X(name, what) PITH_PAGE_FEATURE_##name,
    PITH_PAGE_FEATURES(X)
#undef X
    PITH_PAGE_FEATURE_COUNT
};

enum {
    PITH_FIRST_LEVEL_FEATURE = PITH_BLOCK_FEATURE_COUNT,
    PITH_FIRST_PAGE_FEATURE = PITH_FIRST_LEVEL_FEATURE + PITH_LEVELS * PITH_LEVEL_FEATURE_COUNT,
    PITH_FEATURE_COUNT = PITH_FIRST_PAGE_FEATURE + PITH_PAGE_FEATURE_COUNT
};

/* Blocks whose features are read together: few enough for the nearest cache. */
enum { PITH_FEATURES_TOGETHER = 64 };

/* A feature's values for those blocks stand side by side. */
typedef struct pith_features {
    int16_t values[PITH_FEATURE_COUNT][PITH_FEATURES_TOGETHER];
} pith_features;

/* What is measured of a page before the features of its blocks can be read. */
typedef struct pith_page_view pith_page_view;

/*
 * Lives in `arena`, as long as the tree, blocks and scene do. PITH_OK,
 * PITH_ERROR_MEMORY or PITH_ERROR_LIMIT.
 */
pith_status pith_page_view_make(const pith_html_tree *tree, const pith_blocks *blocks,
                                const pith_scene *scene, pith_arena *arena,
                                pith_page_view **view);

/* The features of the blocks from `from` on: of PITH_FEATURES_TOGETHER, or those there are. */
void pith_features_read(pith_page_view *view, uint32_t from, pith_features *features);

#endif
