// converters/archive/exchange/bag_source.h: the files of a bag, in a folder or packed in one file.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "converters/common/packed_files.h"
#include "core/base/result.h"

namespace pressmark::archive {

class BagSource {
 public:
  virtual ~BagSource() = default;

  // Every file by its path in the bag, sorted; Kind::other for what is no file (links, devices).
  // Folders are left out, but for an empty "data".
  virtual Result<std::vector<PackedFile>> list() = 0;
  // Gives the octets of each file for which `wanted` says so.
  using Use = std::function<Result<Done>(const std::string& path, const OctetPieces& pieces)>;
  virtual Result<Done> read(const std::function<bool(const std::string&)>& wanted,
                            const Use& use) = 0;
  // What is wrong with how the bag is packed: more than one folder at the top, entries twice.
  virtual std::vector<std::string> packing_problems() const { return {}; }
};

// The bag in a folder, or in a ZIP, tar or tar.gz file with one folder at its top (RFC 8493, 4).
// Fails with ErrorKind::unreadable and ErrorKind::unrecognised.
Result<std::unique_ptr<BagSource>> open_bag(const std::string& path);

// Whether a folder means to be a bag: it has bagit.txt or a manifest.
bool is_bag_folder(const std::string& path);

// The bags in a folder, and with `below` those of folders below it, but none inside another bag:
// folders that mean to be bags, and packed files (.zip, .tar, .tar.gz, .tgz) that hold one or
// cannot be read, which verification then tells. Sorted; each path begins with `folder`. Hidden
// folders and links are passed over. Fails with ErrorKind::unreadable where a folder cannot be
// listed.
Result<std::vector<std::string>> bags_in_folder(const std::string& folder, bool below);

}  // namespace pressmark::archive
