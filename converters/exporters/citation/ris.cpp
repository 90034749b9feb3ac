#include "converters/exporters/citation/ris.h"

#include <array>

#include "converters/common/citation_key.h"
#include "converters/common/name_parts.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/tagged_types.h"

namespace pressmark::citation {
namespace {

std::string two_digits(int number) {
  return number == 0 ? "" : (number < 10 ? "0" : "") + std::to_string(number);
}

// "YYYY" in the specification, whatever the year.
std::string four_digits(int year) {
  std::string digits = std::to_string(year < 0 ? -year : year);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return (year < 0 ? "-" : "") + digits;
}

// "2024/10/12/": a part that is not known is empty; words stand behind the last stroke.
std::string ris_date(const Date& date) {
  const std::string year = date.start.year ? four_digits(*date.start.year) : "";
  return year + "/" + two_digits(date.start.month) + "/" + two_digits(date.start.day) + "/" +
         one_line(date.literal);
}

// "Family, Given, Suffix", an agency as it is.
std::string tagged_name(const Name& name) {
  if (!name.is_person()) return one_line(name.literal);
  const std::string family = one_line(family_with_particle(name));
  const std::string given = one_line(given_with_particle(name));
  if (family.empty()) return given;
  std::string all = family;
  if (!given.empty()) all += ", " + given;
  if (!name.suffix.empty()) all += (given.empty() ? ", , " : ", ") + one_line(name.suffix);
  return all;
}

bool is_periodical(ItemType type) {
  return type == ItemType::article_journal || type == ItemType::article_magazine ||
         type == ItemType::article_newspaper || type == ItemType::review ||
         type == ItemType::review_book;
}

class RisWriter {
 public:
  explicit RisWriter(const Metadata& record) : view_(record) {}

  Bytes write(Diagnostics& diagnostics) {
    line("TY", std::string(ris_type(view_.type())));
    if (!ris_type_says(view_.type())) view_.lose("type");
    line("ID", citation_key(view_.record()));
    view_.text(Variable::citation_key);
    names("AU", Role::author);
    names("A2", view_.type() == ItemType::chapter ? Role::container_author : Role::editor);
    names("A3", Role::collection_editor);
    names("A4", Role::translator);
    text("TI", Variable::title);
    text("ST", Variable::title_short);
    text("T2", Variable::container_title);
    // Other programs know the titles of periodicals and books by their own tags only.
    if (is_periodical(view_.type())) text("JF", Variable::container_title);
    if (view_.type() == ItemType::chapter) text("BT", Variable::container_title);
    text("J2", Variable::container_title_short);
    text("T3", Variable::collection_title);
    dates();
    text("VL", Variable::volume);
    text("IS", Variable::issue);
    const auto [first, last] = page_range(view_.text(Variable::page));
    line("SP", first);
    line("EP", last);
    text("SE", Variable::section);
    text("ET", Variable::edition);
    text("NV", Variable::number_of_volumes);
    text("PB", Variable::publisher);
    text("CY", Variable::publisher_place);
    identifiers();
    text("LA", Variable::language);
    keywords();
    text("AB", Variable::abstract_text);
    text("M3", Variable::genre);
    text("DB", Variable::archive);
    text("DP", Variable::source);
    text("CN", Variable::call_number);
    notes();
    view_.report_left_out("ris", diagnostics);
    return out_ + "ER  - \r\n";
  }

 private:
  void line(std::string_view tag, const std::string& value) {
    if (!value.empty()) out_.append(tag).append("  - ").append(value).append("\r\n");
  }
  void text(std::string_view tag, Variable variable) { line(tag, view_.text(variable)); }

  void names(std::string_view tag, Role role) {
    for (const Contributor& contributor : view_.with_role(role)) {
      line(tag, tagged_name(contributor.name));
    }
  }

  void dates() {
    const Date& issued = view_.date(DateVariable::issued);
    if (issued.start.year) line("PY", four_digits(*issued.start.year));
    if (!issued.empty()) line("DA", ris_date(issued));
    const Date& accessed = view_.date(DateVariable::accessed);
    if (!accessed.empty()) line("Y2", ris_date(accessed));
  }

  void identifiers() {
    const std::string issn = view_.text(Variable::issn);
    const std::string isbn = view_.text(Variable::isbn);
    line("SN", issn.empty() ? isbn : issn);
    if (!issn.empty() && !isbn.empty()) view_.lose(to_string(Variable::isbn));
    text("DO", Variable::doi);
    text("UR", Variable::url);
    text("AN", Variable::identifier);
  }

