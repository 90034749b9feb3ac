// What must be known of a text of others before it is read.
#include <algorithm>
#include <array>

#include "converters/importers/tei/state.h"
#include "converters/importers/tei/tei.h"

namespace pressmark::tei {
namespace {

using Targets = std::set<std::string, std::less<>>;

// The element of a person's, organisation's or role's name.
const XmlNode& name_in(const XmlNode& element) {
  for (const char* name : {"persName", "orgName", "name"}) {
    if (const XmlNode* found = element.child(name)) return *found;
  }
  return element;
}

void find(State& state, const XmlNode& element, Targets& targets) {
  const std::string& name = element.name;
  const std::string& id = element.attribute("xml:id");
  if (!id.empty() && (name == "person" || name == "org" || name == "role")) {
    state.people.emplace(id, line_of(name_in(element)));
  }
  if (name == "pb" || (name == "lb" && (element.has("break") || element.has("n")))) {
    state.lineation = true;
  }
  if ((name == "ref" || name == "ptr") && element.attribute("target").starts_with('#')) {
    targets.insert(element.attribute("target").substr(1));
  }
  constexpr std::array<std::string_view, 6> holders = {"div",  "div1",    "div2",
                                                       "body", "noteGrp", "back"};
  const bool holder = std::ranges::find(holders, name) != holders.end();
  for (const XmlNode& child : element.children) {
    if (child.is_text()) continue;
    if (holder && child.name == "note" && child.has("xml:id")) {
      state.notes_apart.emplace(child.attribute("xml:id"), &child);
    }
    find(state, child, targets);
  }
}

void rename(XmlNode& element, std::string_view from, const char* to) {
  for (auto& [key, value] : element.attributes) {
    if (key == from) key = to;
  }
}

void as_pointer(XmlNode& element, std::string_view name) {
  for (auto& [key, value] : element.attributes) {
    if (key == name && !value.empty() && !value.starts_with('#')) value.insert(0, "#");
  }
}

// P4 has the second reading of a place in an attribute: sic corr="the" is a choice in P5.
void divide_readings(XmlNode& element) {
  using Pair = std::pair<std::string_view, const char*>;
  constexpr std::array<Pair, 6> pairs = {Pair{"sic", "corr"},   Pair{"corr", "sic"},
                                         Pair{"orig", "reg"},   Pair{"reg", "orig"},
                                         Pair{"abbr", "expan"}, Pair{"expan", "abbr"}};
  for (const auto& [name, other] : pairs) {
    if (element.name != name || !element.has(other)) continue;
    XmlNode reading;
    reading.name = other;
    reading.from = element.from;
    XmlNode words;
    words.text = element.attribute(other);
    words.from = element.from;
    reading.children.push_back(std::move(words));
    XmlNode choice;
    choice.name = "choice";
    choice.from = element.from;
    choice.children.push_back(std::move(element));
    choice.children.push_back(std::move(reading));
    element = std::move(choice);
    return;
  }
}

}  // namespace

void prepare(State& state, const XmlNode& tei) {
  Targets targets;
  find(state, tei, targets);
  std::erase_if(state.notes_apart, [&](const auto& note) { return !targets.contains(note.first); });
  for (const auto& [id, note] : state.notes_apart) state.moved_notes.insert(note);
}

void modernise(XmlNode& element) {
  rename(element, "id", "xml:id");
  rename(element, "lang", "xml:lang");
  if (element.name == "ref" || element.name == "ptr" || element.name == "note") {
    as_pointer(element, "target");
  }
  if (element.name == "sp" || element.name == "u" || element.name == "q") {
    as_pointer(element, "who");
  }
  if (element.name == "date" || element.name == "time") rename(element, "value", "when");
  if (element.name == "xref" || element.name == "xptr") {
    element.name.erase(0, 1);
    rename(element, "url", "target");
  }
  for (XmlNode& child : element.children) {
    if (!child.is_text()) modernise(child);
  }
  divide_readings(element);
}

}  // namespace pressmark::tei
