#include "converters/archive/premis_reader.h"

#include <charconv>

#include "converters/archive/premis_rules.h"
#include "converters/common/xml_rules.h"

namespace pressmark::archive {
namespace {

class PremisReading {
 public:
  explicit PremisReading(std::string_view xml)
      : scanner_(xml), check_(premis_rules(), premis_variant) {}

  Result<PremisContent> run() {
    for (;;) {
      const XmlScanner::Event event = scanner_.next();
      check_.take(event, scanner_);
      switch (event) {
        case XmlScanner::Event::start:
          if (scanner_.depth() == 1 && !is_premis()) return not_premis();
          if (!check_.is_outside()) start();
          break;
        case XmlScanner::Event::text:
          if (!check_.is_outside()) text_ += scanner_.text();
          break;
        case XmlScanner::Event::end:
          if (!check_.is_outside()) end();
          break;
        case XmlScanner::Event::failed:
          return Error(ErrorKind::unrecognised, "this is not XML: " + scanner_.failure());
        case XmlScanner::Event::finished:
          content_.problems.insert(content_.problems.begin(), check_.problems().begin(),
                                   check_.problems().end());
          return std::move(content_);
      }
    }
  }

 private:
  bool is_premis() const {
    return scanner_.name() == "premis" && scanner_.name_space() == premis_namespace;
  }

  static Error not_premis() { return Error(ErrorKind::unrecognised, "it is no PREMIS 3 document"); }

  void start() {
    text_.clear();
    if (scanner_.name() == "object" && scanner_.depth() == 2) {
      content_.objects.emplace_back();
      if (premis_variant(scanner_).empty()) {
        content_.problems.push_back("line " + std::to_string(scanner_.line()) +
                                    ": an object has no xsi:type of PREMIS");
      }
    } else if (scanner_.name() == "fixity") {
      algorithm_.clear();
    }
  }

  void end() {
    const std::string_view name = scanner_.name();
    if (name == "linkingObjectIdentifierValue") {
      content_.linked_objects.insert(text_);
    } else if (!content_.objects.empty()) {
      end_of_object_part(name);
    }
    text_.clear();
  }

  void end_of_object_part(std::string_view name) {
    PremisObject& object = content_.objects.back();
    if (name == "objectIdentifierValue") {
      if (object.identifier.empty()) object.identifier = text_;
    } else if (name == "messageDigestAlgorithm") {
      algorithm_ = text_;
    } else if (name == "messageDigest") {
      object.digests.emplace(algorithm_, text_);
    } else if (name == "size") {
      std::uint64_t bytes = 0;
      const auto [stop, error] = std::from_chars(text_.data(), text_.data() + text_.size(), bytes);
      if (error == std::errc() && stop == text_.data() + text_.size()) object.bytes = bytes;
    } else if (name == "object" && object.identifier.empty()) {
      content_.problems.emplace_back("an object has no identifier");
    }
  }

  XmlScanner scanner_;
  XmlRuleCheck check_;
  PremisContent content_;
  std::string text_;       // of the innermost element
  std::string algorithm_;  // of the fixity that is open
};

}  // namespace

Result<PremisContent> read_premis(std::string_view xml) {
  const XmlText text(xml);
  return PremisReading(text.view()).run();
}

}  // namespace pressmark::archive