  void keywords() {
    for (const std::string& words : view_.keywords()) line("KW", words);
  }

  void notes() {
    text("N1", Variable::note);
    text("N1", Variable::annote);
    const std::string subtitle = view_.text(Variable::subtitle);
    if (!subtitle.empty()) line("N1", "Subtitle: " + subtitle);
    const std::string rights = view_.text(Variable::rights);
    if (!rights.empty()) line("N1", "Rights: " + rights);
    const std::string licence = view_.text(Variable::license);
    if (!licence.empty()) line("N1", "Licence: " + licence);
  }

  RecordView view_;
  std::string out_;
};

class EnwWriter {
 public:
  explicit EnwWriter(const Metadata& record) : view_(record, {.date_ranges = true}) {}

  Bytes write(Diagnostics& diagnostics) {
    line('0', std::string(endnote_type(view_.type())));
    if (!ris_type_says(view_.type())) view_.lose("type");
    names('A', Role::author);
    names('E', Role::editor);
    names('Y', Role::collection_editor);
    names('?', Role::translator);
    text('T', Variable::title);
    text('!', Variable::title_short);
    const bool journal = view_.type() == ItemType::article_journal;
    text(journal ? 'J' : 'B', Variable::container_title);
    text('S', Variable::collection_title);
    const Date& issued = view_.date(DateVariable::issued);
    if (issued.start.year) line('D', years(issued));
    line('8', day_beside_year(issued));
    text('V', Variable::volume);
    text('N', Variable::issue);
    text('P', Variable::page);
    text('&', Variable::section);
    text('7', Variable::edition);
    text('I', Variable::publisher);
    text('C', Variable::publisher_place);
    text('R', Variable::doi);
    text('@', Variable::issn);
    text('@', Variable::isbn);
    text('U', Variable::url);
    line('[', shown(view_.date(DateVariable::accessed)));
    text('G', Variable::language);
    for (const std::string& words : view_.keywords()) line('K', words);
    text('X', Variable::abstract_text);
    text('9', Variable::genre);
    text('W', Variable::source);
    text('L', Variable::call_number);
    text('M', Variable::identifier);
    text('Z', Variable::note);
    line('F', citation_key(view_.record()));
    view_.text(Variable::citation_key);
    view_.report_left_out("enw", diagnostics);
    return std::move(out_);
  }

 private:
  void line(char tag, const std::string& value) {
    if (!value.empty()) out_.append("%").append(1, tag).append(" ").append(value).append("\n");
  }
  void text(char tag, Variable variable) { line(tag, view_.text(variable)); }
  void names(char tag, Role role) {
    for (const Contributor& contributor : view_.with_role(role)) {
      std::string name = tagged_name(contributor.name);
      // EndNote divides a name at its comma unless one ends it.
      if (!contributor.name.is_person()) name += ',';
      line(tag, name);
    }
  }
  // "October 12": %D has the year. Dates that this cannot say are as EDTF writes them.
  static std::string day_beside_year(const Date& date) {
    constexpr std::array<std::string_view, 12> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    if (date.start.season > 0 || !date.literal.empty()) return shown(date);
    const auto words = [&](const DatePart& part) {
      if (part.month < 1 || part.month > 12) return std::string();
      std::string day(months[static_cast<std::size_t>(part.month - 1)]);
      if (part.day > 0) day += " " + std::to_string(part.day);
      return day;
    };
    if (!date.end) return words(date.start);
    const std::string end = words(*date.end);
    return end.empty() ? "" : words(date.start) + "-" + end;
  }
  // "1890-1895" of a range, else one year.
  static std::string years(const Date& date) {
    std::string all = four_digits(*date.start.year);
    if (date.end && date.end->year && *date.end->year != *date.start.year) {
      all += "-" + four_digits(*date.end->year);
    }
    return all;
  }
  static std::string shown(const Date& date) {
    return one_line(date.literal.empty() ? day_string(date) : date.literal);
  }

  RecordView view_;
  std::string out_;
};

}  // namespace

Result<Bytes> export_ris(const Document& document, Context& context) {
  return RisWriter(document.metadata).write(context.diagnostics);
}

Result<Bytes> export_enw(const Document& document, Context& context) {
  return EnwWriter(document.metadata).write(context.diagnostics);
}

}  // namespace pressmark::citation
