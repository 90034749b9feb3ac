#include <algorithm>
#include <array>

#include "converters/common/citation_key.h"
#include "converters/records/record_builder.h"
#include "converters/records/records.h"
#include "core/base/utf8.h"
#include "core/model/validate.h"

namespace pressmark::records {
namespace {

struct TypeName {
  std::string_view name;
  ItemType type;
};

// RIS's types of references (2011), with what Pressmark writes for each type first.
constexpr std::array type_names = {
    TypeName{"GEN", ItemType::document},
    TypeName{"JOUR", ItemType::article_journal},
    TypeName{"EJOUR", ItemType::article_journal},
    TypeName{"JFULL", ItemType::periodical},
    TypeName{"ABST", ItemType::article_journal},
    TypeName{"INPR", ItemType::article},
    TypeName{"MGZN", ItemType::article_magazine},
    TypeName{"NEWS", ItemType::article_newspaper},
    TypeName{"BILL", ItemType::bill},
    TypeName{"UNBILL", ItemType::bill},
    TypeName{"BOOK", ItemType::book},
    TypeName{"EBOOK", ItemType::book},
    TypeName{"EDBOOK", ItemType::book},
    TypeName{"CONF", ItemType::book},
    TypeName{"VIDEO", ItemType::broadcast},
    TypeName{"ADVS", ItemType::broadcast},
    TypeName{"CHAP", ItemType::chapter},
    TypeName{"ECHAP", ItemType::chapter},
    TypeName{"CLSWK", ItemType::classic},
    TypeName{"DATA", ItemType::dataset},
    TypeName{"AGGR", ItemType::dataset},
    TypeName{"ENCYC", ItemType::entry_encyclopedia},
    TypeName{"DICT", ItemType::entry_dictionary},
    TypeName{"FIGURE", ItemType::figure},
    TypeName{"ART", ItemType::graphic},
    TypeName{"SLIDE", ItemType::graphic},
    TypeName{"HEAR", ItemType::hearing},
    TypeName{"PCOMM", ItemType::personal_communication},
    TypeName{"ICOMM", ItemType::personal_communication},
    TypeName{"CASE", ItemType::legal_case},
    TypeName{"STAT", ItemType::legislation},
    TypeName{"GOVDOC", ItemType::regulation},
    TypeName{"MANSCPT", ItemType::manuscript},
    TypeName{"UNPB", ItemType::manuscript},
    TypeName{"MAP", ItemType::map},
    TypeName{"MPCT", ItemType::motion_picture},
    TypeName{"MUSIC", ItemType::musical_score},
    TypeName{"SOUND", ItemType::song},
    TypeName{"CPAPER", ItemType::paper_conference},
    TypeName{"PAMP", ItemType::pamphlet},
    TypeName{"PAT", ItemType::patent},
    TypeName{"ELEC", ItemType::webpage},
    TypeName{"WEB", ItemType::webpage},
    TypeName{"ICOM", ItemType::webpage},
    TypeName{"BLOG", ItemType::post_weblog},
    TypeName{"RPRT", ItemType::report},
    TypeName{"COMP", ItemType::software},
    TypeName{"SER", ItemType::periodical},
    TypeName{"STAND", ItemType::standard},
    TypeName{"THES", ItemType::thesis},
};

struct TextTag {
  std::string_view tag;
  Variable variable;
};

constexpr std::array text_tags = {
    TextTag{"TI", Variable::title},
    TextTag{"T1", Variable::title},
    TextTag{"CT", Variable::title},
    TextTag{"ST", Variable::title_short},
    TextTag{"T2", Variable::container_title},
    TextTag{"JF", Variable::container_title},
    TextTag{"JO", Variable::container_title},
    TextTag{"BT", Variable::container_title},
    TextTag{"J2", Variable::container_title_short},
    TextTag{"JA", Variable::container_title_short},
    TextTag{"T3", Variable::collection_title},
    TextTag{"VL", Variable::volume},
    TextTag{"IS", Variable::issue},
    TextTag{"SE", Variable::section},
    TextTag{"ET", Variable::edition},
    TextTag{"NV", Variable::number_of_volumes},
    TextTag{"PB", Variable::publisher},
    TextTag{"CY", Variable::publisher_place},
    TextTag{"PP", Variable::publisher_place},
    TextTag{"UR", Variable::url},
    TextTag{"LK", Variable::url},
    TextTag{"LA", Variable::language},
    TextTag{"AB", Variable::abstract_text},
    TextTag{"N2", Variable::abstract_text},
    TextTag{"M3", Variable::genre},
    TextTag{"DB", Variable::archive},
    TextTag{"DP", Variable::source},
    TextTag{"CN", Variable::call_number},
};

struct NameTag {
  std::string_view tag;
  Role role;
};

constexpr std::array name_tags = {NameTag{"AU", Role::author},
                                  NameTag{"A1", Role::author},
                                  NameTag{"A2", Role::editor},
                                  NameTag{"ED", Role::editor},
                                  NameTag{"A3", Role::collection_editor},
                                  NameTag{"A4", Role::translator}};

struct Line {
  std::string tag;
  std::string value;
};

bool is_tag_character(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// "TY  - JOUR": two characters, spaces, a hyphen; some programs write one space, or none behind.
std::optional<Line> tagged_line(std::string_view line) {
  if (line.size() < 4 || line[0] < 'A' || line[0] > 'Z' || !is_tag_character(line[1])) return {};
  std::size_t at = 2;
  while (at < line.size() && at < 4 && line[at] == ' ') ++at;
  if (at == 2 || at >= line.size() || line[at] != '-') return {};
  if (at + 1 < line.size() && line[at + 1] != ' ') return {};
  return Line{std::string(line.substr(0, 2)), trimmed(line.substr(at + 1))};
}

// The lines of each reference, from TY to ER; further lines of a value are joined to it.
std::vector<std::vector<Line>> references_in(std::string_view text) {
  std::vector<std::vector<Line>> all;
  bool open = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view written = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::optional<Line> line = tagged_line(written);
    if (line && line->tag == "TY") {
      all.emplace_back();
      open = true;
    }
    if (!open) continue;
    if (line && line->tag == "ER") {
      open = false;
    } else if (line) {
      all.back().push_back(std::move(*line));
    } else if (const std::string more = trimmed(written); !more.empty()) {
      std::string& value = all.back().back().value;
      value.append(value.empty() ? "" : " ").append(more);
    }
  }
  return all;
}

// "2026/10/12/words": parts may be empty; anything else is words.
Date ris_date(std::string_view written) {
  std::array<std::string, 4> parts;
  std::size_t part = 0;
  for (const char c : written) {
    if (c == '/' && part < 3) {
      ++part;
    } else {
      parts[part] += c;
    }
  }
  const auto number = [](const std::string& digits) -> std::optional<int> {
    if (digits.empty() || digits.size() > 4) return {};
    int value = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return {};
      value = value * 10 + (c - '0');
    }
    return value;
  };
  Date date;
  date.start.year = number(parts[0]);
  date.start.month = number(parts[1]).value_or(0);
  date.start.day = number(parts[2]).value_or(0);
  date.literal = trimmed(parts[3]);
  const bool understood = parts[0].empty() || date.start.year;
  if (understood && is_valid(date)) return date;
  if (const auto parsed = parse_date(written)) return *parsed;
  return Date{.start = {}, .literal = std::string(written)};
}

class ReferenceReader {
 public:
  ReferenceReader(std::string_view source, Diagnostics& diagnostics)
      : source_(source), record_(source, diagnostics) {}

