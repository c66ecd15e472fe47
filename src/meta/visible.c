/* SPDX-License-Identifier: Apache-2.0 */
/* What only the reader sees. */
#include "meta/facts.h"

void pith_time_read(pith_facts *facts, uint32_t time)
{
    pith_str value = pith_facts_attribute(facts, time, PITH_ATTRIBUTE_DATETIME);
    if (value.size == 0)
        value = pith_facts_text(facts, time, true);
    pith_facts_add(facts, PITH_FIELD_DATE,
                   (pith_fact){.value = value, .source = PITH_SOURCE_TIME, .node = time});
}
