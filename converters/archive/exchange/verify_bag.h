// converters/archive/exchange/verify_bag.h: whether a bag is complete and valid (RFC 8493, 3).
//
// BagIt has no list of codes; findings have these:
//   bag-declaration    bagit.txt (2.1.1)           bag-missing     a file that is listed is not
//   there bag-payload        data/ (2.1.2)               bag-extra       a file of data/ is not
//   listed bag-manifest       a manifest (2.1.3, 2.2.1)   bag-digest      a file has changed
//   bag-info           bag-info.txt (2.2.2)        bag-path        a path that leads out of the bag
//   bag-fetch          fetch.txt (2.2.3)           bag-name        names that are one elsewhere
//   bag-encoding       text of another encoding    bag-packing     the packed file (4)
#pragma once

#include <map>
#include <string>
#include <vector>

#include "converters/archive/exchange/bag_source.h"
#include "converters/archive/exchange/bag_tags.h"
#include "converters/archive/verify.h"
#include "core/base/result.h"

namespace pressmark::archive {

struct BagVerification {
  Verification verification;  // `objects` is 1
  BagInfo info;
  std::vector<std::string> payload;  // paths of the files below data/, sorted
  // Of each file that a manifest lists, by its path: what was computed, by algorithm.
  std::map<std::string, std::map<std::string, std::string>> digests;
};

// Checks the bag at `path`, a folder or a packed file, of BagIt 1.0 or a draft from 0.93 on: each
// file is read once, whatever its size. Fails with ErrorKind::unreadable or ErrorKind::unrecognised
// where the folder or file cannot be read at all.
Result<BagVerification> verify_bag(const std::string& path);

}  // namespace pressmark::archive
