#include "core/model/sections.h"

namespace pressmark {
namespace {

const Heading* heading_of(const Block& block) { return std::get_if<Heading>(&block.node); }

// Fills `section` from blocks[position...] until a heading of `level` or above; returns where.
std::size_t fill(Section& section, const Blocks& blocks, std::size_t position, int level) {
  while (position < blocks.size()) {
    const Heading* heading = heading_of(blocks[position]);
    if (heading == nullptr) {
      section.blocks.push_back(&blocks[position++]);
      continue;
    }
    if (heading->level <= level) break;
    Section child;
    child.heading = &blocks[position];
    child.depth = section.depth + 1;
    position = fill(child, blocks, position + 1, heading->level);
    section.sections.push_back(std::move(child));
  }
  return position;
}

}  // namespace

Section sections(const Blocks& blocks) {
  Section root;
  fill(root, blocks, 0, 0);
  return root;
}

}  // namespace pressmark
