#include "cli/batch_item.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <boost/filesystem.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/input_source.h"
#include "cli/output_name.h"
#include "converters/archive/durable_files.h"
#include "converters/common/encoding.h"
#include "converters/common/url.h"
#include "core/base/ascii.h"

namespace pressmark::cli {
namespace fs = boost::filesystem;
namespace {

constexpr std::size_t most_list_bytes = std::size_t{1} << 31;

using Json = nlohmann::json;

// ---- Lists --------------------------------------------------------------------------------------

BatchItem wrong_line(std::size_t number, std::string_view reason) {
  BatchItem item;
  item.id = fmt::format("line {}", number);
  item.error = Error(ErrorKind::usage, fmt::format("line {} of the list: {}", number, reason));
  return item;
}

constexpr std::array<std::string_view, 12> json_members = {
    "id",  "path",     "html", "text",     "name",     "from",
    "url", "encoding", "lang", "captured", "metadata", "set"};

std::string unknown_member(const std::string& key) {
  std::string message = "'" + key + "' is no member of an item; its members are: ";
  for (const std::string_view member : json_members) {
    message.append(member == json_members.front() ? "" : ", ").append(member);
  }
  return message;
}

BatchItem json_item(std::string_view line, std::size_t number) {
  const Json object = Json::parse(line, nullptr, false);
  if (!object.is_object()) return wrong_line(number, "it is no JSON object");
  BatchItem item;
  bool is_html = false;
  for (const auto& [key, value] : object.items()) {
    if (std::ranges::find(json_members, key) == json_members.end()) {
      return wrong_line(number, unknown_member(key));
    }
    if (key == "set") {
      if (!value.is_object()) return wrong_line(number, "'set' is no object");
      for (const auto& [variable, text] : value.items()) {
        if (!text.is_string()) return wrong_line(number, "a value of 'set' is no string");
        item.settings["set"].push_back(variable + "=" + text.get<std::string>());
      }
      continue;
    }
    if (!value.is_string()) return wrong_line(number, "'" + key + "' is no string");
    const std::string text = value.get<std::string>();
    if (key == "id") {
      item.id = text;
    } else if (key == "path") {
      item.path = text;
    } else if (key == "html" || key == "text") {
      item.content = text;
      is_html = key == "html";
    } else if (key == "name") {
      item.stem = text;
    } else {
      item.settings[key] = {text};
    }
  }
  if (item.path.empty() == !item.content) {
    return wrong_line(number, "it must have one of 'path', 'html' and 'text'");
  }
  if (item.content) {
    if (!item.settings.contains("from")) item.settings["from"] = {is_html ? "html" : "text"};
    item.settings["encoding"] = {"UTF-8"};
    if (item.id.empty()) item.id = fmt::format("line {}", number);
    if (item.stem.empty()) item.stem = fmt::format("item-{}", number);
  }
  if (item.id.empty()) item.id = item.path;
  return item;
}

BatchItem path_item(std::string path) {
  BatchItem item;
  item.id = item.path = std::move(path);
  return item;
}

std::vector<BatchItem> list_items(std::string_view list, char separator) {
  std::vector<BatchItem> items;
  std::size_t number = 0;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    std::string_view line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    ++number;
    if (separator == '\n' && line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (separator == '\n' && line.front() == '{') {
      items.push_back(json_item(line, number));
    } else {
      items.push_back(path_item(std::string(line)));
    }
  }
  return items;
}

// Lists are text: of a page or another article, each line would become an item.
Result<Done> check_is_list(std::string_view list, const std::string& name, char separator) {
  constexpr std::size_t sample_octets = 65536;
  std::string sample(list.substr(0, sample_octets));
  if (separator == '\0') std::ranges::replace(sample, '\0', '\n');
  const auto other = looks_like_html(sample) ? "an HTML page" : looks_binary(sample);
  if (other) {
    return Error(ErrorKind::unrecognised, "'" + name + "' is no list but looks like " + *other,
                 "a list has one path or JSON object a line; articles are named without --list");
  }
  if (sample.find('\0') != std::string::npos) {
    return Error(ErrorKind::unrecognised, "the list '" + name + "' has NUL octets",
                 "give --null where they end its entries; a list of lines is UTF-8");
  }
  return Done{};
}

Result<Done> append_list(const std::string& path, const Settings& settings, Console& console,
                         std::vector<BatchItem>& items) {
  if (path != "-" && files::is_folder(path)) {
    return Error(ErrorKind::usage, "the list '" + path + "' is a folder",
                 "name a folder of articles without --list");
  }
  const Result<Bytes> list = read_input(path, most_list_bytes, console);
  if (!list) return list.error();
  const char separator = settings.has("null") ? '\0' : '\n';
  if (auto checked = check_is_list(*list, path, separator); !checked) return checked;
  std::vector<BatchItem> listed = list_items(*list, separator);
  if (listed.empty()) console.warning("warning: the list '" + path + "' has no entries");
  std::ranges::move(listed, std::back_inserter(items));
  return Done{};
}

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

// A file that the command line names is an article. One that is not there fails when its turn
// comes, as an entry of a list does.
Result<BatchItem> file_item(const std::string& path, const Settings& settings,
                            const Formats& formats) {
  if (is_web_url(path) || !files::exists(path)) return path_item(path);
  const Format* format = find_readable_by_file_name(formats, path);
  const bool may_be_list = !settings.has("from") && (format == nullptr || format->name == "text");
  // What is no plain file (a pipe) can be read only once.
  if (!files::identity_of(path) || (may_be_list && begins_like_list(path))) {
    return Error(ErrorKind::usage, "'" + path + "' looks like a list, not like an article",
                 "name a list with --list, or the format of the article with --from");
  }
  return path_item(path);
}

// ---- Folders ------------------------------------------------------------------------------------

// Which files of folders are articles: those that --glob names, else those of a known extension.
class FileChoice {
 public:
  FileChoice(const std::vector<std::string>& globs, const Formats& formats) : formats_(formats) {
    for (const std::string& glob : globs) {
      if (glob.starts_with("!")) {
        excluded_.push_back(glob.substr(1));
      } else {
        included_.push_back(glob);
      }
    }
  }

