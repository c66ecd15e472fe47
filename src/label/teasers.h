/* SPDX-License-Identifier: Apache-2.0 */
/* Teasers of other pages under an article, told by their form. */
#ifndef PITH_LABEL_TEASERS_H
#define PITH_LABEL_TEASERS_H

#include "label/lexicon.h"
#include "label/scene.h"

/*
 * Finds the runs of teasers under something like "Related posts", be it a
 * heading or a bold line: at least two texts that are cut off ("…"), and hardly
 * a long text that is not, after more content than they are themselves. They
 * lose the label of content, and scene->cues tells what they are. Links that
 * follow such a line get the cue alone. False without memory.
 */
bool pith_teasers_find(pith_scene *scene, pith_memory *memory, pith_block_label *labels);

#endif
