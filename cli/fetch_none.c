/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch.h"

#include <stdlib.h>

struct cli_fetcher {
    char nothing;
};

bool cli_fetch_start(void)
{
    return true;
}

void cli_fetch_stop(void) {}

const char *cli_fetch_version(void)
{
    return "without libcurl";
}

cli_fetcher *cli_fetcher_new(unsigned timeout)
{
    (void)timeout;
    return calloc(1, sizeof(cli_fetcher));
}

void cli_fetcher_free(cli_fetcher *fetcher)
{
    free(fetcher);
}

cli_status cli_fetch(cli_fetcher *fetcher, const char *url, cli_input *input)
{
    (void)fetcher;
    (void)url;
    return cli_input_fail(input, CLI_INPUT, "this pith was built without libcurl: no URLs");
}
