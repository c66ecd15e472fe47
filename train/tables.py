# SPDX-License-Identifier: Apache-2.0
"""Writes the learned tables as C."""

NOTE = """/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Made by train/train.py; do not edit. Learned from the pages of WCXB (Murrough
 * Foley, 2026; annotations CC-BY-4.0): see docs/MODEL.md.
 */
"""


def numbers(values, width=24):
    values = [str(int(v)) for v in values]
    return "\n".join("    " + ", ".join(values[i:i + width]) + ","
                     for i in range(0, len(values), width))


def write_names(path, weights, reaches):
    size = len(weights) // reaches
    rows = ",\n".join("    {\n" + numbers(weights[r * size:(r + 1) * size], 20) + "\n    }"
                      for r in range(reaches))
    path.write_text(f"""{NOTE}#include "label/naming.h"

const int8_t pith_name_weights[PITH_REACH_COUNT][1 << PITH_NAME_WEIGHT_BITS] = {{
{rows}
}};
""", encoding="utf-8")


def write_model(path, trees, table):
    first, splits = [0], []
    for tree in trees.splits:
        splits += [f"    {{{f}, {t}, 0x{k:04X}}}," for f, t, k in tree]
        first.append(len(splits))
    leaves = "\n".join("    {" + ", ".join(map(str, row)) + "}," for row in trees.leaves)
    splits = "\n".join(splits)
    path.write_text(f"""{NOTE}#include "label/model.h"

const int32_t pith_model_base = {trees.base};
const uint16_t pith_model_tree_count = {len(trees.splits)};

const uint16_t pith_model_first_splits[] = {{
{numbers(first)}
}};

const pith_split pith_model_splits[] = {{
{splits}
}};

const int16_t pith_model_leaves[][PITH_TREE_LEAVES] = {{
{leaves}
}};

const uint16_t pith_model_probabilities[PITH_ODDS_STEPS] = {{
{numbers(table)}
}};
""", encoding="utf-8")


def write_text_model(path, trees, table):
    """The same of plain text, where one file has the whole model."""
    first, splits = [0], []
    for tree in trees.splits:
        splits += [f"    {{{f}, {t}, 0x{k:04X}}}," for f, t, k in tree]
        first.append(len(splits))
    leaves = "\n".join("    {" + ", ".join(map(str, row)) + "}," for row in trees.leaves)
    splits = "\n".join(splits)
    path.write_text(f"""{NOTE.replace("train.py", "train_text.py")}#include "text/features.h"

static const uint16_t first_splits[] = {{
{numbers(first)}
}};

static const pith_split splits[] = {{
{splits}
}};

static const int16_t leaves[][PITH_TREE_LEAVES] = {{
{leaves}
}};

static const uint16_t probabilities[PITH_ODDS_STEPS] = {{
{numbers(table)}
}};

pith_model pith_line_model(void)
{{
    return (pith_model){{
        .tree_count = {len(trees.splits)},
        .base = {trees.base},
        .first_splits = first_splits,
        .splits = splits,
        .leaves = leaves,
        .probabilities = probabilities,
    }};
}}
""", encoding="utf-8")


def write_usual(path, values):
    note = NOTE.replace("train.py", "usual.py")
    path.write_text(f"""{note}#include "label/usual.h"

const uint16_t pith_usual_count = {len(values)};

const int16_t pith_usual_values[] = {{
{numbers(values, 16)}
}};
""", encoding="utf-8")
