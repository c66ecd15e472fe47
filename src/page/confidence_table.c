/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Made by train/confidence.py; do not edit. Learned from the pages of WCXB (Murrough
 * Foley, 2026; annotations CC-BY-4.0): see docs/MODEL.md.
 */
#include "page/confidence.h"

const uint16_t pith_page_confidences[PITH_CONFIDENCE_STEPS + 1] = {
    15, 375, 1018, 1661, 2304, 2398, 3365, 5736, 5928, 5928, 6200, 6200,
    6200, 7362, 7362, 7995, 8389, 8858, 9159, 9573, 9977,
};

const uint16_t pith_page_confidence_of_nothing = 6667;
