/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What only the reader sees: the byline and the date around the headline. The
 * texts in a window of nodes around it are weighed by their distance, by what
 * they say ("by", "updated") and by the names of the elements that they stand in.
 */
#include "base/utf8.h"
#include "meta/choose.h"
#include "meta/date.h"
#include "meta/words.h"

enum {
    WINDOW_BEFORE = 200, /* nodes that are looked at for a date before the headline, */
    BYLINE_BEFORE = 80,  /* for a byline, */
    WINDOW_AFTER = 400,  /* and after it; */
    CONFIRM_AFTER = 80,  /* for a date that is to confirm another, after it */
    TEXT_MAX = 160,      /* bytes of a text that may be a byline or a date */
    LABEL_MAX = 80,      /* bytes of a text that may be a label */
    NEAR = 12            /* nodes from a label to what it labels */
};

/* Costs: nodes from the headline, more or less by what speaks for a text. */
enum {
    COST_BEFORE = 30,   /* before the headline */
    COST_HINTED = -150, /* the elements' names say what it is */
    COST_LINKED = -80,  /* a link to an author's page */
    COST_SAID = -150,   /* the text, or the one before, says what it is */
    COST_PLAIN = 60,    /* nothing says so */
    COST_CONFIRM = 80,  /* beyond this a date says nothing against the page's own */
    COST_MAX = 200      /* beyond this it is something else */
};

/* What the elements around say of the texts in them. */
typedef enum hint_kind {
    HINT_AUTHOR,
    HINT_LINK, /* to an author's page */
    HINT_DATE,
    HINT_OTHER, /* comments, related articles, navigation: not this article's */
    HINT_COUNT
} hint_kind;

typedef struct best {
    int cost;
    uint32_t node; /* 0: none yet */
} best;

typedef struct window {
    pith_facts *facts;
    pith_str language;
    uint32_t headline;
    uint32_t end;               /* the first node beyond the window */
    uint32_t until[HINT_COUNT]; /* the node before which the hinted element ends */
    uint32_t introduced;        /* a text of no more than "by" */
    uint32_t labelled;          /* a text that says "published" or "updated" */
    bool label_modified;        /* it is "updated" */
    bool want_date;
    bool confirm; /* a date is known, but doubtful */
    bool want_author;
    uint16_t first_letters[256]; /* see below */
    uint16_t second_letters[256];
    uint32_t recent[NEAR]; /* texts that may be labels, in a ring; 0: none */
    unsigned recent_count;
    best author;
    best published;
    best modified;
    pith_date dates[2]; /* published, modified */
} window;

/* ---- Hints ---------------------------------------------------------------- */

typedef struct hint_word {
    const char *word;
    hint_kind hint;
} hint_word;

enum { WORDS_OF_LETTER = 5 };

/* Parts of class names, ids and the like, by their first letter. */
static const hint_word class_words[26][WORDS_OF_LETTER] = {
    ['a' - 'a'] = {{"author", HINT_AUTHOR}, {"autor", HINT_AUTHOR}, {"auteur", HINT_AUTHOR}},
    ['b' - 'a'] = {{"byline", HINT_AUTHOR}},
    ['c' - 'a'] = {{"comment", HINT_OTHER},
                   {"creator", HINT_AUTHOR},
                   {"contributor", HINT_AUTHOR},
                   {"copyright", HINT_OTHER},
                   {"cookie", HINT_OTHER}},
    ['d' - 'a'] = {{"date", HINT_DATE}, {"datum", HINT_DATE}},
    ['f' - 'a'] = {{"fecha", HINT_DATE}},
    ['p' - 'a'] = {{"publish", HINT_DATE},
                   {"pubdate", HINT_DATE},
                   {"posted", HINT_DATE},
                   {"popular", HINT_OTHER}},
    ['r' - 'a'] = {{"related", HINT_OTHER}, {"recommend", HINT_OTHER}, {"recent", HINT_OTHER}},
    ['s' - 'a'] = {{"sidebar", HINT_OTHER}},
    ['t' - 'a'] = {{"time", HINT_DATE}, {"trending", HINT_OTHER}},
    ['u' - 'a'] = {{"username", HINT_AUTHOR}},
    ['v' - 'a'] = {{"vcard", HINT_AUTHOR}},
    ['w' - 'a'] = {{"writer", HINT_AUTHOR}, {"widget", HINT_OTHER}},
};

