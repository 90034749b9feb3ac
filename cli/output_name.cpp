#include "cli/output_name.h"

#include "cli/input_source.h"
#include "core/base/utf8.h"

namespace pressmark::cli {

std::string safe_name(std::string_view wanted) {
  constexpr std::size_t longest = 180;
  std::string name;
  for (const char c : wanted) {
    const auto octet = static_cast<unsigned char>(c);
    name += c == '/' || c == '\\' || octet < 0x20 || octet == 0x7F ? '_' : c;
  }
  if (name.starts_with(".")) name[0] = '_';
  if (name.size() > longest) {
    name.resize(longest);
    if (utf8::is_valid(wanted)) {
      while (!utf8::is_valid(name)) name.pop_back();
    }
  }
  return name.empty() ? "article" : name;
}

std::string output_name(const std::string& operand, const Formats& formats) {
  const std::string name = source_name(operand);
  const bool has_extension = find_readable_by_file_name(formats, name) != nullptr ||
                             find_writable_by_file_name(formats, name) != nullptr;
  return safe_name(operand == "-" || has_extension ? stem_of(operand) : name);
}

}  // namespace pressmark::cli
