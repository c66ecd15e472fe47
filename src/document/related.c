/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Teasers of other pages, from the blocks that are labelled RELATED.
 *
 * Such blocks come in runs, one for each part of the page that shows other
 * pages. First it is found out what the titles of a run are: linked headings,
 * headings, or links. A title's card is then the largest section without another
 * title, and what the card has beside it can be the excerpt. Where a title has
 * no card of its own, what stands between it and the next title can be.
 */
#include "document/leaves.h"

/* What a block of a run can be. */
typedef enum kind {
    NOTHING,         /* no part of a run */
    TEXT,
    HEADING,
    LINKED_HEADING,
    LINK,            /* a text that is a link, or begins with one */
    MORE             /* a link such as "Read more" */
} kind;

typedef struct title {
    uint32_t block;
    uint32_t link;      /* the <a> whose text it is, or 0 */
} title;

typedef struct related {
    pith_builder *builder;
    const pith_html_tree *tree;
    const pith_blocks *blocks;
    uint8_t *kinds;     /* for each block */
    uint32_t kind_capacity;
    uint32_t first;     /* blocks: the run at hand */
    uint32_t end;
    title *titles;      /* of the run */
    uint32_t title_count;
    uint32_t title_capacity;
    bool extended;      /* the title before has an excerpt, but no card */
} related;

/* ---- Blocks ------------------------------------------------------------- */

static const pith_block *block_at(const related *r, uint32_t i)
{
    return &r->blocks->blocks[i];
}

static bool is_linked(const pith_block *block)
{
    return block->link_size * UINT64_C(2) > block->text_size;
}

static void begin_leaves(const related *r, uint32_t block, pith_leaves *leaves)
{
    pith_leaves_begin(leaves, r->tree, block_at(r, block)->first, block_at(r, block)->last);
}

static pith_str reference_of(const related *r, uint32_t link)
{
    return pith_html_raw_value(
        r->tree, link != 0 ? pith_html_find_attribute(r->tree, link, PITH_ATTRIBUTE_HREF) : NULL);
}

static bool same_page(const related *r, uint32_t link, uint32_t other)
{
    return link == other || (link != 0 && other != 0 &&
                             pith_str_equal(reference_of(r, link), reference_of(r, other)));
}

/* The link around the block's first text, or 0. */
static uint32_t leading_link(const related *r, uint32_t block)
{
    pith_leaves leaves;
    begin_leaves(r, block, &leaves);
    while (pith_leaves_next(&leaves))
        if (r->tree->nodes[leaves.leaf].type == PITH_HTML_TEXT)
            return leaves.link;
    return 0;
}

/* The first link around any leaf of the block, or 0. */
static uint32_t any_link(const related *r, uint32_t block)
{
    pith_leaves leaves;
    begin_leaves(r, block, &leaves);
    while (pith_leaves_next(&leaves))
        if (leaves.link != 0)
            return leaves.link;
    return 0;
}

static bool is_heading(const related *r, uint32_t block)
{
    enum { NEAR = 3 };
    uint32_t node = block_at(r, block)->container;
    for (int i = 0; i < NEAR && node != 0; i++, node = r->tree->nodes[node].parent) {
        uint32_t name = r->tree->nodes[node].name;
        if (name >= PITH_TAG_H1 && name <= PITH_TAG_H6 && pith_html_is(r->tree, node, name))
            return true;
    }
    return false;
}

/* The block's text, in builder->text until it changes. */
static pith_str text_of(related *r, uint32_t block)
{
    pith_buffer *text = &r->builder->text;
    pith_buffer_reset(text);
    pith_leaves leaves;
    begin_leaves(r, block, &leaves);
    while (pith_leaves_next(&leaves) && !r->builder->failed)
        pith_builder_add_leaf(r->builder, &leaves, 0);
    return pith_str_trim((pith_str){text->data, text->size});
}

static bool ends_with(pith_str text, pith_str end)
{
    return text.size >= end.size &&
           memcmp(text.data + text.size - end.size, end.data, end.size) == 0;
}

/* An ellipsis, perhaps in brackets. */
static bool is_cut_off(pith_str text)
{
    while (text.size > 0 && (text.data[text.size - 1] == ']' || text.data[text.size - 1] == ')'))
        text.size--;
    return ends_with(text, PITH_STR("…")) || ends_with(text, PITH_STR("..."));
}

/* ---- Kinds -------------------------------------------------------------- */