/* Parts of the paths of pages about people. */
static const hint_word path_words[] = {
    {"/author", HINT_LINK}, {"/autor", HINT_LINK},       {"/auteur", HINT_LINK},
    {"/writer", HINT_LINK}, {"/contributor", HINT_LINK}, {"/profile", HINT_LINK},
    {"/user", HINT_LINK},   {"/member", HINT_LINK},      {"/people/", HINT_LINK},
    {"/staff/", HINT_LINK}, {"/team/", HINT_LINK},
};

static const char path_letters[] = "acmpstuw"; /* with which they begin */

static bool begins_with_word(pith_str text, size_t at, const char *word)
{
    size_t i = 0;
    while (word[i] != '\0' && at + i < text.size && pith_to_lower(text.data[at + i]) == word[i])
        i++;
    return word[i] == '\0';
}

/*
 * What holds the headline says nothing of the texts beside it (<body class=
 * "has-sidebar">), nor does much more than a byline say of what is in it.
 */
static void set_hint(window *w, hint_kind hint, uint32_t node)
{
    enum { BYLINE_NODES = 60 };
    uint32_t end = pith_html_following_skip(w->facts->tree, node, 0);
    if (end == 0)
        end = w->facts->tree->node_count;
    if ((node < w->headline && end > w->headline) ||
        (hint != HINT_OTHER && end > node + BYLINE_NODES))
        return;
    if (end > w->until[hint])
        w->until[hint] = end;
}

static bool has_hint(const window *w, hint_kind hint, uint32_t node)
{
    return node < w->until[hint];
}

/*
 * Each first letter of the words has a bit, in its own entry and in those of the second
 * letters that follow it: two bytes begin no word unless their entries share a bit, and
 * most of a class name fails here.
 */
static void index_letters(window *w)
{
    unsigned bit = 1;
    for (size_t first = 0; first < 26; first++) {
        const hint_word *words = class_words[first];
        if (words[0].word == NULL)
            continue;
        for (unsigned capital = 0; capital <= 0x20; capital += 0x20) {
            w->first_letters['a' + first - capital] = (uint16_t)bit;
            for (size_t i = 0; i < WORDS_OF_LETTER && words[i].word != NULL; i++)
                w->second_letters[(unsigned char)words[i].word[1] - capital] |= (uint16_t)bit;
        }
        bit <<= 1;
    }
}

static bool is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* Sets the hints of the words that begin at `at`. All of some builders' names end in "-widget". */
static void read_class_word(window *w, uint32_t node, pith_str value, size_t at)
{
    int first = (value.data[at] | 0x20) - 'a';
    const hint_word *words = class_words[first];
    for (size_t i = 0; i < WORDS_OF_LETTER && words[i].word != NULL; i++) {
        bool widget = first == 'w' - 'a' && words[i].hint == HINT_OTHER;
        if (begins_with_word(value, at, words[i].word) &&
            (!widget || at == 0 || value.data[at - 1] == ' '))
            set_hint(w, words[i].hint, node);
    }
}

/* Words begin after what is no small letter, and with a capital: "post-date", "postDate". */
static void read_class(window *w, uint32_t node, pith_str value)
{
    enum { CLASS_MAX = 100 }; /* bytes: longer lists are of styles, not of names */
    if (value.size > CLASS_MAX)
        value.size = CLASS_MAX;
    const unsigned char *byte = (const unsigned char *)value.data;
    for (size_t at = 0; at + 1 < value.size; at++)
        if ((w->first_letters[byte[at]] & w->second_letters[byte[at + 1]]) != 0 &&
            (at == 0 || !is_small(value.data[at - 1]) || !is_small(value.data[at])))
            read_class_word(w, node, value, at);
}

static void read_link(window *w, uint32_t node, pith_str url)
{
    for (size_t at = 0; at + 1 < url.size && url.data[at] != '?'; at++) {
        if (url.data[at] != '/')
            continue;
        char first = pith_to_lower(url.data[at + 1]);
        if (first == '\0' || strchr(path_letters, first) == NULL)
            continue;
        for (size_t i = 0; i < sizeof path_words / sizeof *path_words; i++)
            if (first == path_words[i].word[1] && begins_with_word(url, at, path_words[i].word))
                set_hint(w, path_words[i].hint, node);
    }
}

