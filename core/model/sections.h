// core/model/sections.h: the nested view of flat headings, which TEI, EPUB and PDF outlines need.
#pragma once

#include <vector>

#include "core/model/node.h"

namespace pressmark {

// A heading with what follows it up to the next heading of its level or above. Pointers go into the
// blocks that sections() was given and are valid as long as those are unchanged.
struct Section {
  const Block* heading = nullptr;    // null only for the root
  std::vector<const Block*> blocks;  // before the first subsection; never headings
  std::vector<Section> sections;
  int depth = 0;  // 0 for the root, 1 for its sections: no depth is skipped
};

// The root section: the blocks before the first heading, and the sections. Levels that the source
// skips (2, then 4) do not make empty sections: the deeper one becomes the direct child.
Section sections(const Blocks& blocks);

}  // namespace pressmark
