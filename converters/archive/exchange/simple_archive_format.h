// converters/archive/exchange/simple_archive_format.h: a version as an item that DSpace imports.
#pragma once

#include <vector>

#include "converters/archive/exchange/version_files.h"
#include "core/base/result.h"

namespace pressmark::archive {

// The files of one item folder of DSpace's Simple Archive Format: dublin_core.xml (the record of
// metadata/dc.xml in DSpace's qualified terms), "contents" with a bundle for each file, and the
// files. Names are flat, since a bitstream has no folder: "tei_images_a.png" of
// "tei/images/a.png". PDF is the primary bitstream, else EPUB. Fails with ErrorKind::unrecognised
// where the version has no Dublin Core record that can be read.
Result<std::vector<ArchivedFile>> simple_archive_item(const VersionFiles& version);

}  // namespace pressmark::archive
