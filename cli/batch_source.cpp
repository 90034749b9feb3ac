#include "cli/batch_source.h"

#include <algorithm>
#include <boost/filesystem.hpp>
#include <fstream>
#include <memory>

#include "cli/container_items.h"
#include "cli/file_choice.h"
#include "converters/archive/durable_files.h"
#include "converters/common/digest.h"
#include "converters/common/url.h"

namespace pressmark::cli {
namespace fs = boost::filesystem;
namespace {

// ---- Files --------------------------------------------------------------------------------------

// Whether a file's first line names another file or is a JSON object: no article begins so.
bool begins_like_list(const std::string& path) {
  constexpr std::size_t most_line_bytes = 4096;
  std::ifstream file(path, std::ios::binary);
  std::string line(most_line_bytes, '\0');
  file.read(line.data(), static_cast<std::streamsize>(line.size()));
  line.resize(static_cast<std::size_t>(file.gcount()));
  line.resize(std::min(line.find_first_of(std::string_view("\r\n\0", 3)), line.size()));
  if (line.starts_with("{\"") && line.ends_with('}')) return true;
  return !line.empty() && files::exists(line);
}

// A file that the command line names is an article or a container. One that is not there fails when
// its turn comes, as an entry of a list does.
Result<Done> check_is_article(const std::string& path, const Settings& settings,
                              const Formats& formats) {
  if (is_web_url(path) || !files::exists(path) || is_container_name(path)) return Done{};
  const Format* format = find_readable_by_file_name(formats, path);
  const bool may_be_list = !settings.has("from") && (format == nullptr || format->name == "text");
  // What is no plain file (a pipe) can be read only once.
  if (!files::identity_of(path) || (may_be_list && begins_like_list(path))) {
    return Error(ErrorKind::usage, "'" + path + "' looks like a list, not like an article",
                 "name a list with --list, or the format of the article with --from");
  }
  return Done{};
}

// ---- Folders ------------------------------------------------------------------------------------

// The files of a folder, sorted by name; holds the names of one folder on each level.
class FolderWalk {
 public:
  enum class Below { no, yes };

  // `output` is a folder that is not searched.
  FolderWalk(std::string folder, Below below, std::string output, FileChoice choice)
      : folder_(std::move(folder)),
        below_(below),
        output_(std::move(output)),
        choice_(std::move(choice)) {}

  // A folder that cannot be listed is an item with the error: what else there is goes on.
  std::optional<BatchItem> next() {
    if (!begun_) {
      begun_ = true;
      if (auto failed = enter("")) return failed;
    }
    while (!levels_.empty()) {
      Level& level = levels_.back();
      if (level.next == level.names.size()) {
        levels_.pop_back();
        continue;
      }
      const std::string name = level.names[level.next++];
      if (name.starts_with(".")) continue;
      const std::string below = level.below.empty() ? name : level.below + "/" + name;
      const std::string path = folder_ == "/" ? "/" + below : folder_ + "/" + below;
      boost::system::error_code error;
      if (fs::is_directory(fs::symlink_status(path, error))) {
        if (below_ == Below::no || is_companion_folder(name)) continue;
        if (fs::exists(output_, error) && fs::equivalent(path, output_, error)) continue;
        if (auto failed = enter(below)) return failed;
      } else if (fs::is_regular_file(path, error) && choice_.takes(below)) {
        BatchItem item = path_item(path);
        if (const std::string& folder = level.below; !folder.empty()) item.folder = folder + "/";
        return item;
      }
    }
    return {};
  }

 private:
  struct Level {
    std::string below;  // the folder's path below the one that was named
    std::vector<std::string> names;
    std::size_t next = 0;
  };

  std::optional<BatchItem> enter(const std::string& below) {
    const std::string here = below.empty() ? folder_ : folder_ + "/" + below;
    Result<std::vector<std::string>> names = files::list_folder(here);
    if (names) {
      levels_.push_back({below, std::move(*names)});
      return {};
    }
    BatchItem item;
    item.id = here;
    item.stem = files::name_of(here);
    item.error = names.error();
    return item;
  }

