#include "tests/converters/checkers/pdf/mutations.h"

#include <algorithm>
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
      {"no-part", "pdfa-6.6.4-2",
       [](EditableFile& f) { cut(packet(f), "<pdfaid:part>", "</pdfaid:part>"); }},
      {"unknown-level", "pdfa-6.6.4-3",
       [](EditableFile& f) { replace(packet(f), ">A</pdfaid", ">X</pdfaid"); }},
      {"no-accessibility-part", "pdfua-5-1",
       [](EditableFile& f) { cut(packet(f), "<pdfuaid:part>", "</pdfuaid:part>"); }},
      {"property-not-described", "pdfa-6.6.2.3.1-1",
       [](EditableFile& f) {
         replace(packet(f), "<pdfaProperty:name>part<", "<pdfaProperty:name>other<");
       }},
      {"schema-without-schema", "pdfa-6.6.2.3.3-2",
       [](EditableFile& f) { cut(packet(f), "<pdfaSchema:schema>", "</pdfaSchema:schema>"); }},
      {"schema-without-prefix", "pdfa-6.6.2.3.3-4",
       [](EditableFile& f) { cut(packet(f), "<pdfaSchema:prefix>", "</pdfaSchema:prefix>"); }},
      {"schema-without-value-type", "pdfa-6.6.2.3.3-8",
       [](EditableFile& f) {
         cut(packet(f), "<pdfaProperty:valueType>", "</pdfaProperty:valueType>");
       }},
      {"schema-without-category", "pdfa-6.6.2.3.3-9",
       [](EditableFile& f) {
         cut(packet(f), "<pdfaProperty:category>", "</pdfaProperty:category>");
       }},
      {"schema-without-description", "pdfa-6.6.2.3.3-10",
       [](EditableFile& f) {
         cut(packet(f), "<pdfaProperty:description>", "</pdfaProperty:description>");
       }},
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

Dictionary& element(EditableFile& file, std::string_view type) { return file.first("S", type); }

// The kids of an element, as an array in place.
Array& kids(Dictionary& dictionary) {
  Object& value = *find(dictionary, "K");
  if (value.array() == nullptr) value = Object{Array{value}};
  return std::get<Array>(value.data);
}

Dictionary& attributes(EditableFile& file, Dictionary& dictionary) {
  return std::get<Dictionary>(file.follow(dictionary, "A").data);
}

// An element without content behind the others.
void add_kid(Dictionary& dictionary, std::string_view type) {
  kids(dictionary).push_back(Object{Dictionary{{{"Type", name("StructElem")}, {"S", name(type)}}}});
}

Dictionary& structure_root(EditableFile& file) {
  return std::get<Dictionary>(file.follow(file.catalog(), "StructTreeRoot").data);
}

