#include "converters/archive/content_files.h"

#include <sys/stat.h>

#include <map>

namespace pressmark::archive {
namespace {

Error not_sound(const std::string& path, const std::string& reason) {
  return Error(ErrorKind::unreadable,
               "'" + path + "' of the archive " + reason + ": nothing is added to a damaged object",
               "'pressmark verify' shows what is wrong with the archive; put the file back from a "
               "copy of the archive");
}

}  // namespace

Result<Done> check_content_files(const std::string& place, const Inventory& inventory,
                                 const NewVersion& version, const DigestsByPath& digests) {
  std::map<std::string, std::size_t> sizes;  // by digest
  for (const ArchivedFile& file : version.files) {
    sizes.try_emplace(digests.at(file.path), file.octets.size());
  }
  for (const auto& [digest, paths] : inventory.manifest) {
    const auto offered = sizes.find(digest);
    for (const std::string& relative : paths) {
      const std::string path = place + "/" + relative;
      struct stat status {};
      if (::lstat(path.c_str(), &status) != 0) return not_sound(path, "is missing");
      if (!S_ISREG(status.st_mode)) return not_sound(path, "is no regular file");
      if (offered != sizes.end() && static_cast<std::size_t>(status.st_size) != offered->second) {
        return not_sound(path, "is damaged, it has another size");
      }
    }
  }
  return Done{};
}

}  // namespace pressmark::archive
