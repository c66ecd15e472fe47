/* SPDX-License-Identifier: Apache-2.0 */
#include "fetch.h"

#include <pith/pith.h>

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define CONNECT_SECONDS 15L

struct cli_fetcher {
    CURL *curl;
    cli_input *input; /* of the transfer under way */
    bool too_large;
    bool no_memory;
    char error[CURL_ERROR_SIZE];
};

bool cli_fetch_start(void)
{
    return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

void cli_fetch_stop(void)
{
    curl_global_cleanup();
}

const char *cli_fetch_version(void)
{
    return "libcurl " LIBCURL_VERSION;
}

/* curl's write callback: a result other than the size ends the transfer. */
static size_t receive(char *data, size_t unit, size_t count, void *context)
{
    cli_fetcher *fetcher = context;
    cli_bytes *bytes = &fetcher->input->bytes;
    size_t size = unit * count;
    fetcher->too_large = size > CLI_FETCH_MAX - bytes->size;
    if (fetcher->too_large)
        return CURL_WRITEFUNC_ERROR;
    fetcher->no_memory = !cli_bytes_add(bytes, data, size);
    return fetcher->no_memory ? CURL_WRITEFUNC_ERROR : size;
}

cli_fetcher *cli_fetcher_new(unsigned timeout)
{
    cli_fetcher *fetcher = calloc(1, sizeof *fetcher);
    CURL *curl = curl_easy_init();
    if (fetcher == NULL || curl == NULL) {
        free(fetcher);
        curl_easy_cleanup(curl);
        return NULL;
    }
    fetcher->curl = curl;
    bool set =
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https") == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_MAXREDIRS, (long)CLI_FETCH_REDIRECTS) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)timeout) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)CLI_FETCH_MAX) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L) == CURLE_OK &&     /* 400 and above */
        curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "") == CURLE_OK && /* all it knows */
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&        /* there are threads */
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, fetcher) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, fetcher->error) == CURLE_OK;
    char agent[32] = "pith/";
    strncat(agent, pith_version(), sizeof agent - sizeof "pith/");
    if (!set || curl_easy_setopt(curl, CURLOPT_USERAGENT, agent) != CURLE_OK) {
        cli_fetcher_free(fetcher);
        return NULL;
    }
    return fetcher;
}

void cli_fetcher_free(cli_fetcher *fetcher)
{
    if (fetcher == NULL)
        return;
    curl_easy_cleanup(fetcher->curl);
    free(fetcher);
}

static bool is_http(const char *url)
{
    return strncasecmp(url, "http://", 7) == 0 || strncasecmp(url, "https://", 8) == 0;
}

/* Web pages are text/… or some …xml; a server that says nothing gets the benefit. */
static bool is_page_type(const char *type)
{
    size_t size = strcspn(type, "; \t");
    return size == 0 || strncasecmp(type, "text/", 5) == 0 ||
           (size > 3 && strncasecmp(type + size - 3, "xml", 3) == 0);
}

static cli_status explain(cli_fetcher *fetcher, CURLcode code)
{
    cli_input *input = fetcher->input;
    if (fetcher->no_memory || code == CURLE_OUT_OF_MEMORY)
        return cli_input_fail(input, CLI_MEMORY, "not enough memory to load it");
    if (fetcher->too_large || code == CURLE_FILESIZE_EXCEEDED)
        return cli_input_fail(input, CLI_INPUT, "larger than %zu MiB", CLI_FETCH_MAX >> 20);
    if (code == CURLE_TOO_MANY_REDIRECTS)
        return cli_input_fail(input, CLI_INPUT, "more than %d redirects", CLI_FETCH_REDIRECTS);
    if (code == CURLE_HTTP_RETURNED_ERROR) {
        long status = 0;
        curl_easy_getinfo(fetcher->curl, CURLINFO_RESPONSE_CODE, &status);
        return cli_input_fail(input, CLI_INPUT, "the server answers with status %ld", status);
    }
    return cli_input_fail(input, CLI_INPUT, "%s",
                          fetcher->error[0] != '\0' ? fetcher->error : curl_easy_strerror(code));
}

/* The URL, without a user's name and password: it goes into the output. */
static bool add_url(cli_bytes *bytes, const char *url)
{
    const char *host = strstr(url, "://");
    host = host != NULL ? host + 3 : url;
    const char *end = host + strcspn(host, "/?#");
    const char *user_end = host;
    for (const char *at = host; at < end; at++)
        if (*at == '@')
            user_end = at + 1;
    return cli_bytes_add(bytes, url, (size_t)(host - url)) &&
           cli_bytes_add_string(bytes, user_end);
}

/* What the server said of the body: its type and final URL. */
static cli_status read_answer(cli_fetcher *fetcher)
{
    cli_input *input = fetcher->input;
    const char *type = NULL, *url = NULL;
    curl_easy_getinfo(fetcher->curl, CURLINFO_CONTENT_TYPE, &type);
    curl_easy_getinfo(fetcher->curl, CURLINFO_EFFECTIVE_URL, &url);
    if (type != NULL && !is_page_type(type))
        return cli_input_fail(input, CLI_INPUT, "is no web page but %.100s", type);
    if (!cli_bytes_add_string(&input->content_type, type != NULL ? type : "") ||
        !add_url(&input->url, url != NULL ? url : ""))
        return cli_input_fail(input, CLI_MEMORY, "not enough memory to load it");
    return CLI_OK;
}

cli_status cli_fetch(cli_fetcher *fetcher, const char *url, cli_input *input)
{
    if (!is_http(url))
        return cli_input_fail(input, CLI_INPUT, "only http and https URLs can be read");
    fetcher->input = input;
    fetcher->too_large = fetcher->no_memory = false;
    fetcher->error[0] = '\0';
    CURLcode code = curl_easy_setopt(fetcher->curl, CURLOPT_URL, url);
    if (code == CURLE_OK)
        code = curl_easy_perform(fetcher->curl);
    return code == CURLE_OK ? read_answer(fetcher) : explain(fetcher, code);
}
