/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The text of a block: white space as CSS collapses it (CSS Text 3, 4.1), and
 * the formatting around it.
 *
 * Space is written when the next character comes, outside of the elements that
 * end before it or begin after it. So an emphasis never begins or ends with a
 * space, and one without text never comes to be.
 *
 * Characters that show nothing: soft hyphens, byte order marks and controls are
 * left out. A no-break space between two characters of one text stays; at an
 * edge it is white space like any other, and the same holds for a zero-width
 * space, which is left out there. Joiners and direction marks stay. Line and
 * paragraph separators (U+2028, U+2029) are white space.
 */
#include "document/builder.h"

/* ---- Formatting --------------------------------------------------------- */

static unsigned format_of(uint32_t name)
{
    switch (name) {
    case PITH_TAG_EM: case PITH_TAG_I: case PITH_TAG_CITE: case PITH_TAG_DFN: case PITH_TAG_VAR:
        return PITH_NODE_EMPHASIS;
    case PITH_TAG_STRONG: case PITH_TAG_B:
        return PITH_NODE_STRONG;
    case PITH_TAG_S: case PITH_TAG_STRIKE: case PITH_TAG_DEL:
        return PITH_NODE_STRIKETHROUGH;
    case PITH_TAG_SUP:
        return PITH_NODE_SUPERSCRIPT;
    case PITH_TAG_SUB:
        return PITH_NODE_SUBSCRIPT;
    case PITH_TAG_CODE: case PITH_TAG_KBD: case PITH_TAG_SAMP: case PITH_TAG_TT:
        return PITH_NODE_CODE;
    default:
        return PITH_NODE_NONE;
    }
}

static bool has_format(const pith_builder *builder, unsigned type)
{
    const pith_scope *scope = &builder->scope;
    for (uint32_t i = scope->format_base; i < scope->format_count; i++)
        if (builder->formats[i].type == type)
            return true;
    return false;
}

static uint32_t count_format(const pith_builder *builder, unsigned type)
{
    const pith_scope *scope = &builder->scope;
    uint32_t count = 0;
    for (uint32_t i = scope->format_base; i < scope->format_count; i++)
        count += builder->formats[i].type == type;
    return count;
}

static void push_format(pith_builder *builder, uint32_t html, unsigned type)
{
    bool plain_in_code = type == PITH_NODE_EMPHASIS || type == PITH_NODE_STRONG ||
                         type == PITH_NODE_STRIKETHROUGH;
    bool nests = type == PITH_NODE_SUPERSCRIPT || type == PITH_NODE_SUBSCRIPT;
    if ((nests ? count_format(builder, type) == PITH_SCRIPTS : has_format(builder, type)) ||
        (plain_in_code && has_format(builder, PITH_NODE_CODE)))
        return;
    void *formats = builder->formats;
    uint32_t count = builder->scope.format_count;
    if (!pith_array_grow(builder->memory, &formats, &builder->format_capacity, count + 1,
                         sizeof *builder->formats)) {
        builder->failed = true;
        return;
    }
    builder->formats = formats;
    builder->formats[count] = (pith_style){html, type};
    builder->scope.format_count = count + 1;
}

static void enter_link(pith_builder *builder, uint32_t html)
{
    const pith_html_attribute *href =
        pith_html_find_attribute(builder->tree, html, PITH_ATTRIBUTE_HREF);
    if (href == NULL || builder->scope.link)
        return;
    pith_buffer_reset(&builder->value);
    pith_str value = pith_html_value(builder->tree, href, &builder->value);
    pith_str url = pith_builder_resolve(builder, value);
    if (builder->value.failed)
        builder->failed = true;
    if (url.size == 0)
        return;
    builder->link.html = html;
    builder->link.target = pith_builder_target(builder);
    if (builder->link.target == NULL)
        return;
    builder->link.target->url = url;
    builder->link.target->title = pith_builder_attribute(builder, html, PITH_ATTRIBUTE_TITLE);
    builder->scope.link = true;
    push_format(builder, html, PITH_NODE_LINK);
}

static pith_str class_of(const pith_html_tree *tree, uint32_t html)
{
    return pith_html_raw_value(tree, pith_html_find_attribute(tree, html, PITH_ATTRIBUTE_CLASS));
}

