/* SPDX-License-Identifier: Apache-2.0 */
#include "page/numbers.h"

#include "page/address.h"
#include "page/confidence.h"

#include <string.h>

static int16_t thousandths(uint64_t part, uint64_t whole)
{
    return whole > 0 ? (int16_t)((part < whole ? part : whole) * 1000 / whole) : 0;
}

static int16_t count(uint64_t number)
{
    return number < INT16_MAX ? (int16_t)number : INT16_MAX;
}

/* ---- Blocks -------------------------------------------------------------- */

/* Sums over blocks: of the page, or of the content. */
typedef struct sums {
    uint64_t blocks, words, bytes, links, digits, images;
} sums;

static void add(sums *to, const pith_block *block)
{
    to->blocks++;
    to->words += block->word_count;
    to->bytes += block->text_size;
    to->links += block->link_size;
    to->digits += block->digit_count;
    to->images += block->image_count;
}

/* What the blocks of content are made of, in blocks but for the words in paragraphs. */
typedef struct content_parts {
    uint64_t sentence_words, paragraph_words;
    uint32_t longest, brief, headings, linked_headings, items, cells, code;
} content_parts;

static void add_content(content_parts *parts, const pith_block *block, uint32_t element)
{
    enum { BRIEF = 4 };
    parts->sentence_words += block->sentence ? block->word_count : 0;
    parts->longest = block->word_count > parts->longest ? block->word_count : parts->longest;
    parts->brief += block->word_count <= BRIEF;
    switch (element) {
    case PITH_TAG_P:
        parts->paragraph_words += block->word_count;
        break;
    case PITH_TAG_H1: case PITH_TAG_H2: case PITH_TAG_H3:
    case PITH_TAG_H4: case PITH_TAG_H5: case PITH_TAG_H6:
        parts->headings++;
        parts->linked_headings += block->link_size > 0;
        break;
    case PITH_TAG_LI:
        parts->items++;
        break;
    case PITH_TAG_TD: case PITH_TAG_TH:
        parts->cells++;
        break;
    case PITH_TAG_PRE:
        parts->code++;
        break;
    default:
        break;
    }
}

static bool has_currency_sign(pith_str text)
{
    static const pith_str signs[] = {{"$", 1}, {"€", 3}, {"£", 2}, {"¥", 2}, {"₹", 3},
                                     {"&pound;", 7}, {"&euro;", 6}, {"&#36;", 5}};
    enum { LOOK = 48 };
    for (size_t at = 0; at < text.size && at < LOOK; at++) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte != '$' && byte != '&' && byte != 0xE2 && byte != 0xC2)
            continue;
        for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
            if (text.size - at >= signs[k].size &&
                memcmp(text.data + at, signs[k].data, signs[k].size) == 0)
                return true;
    }
    return false;
}

/* A few words, one of them a number, and a currency sign in a leaf at either end. */
static bool is_price(const pith_html_tree *tree, const pith_block *block)
{
    enum { LONGEST = 6 };
    if (block->digit_count == 0 || block->word_count > LONGEST)
        return false;
    const uint32_t leaves[] = {block->first, block->last};
    for (size_t i = 0; i < 2; i++) {
        const pith_html_node *leaf = &tree->nodes[leaves[i]];
        pith_str text = {tree->text + leaf->start, leaf->extent};
        if (leaf->type == PITH_HTML_TEXT && has_currency_sign(text))
            return true;
    }
    return false;
}

