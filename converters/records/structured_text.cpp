#include "converters/records/structured_text.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <string>
#include <vector>

#include "core/base/utf8.h"

namespace pressmark::records {
namespace {

constexpr std::size_t deepest = 16;

// Builds the value from the parser's events, so that nothing of the library's own tree is made.
class JsonEvents : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { add(nullptr); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw YAML::ParserException(mark, "aliases are not read here");
  }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    add(utf8::to_text(value));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(mark, OrderedJson::array());
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(mark, OrderedJson::object());
  }
  void OnMapEnd() override { close(); }

  OrderedJson take() { return std::move(root_); }

 private:
  struct Open {
    OrderedJson value;
    std::optional<std::string> key;  // of the member whose value comes next
  };

  void open(const YAML::Mark& mark, OrderedJson value) {
    if (open_.size() >= deepest) throw YAML::ParserException(mark, "it is nested too deeply");
    open_.push_back({std::move(value), std::nullopt});
  }
  void close() {
    OrderedJson value = std::move(open_.back().value);
    open_.pop_back();
    add(std::move(value));
  }
  void add(OrderedJson value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Open& top = open_.back();
    if (top.value.is_array()) {
      top.value.push_back(std::move(value));
    } else if (!top.key) {
      top.key = value.is_string() ? value.get<std::string>() : value.dump();
    } else {
      put(top.value, *top.key, std::move(value));
      top.key.reset();
    }
  }

  OrderedJson root_;
  std::vector<Open> open_;
};

}  // namespace

Result<OrderedJson> yaml_to_json(std::string_view text) {
  if (text.size() > most_yaml_octets) {
    return Error(ErrorKind::limit, "the text of the record has more than a mebibyte");
  }
  JsonEvents events;
  // The library tells of damaged text by exceptions.
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(events);
  } catch (const YAML::Exception& damage) {
    return Error(ErrorKind::unrecognised, "line " + std::to_string(damage.mark.line + 1) +
                                              " is no YAML: " + utf8::to_text(damage.msg));
  }
  OrderedJson root = events.take();
  if (!root.is_object()) {
    return Error(ErrorKind::unrecognised, "this YAML is no mapping of names to values");
  }
  return root;
}

std::optional<FrontMatterBlock> find_front_matter(std::string_view text) {
  const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const auto line_at = [&](std::size_t at) {
    std::string_view line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    return line;
  };
  const auto next = [&](std::size_t at) {
    const std::size_t end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
  };
  const std::string_view first = line_at(mark);
  if (first != "---" && first != "+++") return {};
  const bool yaml = first == "---";
  const std::size_t start = next(mark);
  for (std::size_t at = start; at < text.size(); at = next(at)) {
    const std::string_view line = line_at(at);
    if (line != first && !(yaml && line == "...")) continue;
    return FrontMatterBlock{
        yaml ? FrontMatterBlock::Language::yaml : FrontMatterBlock::Language::toml,
        text.substr(start, at - start), next(at)};
  }
  return {};
}

}  // namespace pressmark::records