  Metadata read(const std::vector<Line>& lines) {
    for (const Line& line : lines) take(line);
    // The year alone counts where no fuller date is given.
    if (!day_.empty()) record_.date(DateVariable::issued, day_, "DA");
    if (!year_.empty()) record_.date(DateVariable::issued, year_, "PY");
    const std::string pages = last_page_.empty() ? first_page_ : first_page_ + "-" + last_page_;
    record_.text(Variable::page, pages, "SP");
    Metadata done = record_.take();
    if (!id_.empty() && id_ != citation_key(done)) {
      done.set(Variable::citation_key, id_, {.source = std::string(source_)});
    }
    return done;
  }

 private:
  void take(const Line& line) {
    const auto& [tag, value] = line;
    if (value.empty()) return;
    if (const auto text = std::ranges::find(text_tags, tag, &TextTag::tag);
        text != text_tags.end()) {
      return record_.text(text->variable, value, tag);
    }
    if (const auto name = std::ranges::find(name_tags, tag, &NameTag::tag);
        name != name_tags.end()) {
      // Of a chapter, the second authors are the book's.
      const bool of_book = tag == "A2" && record_.record().type == ItemType::chapter;
      return record_.name(of_book ? Role::container_author : name->role, name_by_commas(value));
    }
    if (tag == "TY") {
      const auto type = std::ranges::find(type_names, value, &TypeName::name);
      if (type == type_names.end()) return record_.ignore("TY " + value);
      record_.type(type->type);
    } else if (tag == "ID") {
      id_ = value;
    } else if (tag == "PY" || tag == "Y1") {
      year_ = ris_date(value);
    } else if (tag == "DA") {
      day_ = ris_date(value);
    } else if (tag == "Y2") {
      record_.date(DateVariable::accessed, ris_date(value), tag);
    } else if (tag == "SP") {
      first_page_ = value;
    } else if (tag == "EP") {
      last_page_ = value;
    } else if (tag == "KW") {
      record_.keyword(value);
    } else if (tag == "DO") {
      record_.doi(value, tag);
    } else if (tag == "SN") {
      // An ISSN is "1234-567X"; ISBNs have more digits.
      const bool issn = value.size() == 9 && value[4] == '-';
      record_.text(issn ? Variable::issn : Variable::isbn, value, tag);
    } else if (tag == "N1") {
      note(value);
    } else if (tag == "AN" && value.starts_with("urn:")) {
      record_.text(Variable::identifier, value, tag);
    } else {
      record_.unknown(tag, value);
    }
  }

