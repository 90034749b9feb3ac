#include "converters/archive/object_list.h"

#include <algorithm>
#include <string_view>

#include "converters/archive/durable_files.h"

namespace pressmark::archive {
namespace {

constexpr std::size_t tuple_length = 3;
constexpr int tuples = 3;
constexpr std::size_t digest_length = 64;

bool is_hexadecimal(std::string_view text, std::size_t length) {
  return text.size() == length &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class RootWalk {
 public:
  explicit RootWalk(const std::string& root) : root_(root) {}

  Result<std::vector<std::string>> run() {
    const auto names = files::list_folder(root_);
    if (!names) return names.error();
    for (const std::string& name : *names) {
      if (!is_hexadecimal(name, tuple_length) || !files::is_folder(root_ + "/" + name)) continue;
      if (auto visited = visit(name, 1); !visited) return visited.error();
    }
    return std::move(listing_);
  }

 private:
  Result<Done> visit(const std::string& folder, int depth) {
    const auto names = files::list_folder(root_ + "/" + folder);
    if (!names) return names.error();
    const std::size_t length = depth < tuples ? tuple_length : digest_length;
    for (const std::string& name : *names) {
      const std::string below = folder + "/" + name;
      if (!is_hexadecimal(name, length) || !files::is_folder(root_ + "/" + below)) {
        continue;
      }
      if (depth == tuples) {
        listing_.push_back(below);
      } else if (auto visited = visit(below, depth + 1); !visited) {
        return visited;
      }
    }
    return Done{};
  }

  const std::string& root_;
  std::vector<std::string> listing_;
};

}  // namespace

Result<std::vector<std::string>> list_objects(const std::string& root) {
  return RootWalk(root).run();
}

}  // namespace pressmark::archive