/* Without punctuation, arrows and ellipses at its end. */
static pith_str without_marks(pith_str text)
{
    static const char *const marks[] = {"»", "…", "›", "→", "＞"};
    for (bool cut = true; cut && text.size > 0;) {
        char last = text.data[text.size - 1];
        cut = last > 0 && !pith_is_alpha(last) && !pith_is_digit(last);
        text.size -= cut;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !cut; i++) {
            cut = ends_with(text, (pith_str){marks[i], strlen(marks[i])});
            text.size -= cut ? strlen(marks[i]) : 0;
        }
    }
    return text;
}

/* Leads to the rest of a text, or to more texts: in the words of some twenty languages. */
static bool is_more(pith_str text)
{
    static const char phrases[] =
        "more|read more|read on|read article|read the article|read story|read full story|"
        "full story|full article|learn more|see more|show more|load more|view more|find out more|"
        "view all|see all|show all|continue|continue reading|details|mehr|mehr lesen|"
        "mehr erfahren|weiterlesen|zum artikel|alle anzeigen|lire la suite|lire plus|"
        "en savoir plus|voir plus|voir tout|leer más|leer mas|seguir leyendo|ver más|ver todo|"
        "ver todos|leia mais|ler mais|saiba mais|ver tudo|leggi tutto|leggi di più|"
        "continua a leggere|lees meer|lees verder|meer|czytaj więcej|czytaj dalej|więcej|"
        "читать далее|подробнее|läs mer|les mer|læs mere|lue lisää|devamı|続きを読む|もっと見る|"
        "查看更多|更多|더보기|";
    static const char continued[] = "continue reading ";
    text = without_marks(text);
    size_t prefix = sizeof continued - 1;
    if (text.size > prefix &&
        pith_str_equal_ignoring_case((pith_str){text.data, prefix}, (pith_str){continued, prefix}))
        return true;
    for (const char *phrase = phrases; *phrase != '\0';) {
        size_t size = pith_size_until(phrase, '|');
        if (pith_str_equal_ignoring_case(text, (pith_str){phrase, size}))
            return true;
        phrase += size + 1;
    }
    return false;
}

static kind kind_of(related *r, uint32_t block)
{
    enum { SHORT = 40 }; /* bytes */
    const pith_block *b = block_at(r, block);
    if (is_heading(r, block))
        return is_linked(b) ? LINKED_HEADING : HEADING;
    bool linked = is_linked(b);
    if (b->link_size == 0 || (!linked && leading_link(r, block) == 0))
        return TEXT;
    return linked && b->text_size <= SHORT && is_more(text_of(r, block)) ? MORE : LINK;
}

/* ---- Titles ------------------------------------------------------------- */

static void add_title(related *r, uint32_t block, uint32_t link)
{
    void *titles = r->titles;
    if (!pith_array_grow(r->builder->memory, &titles, &r->title_capacity, r->title_count + 1,
                         sizeof *r->titles)) {
        r->builder->failed = true;
        return;
    }
    r->titles = titles;
    r->titles[r->title_count++] = (title){block, link};
}

static void add_headings(related *r, kind wanted)
{
    for (uint32_t i = r->first; i < r->end; i++)
        if (r->kinds[i] == wanted || r->kinds[i] == LINKED_HEADING)
            add_title(r, i, r->kinds[i] == LINKED_HEADING ? any_link(r, i) : 0);
}

/* The links of a block that has some: the first, and others on lines of their own. */
static void add_links(related *r, uint32_t block)
{
    pith_leaves leaves;
    uint32_t count = 0, before = 0;
    begin_leaves(r, block, &leaves);
    while (pith_leaves_next(&leaves)) {
        count += leaves.link != 0 && leaves.link != before;
        before = leaves.link != 0 ? leaves.link : before;
    }
    bool list = count >= 3 && is_linked(block_at(r, block)), line = true;
    before = 0;
    begin_leaves(r, block, &leaves);
    while (pith_leaves_next(&leaves)) {
        if (r->tree->nodes[leaves.leaf].type != PITH_HTML_TEXT) {
            line = line || pith_flow_of(r->tree, leaves.leaf) == PITH_FLOW_BREAK;
            continue;
        }
        if (leaves.link != 0 && leaves.link != before && (line || list))
            add_title(r, block, leaves.link);
        line = false;
        before = leaves.link != 0 ? leaves.link : before;
    }
}

