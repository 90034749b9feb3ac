// converters/checkers/pdf/content.h: what the content streams of pages paint (ISO 32000-1, 7.8, 8
// and 9), as far as the rules need it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "converters/checkers/pdf/code_map.h"
#include "converters/checkers/pdf/structure_tree.h"
#include "converters/checkers/pdf/subject.h"

namespace pressmark::pdf_check {

// A font as it is used: its codes are those shown anywhere in the file.
struct UsedFont {
  const Dictionary* dictionary = nullptr;
  CodeMap codes;                       // from strings to codes and CIDs
  std::optional<CodeMap> to_unicode;   // absent where there is none that can be read
  std::set<std::uint32_t> shown;       // codes that paint
  std::set<std::uint32_t> invisible;   // those shown in rendering mode 3 only
  std::set<std::uint32_t> unreplaced;  // those shown outside of any ActualText
};

struct UsedContent {
  std::map<std::int64_t, UsedFont> fonts;  // by the number of their objects
  std::set<MarkedContent> marked;          // sequences that were opened
  std::set<std::string> colour_spaces;     // "DeviceRGB", "DeviceGray", "DeviceCMYK", as painted
};

// The pages in order: the numbers of their objects.
std::vector<std::int64_t> page_numbers(const Subject& subject);

// Reads the pages' streams and the forms in them, and reports what is wrong in these alone:
// operators that do not exist, painting outside of marked content, sequences in one another, depth.
UsedContent check_content(const Subject& subject, const StructureTree& tree);

}  // namespace pressmark::pdf_check
