/* SPDX-License-Identifier: Apache-2.0 */
#include "html/doctype.h"

/* ---- Reading ------------------------------------------------------------ */

static pith_str skip_spaces(pith_str text)
{
    while (text.size > 0 && pith_is_space(text.data[0]))
        text = pith_str_from(text, 1);
    return text;
}

static bool take_keyword(pith_str *text, pith_str keyword)
{
    if (text->size < keyword.size ||
        !pith_str_equal_ignoring_case((pith_str){text->data, keyword.size}, keyword))
        return false;
    *text = pith_str_from(*text, keyword.size);
    return true;
}

/*
 * Takes a quoted identifier, which may follow white space. False if there is
 * none, or if its closing quote is missing (it is there nevertheless).
 */
static bool take_identifier(pith_str *text, pith_str *identifier, bool *present)
{
    *text = skip_spaces(*text);
    if (text->size == 0 || (text->data[0] != '"' && text->data[0] != '\''))
        return false;
    const char *end = memchr(text->data + 1, text->data[0], text->size - 1);
    size_t size = end != NULL ? (size_t)(end - text->data) - 1 : text->size - 1;
    *identifier = (pith_str){text->data + 1, size};
    *present = true;
    *text = pith_str_from(*text, end != NULL ? size + 2 : text->size);
    return end != NULL;
}

/* What follows the name. Returns whether quirks are forced. */
static bool read_identifiers(pith_str rest, bool closed, pith_html_doctype *doctype)
{
    rest = skip_spaces(rest);
    if (rest.size == 0)
        return !closed;
    if (take_keyword(&rest, PITH_STR("PUBLIC"))) {
        if (!take_identifier(&rest, &doctype->public_id, &doctype->has_public_id))
            return true;
        rest = skip_spaces(rest);
        if (rest.size == 0)
            return !closed;
    } else if (!take_keyword(&rest, PITH_STR("SYSTEM"))) {
        return true;
    }
    if (!take_identifier(&rest, &doctype->system_id, &doctype->has_system_id))
        return true;
    /* What else follows is bogus, and the page may even end in it without harm. */
    return skip_spaces(rest).size == 0 && !closed;
}

void pith_html_doctype_parse(pith_str data, bool closed, pith_html_doctype *doctype)
{
    *doctype = (pith_html_doctype){.force_quirks = true};
    pith_str rest = skip_spaces(data);
    if (rest.size == 0)
        return;
    size_t size = 0;
    while (size < rest.size && !pith_is_space(rest.data[size]))
        size++;
    doctype->name = (pith_str){rest.data, size};
    doctype->has_name = true;
    doctype->force_quirks = read_identifiers(pith_str_from(rest, size), closed, doctype);
}

/* ---- Modes -------------------------------------------------------------- */

