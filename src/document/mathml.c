/* SPDX-License-Identifier: Apache-2.0 */
/*
 * LaTeX for presentation MathML (MathML Core and MathML 3, chapter 3). It says
 * what the formula shows, in the commands that every LaTeX and its likes in
 * JavaScript know; a character without a command stands as itself.
 */
#include "document/mathml.h"

typedef struct converter {
    const pith_html_tree *tree;
    pith_buffer *out;
    pith_buffer *text;     /* of the token at hand */
    bool command;          /* the output ends with a command's letters */
} converter;

/* Elements nest so deep at most; what is deeper is left out. */
enum { DEPTH = 48 };

typedef struct symbol {
    const char *character;
    const char *command;
} symbol;

/* Ordered as Unicode orders them. */
static const symbol symbols[] = {
    {"\xC2\xA0", "~"},           {"\xC2\xAC", "\\neg"},       {"\xC2\xB1", "\\pm"},
    {"\xC2\xB7", "\\cdot"},      {"\xC3\x97", "\\times"},     {"\xC3\xB7", "\\div"},
    {"\xCE\x93", "\\Gamma"},     {"\xCE\x94", "\\Delta"},     {"\xCE\x98", "\\Theta"},
    {"\xCE\x9B", "\\Lambda"},    {"\xCE\x9E", "\\Xi"},        {"\xCE\xA0", "\\Pi"},
    {"\xCE\xA3", "\\Sigma"},     {"\xCE\xA6", "\\Phi"},       {"\xCE\xA8", "\\Psi"},
    {"\xCE\xA9", "\\Omega"},     {"\xCE\xB1", "\\alpha"},     {"\xCE\xB2", "\\beta"},
    {"\xCE\xB3", "\\gamma"},     {"\xCE\xB4", "\\delta"},     {"\xCE\xB5", "\\varepsilon"},
    {"\xCE\xB6", "\\zeta"},      {"\xCE\xB7", "\\eta"},       {"\xCE\xB8", "\\theta"},
    {"\xCE\xB9", "\\iota"},      {"\xCE\xBA", "\\kappa"},     {"\xCE\xBB", "\\lambda"},
    {"\xCE\xBC", "\\mu"},        {"\xCE\xBD", "\\nu"},        {"\xCE\xBE", "\\xi"},
    {"\xCF\x80", "\\pi"},        {"\xCF\x81", "\\rho"},       {"\xCF\x82", "\\varsigma"},
    {"\xCF\x83", "\\sigma"},     {"\xCF\x84", "\\tau"},       {"\xCF\x85", "\\upsilon"},
    {"\xCF\x86", "\\varphi"},    {"\xCF\x87", "\\chi"},       {"\xCF\x88", "\\psi"},
    {"\xCF\x89", "\\omega"},     {"\xCF\x91", "\\vartheta"},  {"\xCF\x95", "\\phi"},
    {"\xCF\xB5", "\\epsilon"},   {"\xE2\x80\x89", "\\,"},     {"\xE2\x80\x96", "\\Vert"},
    {"\xE2\x80\xA2", "\\bullet"},{"\xE2\x80\xA6", "\\ldots"}, {"\xE2\x80\xB2", "'"},
    {"\xE2\x80\xB3", "''"},      {"\xE2\x81\xA1", ""},        {"\xE2\x81\xA2", ""},
    {"\xE2\x81\xA3", ""},        {"\xE2\x81\xA4", ""},        {"\xE2\x84\x82", "\\mathbb{C}"},
    {"\xE2\x84\x8E", "h"},
    {"\xE2\x84\x8F", "\\hbar"},  {"\xE2\x84\x93", "\\ell"},   {"\xE2\x84\x95", "\\mathbb{N}"},
    {"\xE2\x84\x9A", "\\mathbb{Q}"}, {"\xE2\x84\x9D", "\\mathbb{R}"},
    {"\xE2\x84\xA4", "\\mathbb{Z}"}, {"\xE2\x86\x90", "\\leftarrow"},
    {"\xE2\x86\x92", "\\to"},    {"\xE2\x86\x94", "\\leftrightarrow"},
    {"\xE2\x86\xA6", "\\mapsto"},{"\xE2\x87\x92", "\\Rightarrow"},
    {"\xE2\x87\x94", "\\Leftrightarrow"}, {"\xE2\x88\x80", "\\forall"},
    {"\xE2\x88\x82", "\\partial"}, {"\xE2\x88\x83", "\\exists"}, {"\xE2\x88\x85", "\\emptyset"},
    {"\xE2\x88\x87", "\\nabla"}, {"\xE2\x88\x88", "\\in"},    {"\xE2\x88\x89", "\\notin"},
    {"\xE2\x88\x8F", "\\prod"},  {"\xE2\x88\x91", "\\sum"},   {"\xE2\x88\x92", "-"},
    {"\xE2\x88\x93", "\\mp"},    {"\xE2\x88\x97", "*"},       {"\xE2\x88\x98", "\\circ"},
    {"\xE2\x88\x9D", "\\propto"},{"\xE2\x88\x9E", "\\infty"}, {"\xE2\x88\xA0", "\\angle"},
    {"\xE2\x88\xA3", "\\mid"},   {"\xE2\x88\xA5", "\\parallel"}, {"\xE2\x88\xA7", "\\wedge"},
    {"\xE2\x88\xA8", "\\vee"},   {"\xE2\x88\xA9", "\\cap"},   {"\xE2\x88\xAA", "\\cup"},
    {"\xE2\x88\xAB", "\\int"},   {"\xE2\x88\xAC", "\\iint"},  {"\xE2\x88\xAE", "\\oint"},
    {"\xE2\x88\xBC", "\\sim"},   {"\xE2\x89\x83", "\\simeq"}, {"\xE2\x89\x85", "\\cong"},
    {"\xE2\x89\x88", "\\approx"},{"\xE2\x89\xA0", "\\neq"},   {"\xE2\x89\xA1", "\\equiv"},
    {"\xE2\x89\xA4", "\\leq"},   {"\xE2\x89\xA5", "\\geq"},   {"\xE2\x89\xAA", "\\ll"},
    {"\xE2\x89\xAB", "\\gg"},    {"\xE2\x8A\x82", "\\subset"},{"\xE2\x8A\x83", "\\supset"},
    {"\xE2\x8A\x86", "\\subseteq"}, {"\xE2\x8A\x87", "\\supseteq"}, {"\xE2\x8A\x95", "\\oplus"},
    {"\xE2\x8A\x97", "\\otimes"},{"\xE2\x8A\xA5", "\\perp"},  {"\xE2\x8B\x85", "\\cdot"},
    {"\xE2\x8B\xAE", "\\vdots"}, {"\xE2\x8B\xAF", "\\cdots"}, {"\xE2\x8B\xB1", "\\ddots"},
    {"\xE2\x8C\x88", "\\lceil"}, {"\xE2\x8C\x89", "\\rceil"}, {"\xE2\x8C\x8A", "\\lfloor"},
    {"\xE2\x8C\x8B", "\\rfloor"},{"\xE2\x9F\xA8", "\\langle"},{"\xE2\x9F\xA9", "\\rangle"},
};