  // `path` is below the folder that was named.
  bool takes(const std::string& path) const {
    const auto matches = [&](const std::string& glob) {
      const bool is_path = glob.find('/') != std::string::npos;
      const std::string& text = is_path ? path : files::name_of(path);
      return ::fnmatch(glob.c_str(), text.c_str(), 0) == 0;
    };
    if (std::ranges::any_of(excluded_, matches)) return false;
    if (included_.empty()) return find_readable_by_file_name(formats_, path) != nullptr;
    return std::ranges::any_of(included_, matches);
  }

 private:
  const Formats& formats_;
  std::vector<std::string> included_;
  std::vector<std::string> excluded_;
};

enum class Below { no, yes };

// A folder that was named, and what is looked for in it.
struct FolderSearch {
  std::string folder;
  Below below;
  std::string output;  // is not searched
  const FileChoice& choice;
};

// The folder in which a browser puts the files of a page that it saves.
bool is_companion_folder(const std::string& name) { return name.ends_with("_files"); }

// A folder that cannot be listed becomes an item with the error: what else there is goes on.
void folder_items(const FolderSearch& search, const std::string& below,
                  std::vector<BatchItem>& items) {
  const std::string& folder = search.folder;
  const std::string here = below.empty() ? folder : folder + "/" + below;
  const Result<std::vector<std::string>> names = files::list_folder(here);
  if (!names) {
    BatchItem item;
    item.id = here;
    item.stem = files::name_of(here);
    item.error = names.error();
    items.push_back(std::move(item));
    return;
  }
  for (const std::string& name : *names) {
    if (name.starts_with(".")) continue;
    const std::string path = here == "/" ? "/" + name : here + "/" + name;
    const std::string path_below = below.empty() ? name : below + "/" + name;
    boost::system::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (fs::is_directory(status)) {
      if (search.below == Below::no || is_companion_folder(name)) continue;
      const std::string& output = search.output;
      if (fs::exists(output, error) && fs::equivalent(path, output, error)) continue;
      folder_items(search, path_below, items);
    } else if (fs::is_regular_file(path, error) && search.choice.takes(path_below)) {
      BatchItem item = path_item(path);
      if (!below.empty()) item.folder = below + "/";
      items.push_back(std::move(item));
    }
  }
}

void append_folder(const std::string& folder, const Settings& settings, const Formats& formats,
                   Console& console, std::vector<BatchItem>& items) {
  const FileChoice choice(settings.list("glob"), formats);
  const Below below = settings.has("recursive") ? Below::yes : Below::no;
  const std::string& output = settings.text(settings.has("archive") ? "archive" : "to");
  const std::size_t before = items.size();
  folder_items({folder, below, output, choice}, "", items);
  if (items.size() > before) return;
  console.warning("warning: the folder '" + folder + "' has no file " +
                  (settings.has("glob") ? "that --glob takes" : "with a known extension") +
                  (below == Below::no ? "; give -r to take folders below it, too" : ""));
}

// ---- Identifiers --------------------------------------------------------------------------------

// The journal tells items apart by their ids. The same file named twice is one item; another item
// of an id that is taken fails.
std::vector<BatchItem> without_repeats(std::vector<BatchItem> items) {
  std::map<std::string, std::string> paths;  // by id
  std::vector<BatchItem> unique;
  for (BatchItem& item : items) {
    const auto [known, is_new] = paths.try_emplace(item.id, item.path);
    const bool is_plain = item.settings.empty() && item.stem.empty() && !item.error;
    if (!is_new && is_plain && !item.path.empty() && known->second == item.path) continue;
    if (!is_new && !item.error) {
      item.error = Error(ErrorKind::usage, "the id '" + item.id + "' is given twice",
                         "give the item an 'id' of its own");
      item.id += " (repeated)";  // the failure is not that of the first
    }
    unique.push_back(std::move(item));
  }
  return unique;
}

}  // namespace

Result<std::vector<BatchItem>> batch_items(const Settings& settings, const Formats& formats,
                                           Console& console) {
  std::vector<BatchItem> items;
  for (std::string operand : settings.operands()) {
    if (operand != "-" && files::is_folder(operand)) {
      while (operand.size() > 1 && operand.ends_with('/')) operand.pop_back();
      append_folder(operand, settings, formats, console, items);
      continue;
    }
    if (operand == "-") {
      if (auto read = append_list(operand, settings, console, items); !read) return read.error();
      continue;
    }
    Result<BatchItem> item = file_item(operand, settings, formats);
    if (!item) return item.error();
    items.push_back(std::move(*item));
  }
  for (const std::string& list : settings.list("list")) {
    if (auto read = append_list(list, settings, console, items); !read) return read.error();
  }
  if (!settings.has("keep-dirs")) {
    for (BatchItem& item : items) item.folder.clear();
  }
  return without_repeats(std::move(items));
}

std::vector<std::string> output_names(const std::vector<BatchItem>& items, const Formats& formats,
                                      const std::map<std::string, std::string>& taken) {
  std::set<std::string> used;
  for (const auto& [id, name] : taken) used.insert(ascii::to_lower(name));
  std::map<std::string, int> next;  // the number to try for a name, so that n equal ones cost n
  std::vector<std::string> names;
  for (const BatchItem& item : items) {
    if (const auto known = taken.find(item.id); known != taken.end()) {
      names.push_back(known->second);
      continue;
    }
    const std::string wanted =
        item.folder + (item.stem.empty() ? output_name(item.path, formats) : safe_name(item.stem));
    std::string name = wanted;
    int& number = next.try_emplace(ascii::to_lower(wanted), 2).first->second;
    while (!used.insert(ascii::to_lower(name)).second)
      name = fmt::format("{}-{}", wanted, number++);
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace pressmark::cli
