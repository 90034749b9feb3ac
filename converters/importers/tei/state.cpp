#include "converters/importers/tei/state.h"

#include "converters/common/digest.h"
#include "converters/common/image.h"
#include "converters/importers/tei/tei.h"
#include "core/model/validate.h"

namespace pressmark::tei {

XmlNodes children_of(const XmlNode& element) {
  XmlNodes nodes;
  nodes.reserve(element.children.size());
  for (const XmlNode& child : element.children) nodes.push_back(&child);
  return nodes;
}

std::string usable_id(State& state, const XmlNode& element) {
  const std::string& id = element.attribute("xml:id");
  if (id.empty()) return {};
  if (is_valid_id(id) && state.ids.insert(id).second) return id;
  state.context.diagnostics.report(bad_value, element.from, id);
  return {};
}

std::string usable_language(State& state, const XmlNode& element) {
  const std::string& language = element.attribute("xml:lang");
  if (language.empty() || is_language_tag(language)) return language;
  state.context.diagnostics.report(bad_value, element.from, language);
  return {};
}

Direction direction_of(const XmlNode& element) {
  const std::string& style = element.attribute("style");
  if (style.find("direction: rtl") != std::string::npos) return Direction::right_to_left;
  if (style.find("direction: ltr") != std::string::npos) return Direction::left_to_right;
  return Direction::inherit;
}

std::string line_of(const XmlNode& element) {
  std::string line;
  for (const char c : element.all_text()) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

void report_left_out(State& state, const XmlNode& element) {
  const std::string words = line_of(element);
  if (words.empty()) return report_reduced(state, element, element.name);
  // A subject has a largest size: long texts are named piece by piece, divided between words.
  constexpr std::size_t piece = 200;
  std::size_t start = 0;
  while (start < words.size()) {
    const std::size_t space =
        words.size() - start <= piece ? std::string::npos : words.find(' ', start + piece);
    const std::size_t end = std::min(space, words.size());
    state.context.diagnostics.report(
        left_out, element.from,
        (element.is_text() ? "text" : element.name) + ": " + words.substr(start, end - start));
    start = end + 1;
  }
}

void report_reduced(State& state, const XmlNode& element, const std::string& what) {
  if (state.reduced.insert(what).second) {
    state.context.diagnostics.report(reduced_element, element.from, what);
  }
}

bool has_word(std::string_view list, std::string_view value) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == value) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

Date read_date(const XmlNode& element) {
  Date date;
  const auto part = [&](const char* name) { return parse_date(element.attribute(name)); };
  if (const auto custom = part("when-custom")) {
    date = *custom;
  } else if (const auto when = part("when")) {
    date = *when;
  } else if (const auto iso = part("when-iso")) {
    date = *iso;
  } else if (const auto from = part("from")) {
    date = *from;
    if (const auto to = part("to")) date.end = to->start;
  } else if (const auto after = part("notBefore")) {
    date = *after;
    date.circa = true;
    if (const auto before = part("notAfter")) date.end = before->start;
  }
  if (element.has("precision") && !date.start.empty()) date.circa = true;
  date.literal = element.attribute("n");
  return is_valid(date) ? date : Date{};
}

std::optional<ResourceId> read_image(State& state, const std::string& reference, Location from) {
  const auto known = state.read_images.find(reference);
  if (known != state.read_images.end()) {
    return known->second.empty() ? std::nullopt : std::optional(known->second);
  }
  ResourceId& id = state.read_images[reference];
  const auto refuse = [&]() -> std::optional<ResourceId> {
    state.context.diagnostics.report(missing_image, from, reference);
    return {};
  };
  Result<Bytes> octets = state.context.environment.read(reference);
  const Limits& limits = state.context.limits;
  if (!octets || octets->size() > limits.resource_bytes ||
      state.document.resources.total_bytes() + octets->size() > limits.all_resource_bytes) {
    return refuse();
  }
  Resource resource;
  const auto record = state.known_images.find(reference);
  const std::string digest = sha256_hex(*octets);
  if (record != state.known_images.end()) {
    resource = record->second;
    if (resource.sha256 != digest) return refuse();
  } else {
    const auto info = inspect_image(*octets);
    if (!info) return refuse();
    resource.media_type = info->media_type;
    resource.width = info->width;
    resource.height = info->height;
    resource.origin = reference;
    resource.sha256 = digest;
  }
  resource.data = std::move(*octets);
  id = state.document.resources.add(std::move(resource));
  return id;
}

}  // namespace pressmark::tei
