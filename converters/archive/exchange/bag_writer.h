// converters/archive/exchange/bag_writer.h: a version as a bag of BagIt 1.0 (RFC 8493).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/archive/exchange/version_files.h"
#include "core/base/result.h"

namespace pressmark::archive {

// The files of the bag by their paths in it, sorted: the version's files below data/, bagit.txt,
// bag-info.txt, and payload and tag manifests of SHA-256 and SHA-512. Names are in NFC. The
// bagging date is the day on which the version was stored, so equal versions give equal bags. Fails
// with ErrorKind::unrecognised where two names are one in NFC.
Result<std::vector<ArchivedFile>> make_bag(const VersionFiles& version,
                                           const std::string& program_version);

// A path as it stands in a manifest: '%', CR and LF percent-encoded (RFC 8493, 2.1.3).
std::string manifest_path(std::string_view path);

}  // namespace pressmark::archive