/* The text that an element begins or ends with, as the page has it. */
static pith_str edge_text(const pith_html_tree *tree, uint32_t html, bool last)
{
    uint32_t child = last ? pith_html_last_child(tree, html) : tree->nodes[html].first_child;
    const pith_html_node *text = &tree->nodes[child];
    if (child == 0 || text->type != PITH_HTML_TEXT)
        return (pith_str){NULL, 0};
    return (pith_str){tree->text + text->start, text->extent};
}

static bool is_digit_or_capital(char byte)
{
    return pith_is_digit(byte) || (unsigned char)(byte - 'A') < 26;
}

/*
 * Two elements of one name and class that touch are entries of a row that the
 * page's style parts, the facts under a title for instance, if a digit or a
 * capital stands where they meet. Otherwise they may be parts of a word, and
 * letters one by one are a word that moves.
 */
static bool is_entry(const pith_html_tree *tree, uint32_t html)
{
    const pith_html_node *node = &tree->nodes[html];
    uint32_t before = node->previous;
    if (html == tree->nodes[node->parent].first_child ||
        tree->nodes[before].type != PITH_HTML_ELEMENT || tree->nodes[before].name != node->name)
        return false;
    pith_str name = class_of(tree, html);
    if (name.size == 0 || !pith_str_equal(name, class_of(tree, before)))
        return false;
    pith_str end = edge_text(tree, before, true), start = edge_text(tree, html, false);
    if (end.size == 0 || start.size == 0 || (end.size == 1 && start.size == 1))
        return false;
    return is_digit_or_capital(start.data[0]) ||
           (pith_is_digit(end.data[end.size - 1]) && pith_is_alpha(start.data[0]));
}

/* What stands above its base in a ruby is apart from it. */
static void begin_reading(pith_builder *builder)
{
    builder->leaf.space = true;
    builder->leaf.reading_due = true;
    builder->leaf.reading_formats = builder->scope.format_count;
}

void pith_builder_format(pith_builder *builder, uint32_t html)
{
    const pith_html_node *node = &builder->tree->nodes[html];
    if (node->space != PITH_NS_HTML)
        return;
    unsigned type = format_of(node->name);
    if (type != PITH_NODE_NONE)
        push_format(builder, html, type);
    else if (node->name == PITH_TAG_A)
        enter_link(builder, html);
    else if (node->name == PITH_TAG_Q)
        builder->leaf.quotes++;
    else if (node->name == PITH_TAG_RT)
        begin_reading(builder);
    else if (is_entry(builder->tree, html))
        builder->leaf.space = true;
}

/*
 * The formats that the next character stands in, from the outermost: a link
 * reaches through block-level elements, the others do not; code is innermost,
 * since its node holds text alone.
 */
static uint32_t wanted_formats(const pith_builder *builder, pith_style wanted[PITH_FORMATS])
{
    const pith_scope *scope = &builder->scope;
    uint32_t count = 0;
    if (scope->link && !has_format(builder, PITH_NODE_LINK))
        wanted[count++] = (pith_style){builder->link.html, PITH_NODE_LINK};
    pith_style code = {0, PITH_NODE_NONE};
    for (uint32_t i = scope->format_base; i < scope->format_count; i++) {
        if (builder->formats[i].type == PITH_NODE_CODE)
            code = builder->formats[i];
        else
            wanted[count++] = builder->formats[i];
    }
    if (code.type != PITH_NODE_NONE)
        wanted[count++] = code;
    return count;
}

/* ---- The leaf ----------------------------------------------------------- */

/* Gives the text that has gathered to a node. */
static void flush(pith_builder *builder)
{
    pith_leaf *leaf = &builder->leaf;
    pith_str text = {builder->text.data, builder->text.size};
    if (builder->text.failed)
        builder->failed = true;
    if (text.size == 0 || builder->failed)
        return;
    pith_node *node = leaf->parent;
    if (node->type != PITH_NODE_CODE)
        node = pith_builder_add(builder, leaf->parent, PITH_NODE_TEXT, leaf->source);
    if (node != NULL && !pith_arena_copy(&builder->document->arena, text, &node->text))
        builder->failed = true;
    pith_buffer_reset(&builder->text);
}

void pith_builder_finish_leaf(pith_builder *builder)
{
    if (builder->leaf.node != NULL)
        flush(builder);
    pith_leaf *leaf = &builder->leaf; /* its quotes stay due */
    leaf->node = leaf->parent = NULL;
    leaf->open_count = 0;
    leaf->breaks = 0;
    leaf->space = leaf->started = leaf->reading = leaf->reading_due = false;
}