std::vector<ObjectMutation> structure_mutations() {
  return {
      {"not-marked", "pdfa-6.7.2.2-1", [](EditableFile& f) { erase(f.catalog(), "MarkInfo"); }},
      {"suspects", "pdfua-7.1-4",
       [](EditableFile& f) {
         set(std::get<Dictionary>(f.follow(f.catalog(), "MarkInfo").data), "Suspects",
             Object{true});
       }},
      {"no-language", "pdfua-7.2-34", [](EditableFile& f) { erase(f.catalog(), "Lang"); }},
      {"no-language-tag", "pdfa-6.7.4-1",
       [](EditableFile& f) { set(f.catalog(), "Lang", text("in English")); }},
      {"unknown-type", "pdfua-7.1-5",
       [](EditableFile& f) { set(element(f, "BlockQuote"), "S", name("Citation")); }},
      {"circular-role", "pdfua-7.1-6",
       [](EditableFile& f) {
         set(element(f, "BlockQuote"), "S", name("Citation"));
         set(structure_root(f), "RoleMap",
             Object{Dictionary{{{"Citation", name("Other")}, {"Other", name("Citation")}}}});
       }},
      {"standard-type-remapped", "pdfua-7.1-7",
       [](EditableFile& f) {
         set(structure_root(f), "RoleMap", Object{Dictionary{{{"BlockQuote", name("Div")}}}});
       }},
      {"heading-level-skipped", "pdfua-7.4.2-1",
       [](EditableFile& f) { set(element(f, "H2"), "S", name("H6")); }},
      {"first-heading-not-1", "pdfua-7.4.2-1",
       [](EditableFile& f) { set(element(f, "H1"), "S", name("P")); }},
      {"headings-of-two-kinds", "pdfua-7.4.4-2",
       [](EditableFile& f) {
         std::int64_t last = 0;
         for (const std::string_view type : {"H1", "H2", "H3", "H4", "H5", "H6"}) {
           for (const std::int64_t heading : f.with("S", type)) last = std::max(last, heading);
         }
         set(f.at(last), "S", name("H"));
       }},
      {"list-with-paragraph", "pdfua-7.2-19",
       [](EditableFile& f) {
         Dictionary& item = element(f, "LI");
         set(item, "S", name("P"));
         for (const Object& kid : kids(item)) set(f.at(kid.reference()->number), "S", name("P"));
       }},
      {"item-with-paragraph", "pdfua-7.2-20",
       [](EditableFile& f) { set(element(f, "LBody"), "S", name("P")); }},
      {"list-without-numbering", "pdfua-7.6-numbering",
       [](EditableFile& f) { erase(attributes(f, element(f, "L")), "ListNumbering"); }},
      {"item-outside-of-list", "pdfua-7.2-17",
       [](EditableFile& f) { set(element(f, "L"), "S", name("Div")); }},
      {"row-with-paragraph", "pdfua-7.2-10",
       [](EditableFile& f) { set(element(f, "TD"), "S", name("P")); }},
      {"row-outside-of-table", "pdfua-7.2-4",
       [](EditableFile& f) { set(element(f, "P"), "S", name("TR")); }},
      {"ragged-table", "pdfua-7.2-42",
       [](EditableFile& f) {
         set(element(f, "TD"), "A",
             Object{Dictionary{{{"O", name("Table")}, {"ColSpan", integer(2)}}}});
       }},
      {"span-beyond-the-rows", "pdfua-7.2-43",
       [](EditableFile& f) {
         set(element(f, "TD"), "A",
             Object{Dictionary{{{"O", name("Table")}, {"RowSpan", integer(99)}}}});
       }},
      {"header-without-scope", "pdfua-7.5-1",
       [](EditableFile& f) { erase(element(f, "TH"), "A"); }},
      {"thead-in-the-wrong-place", "pdfua-7.2-5",
       [](EditableFile& f) { set(element(f, "P"), "S", name("THead")); }},
      {"tbody-in-the-wrong-place", "pdfua-7.2-6",
       [](EditableFile& f) { set(element(f, "P"), "S", name("TBody")); }},
      {"tfoot-in-the-wrong-place", "pdfua-7.2-7",
       [](EditableFile& f) { set(element(f, "P"), "S", name("TFoot")); }},
      {"th-in-the-wrong-place", "pdfua-7.2-8",
       [](EditableFile& f) { set(element(f, "P"), "S", name("TH")); }},
      {"td-in-the-wrong-place", "pdfua-7.2-9",
       [](EditableFile& f) { set(element(f, "P"), "S", name("TD")); }},
      {"lbody-in-the-wrong-place", "pdfua-7.2-18",
       [](EditableFile& f) { set(element(f, "P"), "S", name("LBody")); }},
      {"toci-in-the-wrong-place", "pdfua-7.2-26",
       [](EditableFile& f) { set(element(f, "P"), "S", name("TOCI")); }},
      {"table-with-paragraph", "pdfua-7.2-3",
       [](EditableFile& f) { add_kid(element(f, "Table"), "P"); }},
      {"thead-with-paragraph", "pdfua-7.2-36",
       [](EditableFile& f) { add_kid(element(f, "THead"), "P"); }},
      {"tbody-with-paragraph", "pdfua-7.2-37",
       [](EditableFile& f) { add_kid(element(f, "TBody"), "P"); }},
      {"contents-with-paragraph", "pdfua-7.2-27",
       [](EditableFile& f) { set(element(f, "BlockQuote"), "S", name("TOC")); }},
      {"note-without-id", "pdfua-7.9-1", [](EditableFile& f) { erase(element(f, "Note"), "ID"); }},
      {"note-with-the-same-id", "pdfua-7.9-2",
       [](EditableFile& f) {
         const auto notes = f.with("S", "Note");
         set(f.at(notes.at(0)), "ID", *find(f.at(notes.at(1)), "ID"));
       }},
      {"figure-without-text", "pdfua-7.3-1",
       [](EditableFile& f) { erase(element(f, "Figure"), "Alt"); }},
      {"figure-without-box", "pdfua-7.3-bbox",
       [](EditableFile& f) { erase(element(f, "Figure"), "A"); }},
      {"formula-without-text", "pdfua-7.7-1",
       [](EditableFile& f) { erase(element(f, "Formula"), "Alt"); }},
  };
}

// The first page's content.
Bytes& content(EditableFile& file) {
  return file.stream_of(file.first("Type", "Page"), "Contents");
}

