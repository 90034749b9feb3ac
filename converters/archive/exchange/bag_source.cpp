#include "converters/archive/exchange/bag_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <set>

#include "converters/archive/durable_files.h"
#include "converters/archive/file_pieces.h"

namespace pressmark::archive {
namespace fs = boost::filesystem;
namespace {

class FolderBag : public BagSource {
 public:
  explicit FolderBag(std::string folder) : folder_(std::move(folder)) {}

  Result<std::vector<PackedFile>> list() override {
    std::vector<PackedFile> listed;
    boost::system::error_code error;
    for (fs::recursive_directory_iterator entry(folder_, error), end; !error && entry != end;
         entry.increment(error)) {
      const fs::file_status status = entry->symlink_status();
      const std::string path = entry->path().string().substr(folder_.size() + 1);
      if (fs::is_directory(status)) {
        if (path == "data") listed.push_back({path, PackedFile::Kind::folder});
      } else {
        listed.push_back(
            {path, fs::is_regular_file(status) ? PackedFile::Kind::file : PackedFile::Kind::other});
      }
    }
    if (error) {
      return files::system_error(ErrorKind::unreadable, "read the folder", folder_, error.value());
    }
    std::ranges::sort(listed, {}, &PackedFile::path);
    return listed;
  }

  Result<Done> read(const std::function<bool(const std::string&)>& wanted,
                    const Use& use) override {
    const Result<std::vector<PackedFile>> all = list();
    if (!all) return all.error();
    for (const PackedFile& file : *all) {
      if (file.kind != PackedFile::Kind::file || !wanted(file.path)) continue;
      Result<files::FilePieces> pieces = files::FilePieces::open(folder_ + "/" + file.path);
      if (!pieces) return pieces.error();
      if (auto used = use(file.path, [&] { return pieces->next(); }); !used) return used;
    }
    return Done{};
  }

 private:
  std::string folder_;
};

// The bag's folder is the one at the top; paths are below it.
class PackedBag : public BagSource {
 public:
  explicit PackedBag(std::string path) : path_(std::move(path)) {}

  Result<std::vector<PackedFile>> list() override {
    std::vector<PackedFile> listed;
    std::set<std::string> tops;
    std::set<std::string> seen;
    problems_.clear();
    const auto visit = [&](const PackedFile& file, const OctetPieces&) -> Result<Done> {
      const std::string path = without_end_slash(file.path);
      const std::size_t slash = path.find('/');
      tops.insert(path.substr(0, slash));
      if (slash == std::string::npos) {
        if (file.kind != PackedFile::Kind::folder) {
          problems_.push_back("'" + path + "' lies beside the bag's folder");
        }
        return Done{};
      }
      PackedFile below{path.substr(slash + 1), file.kind};
      if (!seen.insert(below.path).second && file.kind != PackedFile::Kind::folder) {
        problems_.push_back("'" + path + "' is there twice");
        return Done{};
      }
      if (file.kind != PackedFile::Kind::folder || below.path == "data") {
        listed.push_back(std::move(below));
      }
      return Done{};
    };
    if (auto visited = visit_packed_files(path_, visit); !visited) return visited.error();
    if (tops.size() != 1) {
      problems_.push_back("there are " + std::to_string(tops.size()) +
                          " folders or files at the top, not one folder");
    }
    std::ranges::sort(listed, {}, &PackedFile::path);
    return listed;
  }

  Result<Done> read(const std::function<bool(const std::string&)>& wanted,
                    const Use& use) override {
    std::set<std::string> seen;
    return visit_packed_files(
        path_, [&](const PackedFile& file, const OctetPieces& pieces) -> Result<Done> {
          const std::size_t slash = file.path.find('/');
          if (file.kind != PackedFile::Kind::file || slash == std::string::npos) return Done{};
          const std::string below = file.path.substr(slash + 1);
          if (!wanted(below) || !seen.insert(below).second) return Done{};
          return use(below, pieces);
        });
  }

  std::vector<std::string> packing_problems() const override { return problems_; }

 private:
  static std::string without_end_slash(std::string path) {
    while (path.ends_with('/')) path.pop_back();
    return path;
  }

  std::string path_;
  std::vector<std::string> problems_;
};

// The files that make a folder a bag: one of them has to be there.
bool makes_a_bag(const std::string& name) {
  return name == "bagit.txt" || (name.starts_with("manifest-") && name.ends_with(".txt"));
}

// Whether a packed file holds a bag, or cannot be read.
bool may_be_packed_bag(const std::string& path) {
  constexpr std::string_view ends[] = {".zip", ".tar", ".tar.gz", ".tgz"};
  const auto is_end = [&](std::string_view end) { return path.ends_with(end); };
  if (std::ranges::none_of(ends, is_end)) return false;
  const auto listed = PackedBag(path).list();
  return !listed || std::ranges::any_of(*listed, makes_a_bag, &PackedFile::path);
}

}  // namespace

Result<std::unique_ptr<BagSource>> open_bag(const std::string& path) {
  std::string place = path;
  while (place.size() > 1 && place.ends_with('/')) place.pop_back();
  if (files::is_folder(place)) return std::unique_ptr<BagSource>(new FolderBag(place));
  if (!files::exists(place)) {
    return files::system_error(ErrorKind::unreadable, "read", path, ENOENT);
  }
  return std::unique_ptr<BagSource>(new PackedBag(place));
}

bool is_bag_folder(const std::string& path) {
  const auto names = files::list_folder(path);
  return names && std::ranges::any_of(*names, makes_a_bag);
}

Result<std::vector<std::string>> bags_in_folder(const std::string& folder, bool below) {
  const auto names = files::list_folder(folder);
  if (!names) return names.error();
  std::vector<std::string> bags;
  for (const std::string& name : *names) {
    const std::string path = folder + (folder.ends_with('/') ? "" : "/") + name;
    boost::system::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (name.starts_with(".") || (!fs::is_directory(status) && !fs::is_regular_file(status))) {
      continue;
    }
    if (!fs::is_directory(status)) {
      if (may_be_packed_bag(path)) bags.push_back(path);
    } else if (is_bag_folder(path)) {
      bags.push_back(path);
    } else if (below) {
      const auto further = bags_in_folder(path, below);
      if (!further) return further.error();
      bags.insert(bags.end(), further->begin(), further->end());
    }
  }
  std::ranges::sort(bags);
  return bags;
}

}  // namespace pressmark::archive