/* ---- Texts ---------------------------------------------------------------- */

static int distance(const window *w, uint32_t node)
{
    return node >= w->headline ? (int)(node - w->headline)
                               : 2 * (int)(w->headline - node) + COST_BEFORE;
}

static bool is_near(uint32_t label, uint32_t node)
{
    return label != 0 && node - label <= NEAR;
}

static void offer(best *known, int cost, uint32_t node)
{
    if (cost <= COST_MAX && (known->node == 0 || cost < known->cost))
        *known = (best){cost, node};
}

typedef struct label_word {
    const char *word;
    bool modified;
} label_word;

enum { LABELS_OF_LETTER = 4, OTHER_LETTER = 26 };

/* Beginnings of words that say what a date is of, by their first letter. */
static const label_word label_words[27][LABELS_OF_LETTER] = {
    ['a' - 'a'] = {{"aktualis", true}, {"actuali", true}, {"atuali", true}, {"aggiorn", true}},
    ['b' - 'a'] = {{"bearbeitet", true}, {"bijgewerkt", true}},
    ['c' - 'a'] = {{"created", false}},
    ['d' - 'a'] = {{"date", false}, {"datum", false}},
    ['e' - 'a'] = {{"edited", true}, {"erschienen", false}, {"erstellt", false}},
    ['g' - 'a'] = {{"geändert", true}, {"gewijzigd", true}, {"güncel", true}, {"geplaatst", false}},
    ['j' - 'a'] = {{"julkaistu", false}},
    ['l' - 'a'] = {{"last ", true}},
    ['m' - 'a'] = {{"modif", true}, {"mise à jour", true}, {"mis à jour", true}},
    ['o' - 'a'] = {{"oppdater", true}, {"opdater", true}, {"opublikow", false}},
    ['p' - 'a'] = {{"publi", false}, {"posted", false}, {"pubblicat", false}, {"päivitetty", true}},
    ['r' - 'a'] = {{"revised", true}, {"reviewed", true}},
    ['s' - 'a'] = {{"stand:", true}, {"stand ", true}, {"stand\xC2\xA0", true}, {"started", false}},
    ['u' - 'a'] = {{"updat", true}, {"uppdater", true}},
    ['v' - 'a'] = {{"veröffentlicht", false}},
    ['y' - 'a'] = {{"yayın", false}},
    ['z' - 'a'] = {{"zmien", true}, {"zuletzt", true}, {"zaktualiz", true}},
    [OTHER_LETTER] = {{"обнов", true}, {"опублик", false}, {"更新", true}, {"发布", false}},
};

/* Notes whether a text says that a date is one of publication or of a change. */
static bool read_label(window *w, uint32_t node, pith_str text)
{
    for (size_t at = 0; at < text.size; at++) {
        char byte = text.data[at];
        bool ascii = (unsigned char)byte < 0x80;
        if (ascii && (!pith_is_alpha(byte) || (at > 0 && text.data[at - 1] != ' ')))
            continue;
        const label_word *words = label_words[ascii ? pith_to_lower(byte) - 'a' : OTHER_LETTER];
        for (size_t i = 0; i < LABELS_OF_LETTER && words[i].word != NULL; i++) {
            if (begins_with_word(text, at, words[i].word)) {
                w->labelled = node;
                w->label_modified = words[i].modified;
                return true;
            }
        }
    }
    return false;
}

/*
 * Looks for the label of a date at `node`: the last text before it, or its own, that is one.
 * Dates are few and labels cost, so it is done for a date that is found, not before.
 */
static void find_label(window *w, uint32_t node)
{
    w->labelled = 0;
    for (unsigned i = 1; i <= NEAR && i <= w->recent_count; i++) {
        uint32_t text = w->recent[(w->recent_count - i) % NEAR];
        if (!is_near(text, node))
            return;
        pith_buffer *buffer = &w->facts->text;
        pith_buffer_reset(buffer);
        pith_str label = pith_str_trim(pith_html_text(w->facts->tree, text, buffer));
        w->facts->failed |= buffer->failed;
        if (label.size <= LABEL_MAX && read_label(w, text, label))
            return;
    }
}

static bool has_digit(pith_str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (pith_is_digit(text.data[i]) || (unsigned char)text.data[i] == 0xD9 ||
            (unsigned char)text.data[i] >= 0xDB)
            return true; /* 0xD9, 0xDB and up: scripts with digits of their own */
    return false;
}