  // What has no tag of its own stands in a note behind its name.
  void note(const std::string& value) {
    using Label = std::pair<std::string_view, Variable>;
    for (const auto& [label, variable] :
         {Label{"Subtitle: ", Variable::subtitle}, Label{"Rights: ", Variable::rights},
          Label{"Licence: ", Variable::license}}) {
      if (value.starts_with(label)) {
        return record_.text(variable, value.substr(label.size()), "N1");
      }
    }
    const bool first = record_.record().find(Variable::note) == nullptr;
    record_.text(first ? Variable::note : Variable::annote, value, "N1");
  }

  std::string_view source_;
  RecordBuilder record_;
  std::string id_;
  Date year_;
  Date day_;
  std::string first_page_;
  std::string last_page_;
};

}  // namespace

Result<std::vector<Metadata>> read_ris(std::string_view text, std::string_view source,
                                       Context& context) {
  if (text.size() > context.limits.input_bytes) {
    return Error(ErrorKind::limit, "the RIS file is too large",
                 "raise --max-input-bytes if it is to be read");
  }
  std::string clean = utf8::to_text(text);
  if (clean.starts_with("\xEF\xBB\xBF")) clean.erase(0, 3);
  std::vector<Metadata> records;
  for (const std::vector<Line>& lines : references_in(clean)) {
    records.push_back(ReferenceReader(source, context.diagnostics).read(lines));
  }
  if (records.empty()) {
    return Error(ErrorKind::unrecognised, "this text has no RIS reference",
                 "a reference begins with a line 'TY  - '");
  }
  return records;
}

}  // namespace pressmark::records
