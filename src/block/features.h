/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Features: what is measured of each block for the decision what it is, in one
 * sweep over the sections and one over the blocks. docs/FEATURES.md says of each
 * what it is, in which unit, and why it is there. Training reads them from the
 * same code.
 */
#ifndef PITH_BLOCK_FEATURES_H
#define PITH_BLOCK_FEATURES_H

#include "block/block.h"

/* Levels of sections around a block that have features of their own. */
enum { PITH_LEVELS = 5 };

/* X(name): one value for each block. */
#define PITH_BLOCK_FEATURES(X) \
    X(words) X(text_size) X(link_share) X(punctuation) X(punctuation_share) X(digit_share) \
    X(images) X(word_size) X(capital_share) X(last_mark) X(first_mark) X(inline_kind) X(tag_kind) \
    X(heading_level) X(all_linked) X(duplicate) X(title_overlap) X(title_share) \
    X(position) X(word_position) X(words_before) X(words_after) \
    X(words_1_before) X(words_2_before) X(words_1_after) X(words_2_after) \
    X(link_1_before) X(link_2_before) X(link_1_after) X(link_2_after) \
    X(tag_1_before) X(tag_1_after) X(same_section_before) X(same_section_after) \
    X(window_words) X(window_link_share) X(window_punctuation_share) \
    X(blocks_since_h1) X(words_since_h1) X(blocks_to_h1) X(blocks_since_heading) \
    X(words_since_heading) X(last_heading_level) X(blocks_to_heading) \
    X(longest_before) X(longest_after) X(since_long) X(to_long) \
    X(section_depth) X(landmarks) X(to_main) X(to_article) X(to_nav) X(to_aside) X(to_header) \
    X(to_footer) X(to_form) X(to_table) X(to_list) X(to_figure) X(to_section) X(to_link) \
    X(to_hidden) X(to_button) X(to_dialog) X(to_noscript) X(to_itemprop) X(to_body_item) \
    X(mates) X(mate_words) X(mate_link_share) X(mate_words_spread) X(shape_mates) \
    X(shape_words) X(class_words) X(class_link_share) X(class_share)

/* X(name): one value for each of PITH_LEVELS levels of sections, the innermost first. */
#define PITH_LEVEL_FEATURES(X) \
    X(words) X(link_share) X(punctuation_share) X(blocks) X(block_words) X(share) X(children) \
    X(position) X(tag) X(repeats) X(repeat_words) X(images) X(paragraph_words) X(headings) X(score)

/* X(name): one value for the page. */
#define PITH_PAGE_FEATURES(X) \
    X(blocks) X(words) X(link_share) X(punctuation_share) X(block_words) X(paragraph_words) \
    X(paragraph_share) X(list_share) X(table_share) X(main_share) X(article_share) X(articles) \
    X(headings) X(h1s) X(images) X(forms) X(long_blocks) X(long_share) X(linked_blocks) \
    X(top_section_share) X(spread)

enum {
#define X(name) PITH_FEATURE_##name,
    PITH_BLOCK_FEATURES(X)
#undef X
    PITH_BLOCK_FEATURE_COUNT,
    PITH_FIRST_LEVEL_FEATURE = PITH_BLOCK_FEATURE_COUNT
};

enum {
#define X(name) PITH_LEVEL_FEATURE_##name,
    PITH_LEVEL_FEATURES(X)
#undef X
    PITH_LEVEL_FEATURE_COUNT
};

enum {
#define X(name) PITH_PAGE_FEATURE_##name,
    PITH_PAGE_FEATURES(X)
#undef X
    PITH_PAGE_FEATURE_COUNT
};

enum {
    PITH_FIRST_PAGE_FEATURE = PITH_BLOCK_FEATURE_COUNT + PITH_LEVELS * PITH_LEVEL_FEATURE_COUNT,
    PITH_FEATURE_COUNT = PITH_FIRST_PAGE_FEATURE + PITH_PAGE_FEATURE_COUNT
};

#endif