/* Names of functions that have a command. */
static const char *const functions[] = {
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "csc", "deg", "det", "dim", "exp",
    "gcd", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "sec",
    "sin", "sinh", "sup", "tan", "tanh",
};

/* ---- Characters --------------------------------------------------------- */

static void put_str(converter *c, pith_str text)
{
    if (text.size == 0)
        return;
    if (c->command && pith_is_alpha(text.data[0]))
        pith_buffer_add_byte(c->out, ' '); /* the command's name ends here */
    pith_buffer_add(c->out, text);
    c->command = false;
}

static void put(converter *c, const char *text)
{
    put_str(c, (pith_str){text, strlen(text)});
}

/* TeX that may end with a command's name. */
static void put_command(converter *c, const char *command)
{
    size_t size = strlen(command);
    put(c, command);
    c->command = size > 1 && command[0] == '\\' && pith_is_alpha(command[size - 1]);
}

static const char *command_of(pith_str character)
{
    size_t low = 0, high = sizeof symbols / sizeof *symbols;
    while (low < high) {
        size_t middle = low + (high - low) / 2, size = strlen(symbols[middle].character);
        size_t common = size < character.size ? size : character.size;
        int order = memcmp(symbols[middle].character, character.data, common);
        if (order == 0 && size == character.size)
            return symbols[middle].command;
        if (order < 0 || (order == 0 && size < character.size))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Unicode's Mathematical Alphanumeric Symbols, thirteen alphabets of 52 letters each. */
static bool put_alphabet(converter *c, pith_str character)
{
    static const char *const styles[] = {
        "\\mathbf{", "", "\\boldsymbol{", "\\mathcal{", "\\mathcal{", "\\mathfrak{", "\\mathbb{",
        "\\mathfrak{", "\\mathsf{", "\\mathsf{", "\\mathsf{", "\\mathsf{", "\\mathtt{",
    };
    if (character.size != 4 || memcmp(character.data, "\xF0\x9D", 2) != 0)
        return false;
    unsigned third = (unsigned char)character.data[2], fourth = (unsigned char)character.data[3];
    unsigned index = ((third & 0x3F) << 6 | (fourth & 0x3F)) & 0xFFF;
    if (index < 0x400 || index >= 0x400 + 13 * 52)
        return false;
    unsigned letter = (index - 0x400) % 52;
    const char *style = styles[(index - 0x400) / 52];
    char name = (char)(letter < 26 ? 'A' + letter : 'a' + letter - 26);
    put(c, style);
    put_str(c, (pith_str){&name, 1});
    put(c, style[0] != '\0' ? "}" : "");
    return true;
}

/* The bytes of the character that a text begins with. */
static size_t character_size(pith_str text)
{
    unsigned char byte = (unsigned char)text.data[0];
    size_t size = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    return size < text.size ? size : text.size;
}

static void put_characters(converter *c, pith_str text)
{
    for (size_t at = 0, size; at < text.size; at += size) {
        pith_str rest = pith_str_from(text, at);
        size = character_size(rest);
        pith_str character = {rest.data, size};
        const char *command = size > 1 ? command_of(character) : NULL;
        if (command != NULL) {
            put_command(c, command);
        } else if (size == 1 && strchr("{}%#&_$", character.data[0]) != NULL &&
                   character.data[0] != '\0') {
            put(c, "\\");
            put_str(c, character);
        } else if (character.data[0] == '\\') {
            put_command(c, "\\backslash");
        } else if (!put_alphabet(c, character)) {
            put_str(c, character);
        }
    }
}

/* ---- Tokens ------------------------------------------------------------- */

/* The text of a token element, trimmed. */
static pith_str token_text(converter *c, uint32_t node)
{
    enum { ENOUGH = 64 }; /* texts: a token has one, or a few around a reference */
    pith_buffer_reset(c->text);
    uint32_t child = c->tree->nodes[node].first_child;
    for (int i = 0; i < ENOUGH && child != 0; i++, child = c->tree->nodes[child].next) {
        if (c->tree->nodes[child].type != PITH_HTML_TEXT)
            continue;
        size_t from = c->text->size;
        pith_str text = pith_html_text(c->tree, child, c->text);
        if (c->text->size == from)
            pith_buffer_add(c->text, text); /* it was a slice of the page */
    }
    c->out->failed = c->out->failed || c->text->failed;
    return pith_str_trim((pith_str){c->text->data, c->text->size});
}

static bool put_function(converter *c, pith_str name)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (!pith_str_equal(name, (pith_str){functions[i], strlen(functions[i])}))
            continue;
        put(c, "\\");
        c->command = false;
        pith_buffer_add(c->out, name);
        c->command = true;
        return true;
    }
    return false;
}

