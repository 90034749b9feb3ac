#include "cli/batch_list.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/article_input.h"
#include "converters/common/encoding.h"

namespace pressmark::cli {
namespace {

using Json = nlohmann::json;
using Separator = BatchList::Separator;

constexpr std::size_t piece_octets = 65536;
// A line holds at most one article of the greatest size, escaped as JSON.
constexpr std::size_t most_line_octets = std::size_t{1} << 30;

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

// Lists are text: of a page or another article, each line would become an item.
Result<Done> check_is_list(std::string_view list, const std::string& name, Separator separator) {
  constexpr std::size_t sample_octets = 65536;
  std::string sample(list.substr(0, sample_octets));
  if (separator == Separator::null) std::ranges::replace(sample, '\0', '\n');
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

// The octets of an open file from its beginning, whoever else reads it.
containers::OctetSource octets_of(std::shared_ptr<files::FileHandle> file, std::string name) {
  return [file = std::move(file), name = std::move(name),
          offset = off_t{0}](std::size_t most) mutable -> Result<Bytes> {
    Bytes piece(most, '\0');
    ssize_t count = 0;
    do {
      count = ::pread(file->get(), piece.data(), piece.size(), offset);
    } while (count < 0 && errno == EINTR);
    if (count < 0) return files::system_error(ErrorKind::unreadable, "read", name, errno);
    piece.resize(static_cast<std::size_t>(count));
    offset += count;
    return piece;
  };
}

containers::OctetReader reader_of(const std::shared_ptr<files::FileHandle>& file,
                                  const std::string& name, Separator separator) {
  return containers::OctetReader(octets_of(file, name), static_cast<char>(separator));
}

// Copies what can be read only once into a file without a name.
Result<files::FileHandle> spooled(int descriptor, const std::string& name) {
  const char* folder = std::getenv("TMPDIR");
  std::string path = std::string(folder == nullptr ? "/tmp" : folder) + "/pressmark-XXXXXX";
  files::FileHandle file(::mkostemp(path.data(), O_CLOEXEC));
  if (!file.is_open()) return files::system_error(ErrorKind::unwritable, "write", path, errno);
  ::unlink(path.c_str());
  Bytes piece(piece_octets, '\0');
  for (;;) {
    const ssize_t count = ::read(descriptor, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return files::system_error(ErrorKind::unreadable, "read", name, errno);
    if (count == 0) return file;
    const std::string_view octets(piece.data(), static_cast<std::size_t>(count));
    if (auto written = files::write_all(file.get(), octets, path); !written) {
      return written.error();
    }
  }
}

Result<files::FileHandle> open_list(const std::string& path, Console& console) {
  if (path == "-") return spooled(console.input_descriptor(), "standard input");
  if (files::is_folder(path)) {
    return Error(ErrorKind::usage, "the list '" + path + "' is a folder",
                 "name a folder of articles without --list");
  }
  files::FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return files::system_error(ErrorKind::unreadable, "read", path, errno);
  if (!files::identity_of(path)) return spooled(file.get(), path);
  return file;
}

}  // namespace

BatchItem path_item(std::string path) {
  BatchItem item;
  item.id = item.path = std::move(path);
  return item;
}

BatchList::BatchList(std::string name, Separator separator, files::FileHandle file)
    : name_(std::move(name)),
      separator_(separator),
      file_(std::make_shared<files::FileHandle>(std::move(file))),
      reader_(reader_of(file_, name_, separator)) {}

Result<BatchList> BatchList::open(const std::string& path, Separator separator, Console& console) {
  Result<files::FileHandle> file = open_list(path, console);
  if (!file) return file.error();
  BatchList list(path, separator, std::move(*file));
  const Result<Bytes> head = octets_of(list.file_, path)(piece_octets);
  if (!head) return head.error();
  if (auto checked = check_is_list(*head, path, separator); !checked) return checked.error();
  return list;
}

void BatchList::rewind() {
  number_ = 0;
  reader_ = reader_of(file_, name_, separator_);
}

Result<std::optional<BatchItem>> BatchList::next() {
  for (;;) {
    const Result<std::optional<Bytes>> line = reader_.line(most_line_octets);
    if (!line) return line.error();
    if (!*line) return std::optional<BatchItem>();
    ++number_;
    if ((*line)->empty()) continue;
    if (separator_ == Separator::newline && (*line)->front() == '{') {
      return std::optional(json_item(**line, number_));
    }
    return std::optional(path_item(**line));
  }
}

}  // namespace pressmark::cli