/*
 * A block with another link to the page of the last title is a part of its
 * card. It is the title if the one before was a mark only ("Video").
 */
static bool continues_title(related *r, uint32_t block)
{
    enum { MARK = 2, LONGEST = 15 };
    title *last = r->title_count > 0 ? &r->titles[r->title_count - 1] : NULL;
    uint32_t link = leading_link(r, block);
    if (last == NULL || link == 0 || !same_page(r, link, last->link))
        return false;
    const pith_block *b = block_at(r, block);
    if (block_at(r, last->block)->word_count <= MARK && b->word_count > MARK &&
        b->word_count < LONGEST && !b->sentence)
        *last = (title){block, link};
    return true;
}

static bool holds(const pith_section *section, const title *t)
{
    return t != NULL && t->block >= section->first_block && t->block < section->end_block;
}

/* True if two titles stand together in a card: in a section near them without a third. */
static bool share_card(const related *r, const title *mark, const title *long_one,
                       const title *third)
{
    enum { FAR = 6 };
    const pith_section *sections = r->blocks->sections;
    uint32_t section = block_at(r, mark->block)->section;
    for (int i = 0; i < FAR && section != 0; i++, section = sections[section].parent)
        if (holds(&sections[section], long_one))
            return !holds(&sections[section], third);
    return false;
}

/* Takes away what is only a mark in the card of a title, such as a category's name. */
static void drop_marks(related *r)
{
    enum { MARK = 2 };
    uint32_t kept = 0;
    for (uint32_t i = 0; i < r->title_count; i++) {
        const title *t = &r->titles[i];
        const title *before = kept > 0 ? &r->titles[kept - 1] : NULL;
        const title *after = i + 1 < r->title_count ? t + 1 : NULL;
        const title *beyond = i + 2 < r->title_count ? t + 2 : NULL;
        bool mark = block_at(r, t->block)->word_count <= MARK;
        if (mark && after != NULL && block_at(r, after->block)->word_count > MARK &&
            share_card(r, t, after, before) && share_card(r, t, after, beyond))
            continue;
        if (mark && before != NULL && block_at(r, before->block)->word_count > MARK &&
            share_card(r, t, before, after))
            continue;
        r->titles[kept++] = *t;
    }
    r->title_count = kept;
}

/* How many of the run's blocks are of the kind; of headings only those that text follows. */
static uint32_t count_kind(const related *r, kind wanted)
{
    uint32_t count = 0;
    bool headed = false;
    for (uint32_t i = r->first; i < r->end; i++) {
        if (wanted != HEADING)
            count += r->kinds[i] == wanted;
        else if (r->kinds[i] == TEXT && headed)
            count++;
        if (r->kinds[i] != NOTHING)
            headed = r->kinds[i] == HEADING;
    }
    return count;
}

/* Finds the titles of the run; a lone linked heading over many links heads a list. */
static void find_titles(related *r)
{
    uint32_t links = count_kind(r, LINK);
    uint32_t linked_headings = count_kind(r, LINKED_HEADING);
    uint32_t headings = count_kind(r, HEADING);
    r->title_count = 0;
    if (linked_headings > 1 || (linked_headings == 1 && links < 3)) {
        add_headings(r, LINKED_HEADING);
    } else if (headings > 0 && headings * 2 >= links) {
        add_headings(r, HEADING);
    } else {
        for (uint32_t i = r->first; i < r->end && !r->builder->failed; i++)
            if (r->kinds[i] == LINK && !continues_title(r, i))
                add_links(r, i);
        drop_marks(r);
    }
}

/* ---- Teasers ------------------------------------------------------------ */

/* The title's words: those of its link, or all of its block. */
static pith_str title_text(related *r, const title *t)
{
    pith_leaves leaves;
    pith_buffer_reset(&r->builder->text);
    begin_leaves(r, t->block, &leaves);
    while (pith_leaves_next(&leaves) && !r->builder->failed)
        if (t->link == 0 || leaves.link == t->link)
            pith_builder_add_leaf(r->builder, &leaves, 0);
    return pith_builder_take_text(r->builder, 0);
}

/* What an excerpt has: some words, and the look of a sentence. */
static bool reads_as_excerpt(pith_str text)
{
    enum { SHORT = 20, LONG = 60 }; /* bytes */
    if (text.size < SHORT)
        return false;
    char last = text.data[text.size - 1];
    return text.size >= LONG || is_cut_off(text) || last == '.' || last == '!' || last == '?';
}

