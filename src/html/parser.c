/* SPDX-License-Identifier: Apache-2.0 */
/* The parser's life: making it, one parse, and the choice of the tokenizer. */
#include "html/parser.h"

#include "html/sink.h"
#include "html/tokenizer.h"

enum {
    DEFAULT_DEPTH = 512,
    DEFAULT_NODES = 1 << 24,
    DEFAULT_ATTRIBUTES = 512,
    DEFAULT_CLONES = 1 << 16,
    MOST_ATTRIBUTES = UINT16_MAX, /* what a node can count */
    LEAST_DEPTH = 8               /* html, body, table, tbody, tr, td and what is in it */
};

_Noreturn void pith_html_fail(pith_html_parser *parser, int reason)
{
    longjmp(parser->leave, reason);
}

pith_html_parser *pith_html_parser_new(pith_memory *memory)
{
    pith_html_parser *parser = pith_memory_resize(memory, NULL, 0, sizeof *parser);
    if (parser == NULL)
        return NULL;
    memset(parser, 0, sizeof *parser);
    parser->memory = memory;
    parser->seed = (uint64_t)(uintptr_t)parser * UINT64_C(0x9E3779B97F4A7C15);
    pith_arena_init(&parser->name_arena, memory);
    return parser;
}

void pith_html_parser_free(pith_html_parser *parser)
{
    if (parser == NULL)
        return;
    pith_memory *memory = parser->memory;
    pith_memory_free(memory, parser->nodes, parser->node_capacity * sizeof *parser->nodes);
    pith_memory_free(memory, parser->attributes,
                     parser->attribute_capacity * sizeof *parser->attributes);
    pith_memory_free(memory, parser->notable, parser->notable_capacity * sizeof *parser->notable);
    pith_memory_free(memory, parser->stack, parser->stack_capacity * sizeof *parser->stack);
    pith_memory_free(memory, parser->formatting,
                     parser->formatting_capacity * sizeof *parser->formatting);
    pith_memory_free(memory, parser->template_modes, parser->template_mode_capacity);
    pith_memory_free(memory, parser->table_text,
                     parser->table_text_capacity * sizeof *parser->table_text);
    pith_memory_free(memory, parser->names, parser->name_capacity * sizeof *parser->names);
    pith_memory_free(memory, parser->name_hashes,
                     parser->name_hash_capacity * sizeof *parser->name_hashes);
    pith_memory_free(memory, parser->name_slots,
                     parser->name_slot_count * sizeof *parser->name_slots);
    pith_arena_free(&parser->name_arena);
    pith_memory_free(memory, parser, sizeof *parser);
}

size_t pith_html_parser_memory(const pith_html_parser *parser)
{
    return parser->node_count * sizeof *parser->nodes +
           parser->attributes_kept * sizeof *parser->attributes +
           parser->notable_count * sizeof *parser->notable +
           parser->stack_capacity * sizeof *parser->stack +
           parser->formatting_capacity * sizeof *parser->formatting +
           parser->template_mode_capacity +
           parser->table_text_capacity * sizeof *parser->table_text +
           parser->name_count * (sizeof *parser->names + sizeof *parser->name_hashes) +
           parser->name_slot_count * sizeof *parser->name_slots + sizeof *parser;
}

static uint32_t limit_of(uint32_t wanted, uint32_t standard, uint32_t least, uint32_t most)
{
    uint32_t limit = wanted != 0 ? wanted : standard;
    return limit < least ? least : limit > most ? most : limit;
}

static void reset(pith_html_parser *parser, pith_str text, const pith_html_settings *settings)
{
    parser->text = text.data;
    parser->end = text.data + text.size;
    parser->content = PITH_CONTENT_DATA;
    parser->tag = (pith_html_tag){0};
    parser->node_count = 0;
    parser->attribute_count = parser->attributes_kept = parser->notable_count = 0;
    parser->stack_count = parser->formatting_count = 0;
    memset(parser->open_counts, 0, sizeof parser->open_counts);
    parser->template_mode_count = parser->table_text_count = 0;
    parser->mode = parser->original_mode = PITH_MODE_INITIAL;
    parser->head = parser->form = 0;
    parser->context = 0;
    parser->fragment = settings->fragment.size != 0;
    parser->scripting = settings->scripting;
    parser->frameset_ok = true;
    parser->foster_parenting = parser->ignore_line_feed = false;
    parser->quirks = parser->has_selectedcontent = false;
    pith_html_forget_names(parser);
    const pith_limits *limits = &settings->limits;
    parser->limits.depth = limit_of(limits->depth, DEFAULT_DEPTH, LEAST_DEPTH, UINT32_MAX / 64);
    parser->limits.nodes = limit_of(limits->nodes, DEFAULT_NODES, 16, UINT32_MAX / 64);
    parser->limits.attributes =
        limit_of(limits->attributes, DEFAULT_ATTRIBUTES, 1, MOST_ATTRIBUTES);
    parser->limits.clones = limit_of(limits->clones, DEFAULT_CLONES, 1, UINT32_MAX / 64);
    parser->limits_hit = 0;
    parser->clone_count = 0;
}