static const char *const quirky_public_prefixes[] = {
    "+//Silmaril//dtd html Pro v0r11 19970101//",
    "-//AS//DTD HTML 3.0 asWedit + extensions//",
    "-//AdvaSoft Ltd//DTD HTML 3.0 asWedit + extensions//",
    "-//IETF//DTD HTML 2.0 Level 1//",
    "-//IETF//DTD HTML 2.0 Level 2//",
    "-//IETF//DTD HTML 2.0 Strict Level 1//",
    "-//IETF//DTD HTML 2.0 Strict Level 2//",
    "-//IETF//DTD HTML 2.0 Strict//",
    "-//IETF//DTD HTML 2.0//",
    "-//IETF//DTD HTML 2.1E//",
    "-//IETF//DTD HTML 3.0//",
    "-//IETF//DTD HTML 3.2 Final//",
    "-//IETF//DTD HTML 3.2//",
    "-//IETF//DTD HTML 3//",
    "-//IETF//DTD HTML Level 0//",
    "-//IETF//DTD HTML Level 1//",
    "-//IETF//DTD HTML Level 2//",
    "-//IETF//DTD HTML Level 3//",
    "-//IETF//DTD HTML Strict Level 0//",
    "-//IETF//DTD HTML Strict Level 1//",
    "-//IETF//DTD HTML Strict Level 2//",
    "-//IETF//DTD HTML Strict Level 3//",
    "-//IETF//DTD HTML Strict//",
    "-//IETF//DTD HTML//",
    "-//Metrius//DTD Metrius Presentational//",
    "-//Microsoft//DTD Internet Explorer 2.0 HTML Strict//",
    "-//Microsoft//DTD Internet Explorer 2.0 HTML//",
    "-//Microsoft//DTD Internet Explorer 2.0 Tables//",
    "-//Microsoft//DTD Internet Explorer 3.0 HTML Strict//",
    "-//Microsoft//DTD Internet Explorer 3.0 HTML//",
    "-//Microsoft//DTD Internet Explorer 3.0 Tables//",
    "-//Netscape Comm. Corp.//DTD HTML//",
    "-//Netscape Comm. Corp.//DTD Strict HTML//",
    "-//O'Reilly and Associates//DTD HTML 2.0//",
    "-//O'Reilly and Associates//DTD HTML Extended 1.0//",
    "-//O'Reilly and Associates//DTD HTML Extended Relaxed 1.0//",
    "-//SQ//DTD HTML 2.0 HoTMetaL + extensions//",
    "-//SoftQuad Software//DTD HoTMetaL PRO 6.0::19990601::extensions to HTML 4.0//",
    "-//SoftQuad//DTD HoTMetaL PRO 4.0::19971010::extensions to HTML 4.0//",
    "-//Spyglass//DTD HTML 2.0 Extended//",
    "-//Sun Microsystems Corp.//DTD HotJava HTML//",
    "-//Sun Microsystems Corp.//DTD HotJava Strict HTML//",
    "-//W3C//DTD HTML 3 1995-03-24//",
    "-//W3C//DTD HTML 3.2 Draft//",
    "-//W3C//DTD HTML 3.2 Final//",
    "-//W3C//DTD HTML 3.2//",
    "-//W3C//DTD HTML 3.2S Draft//",
    "-//W3C//DTD HTML 4.0 Frameset//",
    "-//W3C//DTD HTML 4.0 Transitional//",
    "-//W3C//DTD HTML Experimental 19960712//",
    "-//W3C//DTD HTML Experimental 970421//",
    "-//W3C//DTD W3 HTML//",
    "-//W3O//DTD W3 HTML 3.0//",
    "-//WebTechs//DTD Mozilla HTML 2.0//",
    "-//WebTechs//DTD Mozilla HTML//",
};

static bool begins_with(pith_str text, const char *prefix)
{
    size_t size = strlen(prefix);
    return text.size >= size &&
           pith_str_equal_ignoring_case((pith_str){text.data, size}, (pith_str){prefix, size});
}

static bool public_id_means_quirks(pith_str id)
{
    if (pith_str_equal_ignoring_case(id, PITH_STR("-//W3O//DTD W3 HTML Strict 3.0//EN//")) ||
        pith_str_equal_ignoring_case(id, PITH_STR("-/W3C/DTD HTML 4.0 Transitional/EN")) ||
        pith_str_equal_ignoring_case(id, PITH_STR("HTML")))
        return true;
    size_t count = sizeof quirky_public_prefixes / sizeof *quirky_public_prefixes;
    for (size_t i = 0; i < count; i++)
        if (begins_with(id, quirky_public_prefixes[i]))
            return true;
    return false;
}

pith_html_quirks pith_html_doctype_quirks(const pith_html_doctype *doctype)
{
    pith_str id = doctype->public_id;
    if (doctype->force_quirks ||
        !pith_str_equal_ignoring_case(doctype->name, PITH_STR("html")) ||
        public_id_means_quirks(id) ||
        pith_str_equal_ignoring_case(
            doctype->system_id,
            PITH_STR("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd")))
        return PITH_QUIRKS;
    if (begins_with(id, "-//W3C//DTD HTML 4.01 Frameset//") ||
        begins_with(id, "-//W3C//DTD HTML 4.01 Transitional//"))
        return doctype->has_system_id ? PITH_LIMITED_QUIRKS : PITH_QUIRKS;
    if (begins_with(id, "-//W3C//DTD XHTML 1.0 Frameset//") ||
        begins_with(id, "-//W3C//DTD XHTML 1.0 Transitional//"))
        return PITH_LIMITED_QUIRKS;
    return PITH_NO_QUIRKS;
}