static void measure_blocks(const pith_page_source *source, int16_t *values)
{
    const pith_blocks *blocks = source->blocks;
    sums page = {0}, content = {0};
    content_parts parts = {0};
    uint64_t by_label[PITH_LABEL_FORM + 1] = {0};
    uint32_t forms = 0, prices = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const pith_block *block = &blocks->blocks[i];
        pith_label label = source->labels[i].label;
        add(&page, block);
        by_label[label] += block->word_count;
        forms += label == PITH_LABEL_FORM;
        prices += is_price(source->tree, block);
        if (!pith_label_is_content(label))
            continue;
        add(&content, block);
        add_content(&parts, block, source->tree->nodes[block->container].name);
    }
    values[PITH_NUMBER_content_words] = count(content.words);
    values[PITH_NUMBER_words] = count(page.words);
    values[PITH_NUMBER_blocks] = count(page.blocks);
    values[PITH_NUMBER_link_share] = thousandths(page.links, page.bytes);
    values[PITH_NUMBER_content_share] = thousandths(content.words, page.words);
    values[PITH_NUMBER_content_blocks] = count(content.blocks);
    values[PITH_NUMBER_content_link_share] = thousandths(content.links, content.bytes);
    values[PITH_NUMBER_content_block_words] =
        count(content.blocks > 0 ? content.words * 10 / content.blocks : 0);
    values[PITH_NUMBER_longest] = count(parts.longest);
    values[PITH_NUMBER_sentence_share] = thousandths(parts.sentence_words, content.words);
    values[PITH_NUMBER_short_share] = thousandths(parts.brief, content.blocks);
    values[PITH_NUMBER_digit_share] = thousandths(content.digits, content.bytes);
    values[PITH_NUMBER_content_images] = count(content.images);
    values[PITH_NUMBER_images] = count(page.images);
    values[PITH_NUMBER_headings] = count(parts.headings);
    values[PITH_NUMBER_linked_headings] = count(parts.linked_headings);
    values[PITH_NUMBER_paragraph_share] = thousandths(parts.paragraph_words, content.words);
    values[PITH_NUMBER_item_share] = thousandths(parts.items, content.blocks);
    values[PITH_NUMBER_cell_share] = thousandths(parts.cells, content.blocks);
    values[PITH_NUMBER_code_blocks] = count(parts.code);
    values[PITH_NUMBER_prices] = count(prices);
    values[PITH_NUMBER_comment_share] = thousandths(by_label[PITH_LABEL_COMMENT], page.words);
    values[PITH_NUMBER_related_share] = thousandths(by_label[PITH_LABEL_RELATED], page.words);
    values[PITH_NUMBER_navigation_share] =
        thousandths(by_label[PITH_LABEL_NAVIGATION], page.words);
    values[PITH_NUMBER_form_blocks] = count(forms);
}

/* ---- The rest ------------------------------------------------------------ */

static void measure_meta(const pith_meta *meta, int16_t *values)
{
    values[PITH_NUMBER_authors] = count(meta->author_count);
    values[PITH_NUMBER_dated] = meta->date.size > 0;
    values[PITH_NUMBER_tags] = count(meta->tag_count);
    values[PITH_NUMBER_says_article] = (meta->things & PITH_THING_ARTICLE) != 0;
    values[PITH_NUMBER_says_discussion] = (meta->things & PITH_THING_DISCUSSION) != 0;
    values[PITH_NUMBER_says_product] = (meta->things & PITH_THING_PRODUCT) != 0;
    values[PITH_NUMBER_says_list] = (meta->things & PITH_THING_LIST) != 0;
    values[PITH_NUMBER_says_manual] = (meta->things & PITH_THING_MANUAL) != 0;
    values[PITH_NUMBER_says_business] = (meta->things & PITH_THING_BUSINESS) != 0;
    values[PITH_NUMBER_says_site] = (meta->things & PITH_THING_SITE) != 0;
}

static void measure_address(pith_str url, int16_t *values)
{
    pith_address address;
    pith_address_read(url, &address);
    for (unsigned i = 0; i < PITH_ADDRESS_TOPICS; i++)
        values[PITH_NUMBER_address_article + i] = address.topics[i];
    values[PITH_NUMBER_address_depth] = count(address.depth);
    values[PITH_NUMBER_address_digits] = count(address.digits);
    values[PITH_NUMBER_address_last_words] = count(address.last_words);
}

void pith_page_measure(const pith_page_source *source, pith_page_numbers *numbers)
{
    int16_t *values = numbers->values;
    values[PITH_NUMBER_expected_f1] = (int16_t)(source->expected_f1 * PITH_CONFIDENCE_ONE);
    measure_blocks(source, values);
    measure_meta(source->meta, values);
    measure_address(source->url.size > 0 ? source->url : source->meta->canonical, values);
}
