#include <set>

#include "converters/checkers/pdf/rules.h"
#include "converters/common/digest.h"

namespace pressmark::pdf_check {
namespace {

constexpr int most_tree_depth = 32;

class AttachmentChecker {
 public:
  explicit AttachmentChecker(const Subject& subject) : subject_(subject), file_(subject.file) {}

  void check() {
    const Object& tree = file_.get(file_.get(subject_.catalog, "Names"), "EmbeddedFiles");
    collect_names(tree, 0);
    collect_associations();
    if (subject_.claims.is_archive_4() && subject_.claims.archive_level == "F" && tree.is_null()) {
      subject_.report("pdfa4-6.9-5", "catalog", "a file of PDF/A-4f has no embedded files");
    }
    for (const auto& [number, object] : file_.objects()) {
      const Object& embedded = file_.get(object.value, "EF");
      if (object.is_stream || embedded.dictionary() == nullptr) continue;
      check_specification(number, object.value, embedded);
    }
  }

 private:
  void collect_names(const Object& node, int depth) {
    if (depth > most_tree_depth) return;
    if (const Array* kids = file_.get(node, "Kids").array()) {
      for (const Object& kid : *kids) collect_names(file_.resolve(kid), depth + 1);
    }
    const Array* names = file_.get(node, "Names").array();
    for (std::size_t i = 1; names != nullptr && i < names->size(); i += 2) {
      if (const Reference* value = (*names)[i].reference()) listed_.insert(value->number);
    }
  }

  void collect_associations() {
    for (const auto& [number, object] : file_.objects()) {
      const Array* files = file_.get(object.value, "AF").array();
      for (std::size_t i = 0; files != nullptr && i < files->size(); ++i) {
        if (const Reference* value = (*files)[i].reference()) associated_.insert(value->number);
      }
    }
  }

  void check_specification(std::int64_t number, const Object& specification,
                           const Object& embedded) {
    const std::string place = "object " + std::to_string(number);
    if (subject_.claims.archive_part == 2) {
      subject_.report("pdfa-6.8-5", place,
                      "a file is embedded; PDF/A-2 allows files of PDF/A only, "
                      "which is not looked into");
    }
    for (const std::string_view key : {"F", "UF"}) {
      if (file_.get(specification, key).string() == nullptr) {
        subject_.report("pdfa-6.8-2", place, "the file specification has no " + std::string(key));
      }
    }
    if (file_.get(specification, "AFRelationship").name().empty()) {
      subject_.report("pdfa-6.8-3", place, "the file specification has no AFRelationship");
    }
    if (!associated_.contains(number)) {
      subject_.report("pdfa-6.8-4", place, "no AF names the embedded file");
    }
    if (!listed_.contains(number)) {
      subject_.report("pdfa-6.8-names", place, "EmbeddedFiles does not list the embedded file");
    }
    const Bytes* description = file_.get(specification, "Desc").string();
    if (subject_.claims.accessibility_part == 2 &&
        (description == nullptr || description->empty())) {
      subject_.report("pdfua2-8.14.1-1", place, "the embedded file has no description");
    }
    const IndirectObject* stream = file_.find(embedded.dictionary()->find("F"));
    if (stream != nullptr && stream->is_stream) check_stream(*stream, place);
  }

  void check_stream(const IndirectObject& stream, const std::string& place) {
    if (file_.get(stream.value, "Subtype").name().empty()) {
      subject_.report("pdfa-6.8-1", place, "the embedded file has no media type");
    }
    const Result<Bytes> octets = file_.unpack(stream);
    if (!octets) {
      return subject_.report("pdf-syntax", place, "the embedded file: " + octets.error().message());
    }
    const Object& parameters = file_.get(stream.value, "Params");
    const auto size = file_.get(parameters, "Size").integer();
    const Bytes* sum = file_.get(parameters, "CheckSum").string();
    if ((size && *size != static_cast<std::int64_t>(octets->size())) ||
        (sum != nullptr && to_hex(*sum) != md5_hex(*octets))) {
      subject_.report("pdf-checksum", place, "the embedded file is not of its size and checksum");
    }
  }

  const Subject& subject_;
  const File& file_;
  std::set<std::int64_t> listed_;
  std::set<std::int64_t> associated_;
};

}  // namespace

void check_attachments(const Subject& subject) { AttachmentChecker(subject).check(); }

}  // namespace pressmark::pdf_check