static void begin_leaf(pith_builder *builder, uint32_t source)
{
    pith_leaf *leaf = &builder->leaf;
    pith_node *parent = pith_builder_parent(builder, PITH_NODE_PARAGRAPH);
    leaf->space = false;
    leaf->breaks = 0;
    if (parent == NULL)
        return;
    if (pith_holds_text(parent->type)) { /* a block after another in one heading or caption */
        leaf->node = parent;
        leaf->started = parent->first_child != NULL;
        leaf->space = leaf->started;
        leaf->breaks = leaf->started && parent->type == PITH_NODE_CAPTION;
    } else {
        bool title = builder->label == PITH_LABEL_TITLE && parent->type == PITH_NODE_DOCUMENT;
        pith_node_type type = title ? PITH_NODE_HEADING : PITH_NODE_PARAGRAPH;
        leaf->node = pith_builder_add(builder, parent, type, source);
        if (leaf->node != NULL && title)
            leaf->node->number = 1;
    }
    leaf->parent = leaf->node;
}

/* Closes the formats from `count` on. */
static void close_formats(pith_builder *builder, uint32_t count)
{
    pith_leaf *leaf = &builder->leaf;
    if (leaf->open_count == count)
        return;
    flush(builder);
    for (; leaf->open_count > count; leaf->open_count--)
        leaf->parent = leaf->parent->parent;
}

static void open_format(pith_builder *builder, pith_style format, uint32_t source)
{
    pith_leaf *leaf = &builder->leaf;
    flush(builder);
    pith_node *node =
        pith_builder_add(builder, leaf->parent, (pith_node_type)format.type, source);
    if (node == NULL)
        return;
    if (format.type == PITH_NODE_LINK)
        node->target = builder->link.target; /* the same for all blocks of the link */
    leaf->open[leaf->open_count++] = format;
    leaf->parent = node;
}

/*
 * How many of the open formats go on. Two elements of one kind that touch count
 * as one, even with a space between them unless they are code.
 */
static uint32_t common_formats(const pith_leaf *leaf, const pith_style *wanted, uint32_t count)
{
    uint32_t common = 0;
    while (common < count && common < leaf->open_count) {
        pith_style a = leaf->open[common], b = wanted[common];
        bool joins = a.type == b.type && leaf->breaks == 0 && a.type != PITH_NODE_LINK &&
                     (a.type != PITH_NODE_CODE || !leaf->space);
        bool code_ends = a.type == PITH_NODE_CODE && leaf->breaks > 0;
        if ((a.html != b.html && !joins) || code_ends)
            break;
        common++;
    }
    return common;
}

/* Writes what stands between the last character and the next. */
static void add_gap(pith_builder *builder, uint32_t source)
{
    pith_leaf *leaf = &builder->leaf;
    bool breaks = leaf->breaks > 0 && leaf->node->type != PITH_NODE_HEADING &&
                  leaf->node->type != PITH_NODE_DESCRIPTION_TERM;
    if (!leaf->started) {
        /* nothing to keep apart */
    } else if (breaks && leaf->breaks > 1 && leaf->node->type == PITH_NODE_PARAGRAPH) {
        close_formats(builder, 0); /* an empty line parts paragraphs */
        flush(builder);
        leaf->node = pith_builder_add(builder, leaf->node->parent, PITH_NODE_PARAGRAPH, source);
        leaf->parent = leaf->node;
    } else if (breaks) {
        flush(builder);
        pith_builder_add(builder, leaf->parent, PITH_NODE_LINE_BREAK, source);
    } else if (leaf->space || leaf->breaks > 0) {
        if (builder->text.size == 0)
            leaf->source = source;
        pith_buffer_add_byte(&builder->text, ' ');
    }
    leaf->space = false;
    leaf->breaks = 0;
}

/* Makes all ready for a character or an image. False when memory has run out. */
static bool settle(pith_builder *builder, bool code, uint32_t source)
{
    pith_leaf *leaf = &builder->leaf;
    if (leaf->node == NULL)
        begin_leaf(builder, source);
    if (builder->failed || leaf->node == NULL)
        return false;
    pith_style wanted[PITH_FORMATS];
    uint32_t count = wanted_formats(builder, wanted);
    if (!code && count > 0 && wanted[count - 1].type == PITH_NODE_CODE)
        count--;
    uint32_t common = common_formats(leaf, wanted, count);
    for (uint32_t i = common; i < leaf->open_count; i++)
        if (leaf->open[i].type == PITH_NODE_LINK && builder->scope.link &&
            leaf->open[i].html != builder->link.html)
            leaf->space = true; /* a link that touches another: entries of a menu, tags */
    close_formats(builder, common);
    add_gap(builder, source);
    if (leaf->open_count < common)
        common = leaf->open_count; /* a new paragraph was begun */
    for (uint32_t i = common; i < count && !builder->failed; i++)
        open_format(builder, wanted[i], source);
    leaf->started = true;
    return !builder->failed;
}

