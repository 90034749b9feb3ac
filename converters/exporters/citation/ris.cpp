#include "converters/exporters/citation/ris.h"

#include "converters/common/citation_key.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/tagged_types.h"

namespace pressmark::citation {
namespace {

std::string two_digits(int number) {
  return number == 0 ? "" : (number < 10 ? "0" : "") + std::to_string(number);
}

// "2024/10/12/": a part that is not known is empty; words stand behind the last stroke.
std::string ris_date(const Date& date) {
  const std::string year = date.start.year ? std::to_string(*date.start.year) : "";
  return year + "/" + two_digits(date.start.month) + "/" + two_digits(date.start.day) + "/" +
         one_line(date.literal);
}

// "Family, Given, Suffix", an agency as it is.
std::string tagged_name(const Name& name) {
  if (!name.is_person()) return one_line(name.literal);
  std::string family = one_line(name.non_dropping_particle);
  if (!family.empty() && !name.family.empty()) family += ' ';
  family += one_line(name.family);
  std::string given = one_line(name.given);
  if (!name.dropping_particle.empty()) {
    if (!given.empty()) given += ' ';
    given += one_line(name.dropping_particle);
  }
  if (family.empty()) return given;
  std::string all = family;
  if (!given.empty()) all += ", " + given;
  if (!name.suffix.empty()) all += (given.empty() ? ", , " : ", ") + one_line(name.suffix);
  return all;
}

class RisWriter {
 public:
  explicit RisWriter(const Metadata& record) : view_(record) {}

  Bytes write(Diagnostics& diagnostics) {
    line("TY", std::string(ris_type(view_.type())));
    line("ID", citation_key(view_.record()));
    view_.text(Variable::citation_key);
    names("AU", Role::author);
    names("A2", view_.type() == ItemType::chapter ? Role::container_author : Role::editor);
    names("A3", Role::collection_editor);
    names("A4", Role::translator);
    text("TI", Variable::title);
    text("ST", Variable::title_short);
    text("T2", Variable::container_title);
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
    if (issued.start.year) line("PY", std::to_string(*issued.start.year));
    if (!issued.empty()) line("DA", ris_date(issued));
    const Date& accessed = view_.date(DateVariable::accessed);
    if (!accessed.empty()) line("Y2", ris_date(accessed));
  }

  void identifiers() {
    const std::string issn = view_.text(Variable::issn);
    const std::string isbn = view_.text(Variable::isbn);
    line("SN", issn.empty() ? isbn : issn);
    text("DO", Variable::doi);
    text("UR", Variable::url);
    text("AN", Variable::identifier);
  }

  void keywords() {
    for (const auto& keyword : view_.record().keywords) line("KW", one_line(keyword.value));
    if (view_.record().keywords.empty()) text("KW", Variable::keyword);
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
  explicit EnwWriter(const Metadata& record) : view_(record) {}

  Bytes write(Diagnostics& diagnostics) {
    line('0', std::string(endnote_type(view_.type())));
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
    if (issued.start.year) line('D', std::to_string(*issued.start.year));
    if (issued.start.month > 0 || !issued.start.year) line('8', shown(issued));
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
    for (const auto& keyword : view_.record().keywords) line('K', one_line(keyword.value));
    if (view_.record().keywords.empty()) text('K', Variable::keyword);
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
