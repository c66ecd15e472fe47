/* SPDX-License-Identifier: Apache-2.0 */
/* Encoding standard: 13.1.1, EUC-KR decoder. */
#include "charset/decode.h"
#include "charset/tables.h"

enum { LAST_LEAD = 0xFD };

static uint32_t code_point(uint32_t lead, uint32_t trail)
{
    if (lead > LAST_LEAD || trail < 0x41 || trail > 0xFE)
        return 0;
    uint32_t unit = pith_euc_kr[lead - 0x81][trail - 0x41];
    return unit >= 0x80 ? unit : 0;
}

void pith_decode_euc_kr(pith_run *run)
{
    for (;;) {
        pith_run_copy_ascii(run);
        if (run->in >= run->stop)
            return;
        uint32_t lead = *run->in++;
        if (lead == 0x80 || lead == 0xFF || run->in == run->end)
            pith_run_put_error(run);
        else
            pith_run_put_trail(run, code_point(lead, *run->in));
    }
}
