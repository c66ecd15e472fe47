/* SPDX-License-Identifier: Apache-2.0 */
/* Reads paths, one a line, and prints the encoding that each file seems to be in. */
#include "charset/charset.h"

#include <stdio.h>
#include <stdlib.h>

enum { LARGEST = 64 << 20 };

int main(void)
{
    char *bytes = malloc(LARGEST);
    char path[4096];
    while (bytes != NULL && fgets(path, sizeof path, stdin) != NULL) {
        path[strcspn(path, "\n")] = '\0';
        FILE *file = fopen(path, "rb");
        if (file == NULL) {
            perror(path);
            return 1;
        }
        pith_str page = {bytes, fread(bytes, 1, LARGEST, file)};
        fclose(file);
        pith_charset_hints hints = {0};
        pith_str name = pith_encoding_name(pith_charset_sniff(page, &hints));
        printf("%.*s\n", (int)name.size, name.data);
    }
    free(bytes);
    return 0;
}