static void offer_date(window *w, uint32_t node, const pith_date *date, int cost)
{
    bool labelled = is_near(w->labelled, node);
    bool modified = labelled && w->label_modified;
    if (labelled)
        cost += COST_SAID;
    best *known = modified ? &w->modified : &w->published;
    uint32_t before = known->node;
    int old = known->cost;
    offer(known, cost, node);
    if (known->node != before || known->cost != old)
        w->dates[modified] = *date;
}

/* Bytes of a text in which a date that it begins with ends. */
enum { START = 32 };

static bool begins_with_date(const window *w, pith_str text)
{
    pith_date date;
    pith_str start = {text.data, text.size < START ? text.size : START};
    return pith_date_find(start, w->language, &date);
}

static void read_date(window *w, uint32_t node, pith_str text)
{
    enum { SHORT = 70 };
    pith_date date;
    if (!pith_date_find(text, w->language, &date))
        return;
    find_label(w, node);
    int cost = distance(w, node);
    if (has_hint(w, HINT_DATE, node) || has_hint(w, HINT_AUTHOR, node))
        cost += COST_HINTED;
    else if (!is_near(w->labelled, node))
        cost += text.size <= SHORT || begins_with_date(w, text) ? COST_PLAIN : COST_MAX;
    offer_date(w, node, &date, cost);
}

/* "17 May 2024 – In the reeds …": a long text that begins with a date. */
static void read_dateline(window *w, uint32_t node, pith_str text)
{
    enum { DISTANCE_MAX = 60 };
    pith_date date;
    text.size = START;
    if (node <= w->headline || node - w->headline >= DISTANCE_MAX ||
        !pith_date_find(text, w->language, &date))
        return;
    find_label(w, node);
    offer_date(w, node, &date, distance(w, node) + COST_PLAIN);
}

static void read_time(window *w, uint32_t time)
{
    pith_date date;
    pith_str value = pith_facts_attribute(w->facts, time, PITH_ATTRIBUTE_DATETIME);
    if (!pith_date_read(value, w->language, &date))
        return;
    find_label(w, time);
    offer_date(w, time, &date, distance(w, time) + COST_HINTED);
}

/* ---- Bylines ---------------------------------------------------------------- */

/* Whether a text looks like the name of somebody, not like a sentence or a button. */
static bool is_name(pith_str name)
{
    enum { NAME_SIZE_MAX = 60, NAME_WORDS_MAX = 5 };
    static const char buttons[] =
        "|follow|share|subscribe|read more|about the author|email|print|view profile|profile"
        "|comments|editor|staff|guest|posts|website|more|previous|next|posted|home|category"
        "|sign in|log in|login|sign up|register|authors|contributors|share this|menu|search|";
    if (name.size < 2 || name.size > NAME_SIZE_MAX || pith_list_has(buttons, name))
        return false;
    unsigned words = 1, digits = 0;
    for (size_t i = 0; i < name.size; i++) {
        words += name.data[i] == ' ';
        digits += pith_is_digit(name.data[i]);
        if (strchr("!?:;\"[]{}<>=/\\|%$#*", name.data[i]) != NULL)
            return false;
    }
    size_t last = name.size;
    while (last > 0 && name.data[last - 1] != ' ')
        last--;
    bool small = name.data[last] >= 'a' && name.data[last] <= 'z'; /* "Insights from" */
    return words <= NAME_WORDS_MAX && (words == 1 || (digits == 0 && !small));
}

/* Whether the block that a text stands in is no longer than a byline: not a paragraph. */
static bool is_short_block(const pith_html_tree *tree, uint32_t node)
{
    enum { NODES_MAX = 40, BYTES_MAX = 250 };
    uint32_t block = tree->nodes[node].parent;
    while (block != 0 && pith_is_inline(tree->nodes[block].name))
        block = tree->nodes[block].parent;
    size_t size = 0;
    uint32_t at = block;
    for (unsigned i = 0; i < NODES_MAX; i++) {
        at = pith_html_following(tree, at, block);
        if (at == 0)
            break;
        if (tree->nodes[at].type == PITH_HTML_TEXT)
            size += tree->nodes[at].extent;
    }
    return size <= BYTES_MAX;
}