/* Without what stands between a title and the text after it on its line. */
static pith_str without_dash(pith_str text)
{
    static const char *const dashes[] = {" ", "-", "–", "—", ":", "|", ",", "·"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes;) {
        size_t size = strlen(dashes[i]);
        bool begins = text.size >= size && memcmp(text.data, dashes[i], size) == 0;
        text = begins ? pith_str_from(text, size) : text;
        i = begins ? 0 : i + 1;
    }
    return text;
}

/*
 * The text of a block without its links to the title's page ("Read more"),
 * unless it is such a link itself.
 */
static pith_str excerpt_text(related *r, uint32_t block, const title *t)
{
    pith_leaves leaves;
    bool whole = block != t->block && is_linked(block_at(r, block));
    pith_buffer *text = &r->builder->text;
    pith_buffer_reset(text);
    begin_leaves(r, block, &leaves);
    while (pith_leaves_next(&leaves) && !r->builder->failed)
        if (whole || leaves.link == 0 || !same_page(r, leaves.link, t->link))
            pith_builder_add_leaf(r->builder, &leaves, 0);
    return without_dash(pith_str_trim((pith_str){text->data, text->size}));
}

/* The longest text from `first` to `end` that reads as an excerpt; blocks->count if none does. */
static uint32_t find_excerpt(related *r, const title *t, uint32_t first, uint32_t end)
{
    enum { FEWEST = 4 };
    uint32_t best = r->blocks->count, words = FEWEST - 1;
    for (uint32_t i = first; i < end; i++) {
        const pith_block *b = block_at(r, i);
        bool text = r->kinds[i] == TEXT ||
                    (r->kinds[i] == LINK && (!is_linked(b) ||
                                             same_page(r, leading_link(r, i), t->link)));
        if (text && b->word_count > words && reads_as_excerpt(excerpt_text(r, i, t))) {
            best = i;
            words = b->word_count;
        }
    }
    return best;
}