static bool is_word(pith_str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!pith_is_alpha(text.data[i]))
            return false;
    return text.size > 1;
}

static void put_identifier(converter *c, uint32_t node)
{
    pith_str text = token_text(c, node);
    if (put_function(c, text))
        return;
    bool word = is_word(text);
    put(c, word ? "\\mathrm{" : "");
    put_characters(c, text);
    put(c, word ? "}" : "");
}

static void put_words(converter *c, uint32_t node)
{
    pith_str text = token_text(c, node);
    if (text.size == 0) {
        put(c, "\\;");
        return;
    }
    put(c, "\\text{");
    for (size_t i = 0; i < text.size; i++) {
        if (strchr("{}%#&_$", text.data[i]) != NULL && text.data[i] != '\0')
            put(c, "\\");
        put_str(c, (pith_str){text.data + i, 1});
    }
    put(c, "}");
}

/* ---- Elements ----------------------------------------------------------- */

static void convert(converter *c, uint32_t node, unsigned depth);

static bool is_math(const pith_html_tree *tree, uint32_t node, uint32_t name)
{
    const pith_html_node *n = &tree->nodes[node];
    return n->type == PITH_HTML_ELEMENT && n->space == PITH_NS_MATHML && n->name == name;
}

/* The element at `index` among the children that are elements; 0 if there is none. */
static uint32_t part(const converter *c, uint32_t node, unsigned index)
{
    uint32_t child = c->tree->nodes[node].first_child;
    for (; child != 0; child = c->tree->nodes[child].next)
        if (c->tree->nodes[child].type == PITH_HTML_ELEMENT && index-- == 0)
            return child;
    return 0;
}

