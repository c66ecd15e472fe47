/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tree in the format of html5lib-tests (the README in tree-construction/
 * there), in which parsers are compared. Processing instructions as
 * web-platform-tests has them: "<?target data?>".
 */
#ifndef PITH_HTML_FORMAT_H
#define PITH_HTML_FORMAT_H

#include "html/tree.h"

/*
 * Writes what is below `root`, one line a node, "| <html>" and so on. PITH_OK,
 * PITH_ERROR_SINK, PITH_ERROR_MEMORY or PITH_ERROR_LIMIT.
 */
pith_status pith_html_format(const pith_html_tree *tree, uint32_t root, pith_memory *memory,
                             pith_sink sink, void *context);

#endif