/* ---- Characters --------------------------------------------------------- */

static void put(pith_builder *builder, pith_str characters, uint32_t source)
{
    pith_leaf *leaf = &builder->leaf;
    if (leaf->reading_due) { /* the bracket stands outside of what the reading is formatted with */
        uint32_t count = builder->scope.format_count;
        leaf->reading_due = false;
        builder->scope.format_count = leaf->reading_formats;
        put(builder, PITH_STR("("), source);
        builder->scope.format_count = count;
        leaf->reading = true;
    }
    if (!settle(builder, true, source))
        return;
    for (; leaf->quotes > 0; leaf->quotes--)
        pith_buffer_add(&builder->text, PITH_STR("\xE2\x80\x9C"));
    if (builder->text.size == 0)
        leaf->source = source;
    pith_buffer_add(&builder->text, characters);
}

typedef enum character { VISIBLE, SPACE, HARD_SPACE, ZERO_SPACE, NOTHING } character;

/* The kind of the character at the start of a text that is not empty, and its size. */
static character classify(const char *text, size_t size, size_t *length)
{
    const unsigned char *byte = (const unsigned char *)text;
    *length = 1;
    if (byte[0] < 0x80) {
        if (byte[0] > 0x20 && byte[0] != 0x7F)
            return VISIBLE;
        return pith_is_space(text[0]) ? SPACE : NOTHING;
    }
    if (byte[0] == 0xC2 && size > 1) {
        *length = 2;
        return byte[1] == 0xA0 ? HARD_SPACE : byte[1] == 0xAD ? NOTHING : VISIBLE;
    }
    if ((byte[0] == 0xE2 || byte[0] == 0xEF) && size > 2) {
        *length = 3;
        if (byte[0] == 0xE2 && byte[1] == 0x80 && byte[2] == 0x8B)
            return ZERO_SPACE;
        if (byte[0] == 0xE2 && byte[1] == 0x80 && (byte[2] == 0xA8 || byte[2] == 0xA9))
            return SPACE;
        return byte[0] == 0xEF && byte[1] == 0xBB && byte[2] == 0xBF ? NOTHING : VISIBLE;
    }
    return VISIBLE;
}

/* A byte of a visible character that needs no closer look. */
static bool is_plain(char byte)
{
    unsigned char value = (unsigned char)byte;
    return value > 0x20 && value != 0x7F && value != 0xC2 && value != 0xE2 && value != 0xEF;
}

/* The end of a run of visible characters with at most single spaces inside. */
static size_t visible_run(pith_str text, size_t at)
{
    size_t length;
    while (at < text.size) {
        if (is_plain(text.data[at])) {
            at++;
            continue;
        }
        if (text.data[at] == ' ' && at + 1 < text.size && is_plain(text.data[at + 1])) {
            at += 2;
            continue;
        }
        character kind = classify(text.data + at, text.size - at, &length);
        if (kind == SPACE && text.data[at] == ' ' && at + 1 < text.size) {
            size_t next;
            if (classify(text.data + at + 1, text.size - at - 1, &next) != VISIBLE)
                break;
            length += next;
        } else if (kind != VISIBLE) {
            break;
        }
        at += length;
    }
    return at;
}

void pith_builder_text(pith_builder *builder, uint32_t html)
{
    pith_leaf *leaf = &builder->leaf;
    uint32_t source = builder->tree->nodes[html].start;
    pith_buffer_reset(&builder->value);
    pith_str text = pith_html_text(builder->tree, html, &builder->value);
    if (builder->value.failed)
        builder->failed = true;
    bool after_visible = false;
    for (size_t at = 0, length; at < text.size && !builder->failed; at += length) {
        character kind = classify(text.data + at, text.size - at, &length);
        if (kind == VISIBLE) {
            length = visible_run(text, at) - at;
            put(builder, (pith_str){text.data + at, length}, source);
        } else if (kind == HARD_SPACE || kind == ZERO_SPACE) {
            size_t rest = text.size - at - length, next;
            if (after_visible && rest > 0 &&
                classify(text.data + at + length, rest, &next) == VISIBLE)
                put(builder, (pith_str){text.data + at, length}, source);
            else if (kind == HARD_SPACE)
                leaf->space = true;
        } else if (kind == SPACE) {
            leaf->space = true;
        }
        if (kind != NOTHING)
            after_visible = kind == VISIBLE;
    }
}

