#include "converters/exporters/pdf/writer/attachments.h"

#include <map>

#include "converters/common/digest.h"
#include "converters/exporters/pdf/writer/file_information.h"

namespace pressmark::pdf {
namespace {

// PDF/A-3 asks for a modification date; this one says that none is known.
constexpr std::string_view unknown_date = "D:19700101000000Z";

std::string_view relationship_name(Relationship relationship) {
  switch (relationship) {
    case Relationship::source:
      return "Source";
    case Relationship::data:
      return "Data";
    case Relationship::alternative:
      return "Alternative";
    case Relationship::supplement:
      return "Supplement";
  }
  return "Unspecified";
}

Reference embed(const Attachment& attachment, std::string_view date, FileAssembler& file) {
  Dictionary stream{
      {"Type", name("EmbeddedFile")},
      {"Subtype", name(attachment.media_type)},
      {"Params", Dictionary{{"Size", static_cast<std::int64_t>(attachment.octets.size())},
                            {"ModDate", byte_string(date)},
                            {"CheckSum", byte_string(*from_hex(md5_hex(attachment.octets)))}}},
  };
  const Reference embedded =
      file.add_stream(std::move(stream), attachment.octets, Packing::deflate);
  return file.add(Dictionary{
      {"Type", name("Filespec")},
      {"F", text_string(attachment.file_name)},
      {"UF", text_string(attachment.file_name)},
      {"Desc", text_string(attachment.description)},
      {"AFRelationship", name(relationship_name(attachment.relationship))},
      {"EF", Dictionary{{"F", embedded}, {"UF", embedded}}},
  });
}

}  // namespace

EmbeddedFiles embed_files(const std::vector<Attachment>& attachments,
                          const std::optional<Date>& date, FileAssembler& file) {
  const std::string known = date ? pdf_date(*date) : std::string();
  std::map<std::string, Reference> by_name;  // a name tree is sorted
  EmbeddedFiles files;
  for (const Attachment& attachment : attachments) {
    const Reference specification =
        embed(attachment, known.empty() ? unknown_date : std::string_view(known), file);
    files.associated.emplace_back(specification);
    by_name.emplace(attachment.file_name, specification);
  }
  Array names;
  for (const auto& [file_name, specification] : by_name) {
    names.emplace_back(byte_string(file_name));
    names.emplace_back(specification);
  }
  files.by_name.set("Names", std::move(names));
  return files;
}

}  // namespace pressmark::pdf
