// cli/package_output.h: articles handed on as folders, ZIP or tar.gz files.
#pragma once

#include <string>
#include <vector>

#include "cli/atomic_file.h"
#include "converters/archive/store.h"
#include "core/base/result.h"

namespace pressmark::cli {

enum class Packing { folder, zip, tgz };

// "folder", "zip" or "tgz"; the empty text is a folder. Fails with ErrorKind::usage.
Result<Packing> parse_packing(const std::string& text);

// Writes the files as FOLDER/NAME, or packed as FOLDER/NAME.zip or FOLDER/NAME.tgz with one folder
// NAME at the top; FOLDER must exist. What is written is whole or not there; a folder of files is
// on the disk after files::sync_file_system(). Returns the path. Fails with ErrorKind::unwritable,
// also where something else is there and `existing` is Existing::keep.
Result<std::string> write_package(const std::string& folder, const std::string& name,
                                  std::vector<archive::ArchivedFile> files, Packing packing,
                                  Existing existing);

// Fails with ErrorKind::usage where `folder` is an archive or lies in one: nothing but the archive
// may write there.
Result<Done> check_outside_archives(const std::string& folder);

}  // namespace pressmark::cli