std::vector<ObjectMutation> content_mutations() {
  return {
      {"painted-without-mark", "pdfua-7.1-3",
       [](EditableFile& f) { content(f) += "0 0 1 1 re f\n"; }},
      {"artifact-in-content", "pdfua-7.1-1",
       [](EditableFile& f) { replace(content(f), "BDC\n", "BDC\n/Artifact BMC EMC\n"); }},
      {"content-in-artifact", "pdfua-7.1-2",
       [](EditableFile& f) {
         Bytes& own = content(f);
         const std::size_t place = own.find("<</MCID ");
         own.insert(own.rfind('/', place), "/Artifact BMC\n");
         own.insert(own.find("EMC", place), "EMC ");
       }},
      {"content-without-element", "pdfua-7.1-3",
       [](EditableFile& f) { replace(content(f), "/MCID 0", "/MCID 99999"); }},
      {"unknown-operator", "pdfa-6.2.2-1", [](EditableFile& f) { content(f) += "nothing\n"; }},
      {"states-too-deep", "pdfa-6.1.13-8",
       [](EditableFile& f) {
         for (int i = 0; i < 29; ++i) content(f) = "q " + content(f) + " Q";
       }},
      {"page-without-parents", "pdfua-7.1-3",
       [](EditableFile& f) { erase(f.first("Type", "Page"), "StructParents"); }},
      {"huge-page", "pdfa-6.1.13-11",
       [](EditableFile& f) {
         set(f.first("Type", "Page"), "CropBox",
             Object{Array{integer(0), integer(0), integer(14401), integer(100)}});
       }},
      {"no-output-intent", "pdfa-6.2.4.3-2",
       [](EditableFile& f) {
         erase(f.catalog(), "OutputIntents");
         for (const std::int64_t page : f.with("Type", "Page")) {
           Bytes& own = f.stream_of(f.at(page), "Contents");
           for (std::size_t at = 0; (at = own.find(" g\n", at)) != Bytes::npos;) {
             const std::size_t begin = own.rfind('\n', at) + 1;
             own.replace(begin, at + 2 - begin, "0 0 0 rg");
           }
         }
       }},
      {"interpolated-image", "pdfa-6.2.8-3",
       [](EditableFile& f) { set(f.first("Subtype", "Image"), "Interpolate", Object{true}); }},
  };
}

// A Type0 font of TrueType glyphs, and its descendant.
Dictionary& font(EditableFile& file) { return file.first("Subtype", "Type0"); }
Dictionary& descendant(EditableFile& file) {
  Array& all = std::get<Array>(file.follow(font(file), "DescendantFonts").data);
  return file.at(all.front().reference()->number);
}

// Lets the first codes of a CMap lead to `target`; `kind` is "cidrange" or "bfrange".
void lead_to(Bytes& map, std::string_view kind, std::string_view target) {
  const Bytes section = "begin" + Bytes(kind) + '\n';
  const std::size_t entry = map.find(section) + section.size();
  const std::size_t begin = map.find(' ', map.find(' ', entry) + 1) + 1;
  map.replace(begin, map.find('\n', begin) - begin, target);
}

std::vector<ObjectMutation> font_mutations() {
  return {
      {"font-not-embedded", "pdfa-6.2.11.4.1-1",
       [](EditableFile& f) { erase(f.first("Type", "FontDescriptor"), "FontFile2"); }},
      {"no-glyph-map", "pdfa-6.2.11.3.2-1",
       [](EditableFile& f) { set(descendant(f), "CIDToGIDMap", name("Other")); }},
      {"wrong-width", "pdfa-6.2.11.5-1",
       [](EditableFile& f) {
         Array& widths = std::get<Array>(f.follow(descendant(f), "W").data);
         Array& run = std::get<Array>(widths.at(1).data);
         run.front() = integer(1);
       }},
      {"glyph-missing", "pdfa-6.2.11.8-1",
       [](EditableFile& f) { lead_to(f.stream_of(font(f), "Encoding"), "cidrange", "0"); }},
      {"no-unicode", "pdfa-6.2.11.7.2-1", [](EditableFile& f) { erase(font(f), "ToUnicode"); }},
      {"unicode-zero", "pdfa-6.2.11.7.2-2",
       [](EditableFile& f) { lead_to(f.stream_of(font(f), "ToUnicode"), "bfrange", "<0000>"); }},
      {"private-unicode", "pdfa-6.2.11.7.3-1",
       [](EditableFile& f) { lead_to(f.stream_of(font(f), "ToUnicode"), "bfrange", "<e065>"); }},
  };
}

// The first link, and its page.
Dictionary& link(EditableFile& file) { return file.first("Subtype", "Link"); }