/* From "by" on, in "Posted on 17 May 2024 by Ada Ash"; else the text itself. */
static pith_str from_introduction(pith_str text)
{
    static const char *const words[] = {" by ", " von ", " par ", " por "};
    if (!has_digit(text))
        return text;
    for (size_t at = 0; at < text.size; at++)
        for (size_t i = 0; text.data[at] == ' ' && i < sizeof words / sizeof *words; i++)
            if (begins_with_word(text, at, words[i]))
                return (pith_str){text.data + at + 1, text.size - at - 1};
    return text;
}

static bool begins_lower(pith_str text)
{
    return text.data[0] >= 'a' && text.data[0] <= 'z';
}

/* The name in a text that is or may be a byline; empty if there is none. */
static pith_str byline_name(pith_str text)
{
    pith_str name = pith_author_name(from_introduction(text), true);
    return is_name(name) ? name : (pith_str){NULL, 0};
}

/* "© 2024 by Example": a notice, not a byline. */
static bool is_copyright(pith_str text)
{
    return pith_str_contains(text, PITH_STR("copyright")) ||
           pith_str_contains(text, PITH_STR("©")) || pith_str_contains(text, PITH_STR("(c) "));
}

static void read_byline(window *w, uint32_t node, pith_str text)
{
    enum { UNHINTED_MAX = 120 }; /* nodes from the headline, where only "by" speaks for it */
    pith_str whole = text;
    text = from_introduction(text);
    bool introduces = pith_introduction_size(text, true) > 0;
    bool said = introduces || is_near(w->introduced, node);
    bool hinted = has_hint(w, HINT_AUTHOR, node);
    if (!said && !hinted)
        return;
    if (is_copyright(whole))
        return;
    if (introduces && pith_author_name(text, true).size == 0) {
        w->introduced = node;
        return;
    }
    pith_str name = byline_name(text);
    if (name.size == 0 || (begins_lower(name) && !hinted))
        return;
    int cost = distance(w, node);
    if (!hinted && (cost > UNHINTED_MAX || !is_short_block(w->facts->tree, node)))
        return;
    cost += said ? COST_SAID : 0;
    cost += hinted ? COST_HINTED : 0;
    cost += has_hint(w, HINT_LINK, node) ? COST_LINKED : 0;
    offer(&w->author, cost, node);
}

/* ---- Elements ---------------------------------------------------------------- */

/* <abbr class=published title="2024-05-17T10:20">two hours ago</abbr>, of hAtom and forums. */
static void read_title(window *w, uint32_t node, const pith_html_attribute *attribute)
{
    pith_date date;
    pith_str value = pith_html_raw_value(w->facts->tree, attribute);
    if (!has_hint(w, HINT_DATE, node) || has_hint(w, HINT_OTHER, node) ||
        !pith_date_find(value, w->language, &date))
        return;
    find_label(w, node);
    offer_date(w, node, &date, distance(w, node) + COST_HINTED);
}

static void read_element(window *w, uint32_t node)
{
    const pith_html_tree *tree = w->facts->tree;
    const pith_html_node *n = &tree->nodes[node];
    switch (n->name) {
    case PITH_TAG_SCRIPT:
    case PITH_TAG_STYLE:
    case PITH_TAG_NAV:
    case PITH_TAG_FORM:
    case PITH_TAG_FIGURE:
    case PITH_TAG_CODE:
    case PITH_TAG_PRE:
        set_hint(w, HINT_OTHER, node);
        return;
    }
    const pith_html_attribute *attribute = tree->attributes + n->extent;
    for (uint32_t i = 0; i < n->count; i++) {
        switch (attribute[i].name) {
        case PITH_ATTRIBUTE_CLASS:
        case PITH_ATTRIBUTE_ID:
        case PITH_ATTRIBUTE_ITEMPROP:
        case PITH_ATTRIBUTE_REL:
        case PITH_ATTRIBUTE_PROPERTY:
            read_class(w, node, pith_html_raw_value(tree, &attribute[i]));
            break;
        case PITH_ATTRIBUTE_TITLE:
            read_title(w, node, &attribute[i]);
            break;
        case PITH_ATTRIBUTE_HREF:
            read_link(w, node, pith_html_raw_value(tree, &attribute[i]));
            break;
        }
    }
}

