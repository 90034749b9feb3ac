#include <algorithm>
#include <utility>
#include <vector>

#include "converters/common/language.h"
#include "converters/common/marc_relators.h"
#include "converters/common/xml_writer.h"
#include "converters/exporters/citation/mods.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/type_words.h"

namespace pressmark::citation {
namespace {

std::string digits(int number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

class MarcWriter {
 public:
  explicit MarcWriter(const Metadata& record)
      : view_(record,
              {.positions = true, .uris = true, .date_ranges = true, .date_certainty = true}) {}

  Bytes write(Diagnostics& diagnostics) {
    xml_.start("record").attribute("xmlns", "http://www.loc.gov/MARC21/slim");
    xml_.line().element("leader", leader());
    control("001", view_.text(Variable::identifier));
    control("007", "cr");
    control("008", fixed_length_data());
    field("020", ' ', ' ', {{'a', view_.text(Variable::isbn)}});
    numbered("doi", Variable::doi);
    numbered("pmid", Variable::pmid);
    numbered("pmc", Variable::pmcid);
    language();
    const bool has_main = main_entry();
    titles(has_main);
    field("250", ' ', ' ', {{'a', view_.text(Variable::edition)}});
    publication();
    carrier();
    const std::string series = view_.text(Variable::collection_title);
    const std::string number = view_.text(Variable::collection_number);
    field("490", '0', ' ', {{'a', series}, {'v', number}});
    if (series.empty() && !number.empty()) view_.lose(to_string(Variable::collection_number));
    notes();
    subjects();
    added_entries();
    host();
    location();
    xml_.end_line();
    view_.report_left_out("marcxml", diagnostics);
    return xml_.finish();
  }

 private:
  using Subfields = std::vector<std::pair<char, std::string>>;

  void control(const char* tag, const std::string& value) {
    if (value.empty()) return;
    xml_.line().start("controlfield").attribute("tag", tag).text(value).end();
  }

  // MARC 21, Leader: new record (05), kind of material (06), bibliographic level (07), Unicode
  // (09), abbreviated level (17), ISBD punctuation omitted (18).
  std::string leader() const {
    return std::string("     n") + type_of_record() + bibliographic_level() + " a22     3c 4500";
  }

  // Leader/06.
  char type_of_record() const {
    switch (view_.type()) {
      case ItemType::map:
        return 'e';
      case ItemType::musical_score:
        return 'c';
      case ItemType::song:
        return 'j';
      case ItemType::motion_picture:
      case ItemType::broadcast:
        return 'g';
      case ItemType::figure:
      case ItemType::graphic:
        return 'k';
      case ItemType::dataset:
      case ItemType::software:
        return 'm';
      case ItemType::manuscript:
      case ItemType::personal_communication:
        return 't';
      default:
        return 'a';
    }
  }

  // Leader/07. An article in an issue of a periodical is a monographic component part ("a") as a
  // chapter is; "b" is for parts that are serials themselves, such as columns.
  char bibliographic_level() const {
    if (view_.type() == ItemType::periodical) return 's';
    return view_.record().text(Variable::container_title).empty() ? 'm' : 'a';
  }

  // Left out where the first subfield is empty.
  void field(const char* tag, char first, char second, const Subfields& subfields) {
    if (subfields.front().second.empty()) return;
    xml_.line().start("datafield").attribute("tag", tag);
    xml_.attribute("ind1", std::string(1, first)).attribute("ind2", std::string(1, second));
    for (const auto& [code, value] : subfields) {
      if (value.empty()) continue;
      xml_.line().start("subfield").attribute("code", std::string(1, code)).text(value).end();
    }
    xml_.end_line();
  }

  // MARC 21, 008: 40 characters. The day of the record is the day of issue or unknown: no clock.
  std::string fixed_length_data() {
    const Date& issued = view_.date(DateVariable::issued);
    const bool year = issued.start.year && *issued.start.year >= 0 && *issued.start.year <= 9999;
    const bool day = year && issued.start.day != 0;
    std::string data = "||||||";
    const bool years = year && issued.end && issued.end->year &&
                       *issued.end->year > *issued.start.year && *issued.end->year <= 9999;
    data += years ? "m" : day ? "e" : year ? "s" : "n";
    data += year ? digits(*issued.start.year, 4) : "uuuu";
    data += years  ? digits(*issued.end->year, 4)
            : day  ? digits(issued.start.month, 2) + digits(issued.start.day, 2)
            : year ? "    "
                   : "uuuu";
    data += "xx ";
    data += "|||||||||||||||||";
    data += marc_language(view_.record().text(Variable::language));
    return data + " d";
  }

  void numbered(const char* scheme, Variable variable) {
    field("024", '7', ' ', {{'a', view_.text(variable)}, {'2', scheme}});
  }

  void language() {
    const std::string tag = view_.text(Variable::language);
    if (tag.empty()) return;
    field("041", '0', ' ', {{'a', marc_language(tag)}});
    field("041", '0', '7', {{'a', tag}, {'2', "rfc5646"}});
  }

  void name(const char* person, const char* corporate, const Contributor& contributor,
            std::string_view word, const MarcRelator& relator) {
    const Name& value = contributor.name;
    const bool person_entry = value.is_person();
    Name plain = value;
    plain.suffix.clear();
    Subfields subfields{
        {'a', one_line(person_entry ? sort_name(plain) : value.literal)},
        {'c', person_entry ? one_line(value.suffix) : ""},
        // The list's term, the record's own word where it says more, and what the byline says.
        {'e', std::string(relator.code == "oth" ? word : relator.term)},
        {'e', one_line(contributor.position)},
        {'1', one_line(value.uri)},
        {'4', std::string(relator.code)}};
    const char surname = value.family.empty() ? '0' : '1';
    field(person_entry ? person : corporate, person_entry ? surname : '2', ' ', subfields);
  }

  // The first author; whether there is one.
  bool main_entry() {
    const std::vector<Contributor> authors = view_.with_role(Role::author);
    if (authors.empty()) return false;
    name("100", "110", authors.front(), "author", marc_relator(authors.front()));
    return true;
  }

  void added_entries() {
    bool first_author = true;
    for (const Role role : all_roles()) (void)view_.with_role(role);
    for (const Contributor& contributor : view_.record().contributors) {
      if (contributor.role == Role::author && std::exchange(first_author, false)) continue;
      if (contributor.role == Role::container_author) continue;
      std::string word(to_string(contributor.role));
      std::ranges::replace(word, '-', ' ');
      name("700", "710", contributor, word, marc_relator(contributor));
    }
    const std::string agency = view_.text(Variable::source);
    if (!agency.empty()) {
      name("700", "710", {Role::contributor, literal_name(agency), "", {}}, "source",
           provider_relator);
    }
  }

  void titles(bool has_main) {
    const std::string title = view_.text(Variable::title);
    const int skip = nonfiling_characters(title, view_.record().text(Variable::language));
    field("245", has_main ? '1' : '0', static_cast<char>('0' + skip),
          {{'a', title.empty() ? "[Untitled]" : title}, {'b', view_.text(Variable::subtitle)}});
    field("246", '1', ' ', {{'a', view_.text(Variable::title_short)}});
    field("246", '1', ' ', {{'a', view_.text(Variable::headline)}});
  }

  void publication() {
    const std::string place = view_.text(Variable::publisher_place);
    const std::string publisher = view_.text(Variable::publisher);
    const std::string date = one_line(edtf(view_.date(DateVariable::issued)));
    if (place.empty() && publisher.empty() && date.empty()) return;
    Subfields subfields;
    if (!place.empty()) subfields.emplace_back('a', place);
    if (!publisher.empty()) subfields.emplace_back('b', publisher);
    if (!date.empty()) subfields.emplace_back('c', date);
    field("264", ' ', '1', subfields);
  }

  // RDA's content, media and carrier.
  void carrier() {
    field("300", ' ', ' ', {{'a', "1 online resource"}});
    field("336", ' ', ' ', {{'a', "text"}, {'b', "txt"}, {'2', "rdacontent"}});
    field("337", ' ', ' ', {{'a', "computer"}, {'b', "c"}, {'2', "rdamedia"}});
    field("338", ' ', ' ', {{'a', "online resource"}, {'b', "cr"}, {'2', "rdacarrier"}});
  }

  void notes() {
    field("500", ' ', ' ', {{'a', view_.text(Variable::note)}});
    field("500", ' ', ' ', {{'a', view_.text(Variable::annote)}});
    const Date& modified = view_.date(DateVariable::modified);
    if (!modified.empty()) field("500", ' ', ' ', {{'a', "Modified: " + one_line(edtf(modified))}});
    field("520", ' ', ' ', {{'a', view_.text(Variable::abstract_text)}});
    const std::string rights = view_.text(Variable::rights);
    const std::string licence = view_.text(Variable::license);
    if (rights.empty()) {
      field("540", ' ', ' ', {{'u', licence}});
    } else {
      field("540", ' ', ' ', {{'a', rights}, {'u', licence}});
    }
  }

  void subjects() {
    for (const std::string& words : view_.keywords()) field("653", ' ', ' ', {{'a', words}});
    field("655", ' ', '4', {{'a', genre_words(view_.type())}});
    field("655", ' ', '4', {{'a', view_.text(Variable::genre)}});
  }

  void host() {
    std::string related;
    const auto add = [&](const char* before, const std::string& value) {
      if (value.empty()) return;
      if (!related.empty()) related += ", ";
      related += before + value;
    };
    add("vol. ", view_.text(Variable::volume));
    add("no. ", view_.text(Variable::issue));
    add("p. ", view_.text(Variable::page));
    // The ISSN is that of the host, also where its title is not known.
    Subfields subfields;
    for (const auto& [code, value] : Subfields{{'a', main_entry_of_host()},
                                               {'t', view_.text(Variable::container_title)},
                                               {'g', related},
                                               {'x', view_.text(Variable::issn)}}) {
      if (!value.empty()) subfields.emplace_back(code, value);
    }
    if (!subfields.empty()) field("773", '0', ' ', subfields);
  }

  // MARC's 773 has place for one name.
  std::string main_entry_of_host() {
    const std::vector<Contributor> authors = view_.with_role(Role::container_author);
    if (authors.size() > 1) view_.lose(to_string(Role::container_author));
    return authors.empty() ? "" : one_line(sort_name(authors.front().name));
  }

  void location() {
    const Date& accessed = view_.date(DateVariable::accessed);
    const std::string note = accessed.empty() ? "" : "Accessed: " + one_line(edtf(accessed));
    const std::string url = view_.text(Variable::url);
    field("856", '4', '0', {{'u', url}, {'z', note}});
    if (url.empty()) field("500", ' ', ' ', {{'a', note}});
  }

  RecordView view_;
  XmlWriter xml_;
};

}  // namespace

Result<Bytes> export_marcxml(const Document& document, Context& context) {
  return MarcWriter(document.metadata).write(context.diagnostics);
}

}  // namespace pressmark::citation