void pith_builder_end_format(pith_builder *builder, uint32_t html)
{
    pith_leaf *leaf = &builder->leaf;
    if (pith_html_is(builder->tree, html, PITH_TAG_RT)) {
        bool space = leaf->space && !leaf->reading_due;
        leaf->space = leaf->reading_due = false;
        if (leaf->reading && leaf->node != NULL)
            put(builder, PITH_STR(")"), leaf->source);
        leaf->reading = false;
        leaf->space = space;
    }
    if (!pith_html_is(builder->tree, html, PITH_TAG_Q))
        return;
    if (leaf->quotes > 0) {
        leaf->quotes--; /* an empty one */
    } else if (leaf->node != NULL) {
        bool space = leaf->space;
        leaf->space = false;
        put(builder, PITH_STR("\xE2\x80\x9D"), leaf->source);
        leaf->space = space;
    }
}

void pith_builder_put_formula(pith_builder *builder, pith_str tex, bool display, uint32_t source)
{
    if (!settle(builder, false, source))
        return;
    flush(builder);
    pith_node *node = pith_builder_add(builder, builder->leaf.parent, PITH_NODE_FORMULA, source);
    if (node == NULL)
        return;
    char *copy = pith_arena_take(&builder->document->arena, tex.size);
    if (copy == NULL) {
        builder->failed = true;
        return;
    }
    memcpy(copy, tex.data, tex.size);
    node->text = (pith_str){copy, pith_collapse(copy, tex.size)};
    node->display = display;
}

/* Neither a superscript nor a link around it: the node itself says both. */
void pith_builder_put_reference(pith_builder *builder, uint32_t number, uint32_t source)
{
    pith_scope *scope = &builder->scope;
    uint32_t count = scope->format_count;
    if (count > scope->format_base && builder->formats[count - 1].type == PITH_NODE_SUPERSCRIPT)
        scope->format_count--;
    bool settled = settle(builder, false, source);
    scope->format_count = count;
    if (!settled)
        return;
    flush(builder);
    pith_node *node =
        pith_builder_add(builder, builder->leaf.parent, PITH_NODE_FOOTNOTE_REFERENCE, source);
    if (node != NULL)
        node->number = number;
}

/* ---- Images ------------------------------------------------------------- */

static bool is_image(const pith_html_tree *tree, uint32_t html)
{
    return pith_html_is(tree, html, PITH_TAG_IMG) || pith_html_is(tree, html, PITH_TAG_AMP_IMG);
}

/* The same picture again: a lazy image and its <noscript> double. */
static bool is_double(const pith_leaf *leaf, pith_str url)
{
    if (leaf->node == NULL || pith_has_text(leaf->parent->type))
        return false;
    const pith_node *last = leaf->parent->last_child;
    return last != NULL && last->type == PITH_NODE_IMAGE && pith_str_equal(last->target->url, url);
}

void pith_builder_image(pith_builder *builder, uint32_t html)
{
    pith_leaf *leaf = &builder->leaf;
    leaf->space = true; /* it parts the words beside it */
    if (!is_image(builder->tree, html) || pith_builder_formula_image(builder, html))
        return;
    pith_buffer_reset(&builder->value);
    pith_str source = pith_image_source(builder->tree, html, &builder->value);
    if (builder->value.failed)
        builder->failed = true;
    pith_str url = pith_builder_resolve(builder, source);
    uint32_t start = builder->tree->nodes[html].start;
    if (url.size == 0 || builder->failed || is_double(leaf, url) || !settle(builder, false, start))
        return;
    flush(builder);
    pith_node *image = pith_builder_add(builder, leaf->parent, PITH_NODE_IMAGE, start);
    pith_target *target = pith_builder_target(builder);
    if (image == NULL || target == NULL)
        return;
    target->url = url;
    target->title = pith_builder_attribute(builder, html, PITH_ATTRIBUTE_TITLE);
    image->target = target;
    image->text = pith_builder_attribute(builder, html, PITH_ATTRIBUTE_ALT);
    leaf->space = true;
}