/* ---- The window ------------------------------------------------------------- */

/* A text as the page has it, not decoded, trimmed. */
static pith_str raw_text(const pith_html_tree *tree, uint32_t node)
{
    const pith_html_node *n = &tree->nodes[node];
    return pith_str_trim((pith_str){tree->text + n->start, n->extent});
}

static pith_str decoded_text(window *w, uint32_t node)
{
    pith_buffer_reset(&w->facts->scratch);
    pith_str text = pith_str_trim(pith_html_text(w->facts->tree, node, &w->facts->scratch));
    w->facts->failed |= w->facts->scratch.failed;
    return text;
}

static void read_text(window *w, uint32_t node)
{
    pith_str raw = raw_text(w->facts->tree, node);
    if (raw.size < 2 || has_hint(w, HINT_OTHER, node))
        return;
    if (raw.size > TEXT_MAX) {
        if (w->want_date)
            read_dateline(w, node, raw);
        return;
    }
    pith_str text = decoded_text(w, node);
    if (w->want_date) {
        w->recent[w->recent_count++ % NEAR] = node;
        read_date(w, node, text);
    }
    if (w->want_author && node + BYLINE_BEFORE >= w->headline)
        read_byline(w, node, text);
}

/* The text before a node; 0 if none is near. */
static uint32_t text_before(const pith_html_tree *tree, uint32_t node)
{
    enum { NODES_MAX = 24 };
    for (unsigned i = 0; i < NODES_MAX && node > 1; i++) {
        node--;
        if (tree->nodes[node].type == PITH_HTML_TEXT && raw_text(tree, node).size > 0)
            return node;
    }
    return 0;
}

/* Whether a text is a byline, or no more than "by". */
static bool is_introduced(const pith_html_tree *tree, uint32_t node)
{
    return node != 0 && pith_introduction_size(raw_text(tree, node), true) > 0;
}

/* A date that says what it is, or that stands by itself after a byline. */
static void read_late_date(window *w, uint32_t node)
{
    enum { ALONE_MAX = 24 };
    const pith_html_tree *tree = w->facts->tree;
    pith_date date;
    pith_str text = decoded_text(w, node);
    if (!pith_date_find(text, w->language, &date))
        return;
    uint32_t before = text_before(tree, node);
    w->labelled = 0;
    if (before != 0)
        read_label(w, node, raw_text(tree, before));
    read_label(w, node, text);
    bool alone = node >= w->end && text.size <= ALONE_MAX;
    if (w->labelled != 0 ||
        (alone && (is_introduced(tree, before) || is_introduced(tree, text_before(tree, before)))))
        offer_date(w, node, &date, 0);
}

/* Four digits in a row: a year. */
static bool has_year(const char *text, size_t size)
{
    unsigned digits = 0;
    for (size_t i = 0; i < size && digits < 4; i++)
        digits = pith_is_digit(text[i]) ? digits + 1 : 0;
    return digits == 4;
}

/*
 * A date anywhere else counts only where it says what it is. All texts are
 * looked at, so that this must be cheap: short ones with a year.
 */
static void read_rest(window *w)
{
    enum { SHORTEST = 8, LONGEST = 100 };
    const pith_html_tree *tree = w->facts->tree;
    for (uint32_t node = w->headline; node < tree->node_count && w->published.node == 0; node++) {
        const pith_html_node *n = &tree->nodes[node];
        if (n->type == PITH_HTML_TEXT && n->extent >= SHORTEST && n->extent <= LONGEST &&
            memchr(tree->text + n->start, '0', n->extent) != NULL && /* as years from 2000 have */
            has_year(tree->text + n->start, n->extent))
            read_late_date(w, node);
    }
}