static pith_html_key context_key(pith_html_parser *parser, pith_str context)
{
    pith_html_namespace space = PITH_NS_HTML;
    pith_str name = context;
    if (context.size > 4 && memcmp(context.data, "svg ", 4) == 0)
        space = PITH_NS_SVG;
    else if (context.size > 5 && memcmp(context.data, "math ", 5) == 0)
        space = PITH_NS_MATHML;
    size_t prefix = space == PITH_NS_SVG ? 4 : space == PITH_NS_MATHML ? 5 : 0;
    name.data += prefix;
    name.size -= prefix;
    for (uint32_t tag = 1; tag < PITH_TAG_COUNT; tag++)
        if (pith_str_equal_ignoring_case(
                name, (pith_str){pith_tag_names[tag], strlen(pith_tag_names[tag])}))
            return pith_html_key_of(tag, space);
    return pith_html_key_of(pith_html_intern(parser, name.data, (uint32_t)name.size), space);
}

/* The HTML fragment parsing algorithm (13.4) up to its tokenizing. */
static void begin_fragment(pith_html_parser *parser, pith_str context)
{
    const uint32_t form_outside = UINT32_MAX; /* a form that is no node of this tree */
    parser->context = context_key(parser, context);
    switch (parser->context) {
    case PITH_TAG_TITLE:
    case PITH_TAG_TEXTAREA:
        parser->content = PITH_CONTENT_RCDATA;
        break;
    case PITH_TAG_STYLE:
    case PITH_TAG_XMP:
    case PITH_TAG_IFRAME:
    case PITH_TAG_NOEMBED:
    case PITH_TAG_NOFRAMES:
        parser->content = PITH_CONTENT_RAWTEXT;
        break;
    case PITH_TAG_SCRIPT:
        parser->content = PITH_CONTENT_SCRIPT;
        break;
    case PITH_TAG_NOSCRIPT:
        if (parser->scripting)
            parser->content = PITH_CONTENT_RAWTEXT;
        break;
    case PITH_TAG_PLAINTEXT:
        parser->content = PITH_CONTENT_PLAINTEXT;
        break;
    default:
        break;
    }
    pith_html_insert_root(parser, false);
    if (parser->context == PITH_TAG_TEMPLATE)
        pith_html_push_template_mode(parser, PITH_MODE_IN_TEMPLATE);
    pith_html_reset_mode(parser);
    if (parser->context == PITH_TAG_FORM)
        parser->form = form_outside;
}

static pith_html_tokenize *choose_tokenizer(pith_html_isa isa)
{
#ifdef PITH_HAS_AVX2
    if ((isa == PITH_ISA_BEST || isa == PITH_ISA_WIDE) && __builtin_cpu_supports("avx2") &&
        __builtin_cpu_supports("bmi2"))
        return pith_html_tokenize_avx2;
#endif
#ifdef PITH_HAS_SSE2
    if (isa != PITH_ISA_PORTABLE)
        return pith_html_tokenize_sse2;
#endif
#ifdef PITH_HAS_NEON
    if (isa != PITH_ISA_PORTABLE)
        return pith_html_tokenize_neon;
#endif
    (void)isa;
    return pith_html_tokenize_scalar;
}

static void give_tree(const pith_html_parser *parser, pith_html_tree *tree)
{
    *tree = (pith_html_tree){
        .text = parser->text,
        .text_size = (uint32_t)(parser->end - parser->text),
        .node_count = parser->node_count,
        .nodes = parser->nodes,
        .attributes = parser->attributes,
        .notable = parser->notable,
        .notable_count = parser->notable_count,
        .attribute_count = parser->attributes_kept,
        .name_count = parser->name_count,
        .names = parser->names,
        .limits_hit = parser->limits_hit,
        .quirks = parser->quirks,
    };
}

pith_status pith_html_parse(pith_html_parser *parser, pith_str text,
                            const pith_html_settings *settings, pith_html_tree *tree)
{
    switch (setjmp(parser->leave)) {
    case 0:
        reset(parser, text, settings);
        if (parser->attributes == NULL) /* so that a tree without any has an array too */
            pith_html_grow_attributes(parser);
        pith_html_new_node(parser, PITH_HTML_DOCUMENT);
        if (parser->fragment)
            begin_fragment(parser, settings->fragment);
        choose_tokenizer(settings->isa)(parser);
        break;
    case PITH_LEAVE_NODES: /* the tree so far is a tree */
        break;
    default:
        return pith_memory_status(parser->memory);
    }
    give_tree(parser, tree);
    return PITH_OK;
}
