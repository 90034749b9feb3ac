#include "converters/exporters/citation/bib_types.h"

namespace pressmark::citation {
namespace {

struct EntryRow {
  std::string_view bibtex;
  std::string_view biblatex;
  bool says_all = false;   // of the types with this BibLaTeX entry this is the one it is read as
  bool in_bibtex = false;  // the same for BibTeX
};

EntryRow row_of(ItemType type) {
  switch (type) {
    case ItemType::article_journal:
      return {"article", "article", true, true};
    case ItemType::article_magazine:
    case ItemType::article_newspaper:
      return {"article", "article"};
    case ItemType::review:
      return {"article", "review", true};
    case ItemType::review_book:
      return {"article", "review"};
    case ItemType::book:
      return {"book", "book", true, true};
    case ItemType::classic:
      return {"book", "book"};
    case ItemType::collection:
      return {"book", "collection", true};
    case ItemType::chapter:
      return {"incollection", "incollection", true, true};
    case ItemType::entry_encyclopedia:
      return {"incollection", "inreference", true};
    case ItemType::entry:
    case ItemType::entry_dictionary:
      return {"incollection", "inreference"};
    case ItemType::paper_conference:
      return {"inproceedings", "inproceedings", true, true};
    case ItemType::thesis:
      return {"phdthesis", "thesis", true, true};
    case ItemType::report:
      return {"techreport", "report", true, true};
    case ItemType::manuscript:
      return {"unpublished", "unpublished", true, true};
    case ItemType::speech:
      return {"unpublished", "unpublished"};
    case ItemType::pamphlet:
      return {"booklet", "booklet", true, true};
    case ItemType::webpage:
      return {"misc", "online", true};
    case ItemType::post:
    case ItemType::post_weblog:
      return {"misc", "online"};
    case ItemType::dataset:
      return {"misc", "dataset", true};
    case ItemType::software:
      return {"misc", "software", true};
    case ItemType::patent:
      return {"misc", "patent", true};
    case ItemType::standard:
      return {"misc", "standard", true};
    case ItemType::graphic:
      return {"misc", "image", true};
    case ItemType::figure:
      return {"misc", "image"};
    case ItemType::song:
      return {"misc", "music", true};
    case ItemType::motion_picture:
      return {"misc", "movie", true};
    case ItemType::broadcast:
      return {"misc", "video"};
    case ItemType::performance:
      return {"misc", "performance", true};
    case ItemType::personal_communication:
      return {"misc", "letter", true};
    case ItemType::legislation:
      return {"misc", "legislation", true};
    case ItemType::bill:
    case ItemType::regulation:
      return {"misc", "legislation"};
    case ItemType::legal_case:
      return {"misc", "jurisdiction", true};
    case ItemType::treaty:
      return {"misc", "legal", true};
    default:
      return {"misc", "misc"};
  }
}

}  // namespace

std::string_view bib_entry_type(ItemType type, BibDialect dialect) {
  const EntryRow row = row_of(type);
  return dialect == BibDialect::biblatex ? row.biblatex : row.bibtex;
}

std::string_view bib_entry_subtype(ItemType type, BibDialect dialect) {
  if (type == ItemType::article_newspaper) return "newspaper";
  if (type == ItemType::article_magazine) return "magazine";
  const EntryRow row = row_of(type);
  const bool says_all = dialect == BibDialect::biblatex ? row.says_all : row.in_bibtex;
  return says_all ? std::string_view() : to_string(type);
}

}  // namespace pressmark::citation
