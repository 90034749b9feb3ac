#include "cli/batch_item.h"

#include <fmt/format.h>

#include "cli/output_name.h"
#include "core/base/ascii.h"

namespace pressmark::cli {

OutputNames::OutputNames(const Formats& formats, std::map<std::string, std::string> taken,
                         Items items)
    : formats_(formats), taken_(std::move(taken)), items_(items) {
  for (const auto& [id, name] : taken_) used_.insert(ascii::to_lower(name));
}

std::string OutputNames::name_of(const BatchItem& item) {
  if (const auto known = taken_.find(item.id); known != taken_.end()) return known->second;
  const std::string wanted =
      item.folder + (item.stem.empty() ? output_name(item.path, formats_) : safe_name(item.stem));
  std::string name = wanted;
  int& number = next_.try_emplace(ascii::to_lower(wanted), 2).first->second;
  while (!used_.insert(ascii::to_lower(name)).second) {
    name = fmt::format("{}-{}", wanted, number++);
  }
  if (items_ == Items::again) taken_.emplace(item.id, name);
  return name;
}

}  // namespace pressmark::cli