static void convert_children(converter *c, uint32_t node, unsigned depth)
{
    uint32_t child = c->tree->nodes[node].first_child;
    for (; child != 0; child = c->tree->nodes[child].next)
        if (c->tree->nodes[child].type == PITH_HTML_ELEMENT)
            convert(c, child, depth + 1);
}

/* opening, the part, "}" */
static void put_argument(converter *c, const char *opening, uint32_t node, unsigned depth)
{
    put(c, opening);
    if (node != 0)
        convert(c, node, depth + 1);
    put(c, "}");
}

/* A base that a script belongs to as a whole: braces around all but a single token. */
static void put_base(converter *c, uint32_t node, unsigned depth)
{
    bool token = is_math(c->tree, node, PITH_TAG_MI) || is_math(c->tree, node, PITH_TAG_MN) ||
                 is_math(c->tree, node, PITH_TAG_MO);
    if (node != 0 && token)
        convert(c, node, depth + 1);
    else
        put_argument(c, "{", node, depth);
}

/* Sums, limits and the like have what is under and over them as scripts in LaTeX. */
static bool takes_limits(converter *c, uint32_t base)
{
    static const char *const names[] = {
        "\xE2\x88\x8F", "\xE2\x88\x91", "\xE2\x88\xAB", "\xE2\x8B\x82", "\xE2\x8B\x83",
        "lim", "max", "min", "sup", "inf", "limsup", "liminf", "det", "gcd",
    };
    if (!is_math(c->tree, base, PITH_TAG_MO) && !is_math(c->tree, base, PITH_TAG_MI))
        return false;
    pith_str text = token_text(c, base);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (pith_str_equal(text, (pith_str){names[i], strlen(names[i])}))
            return true;
    return false;
}

/* The accent that a mark over or under something is; NULL if it is none. */
static const char *accent_of(converter *c, uint32_t mark, bool over)
{
    static const symbol above[] = {
        {"^", "\\hat{"}, {"\xCB\x86", "\\hat{"}, {"~", "\\tilde{"}, {"\xCB\x9C", "\\tilde{"},
        {"\xC2\xAF", "\\bar{"}, {"\xE2\x80\xBE", "\\overline{"}, {"_", "\\overline{"},
        {"\xE2\x86\x92", "\\vec{"}, {"\xCB\x99", "\\dot{"}, {".", "\\dot{"},
        {"\xC2\xA8", "\\ddot{"}, {"\xE2\x8F\x9E", "\\overbrace{"},
    };
    static const symbol below[] = {
        {"_", "\\underline{"}, {"\xC2\xAF", "\\underline{"}, {"\xE2\x8F\x9F", "\\underbrace{"},
    };
    const symbol *list = over ? above : below;
    size_t count = over ? sizeof above / sizeof *above : sizeof below / sizeof *below;
    if (!is_math(c->tree, mark, PITH_TAG_MO))
        return NULL;
    pith_str text = token_text(c, mark);
    for (size_t i = 0; i < count; i++)
        if (pith_str_equal(text, (pith_str){list[i].character, strlen(list[i].character)}))
            return list[i].command;
    return NULL;
}

