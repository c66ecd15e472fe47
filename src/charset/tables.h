/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The indexes of the Encoding standard (section 5), made by gen/encodings.py.
 * A unit below U+0080 stands for a pointer without a code point. Each row ends
 * with a terminator, which no pointer reaches.
 */
#ifndef PITH_CHARSET_TABLES_H
#define PITH_CHARSET_TABLES_H

#include <stdint.h>

enum { PITH_SINGLE_BYTE_COUNT = 28, PITH_GB18030_RANGE_COUNT = 206, PITH_PLANE2_FIRST = 0xE000 };

/* [encoding - PITH_ENCODING_IBM866][byte - 0x80] */
extern const uint16_t pith_single_byte[PITH_SINGLE_BYTE_COUNT][129];

/* Index gb18030: [lead - 0x81][trail - 0x40, one less after 0x7F]; no gaps. */
extern const uint16_t pith_gb18030[126][191];

/* Index gb18030 ranges, without its last, which starts at pointer 189000. */
typedef struct pith_gb18030_range {
    uint16_t pointer;
    uint16_t code_point;
} pith_gb18030_range;
extern const pith_gb18030_range pith_gb18030_ranges[PITH_GB18030_RANGE_COUNT];

/*
 * Index Big5: [lead - 0x87][trail - 0x40, or - 0x62 from 0xA1 on]. A unit from
 * U+E000 to U+F8FF is PITH_PLANE2_FIRST plus a position in pith_big5_plane2.
 */
extern const uint16_t pith_big5[120][158];
extern const uint32_t pith_big5_plane2[];

/* Index jis0208: [pointer / 94][pointer % 94]; jis0212 the same, up to its last row. */
extern const uint16_t pith_jis0208[120][95];
extern const uint16_t pith_jis0212[77][95];

/* Index EUC-KR: [lead - 0x81][trail - 0x41]. */
extern const uint16_t pith_euc_kr[125][191];

#endif
