#include "core/model/resources.h"

namespace pressmark {

ResourceId Resources::add(Resource resource) {
  ResourceId id = "r-" + resource.sha256.substr(0, 16);
  resource.id = id;
  by_id_.try_emplace(id, std::move(resource));
  return id;
}

const Resource* Resources::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &found->second;
}

std::size_t Resources::total_bytes() const {
  std::size_t total = 0;
  for (const auto& [id, resource] : by_id_) total += resource.data.size();
  return total;
}

}  // namespace pressmark
