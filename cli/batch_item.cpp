#include "cli/batch_item.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/article_input.h"
#include "converters/archive/durable_files.h"
#include "core/base/utf8.h"

namespace pressmark::cli {
namespace fs = boost::filesystem;
namespace {

constexpr std::size_t most_list_bytes = std::size_t{1} << 31;

using Json = nlohmann::json;

// ---- Lists --------------------------------------------------------------------------------------

BatchItem wrong_line(std::size_t number, std::string_view reason) {
  BatchItem item;
  item.id = fmt::format("line {}", number);
  item.error = fmt::format("line {} of the list: {}", number, reason);
  return item;
}

BatchItem json_item(std::string_view line, std::size_t number) {
  const Json object = Json::parse(line, nullptr, false);
  if (!object.is_object()) return wrong_line(number, "it is no JSON object");
  BatchItem item;
  bool is_html = false;
  for (const auto& [key, value] : object.items()) {
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
    } else if (key == "from" || key == "url" || key == "encoding" || key == "lang" ||
               key == "captured") {
      item.settings[key] = {text};
    } else {
      return wrong_line(number, "there is no member '" + key + "'");
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
      BatchItem item;
      item.id = item.path = std::string(line);
      items.push_back(std::move(item));
    }
  }
  return items;
}

// ---- Folders ------------------------------------------------------------------------------------

enum class Below { no, yes };

// The folder in which a browser puts the files of a page that it saves.
bool is_companion_folder(const std::string& name) { return name.ends_with("_files"); }

Result<Done> folder_items(const std::string& folder, const std::string& below, Below recursive,
                          const std::string& output, const Formats& formats,
                          std::vector<BatchItem>& items) {
  const std::string here = below.empty() ? folder : folder + "/" + below;
  const Result<std::vector<std::string>> names = files::list_folder(here);
  if (!names) return names.error();
  for (const std::string& name : *names) {
    if (name.starts_with(".")) continue;
    const std::string path = here == "/" ? "/" + name : here + "/" + name;
    boost::system::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (fs::is_directory(status)) {
      if (recursive == Below::no || is_companion_folder(name)) continue;
      if (fs::exists(output, error) && fs::equivalent(path, output, error)) continue;
      const std::string next = below.empty() ? name : below + "/" + name;
      if (auto read = folder_items(folder, next, recursive, output, formats, items); !read) {
        return read;
      }
    } else if (fs::is_regular_file(path, error) && find_readable_by_file_name(formats, name)) {
      BatchItem item;
      item.id = item.path = path;
      if (!below.empty()) item.folder = below + "/";
      items.push_back(std::move(item));
    }
  }
  return Done{};
}

// ---- Names --------------------------------------------------------------------------------------

// A name for a file in any folder: no '/', no leading '.', no control characters, not too long.
std::string safe_stem(const std::string& wanted) {
  constexpr std::size_t longest = 180;
  std::string stem;
  for (const char c : wanted) {
    const auto octet = static_cast<unsigned char>(c);
    stem += c == '/' || c == '\\' || octet < 0x20 || octet == 0x7F ? '_' : c;
  }
  if (stem.starts_with(".")) stem[0] = '_';
  if (stem.size() > longest) stem.resize(longest);
  if (stem.size() == longest && utf8::is_valid(wanted)) {
    while (!utf8::is_valid(stem)) stem.pop_back();
  }
  return stem.empty() ? "article" : stem;
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

Result<std::vector<BatchItem>> batch_items(const Settings& settings, const Formats& formats,
                                           const Console& console) {
  std::vector<BatchItem> items;
  for (std::string operand : settings.operands()) {
    if (operand != "-" && files::is_folder(operand)) {
      while (operand.size() > 1 && operand.ends_with('/')) operand.pop_back();
      const Below below = settings.has("recursive") ? Below::yes : Below::no;
      const auto read = folder_items(operand, "", below, settings.text("to"), formats, items);
      if (!read) return read.error();
      continue;
    }
    const Result<Bytes> list = read_input(operand, most_list_bytes, console);
    if (!list) return list.error();
    std::vector<BatchItem> listed = list_items(*list, settings.has("null") ? '\0' : '\n');
    std::ranges::move(listed, std::back_inserter(items));
  }
  if (!settings.has("keep-dirs")) {
    for (BatchItem& item : items) item.folder.clear();
  }
  return items;
}

std::vector<std::string> output_names(const std::vector<BatchItem>& items,
                                      const std::map<std::string, std::string>& taken) {
  std::set<std::string> used;
  for (const auto& [id, name] : taken) used.insert(lower(name));
  std::map<std::string, int> next;  // the number to try for a name, so that n equal ones cost n
  std::vector<std::string> names;
  for (const BatchItem& item : items) {
    if (const auto known = taken.find(item.id); known != taken.end()) {
      names.push_back(known->second);
      continue;
    }
    const std::string wanted =
        item.folder + safe_stem(item.stem.empty() ? stem_of(item.path) : item.stem);
    std::string name = wanted;
    int& number = next.try_emplace(lower(wanted), 2).first->second;
    while (!used.insert(lower(name)).second) name = fmt::format("{}-{}", wanted, number++);
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace pressmark::cli
