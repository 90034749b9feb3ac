#include "converters/exporters/citation/tagged_types.h"

namespace pressmark::citation {
namespace {

struct Names {
  std::string_view ris;
  std::string_view endnote;
};

Names names_of(ItemType type) {
  switch (type) {
    case ItemType::article:
    case ItemType::document:
    case ItemType::event:
    case ItemType::performance:
    case ItemType::speech:
    case ItemType::collection:
    case ItemType::pamphlet:
    case ItemType::periodical:
    case ItemType::standard:
      return {"GEN", "Generic"};
    case ItemType::article_journal:
    case ItemType::review:
    case ItemType::review_book:
      return {"JOUR", "Journal Article"};
    case ItemType::article_magazine:
      return {"MGZN", "Magazine Article"};
    case ItemType::article_newspaper:
      return {"NEWS", "Newspaper Article"};
    case ItemType::bill:
      return {"BILL", "Bill"};
    case ItemType::book:
      return {"BOOK", "Book"};
    case ItemType::broadcast:
      return {"VIDEO", "Audiovisual Material"};
    case ItemType::chapter:
      return {"CHAP", "Book Section"};
    case ItemType::classic:
      return {"CLSWK", "Classical Work"};
    case ItemType::dataset:
      return {"DATA", "Dataset"};
    case ItemType::entry:
    case ItemType::entry_encyclopedia:
      return {"ENCYC", "Encyclopedia"};
    case ItemType::entry_dictionary:
      return {"DICT", "Dictionary"};
    case ItemType::figure:
      return {"FIGURE", "Figure"};
    case ItemType::graphic:
      return {"ART", "Artwork"};
    case ItemType::hearing:
      return {"HEAR", "Hearing"};
    case ItemType::interview:
    case ItemType::personal_communication:
      return {"PCOMM", "Personal Communication"};
    case ItemType::legal_case:
      return {"CASE", "Case"};
    case ItemType::legislation:
    case ItemType::treaty:
      return {"STAT", "Statute"};
    case ItemType::regulation:
      return {"GOVDOC", "Government Document"};
    case ItemType::manuscript:
      return {"MANSCPT", "Manuscript"};
    case ItemType::map:
      return {"MAP", "Map"};
    case ItemType::motion_picture:
      return {"MPCT", "Film or Broadcast"};
    case ItemType::musical_score:
    case ItemType::song:
      return {"MUSIC", "Music"};
    case ItemType::paper_conference:
      return {"CPAPER", "Conference Paper"};
    case ItemType::patent:
      return {"PAT", "Patent"};
    case ItemType::post:
    case ItemType::webpage:
      return {"ELEC", "Web Page"};
    case ItemType::post_weblog:
      return {"BLOG", "Blog"};
    case ItemType::report:
      return {"RPRT", "Report"};
    case ItemType::software:
      return {"COMP", "Computer Program"};
    case ItemType::thesis:
      return {"THES", "Thesis"};
  }
  return {"GEN", "Generic"};
}

}  // namespace

std::string_view ris_type(ItemType type) { return names_of(type).ris; }
bool ris_type_says(ItemType type) {
  switch (type) {
    case ItemType::article:
    case ItemType::event:
    case ItemType::performance:
    case ItemType::speech:
    case ItemType::collection:
    case ItemType::pamphlet:
    case ItemType::periodical:
    case ItemType::standard:
    case ItemType::review:
    case ItemType::review_book:
    case ItemType::entry:
    case ItemType::interview:
    case ItemType::treaty:
    case ItemType::musical_score:
    case ItemType::post:
      return false;
    default:
      return true;
  }
}
std::string_view endnote_type(ItemType type) { return names_of(type).endnote; }

}  // namespace pressmark::citation