/* <mover> and <munder>. */
static void put_mark(converter *c, uint32_t node, bool over, unsigned depth)
{
    uint32_t base = part(c, node, 0), mark = part(c, node, 1);
    const char *accent = accent_of(c, mark, over);
    if (accent != NULL) {
        put_argument(c, accent, base, depth);
    } else if (takes_limits(c, base)) {
        convert(c, base, depth + 1);
        put_argument(c, over ? "^{" : "_{", mark, depth);
    } else {
        put_argument(c, over ? "\\overset{" : "\\underset{", mark, depth);
        put_argument(c, "{", base, depth);
    }
}

static void put_scripts(converter *c, uint32_t node, const char *first, const char *second,
                        unsigned depth)
{
    put_base(c, part(c, node, 0), depth);
    put_argument(c, first, part(c, node, 1), depth);
    if (second != NULL)
        put_argument(c, second, part(c, node, 2), depth);
}

static void put_table(converter *c, uint32_t node, unsigned depth)
{
    const pith_html_node *nodes = c->tree->nodes;
    bool first_row = true;
    put(c, "\\begin{matrix}");
    for (uint32_t row = nodes[node].first_child; row != 0; row = nodes[row].next) {
        if (nodes[row].type != PITH_HTML_ELEMENT)
            continue;
        put(c, first_row ? " " : " \\\\ ");
        first_row = false;
        bool first_cell = true;
        for (uint32_t cell = nodes[row].first_child; cell != 0; cell = nodes[cell].next) {
            if (nodes[cell].type != PITH_HTML_ELEMENT)
                continue;
            put(c, first_cell ? "" : " & ");
            first_cell = false;
            convert(c, cell, depth + 1);
        }
    }
    put(c, " \\end{matrix}");
}

static void put_root(converter *c, uint32_t node, unsigned depth)
{
    put(c, "\\sqrt[");
    if (part(c, node, 1) != 0)
        convert(c, part(c, node, 1), depth + 1);
    put_argument(c, "]{", part(c, node, 0), depth);
}

static void convert(converter *c, uint32_t node, unsigned depth)
{
    const pith_html_node *n = &c->tree->nodes[node];
    if (depth > DEPTH || n->space != PITH_NS_MATHML || c->out->failed)
        return;
    switch (n->name) {
    case PITH_TAG_MI: put_identifier(c, node); break;
    case PITH_TAG_MN: put_characters(c, token_text(c, node)); break;
    case PITH_TAG_MO: {
        pith_str text = token_text(c, node);
        if (!put_function(c, text))
            put_characters(c, text);
        break;
    }
    case PITH_TAG_MTEXT: case PITH_TAG_MS: put_words(c, node); break;
    case PITH_TAG_MSPACE: put(c, "\\;"); break;
    case PITH_TAG_MFRAC:
        put_argument(c, "\\frac{", part(c, node, 0), depth);
        put_argument(c, "{", part(c, node, 1), depth);
        break;
    case PITH_TAG_MSQRT:
        put(c, "\\sqrt{");
        convert_children(c, node, depth);
        put(c, "}");
        break;
    case PITH_TAG_MROOT: put_root(c, node, depth); break;
    case PITH_TAG_MSUP: put_scripts(c, node, "^{", NULL, depth); break;
    case PITH_TAG_MSUB: put_scripts(c, node, "_{", NULL, depth); break;
    case PITH_TAG_MSUBSUP: case PITH_TAG_MUNDEROVER:
        put_scripts(c, node, "_{", "^{", depth);
        break;
    case PITH_TAG_MOVER: put_mark(c, node, true, depth); break;
    case PITH_TAG_MUNDER: put_mark(c, node, false, depth); break;
    case PITH_TAG_MTABLE: put_table(c, node, depth); break;
    case PITH_TAG_SEMANTICS:
        if (part(c, node, 0) != 0)
            convert(c, part(c, node, 0), depth + 1);
        break;
    case PITH_TAG_MPHANTOM: case PITH_TAG_ANNOTATION: case PITH_TAG_ANNOTATION_XML: break;
    default: convert_children(c, node, depth); break;
    }
}

void pith_mathml_to_latex(const pith_html_tree *tree, uint32_t math, pith_buffer *out,
                          pith_buffer *scratch)
{
    converter c = {.tree = tree, .out = out, .text = scratch};
    convert(&c, math, 0);
}
