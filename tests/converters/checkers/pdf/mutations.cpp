#include "tests/converters/checkers/pdf/mutations.h"

#include <functional>
#include <stdexcept>

#include "converters/exporters/pdf/pdf.h"
#include "tests/converters/checkers/pdf/editable_file.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf_check {
namespace {

Bytes written(pdf::Profile profile) {
  static pdf::FontLibrary fonts(pdf::system_fonts());
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  Document document = sample::every_block();
  const Document inlines = sample::every_inline();
  document.body.insert(document.body.end(), inlines.body.begin(), inlines.body.end());
  pdf::Options options;
  options.profile = profile;
  options.attachments = {
      {"article.xml", "application/tei+xml", "Text", pdf::Relationship::source, "<TEI/>"}};
  Result<Bytes> file = pdf::export_pdf(document, options, fonts, context);
  if (!file) throw std::runtime_error(file.error().describe());
  return std::move(*file);
}

// Changes of the objects.
struct ObjectMutation {
  std::string_view name;
  std::string_view code;
  std::function<void(EditableFile&)> change;
};

// Changes of the octets of a file that has been written.
struct OctetMutation {
  std::string_view name;
  std::string_view code;
  std::function<void(Bytes&)> change;
};

Bytes& packet(EditableFile& file) { return file.stream_of(file.catalog(), "Metadata"); }

void cut(Bytes& octets, std::string_view begin, std::string_view end) {
  const std::size_t first = octets.find(begin);
  const std::size_t last = octets.find(end, first);
  if (first == Bytes::npos || last == Bytes::npos) throw std::runtime_error(std::string(begin));
  octets.erase(first, last + end.size() - first);
}

std::vector<OctetMutation> octet_mutations() {
  return {
      {"header-of-another-kind", "pdfa-6.1.2-1", [](Bytes& f) { f[5] = '9'; }},
      {"no-binary-comment", "pdfa-6.1.2-2", [](Bytes& f) { f[10] = 'a'; }},
      {"octets-behind-the-end", "pdfa-6.1.3-3", [](Bytes& f) { f += "x\n"; }},
      {"compact-object", "pdfa-6.1.9-1",
       [](Bytes& f) { replace(f, "1 0 obj\n<<", "1 0 obj<<\n"); }},
      {"no-line-end-before-endobj", "pdfa-6.1.9-1",
       [](Bytes& f) { replace(f, "\nendobj", " endobj"); }},
      {"no-line-end-before-endstream", "pdfa-6.1.7.1-2",
       [](Bytes& f) { replace(f, "\nendstream", " endstream"); }},
      {"wrong-length", "pdfa-6.1.7.1-1",
       [](Bytes& f) {
         const std::size_t place = f.find("/Length ") + 8;
         f[place] = f[place] == '9' ? '8' : static_cast<char>(f[place] + 1);
       }},
      {"no-table", "pdf-syntax", [](Bytes& f) { replace(f, "\nxref\n", "\nxxxx\n"); }},
  };
}

std::vector<ObjectMutation> file_mutations() {
  return {
      {"no-identifier", "pdfa-6.1.3-1", [](EditableFile& f) { erase(f.trailer, "ID"); }},
      {"long-string", "pdfa-6.1.13-3",
       [](EditableFile& f) { set(f.catalog(), "X", text(Bytes(32768, 'a'))); }},
      {"long-name", "pdfa-6.1.13-4",
       [](EditableFile& f) { set(f.catalog(), "X", name(Bytes(128, 'a'))); }},
      {"large-integer", "pdfa-6.1.13-1",
       [](EditableFile& f) { set(f.catalog(), "X", integer(std::int64_t{1} << 31)); }},
      {"stream-elsewhere", "pdfa-6.1.7.1-3",
       [](EditableFile& f) { set(f.first("Type", "Metadata"), "F", text("elsewhere")); }},
  };
}

std::vector<ObjectMutation> metadata_mutations() {
  return {
      {"no-packet", "pdfa-6.6.2.1-1", [](EditableFile& f) { erase(f.catalog(), "Metadata"); }},
      {"packet-with-bytes", "pdfa-6.6.2.1-2",
       [](EditableFile& f) { replace(packet(f), " id=\"W5M", " bytes=\"9\" id=\"W5M"); }},
      {"packet-with-encoding", "pdfa-6.6.2.1-3",
       [](EditableFile& f) { replace(packet(f), " id=\"W5M", " encoding=\"UTF-8\" id=\"W5M"); }},
      {"packet-not-well-formed", "pdfa-6.6.2.1-4",
       [](EditableFile& f) { replace(packet(f), "</rdf:RDF>", ""); }},
      {"no-part", "pdfa-6.6.4-1",
       [](EditableFile& f) { cut(packet(f), "<pdfaid:part>", "</pdfaid:part>"); }},
      {"unknown-level", "pdfa-6.6.4-3",
       [](EditableFile& f) { replace(packet(f), ">A</pdfaid", ">X</pdfaid"); }},
      {"no-accessibility-part", "pdfua-5-1",
       [](EditableFile& f) { cut(packet(f), "<pdfuaid:part>", "</pdfuaid:part>"); }},
      {"property-not-described", "pdfa-6.6.2.3.1-1",
       [](EditableFile& f) {
         replace(packet(f), "<pdfaProperty:name>part<", "<pdfaProperty:name>other<");
       }},
      {"description-without-category", "pdfa-6.6.2.3.3-3",
       [](EditableFile& f) {
         cut(packet(f), "<pdfaProperty:category>", "</pdfaProperty:category>");
       }},
      {"schema-without-prefix", "pdfa-6.6.2.3.3-2",
       [](EditableFile& f) { cut(packet(f), "<pdfaSchema:prefix>", "</pdfaSchema:prefix>"); }},
      {"no-title", "pdfua-7.1-9",
       [](EditableFile& f) {
         cut(packet(f), "<dc:title>", "</dc:title>");
         erase(f.info(), "Title");
       }},
      {"title-not-shown", "pdfua-7.1-10",
       [](EditableFile& f) { erase(f.catalog(), "ViewerPreferences"); }},
      {"info-differs", "pdfa-6.1.5",
       [](EditableFile& f) { set(f.info(), "Producer", text("Another")); }},
  };
}

}  // namespace

const Bytes& good_file() {
  static const Bytes file = written(pdf::Profile::archive_3a);
  return file;
}

const Bytes& good_file_2() {
  static const Bytes file = written(pdf::Profile::archive_4f);
  return file;
}

std::vector<Mutation> mutations() {
  std::vector<Mutation> all;
  const EditableFile good(good_file());
  for (const OctetMutation& mutation : octet_mutations()) {
    Bytes file = good.write();
    mutation.change(file);
    all.push_back({mutation.name, mutation.code, std::move(file)});
  }
  for (const auto& list : {file_mutations(), metadata_mutations()}) {
    for (const ObjectMutation& mutation : list) {
      EditableFile file = good;
      mutation.change(file);
      all.push_back({mutation.name, mutation.code, file.write()});
    }
  }
  return all;
}

}  // namespace pressmark::pdf_check