  std::string folder_;
  Below below_;
  std::string output_;
  FileChoice choice_;
  bool begun_ = false;
  std::vector<Level> levels_;
};

// What tells ids and paths apart, in as many octets as a string holds without more memory.
std::string short_digest(const std::string& text) {
  constexpr std::size_t digits = 15;
  return sha256_hex(text).substr(0, digits);
}

}  // namespace

Result<ItemSource> ItemSource::open(const Settings& settings, const Formats& formats,
                                    Console& console) {
  ItemSource source(settings, formats, console);
  for (std::string operand : settings.operands()) {
    if (operand == "-") {
      if (auto added = source.add_list(operand); !added) return added.error();
      continue;
    }
    const bool is_folder = files::is_folder(operand);
    if (is_folder) {
      while (operand.size() > 1 && operand.ends_with('/')) operand.pop_back();
    } else if (auto checked = check_is_article(operand, settings, formats); !checked) {
      return checked.error();
    }
    source.operands_.push_back({operand, {}, is_folder});
  }
  for (const std::string& list : settings.list("list")) {
    if (auto added = source.add_list(list); !added) return added.error();
  }
  return source;
}

Result<Done> ItemSource::add_list(const std::string& path) {
  using Separator = BatchList::Separator;
  const auto separator = settings_->has("null") ? Separator::null : Separator::newline;
  Result<BatchList> list = BatchList::open(path, separator, *console_);
  if (!list) return list.error();
  operands_.push_back({{}, std::move(*list), false});
  return Done{};
}

void ItemSource::begin(Containers containers) {
  has_warned_ = has_warned_ || at_ > 0;
  containers_ = containers;
  at_ = 0;
  of_operand_ = 0;
  stream_.reset();
  container_.reset();
  known_.clear();
}

ItemStream ItemSource::stream_of(Operand& operand) {
  if (operand.list) {
    operand.list->rewind();
    return [&list = *operand.list] { return list.next(); };
  }
  if (!operand.is_folder) {
    return [path = operand.path, given = false]() mutable -> Result<std::optional<BatchItem>> {
      if (std::exchange(given, true)) return std::optional<BatchItem>();
      return std::optional(path_item(path));
    };
  }
  using Below = FolderWalk::Below;
  const auto walk = std::make_shared<FolderWalk>(
      operand.path, settings_->has("recursive") ? Below::yes : Below::no,
      settings_->text(settings_->has("archive") ? "archive" : "to"),
      FileChoice(settings_->list("glob"), *formats_));
  return [walk]() -> Result<std::optional<BatchItem>> { return walk->next(); };
}

void ItemSource::warn_of_none(const Operand& operand) {
  if (has_warned_ || of_operand_ > 0) return;
  if (operand.list) {
    console_->warning("warning: the list '" + operand.list->name() + "' has no entries");
  } else {
    console_->warning(
        "warning: the folder '" + operand.path + "' has no file " +
        (settings_->has("glob") ? "that --glob takes" : "with a known extension") +
        (settings_->has("recursive") ? "" : "; give -r to take folders below it, too"));
  }
}

// The journal tells items apart by their ids. The same file named twice is one item; another item
// of an id that is taken fails.
bool ItemSource::is_repeated(BatchItem& item) {
  const std::string path = short_digest(item.path);
  const auto [known, is_new] = known_.try_emplace(short_digest(item.id), path);
  if (is_new || item.error) return false;
  const bool is_plain = item.settings.empty() && item.stem.empty() && !item.content;
  if (is_plain && !item.path.empty() && known->second == path) return true;
  item.error = Error(ErrorKind::usage, "the id '" + item.id + "' is given twice",
                     "give the item an 'id' of its own");
  item.id += " (repeated)";  // the failure is not that of the first
  return false;
}

Result<std::optional<BatchItem>> ItemSource::next() {
  while (at_ < operands_.size()) {
    Operand& operand = operands_[at_];
    if (!stream_) stream_ = stream_of(operand);
    Result<std::optional<BatchItem>> item = container_ ? (*container_)() : (*stream_)();
    if (!item) return item.error();
    if (!*item && container_) {
      container_.reset();
      continue;
    }
    if (!*item) {
      warn_of_none(operand);
      stream_.reset();
      of_operand_ = 0;
      ++at_;
      continue;
    }
    ++of_operand_;
    BatchItem& found = **item;
    if (is_repeated(found)) continue;
    const bool is_container = !container_ && !found.error && !found.content &&
                              is_container_name(found.path) && !is_web_url(found.path);
    if (is_container && containers_ == Containers::open) {
      container_ = container_items(found, *settings_, *formats_);
      continue;
    }
    if (!settings_->has("keep-dirs")) found.folder.clear();
    return item;
  }
  return std::optional<BatchItem>();
}

}  // namespace pressmark::cli
