// Octets as the inventory of an object, in a small archive on the disk: verification, repair and
// reading must end, whatever the inventory says; and what a repair leaves, a second one leaves.
#include <stdlib.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "converters/archive/inventory.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/repair.h"
#include "converters/archive/store.h"
#include "converters/archive/verify.h"

namespace {

namespace fs = std::filesystem;
namespace archive = pressmark::archive;

// A folder in memory, where there is one: it is made anew for each input.
class Folder {
 public:
  Folder() {
    std::string name =
        (fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()) /
        "pressmark-fuzz-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void write(const std::string& path, std::string_view octets) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << octets;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view inventory(reinterpret_cast<const char*>(data), size);
  const Folder folder;
  const std::string root = folder.path() + "/root";
  if (!archive::Store::open_or_make(root)) std::abort();
  const std::string object = root + "/" + archive::storage_path(archive::object_digest("urn:a"));
  write(object + "/" + std::string(archive::object_declaration), archive::object_declaration_text);
  for (const std::string& place : {object, object + "/v1"}) {
    write(place + "/inventory.json", inventory);
    write(place + "/inventory.json.sha512", archive::sidecar_text(inventory));
  }
  write(object + "/v1/content/source/a.txt", "text");

  const auto before = archive::verify_root(root, 1);
  if (!before) std::abort();
  if (const auto store = archive::Store::open(root)) (void)store->find("urn:a").has_value();
  const auto repaired = archive::repair_root(root, "2026-10-12T00:00:00Z", "fuzz");
  if (!repaired || (before->is_valid() && !repaired->remaining.empty())) std::abort();
  const auto again = archive::repair_root(root, "2026-10-12T00:00:00Z", "fuzz");
  if (!again || !again->actions.empty()) std::abort();
  return 0;
}