/* The element that the title was taken from, or where the content begins. */
static uint32_t find_headline(pith_facts *facts, pith_str title)
{
    const pith_html_tree *tree = facts->tree;
    enum { HEADINGS_MAX = 30 };
    for (unsigned i = 0; i < facts->counts[PITH_FIELD_HEADING]; i++) {
        const pith_fact *heading = &facts->facts[PITH_FIELD_HEADING][i];
        if (title.size > 0 && pith_agreement(heading->value, title) > 0.5)
            return heading->node;
    }
    uint32_t begin = 0;
    bool in_main = false;
    unsigned headings = 0;
    for (uint32_t i = 0; i < tree->notable_count && headings < HEADINGS_MAX; i++) {
        uint32_t node = tree->notable[i];
        switch (tree->nodes[node].name) {
        case PITH_TAG_H2:
        case PITH_TAG_H3:
        case PITH_TAG_H4:
        case PITH_TAG_H5:
        case PITH_TAG_H6:
            headings++;
            if (pith_agreement(pith_facts_text(facts, node, false), title) > 0.8)
                return node;
            break;
        case PITH_TAG_MAIN:
        case PITH_TAG_ARTICLE:
            if (!in_main)
                begin = node;
            in_main = true;
            break;
        case PITH_TAG_BODY:
            if (begin == 0)
                begin = node;
            break;
        }
    }
    return begin;
}

static bool is_heading(const pith_html_tree *tree, uint32_t node)
{
    switch (tree->nodes[node].type == PITH_HTML_ELEMENT ? tree->nodes[node].name : 0) {
    case PITH_TAG_H1:
    case PITH_TAG_H2:
    case PITH_TAG_H3:
    case PITH_TAG_H4:
    case PITH_TAG_H5:
    case PITH_TAG_H6:
        return true;
    default:
        return false;
    }
}

/* Whether nothing from `node` on can cost less than what is found. */
static bool is_settled(const window *w, uint32_t node)
{
    if (node < w->headline)
        return false;
    int least = distance(w, node) + COST_HINTED;
    bool dated = w->published.node != 0 && w->published.cost <= least;
    bool credited = w->author.node != 0 && w->author.cost <= least + COST_LINKED;
    return (dated || !w->want_date) && (credited || !w->want_author);
}

static void add_found(window *w)
{
    static const pith_field fields[2] = {PITH_FIELD_DATE, PITH_FIELD_MODIFIED};
    const best *found[2] = {&w->published, &w->modified};
    for (int i = 0; i < 2; i++) {
        char value[PITH_DATE_SIZE];
        if (found[i]->node != 0)
            pith_facts_add(w->facts, fields[i],
                           (pith_fact){.value = {value, pith_date_write(&w->dates[i], value)},
                                       .source = PITH_SOURCE_VISIBLE,
                                       .node = found[i]->node});
    }
    if (w->author.node == 0)
        return;
    pith_buffer_reset(&w->facts->scratch);
    pith_str text = pith_html_text(w->facts->tree, w->author.node, &w->facts->scratch);
    pith_facts_add(w->facts, PITH_FIELD_AUTHOR,
                   (pith_fact){.value = byline_name(pith_str_trim(text)),
                               .source = PITH_SOURCE_VISIBLE,
                               .node = w->author.node});
}

void pith_visible_read(pith_facts *facts, pith_str title, pith_str language)
{
    const pith_html_tree *tree = facts->tree;
    window w = {.facts = facts,
                .language = language,
                .confirm = pith_doubts_date(facts, language),
                .want_author = !pith_has_person(facts)};
    w.want_date = w.confirm || !pith_has_date(facts, language);
    if (!w.want_date && !w.want_author)
        return;
    index_letters(&w);
    w.headline = find_headline(facts, title);
    if (w.confirm && !is_heading(tree, w.headline)) {
        w.confirm = false;
        w.want_date = false;
    }
    uint32_t node = w.headline > WINDOW_BEFORE ? w.headline - WINDOW_BEFORE : 1;
    w.end =
        tree->node_count - w.headline > WINDOW_AFTER ? w.headline + WINDOW_AFTER : tree->node_count;
    for (; node < w.end && !facts->failed && !is_settled(&w, node); node++) {
        if (w.confirm && node > w.headline + CONFIRM_AFTER)
            w.want_date = false;
        const pith_html_node *n = &tree->nodes[node];
        if (n->type == PITH_HTML_TEXT) {
            read_text(&w, node);
        } else if (n->type == PITH_HTML_ELEMENT) {
            read_element(&w, node);
            if (w.want_date && n->name == PITH_TAG_TIME && !has_hint(&w, HINT_OTHER, node))
                read_time(&w, node);
        }
    }
    if (w.confirm) {
        w.modified.node = 0;
        if (w.published.cost > COST_CONFIRM)
            w.published.node = 0;
    } else if (w.want_date && w.published.node == 0 && w.modified.node == 0)
        read_rest(&w);
    add_found(&w);
}