std::vector<ObjectMutation> link_mutations() {
  return {
      {"link-without-element", "pdfua-7.18.5-1",
       [](EditableFile& f) { erase(link(f), "StructParent"); }},
      {"link-without-contents", "pdfua-7.18.5-2",
       [](EditableFile& f) { erase(link(f), "Contents"); }},
      {"no-tab-order", "pdfua-7.18.3-1",
       [](EditableFile& f) {
         for (const std::int64_t page : f.with("Type", "Page")) {
           if (find(f.at(page), "Tabs") != nullptr) return erase(f.at(page), "Tabs");
         }
       }},
      {"link-without-flags", "pdfa-6.3.2-1", [](EditableFile& f) { erase(link(f), "F"); }},
      {"hidden-link", "pdfa-6.3.2-2", [](EditableFile& f) { set(link(f), "F", integer(2)); }},
      {"launch-action", "pdfa-6.5.1-1",
       [](EditableFile& f) {
         set(std::get<Dictionary>(f.follow(link(f), "A").data), "S", name("Launch"));
       }},
      {"unknown-named-action", "pdfa-6.5.1-2",
       [](EditableFile& f) {
         set(link(f), "A", Object{Dictionary{{{"S", name("Named")}, {"N", name("Print")}}}});
       }},
      {"additional-actions", "pdfa-6.5.2-1",
       [](EditableFile& f) { set(f.catalog(), "AA", Object{Dictionary{}}); }},
  };
}

Dictionary& specification(EditableFile& file) { return file.first("Type", "Filespec"); }

std::vector<ObjectMutation> attachment_mutations() {
  return {
      {"attachment-without-type", "pdfa-6.8-1",
       [](EditableFile& f) { erase(f.first("Type", "EmbeddedFile"), "Subtype"); }},
      {"attachment-without-name", "pdfa-6.8-2",
       [](EditableFile& f) { erase(specification(f), "UF"); }},
      {"attachment-without-relation", "pdfa-6.8-3",
       [](EditableFile& f) { erase(specification(f), "AFRelationship"); }},
      {"attachment-not-associated", "pdfa-6.8-4",
       [](EditableFile& f) { erase(f.catalog(), "AF"); }},
      {"attachment-not-listed", "pdfa-6.8-names",
       [](EditableFile& f) { erase(f.catalog(), "Names"); }},
      {"attachment-changed", "pdf-checksum",
       [](EditableFile& f) {
         f.objects.at(f.with("Type", "EmbeddedFile").at(0)).stream = "<TEA/>";
       }},
  };
}

// Of the file of PDF 2.0.
std::vector<ObjectMutation> mutations_2() {
  return {
      {"info-in-pdf-2", "pdfa4-6.1.3-4",
       [](EditableFile& f) { set(f.trailer, "Info", Object{Dictionary{}}); }},
      {"no-year-of-part-4", "pdfa4-6.7.3-5",
       [](EditableFile& f) { cut(packet(f), "<pdfaid:rev>", "</pdfaid:rev>"); }},
      {"no-embedded-file", "pdfa4-6.9-5",
       [](EditableFile& f) {
         erase(f.catalog(), "Names");
         erase(f.catalog(), "AF");
         f.objects.erase(f.with("Type", "Filespec").at(0));
       }},
      {"attachment-without-description", "pdfua2-8.14.1-1",
       [](EditableFile& f) { erase(specification(f), "Desc"); }},
      {"root-without-namespace", "pdfua2-8.2.5.2-2",
       [](EditableFile& f) { erase(element(f, "Document"), "NS"); }},
      {"note-without-reference", "pdfua2-8.2.5.14-2",
       [](EditableFile& f) { erase(element(f, "FENote"), "Ref"); }},
      {"unknown-kind-of-note", "pdfua2-8.2.5.14-4",
       [](EditableFile& f) {
         set(attributes(f, element(f, "FENote")), "NoteType", name("Other"));
       }},
      {"link-to-a-page", "pdfua2-8.8-2",
       [](EditableFile& f) {
         for (const std::int64_t number : f.with("Subtype", "Link")) {
           Dictionary& action = std::get<Dictionary>(f.follow(f.at(number), "A").data);
           if (find(action, "SD") != nullptr) return erase(action, "SD");
         }
       }},
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
  const auto add = [&all](const EditableFile& of, const std::vector<ObjectMutation>& list) {
    for (const ObjectMutation& mutation : list) {
      EditableFile file = of;
      mutation.change(file);
      all.push_back({mutation.name, mutation.code, file.write()});
    }
  };
  for (const auto& list :
       {file_mutations(), metadata_mutations(), structure_mutations(), content_mutations(),
        font_mutations(), link_mutations(), attachment_mutations()}) {
    add(good, list);
  }
  add(EditableFile(good_file_2()), mutations_2());
  return all;
}

}  // namespace pressmark::pdf_check
