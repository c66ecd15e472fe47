/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loading http and https URLs. fetch_curl.c does it through libcurl;
 * fetch_none.c stands in for it where pith is built without.
 */
#ifndef PITH_CLI_FETCH_H
#define PITH_CLI_FETCH_H

#include "input.h"

/* A page of the web larger than this, decompressed, is an error. */
#define CLI_FETCH_MAX ((size_t)64 << 20)
#define CLI_FETCH_REDIRECTS 10

/* Once, before the first thread, and once after the last. False without memory. */
bool cli_fetch_start(void);
void cli_fetch_stop(void);

/* "libcurl 7.88.1", or "without libcurl"; a string that lives as long as the process. */
const char *cli_fetch_version(void);

/* For one thread; keeps connections open from URL to URL. NULL without memory. */
cli_fetcher *cli_fetcher_new(unsigned timeout);
void cli_fetcher_free(cli_fetcher *fetcher); /* NULL is allowed */

/*
 * Fills in the bytes (decompressed), the URL after redirects and the content
 * type. Only http and https are followed, also in redirects. Statuses of 400
 * and above, too many redirects, too large a body, a body that is no web page
 * by its content type and one that takes too long are errors.
 */
cli_status cli_fetch(cli_fetcher *fetcher, const char *url, cli_input *input);

#endif
