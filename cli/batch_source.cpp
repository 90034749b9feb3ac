#include "cli/batch_source.h"

#include <algorithm>
#include <fstream>
#include <memory>

#include "cli/container_items.h"
#include "cli/file_choice.h"
#include "cli/input_source.h"
#include "converters/archive/durable_files.h"
#include "converters/common/digest.h"
#include "converters/common/url.h"
#include "core/base/utf8.h"

namespace pressmark::cli {
namespace {

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

// What tells ids and paths apart, in as many octets as a string holds without more memory.
std::string short_digest(const std::string& text) {
  constexpr std::size_t digits = 15;
  return sha256_hex(text).substr(0, digits);
}

// What a page in a container is: its octets and all that is said of it.
std::string content_key(const BatchItem& item) {
  std::string key = sha256_hex(*item.content);
  for (const auto& [name, values] : item.settings) {
    key += "\n" + name;
    for (const std::string& value : values) key += "\n=" + value;
  }
  return key;
}

// Ids are text: of a name that is not UTF-8, each wrong octet is written as %FF, and so that no two
// names get one id, '%' as %25.
std::string text_id(const std::string& name) {
  if (utf8::is_valid(name)) return name;
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string id;
  for (std::size_t i = 0; i < name.size();) {
    const utf8::Decoded decoded = utf8::decode(name, i);
    if (decoded.valid && decoded.code_point != '%') {
      id.append(name, i, decoded.size);
      i += decoded.size;
      continue;
    }
    const auto octet = static_cast<unsigned char>(name[i++]);
    id.append("%").append(1, digits[octet >> 4]).append(1, digits[octet & 15]);
  }
  return id;
}

}  // namespace

Result<ItemSource> ItemSource::open(const Settings& settings, const Formats& formats,
                                    Console& console) {
  for (const std::string& glob : settings.list("glob")) {
    if (auto checked = check_glob(glob); !checked) return checked.error();
  }
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
  changed_.clear();
  pass_ = 0;
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
  return walk_of(operand.path);
}

FolderRules ItemSource::folder_rules() const {
  using Below = FolderRules::Below;
  using Unfinished = FolderRules::Unfinished;
  return {settings_->has("recursive") ? Below::yes : Below::no,
          settings_->text(settings_->has("archive") ? "archive" : "to"),
          FileChoice(settings_->list("glob"), *formats_),
          settings_->has("watch") ? Unfinished::left : Unfinished::taken};
}

ItemStream ItemSource::walk_of(const std::string& folder, const std::string& from) const {
  const auto walk = std::make_shared<FolderWalk>(folder, folder_rules(), from);
  return [walk]() -> Result<std::optional<BatchItem>> { return walk->next(); };
}

Result<Done> ItemSource::watch() {
  std::vector<std::string> folders;
  for (const Operand& operand : operands_) {
    if (operand.is_folder) folders.push_back(operand.path);
  }
  if (folders.empty()) {
    return Error(ErrorKind::usage, "--watch has no folder to watch", "name a folder of articles");
  }
  Result<FolderWatch> opened = FolderWatch::open(std::move(folders), folder_rules());
  if (!opened) return opened.error();
  watch_ = std::make_unique<FolderWatch>(std::move(*opened));
  return Done{};
}

// The items of what changed in watched folders since the last call.
Result<Done> ItemSource::take_changes() {
  using Kind = FolderWatch::Change::Kind;
  Result<std::vector<FolderWatch::Change>> changes = watch_->changes();
  if (!changes) return changes.error();
  for (FolderWatch::Change& change : *changes) {
    if (change.kind == Kind::folder) {
      changed_.push_back(walk_of(change.folder, change.below));
    } else {
      changed_.push_back([rules = folder_rules(), change = std::move(change),
                          given = false]() mutable -> Result<std::optional<BatchItem>> {
        if (std::exchange(given, true)) return std::optional<BatchItem>();
        return file_item(change.folder, change.below, rules);
      });
    }
  }
  return Done{};
}

void ItemSource::warn_of_none(const Operand& operand) {
  if (has_warned_ || of_operand_ > 0 || settings_->has("watch")) return;
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
// of an id that is taken fails. A file that changed is an item once more.
bool ItemSource::is_repeated(BatchItem& item) {
  const Known now{short_digest(item.content && container_ ? content_key(item) : item.path), pass_};
  const auto [known, is_new] = known_.try_emplace(short_digest(item.id), now);
  if (is_new || item.error) return false;
  // A record that a crawl wrote twice is one page.
  if (container_ && item.content && known->second.path == now.path) return true;
  const bool is_same_path = !item.path.empty() && known->second.path == now.path;
  if (is_same_path && std::exchange(known->second.pass, pass_) != pass_) return false;
  const bool is_plain = item.settings.empty() && item.stem.empty() && !item.content;
  if (is_plain && is_same_path) return true;
  item.error = Error(ErrorKind::usage, "the id '" + item.id + "' is given twice",
                     "give the item an 'id' of its own");
  item.id += " (repeated)";  // the failure is not that of the first
  return false;
}

Result<std::optional<BatchItem>> ItemSource::next() {
  while (at_ < operands_.size()) {
    Operand& operand = operands_[at_];
    if (!stream_) stream_ = stream_of(operand);
    Result<std::optional<BatchItem>> item = next_of(*stream_);
    if (!item || *item) return item;
    warn_of_none(operand);
    stream_.reset();
    of_operand_ = 0;
    ++at_;
  }
  if (!watch_ || containers_ == Containers::closed) return std::optional<BatchItem>();
  if (changed_.empty()) {
    if (auto taken = take_changes(); !taken) return taken.error();
    ++pass_;
  }
  while (!changed_.empty()) {
    Result<std::optional<BatchItem>> item = next_of(changed_.front());
    if (!item || *item) return item;
    changed_.pop_front();
    ++pass_;
  }
  return std::optional<BatchItem>();
}

// The next item of a stream or of a container that it names.
Result<std::optional<BatchItem>> ItemSource::next_of(const ItemStream& stream) {
  for (;;) {
    Result<std::optional<BatchItem>> item = container_ ? (*container_)() : stream();
    if (!item) return item.error();
    if (!*item && container_) {
      container_.reset();
      continue;
    }
    if (!*item) return item;
    ++of_operand_;
    BatchItem& found = **item;
    const bool is_text = utf8::is_valid(found.id);
    found.id = text_id(found.id);
    if (is_repeated(found)) continue;
    if (!is_text) {
      // The journal has the output's name, too.
      found.stem = text_id(found.stem.empty() ? stem_of(found.path) : found.stem);
      found.folder = text_id(found.folder);
    }
    const bool is_container = !container_ && !found.error && !found.content &&
                              is_container_name(found.path) && !is_web_url(found.path);
    if (is_container && containers_ == Containers::open) {
      container_ = container_items(found, *settings_, *formats_);
      continue;
    }
    if (!settings_->has("keep-dirs")) found.folder.clear();
    return item;
  }
}

}  // namespace pressmark::cli
