#include "converters/archive/exchange/xml_ids.h"

#include <algorithm>
#include <functional>
#include <set>

namespace pressmark::archive {
namespace {

constexpr std::string_view white_space = " \t\r\n";

// Is given each attribute (its name and the octets of its value, as written).
using AttributeSink =
    std::function<void(std::string_view name, std::size_t start, std::size_t end)>;

// The end of the markup at `start` that is no start tag: a comment, CDATA section, processing
// instruction or end tag; `start` where it is a start tag.
std::size_t end_of_other_markup(std::string_view xml, std::size_t start) {
  constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"</", ">"}};
  for (const auto& [begin, finish] : kinds) {
    if (!xml.substr(start).starts_with(begin)) continue;
    const std::size_t found = xml.find(finish, start + begin.size());
    return found == std::string_view::npos ? xml.size() : found + finish.size();
  }
  return start;
}

// Reads the attributes of the start tag at `start`; returns where it ends.
std::size_t read_tag(std::string_view xml, std::size_t start, const AttributeSink& sink) {
  std::size_t at = xml.find_first_of(" \t\r\n/>", start);
  while (at < xml.size() && xml[at] != '>') {
    at = xml.find_first_not_of(" \t\r\n/", at);
    if (at >= xml.size() || xml[at] == '>') break;
    const std::size_t equals = xml.find('=', at);
    const std::size_t quote = xml.find_first_of("\"'", equals);
    if (quote == std::string_view::npos) return xml.size();
    const std::size_t end = xml.find(xml[quote], quote + 1);
    if (end == std::string_view::npos) return xml.size();
    const std::string_view name = xml.substr(at, equals - at);
    sink(name.substr(0, name.find_first_of(white_space)), quote + 1, end);
    at = end + 1;
  }
  return std::min(at, xml.size());
}

void for_each_attribute(std::string_view xml, const AttributeSink& sink) {
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
    const std::size_t end = end_of_other_markup(xml, at);
    at = end == at ? read_tag(xml, at, sink) : end;
  }
}

}  // namespace

std::string with_id_prefix(std::string_view element, std::string_view prefix) {
  std::set<std::string_view> ids;
  for_each_attribute(element, [&](std::string_view name, std::size_t start, std::size_t end) {
    if (name == "xml:id") ids.insert(element.substr(start, end - start));
  });
  std::string result;
  std::size_t copied = 0;
  const auto insert_at = [&](std::size_t place) {
    result.append(element.substr(copied, place - copied)).append(prefix);
    copied = place;
  };
  for_each_attribute(element, [&](std::string_view name, std::size_t start, std::size_t end) {
    if (name == "xml:id") {
      insert_at(start);
      return;
    }
    for (std::size_t at = start; at < end;) {
      const std::size_t stop = std::min(element.find_first_of(white_space, at), end);
      const std::string_view word = element.substr(at, stop - at);
      if (word.starts_with('#') && ids.contains(word.substr(1))) insert_at(at + 1);
      at = stop + 1;
    }
  });
  return result.append(element.substr(copied));
}

}  // namespace pressmark::archive
