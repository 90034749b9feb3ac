#include "cli/package_output.h"

#include <boost/filesystem.hpp>

#include "converters/archive/durable_files.h"
#include "converters/archive/ocfl.h"
#include "converters/common/tar_gz.h"
#include "converters/common/zip.h"

namespace pressmark::cli {
namespace {

std::vector<ZipEntry> entries_below(const std::string& name,
                                    std::vector<archive::ArchivedFile> files) {
  std::vector<ZipEntry> entries;
  entries.reserve(files.size());
  for (archive::ArchivedFile& file : files) {
    entries.push_back({name + "/" + file.path, std::move(file.octets)});
  }
  return entries;
}

Result<Done> write_tree(const std::string& folder,
                        const std::vector<archive::ArchivedFile>& files) {
  for (const archive::ArchivedFile& file : files) {
    const std::string path = folder + "/" + file.path;
    if (auto made = files::make_folders(files::folder_of(path)); !made) return made;
    if (auto written = files::write_new_file_unsynced(path, file.octets); !written) return written;
  }
  return Done{};
}

// Staged beside its place, then renamed.
Result<Done> write_folder(const std::string& path, const std::vector<archive::ArchivedFile>& files,
                          Existing existing) {
  const bool is_there = files::exists(path);
  if (is_there && existing == Existing::keep) {
    return Error(ErrorKind::unwritable, "'" + path + "' is there already",
                 "--force replaces what is there");
  }
  const std::string beside = files::folder_of(path) + "/.pressmark-" + files::name_of(path);
  const std::string previous = beside + "-previous";
  for (const std::string& leftover : {beside, previous}) {
    if (auto removed = files::remove_tree(leftover); !removed) return removed;
  }
  if (auto written = write_tree(beside, files); !written) {
    (void)files::remove_tree(beside).has_value();
    return written;
  }
  if (is_there) {
    if (auto renamed = files::rename_path(path, previous); !renamed) return renamed;
  }
  if (auto renamed = files::rename_path(beside, path); !renamed) return renamed;
  return files::remove_tree(previous);
}

}  // namespace

Result<Packing> parse_packing(const std::string& text) {
  if (text.empty() || text == "folder") return Packing::folder;
  if (text == "zip") return Packing::zip;
  if (text == "tgz") return Packing::tgz;
  return Error(ErrorKind::usage, "--pack '" + text + "' is no way of packing",
               "it is folder, zip or tgz");
}

Result<std::string> write_package(const std::string& folder, const std::string& name,
                                  std::vector<archive::ArchivedFile> files, Packing packing,
                                  Existing existing) {
  std::string path = folder + "/" + name;
  if (packing == Packing::folder) {
    if (auto written = write_folder(path, files, existing); !written) return written.error();
    return path;
  }
  path += packing == Packing::zip ? ".zip" : ".tgz";
  const std::vector<ZipEntry> entries = entries_below(name, std::move(files));
  const Result<Bytes> packed = packing == Packing::zip ? write_zip(entries) : write_tar_gz(entries);
  if (!packed) return packed.error();
  if (auto written = write_file_atomically(path, *packed, existing); !written) {
    return written.error();
  }
  return path;
}

Result<Done> check_outside_archives(const std::string& folder) {
  namespace fs = boost::filesystem;
  boost::system::error_code error;
  fs::path path = fs::weakly_canonical(folder, error);
  for (; !error && !path.empty(); path = path.parent_path()) {
    const std::string declaration = (path / std::string(archive::root_declaration)).string();
    if (files::exists(declaration)) {
      return Error(ErrorKind::usage, "'" + folder + "' lies in the archive '" + path.string() + "'",
                   "name a folder outside of it");
    }
    if (path == path.root_path()) break;
  }
  return Done{};
}

}  // namespace pressmark::cli