/* The largest section of the run around title number `i` that has no other. */
static const pith_section *card_of(const related *r, uint32_t i)
{
    const pith_section *sections = r->blocks->sections;
    const title *before = i > 0 ? &r->titles[i - 1] : NULL;
    const title *after = i + 1 < r->title_count ? &r->titles[i + 1] : NULL;
    uint32_t section = block_at(r, r->titles[i].block)->section;
    for (;;) {
        uint32_t parent = sections[section].parent;
        if (parent == 0 || holds(&sections[parent], before) || holds(&sections[parent], after) ||
            sections[parent].first_block < r->first || sections[parent].end_block > r->end)
            return &sections[section];
        section = parent;
    }
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Where what belongs to the title ends: with its card, or where it has none, at the next title. */
static uint32_t end_of_teaser(related *r, uint32_t i, const pith_section *card)
{
    uint32_t next = i + 1 < r->title_count ? r->titles[i + 1].block : r->end;
    uint32_t end = least(card->end_block, next);
    for (uint32_t block = r->titles[i].block + 1; block < end; block++)
        if (r->kinds[block] != NOTHING)
            return end;
    bool lone_last = next == r->end && i > 0 && !r->extended &&
                     r->kinds[r->titles[i].block] == LINK;
    return lone_last ? end : least(r->blocks->sections[card->parent].end_block, next);
}

static void add_teaser(related *r, const pith_teaser *teaser)
{
    pith_document *document = r->builder->document;
    void *teasers = document->teasers;
    if (r->builder->failed || teaser->title.size == 0 ||
        (teaser->url.size == 0 && teaser->excerpt.size == 0))
        return;
    if (!pith_array_grow(r->builder->memory, &teasers, &document->teaser_capacity,
                         document->teaser_count + 1, sizeof *document->teasers)) {
        r->builder->failed = true;
        return;
    }
    document->teasers = teasers;
    document->teasers[document->teaser_count++] = *teaser;
}

static pith_str resolve(related *r, uint32_t link)
{
    if (link == 0)
        return (pith_str){NULL, 0};
    pith_buffer_reset(&r->builder->value);
    pith_str value = pith_html_get(r->tree, link, PITH_ATTRIBUTE_HREF, &r->builder->value);
    r->builder->failed |= r->builder->value.failed;
    return pith_builder_resolve(r->builder, value);
}

static void make_teaser(related *r, uint32_t i)
{
    title *t = &r->titles[i];
    bool alone = (i == 0 || r->titles[i - 1].block != t->block) &&
                 (i + 1 == r->title_count || r->titles[i + 1].block != t->block);
    pith_teaser teaser = {.source = r->tree->nodes[block_at(r, t->block)->first].start};
    teaser.title = title_text(r, t);
    uint32_t excerpt = r->blocks->count;
    if (alone) {
        const pith_section *card = card_of(r, i);
        uint32_t end = end_of_teaser(r, i, card);
        for (uint32_t block = least(card->first_block, t->block); block < end && t->link == 0;
             block++)
            t->link = any_link(r, block);
        excerpt = find_excerpt(r, t, t->block + 1, end);
        r->extended = excerpt < r->blocks->count && excerpt >= card->end_block;
        if (excerpt == r->blocks->count && r->kinds[t->block] == LINK)
            excerpt = find_excerpt(r, t, t->block, t->block + 1);
    }
    if (excerpt < r->blocks->count && reads_as_excerpt(excerpt_text(r, excerpt, t))) {
        pith_str text = excerpt_text(r, excerpt, t);
        if (!pith_arena_copy(&r->builder->document->arena, text, &teaser.excerpt))
            r->builder->failed = true;
    }
    teaser.url = resolve(r, t->link);
    add_teaser(r, &teaser);
}

/* Without links and headings: a text that is cut off is the excerpt of the text before it. */
static void read_plain(related *r)
{
    uint32_t before = r->blocks->count;
    for (uint32_t i = r->first; i < r->end && !r->builder->failed; i++) {
        if (r->kinds[i] != TEXT)
            continue;
        const title t = {before, 0};
        if (before == r->blocks->count || !is_cut_off(text_of(r, i))) {
            before = i;
            continue;
        }
        pith_teaser teaser = {.source = r->tree->nodes[block_at(r, before)->first].start};
        teaser.title = title_text(r, &t);
        teaser.excerpt = title_text(r, &(title){i, 0});
        add_teaser(r, &teaser);
        before = r->blocks->count;
    }
}

/* ---- Runs --------------------------------------------------------------- */

static void read_run(related *r)
{
    r->extended = false;
    find_titles(r);
    for (uint32_t i = 0; i < r->title_count && !r->builder->failed; i++)
        make_teaser(r, i);
    if (r->title_count == 0)
        read_plain(r);
}

/* True for a block that is in a run, or that a run goes over. */
static bool goes_on(const related *r, uint32_t block)
{
    enum { FAR = 4 };
    const pith_block_label *labels = r->builder->labels;
    for (uint32_t i = block; i < r->blocks->count && i < block + FAR; i++) {
        if (labels[i].announces)
            return false;
        if (labels[i].label == PITH_LABEL_RELATED && block_at(r, i)->text_size > 0)
            return true;
        if (pith_label_is_content(labels[i].label) && block_at(r, i)->text_size > 0)
            return false;
    }
    return false;
}

static void find_runs(related *r)
{
    const pith_block_label *labels = r->builder->labels;
    for (uint32_t i = 0; i < r->blocks->count && !r->builder->failed;) {
        if (labels[i].label != PITH_LABEL_RELATED || labels[i].announces ||
            block_at(r, i)->text_size == 0) {
            i++;
            continue;
        }
        r->first = i;
        while (r->first > r->end && block_at(r, r->first - 1)->text_size == 0 &&
               !pith_label_is_content(labels[r->first - 1].label))
            r->first--; /* the image over the first title */
        for (; i < r->blocks->count && goes_on(r, i) && !r->builder->failed; i++)
            if (labels[i].label == PITH_LABEL_RELATED && block_at(r, i)->text_size > 0)
                r->kinds[i] = (uint8_t)kind_of(r, i);
        r->end = i;
        if (!r->builder->failed)
            read_run(r);
    }
}

void pith_builder_find_related(pith_builder *builder)
{
    related r = {.builder = builder, .tree = builder->tree, .blocks = builder->blocks};
    void *kinds = NULL;
    if (r.blocks->count == 0)
        return;
    if (!pith_array_grow(builder->memory, &kinds, &r.kind_capacity, r.blocks->count, 1)) {
        builder->failed = true;
        return;
    }
    r.kinds = kinds;
    memset(r.kinds, NOTHING, r.kind_capacity);
    find_runs(&r);
    pith_memory_free(builder->memory, r.kinds, r.kind_capacity);
    pith_memory_free(builder->memory, r.titles, r.title_capacity * sizeof *r.titles);
}
