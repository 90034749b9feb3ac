#include <algorithm>
#include <array>
#include <set>

#include "converters/common/babel_names.h"
#include "converters/common/citation_key.h"
#include "converters/common/month_names.h"
#include "converters/records/bib_entries.h"
#include "converters/records/bib_names.h"
#include "converters/records/latex_text.h"
#include "converters/records/record_builder.h"
#include "converters/records/records.h"
#include "core/base/ascii.h"
#include "core/model/validate.h"

namespace pressmark::records {
namespace {

struct EntryType {
  std::string_view name;
  ItemType type;
};

constexpr std::array entry_types = {
    EntryType{"article", ItemType::article_journal},
    EntryType{"suppperiodical", ItemType::article_journal},
    EntryType{"periodical", ItemType::periodical},
    EntryType{"book", ItemType::book},
    EntryType{"mvbook", ItemType::book},
    EntryType{"booklet", ItemType::pamphlet},
    EntryType{"collection", ItemType::collection},
    EntryType{"mvcollection", ItemType::collection},
    EntryType{"proceedings", ItemType::book},
    EntryType{"inbook", ItemType::chapter},
    EntryType{"bookinbook", ItemType::chapter},
    EntryType{"suppbook", ItemType::chapter},
    EntryType{"incollection", ItemType::chapter},
    EntryType{"suppcollection", ItemType::chapter},
    EntryType{"inreference", ItemType::entry_encyclopedia},
    EntryType{"reference", ItemType::collection},
    EntryType{"inproceedings", ItemType::paper_conference},
    EntryType{"conference", ItemType::paper_conference},
    EntryType{"thesis", ItemType::thesis},
    EntryType{"phdthesis", ItemType::thesis},
    EntryType{"mastersthesis", ItemType::thesis},
    EntryType{"report", ItemType::report},
    EntryType{"techreport", ItemType::report},
    EntryType{"manual", ItemType::report},
    EntryType{"unpublished", ItemType::manuscript},
    EntryType{"online", ItemType::webpage},
    EntryType{"electronic", ItemType::webpage},
    EntryType{"www", ItemType::webpage},
    EntryType{"dataset", ItemType::dataset},
    EntryType{"software", ItemType::software},
    EntryType{"patent", ItemType::patent},
    EntryType{"standard", ItemType::standard},
    EntryType{"artwork", ItemType::graphic},
    EntryType{"image", ItemType::graphic},
    EntryType{"audio", ItemType::song},
    EntryType{"music", ItemType::song},
    EntryType{"video", ItemType::motion_picture},
    EntryType{"movie", ItemType::motion_picture},
    EntryType{"letter", ItemType::personal_communication},
    EntryType{"review", ItemType::review},
    EntryType{"performance", ItemType::performance},
    EntryType{"legal", ItemType::treaty},
    EntryType{"legislation", ItemType::legislation},
    EntryType{"jurisdiction", ItemType::legal_case},
};

ItemType type_of(const BibEntry& entry) {
  const std::string subtype = ascii::to_lower(entry.field("entrysubtype"));
  if (subtype == "newspaper") return ItemType::article_newspaper;
  if (subtype == "magazine") return ItemType::article_magazine;
  if (const auto type = parse_item_type(subtype)) return *type;
  const auto found = std::ranges::find_if(
      entry_types, [&](const EntryType& row) { return row.name == entry.type; });
  if (found != entry_types.end()) return found->type;
  // Old styles have no entry for a web page; its address then is how it was published.
  const bool web =
      entry.has("url") || entry.field("howpublished").find("\\url") != std::string::npos;
  return web ? ItemType::webpage : ItemType::document;
}

struct TextField {
  std::string_view field;
  Variable variable;
};

// In order: the first of several that stand for one variable counts.
constexpr std::array text_fields = {
    TextField{"title", Variable::title},
    TextField{"subtitle", Variable::subtitle},
    TextField{"shorttitle", Variable::title_short},
    TextField{"journaltitle", Variable::container_title},
    TextField{"journal", Variable::container_title},
    TextField{"booktitle", Variable::container_title},
    TextField{"maintitle", Variable::container_title},
    TextField{"shortjournal", Variable::container_title_short},
    TextField{"journalabbr", Variable::container_title_short},
    TextField{"volume", Variable::volume},
    TextField{"chapter", Variable::chapter_number},
    TextField{"edition", Variable::edition},
    TextField{"series", Variable::collection_title},
    TextField{"pagetotal", Variable::number_of_pages},
    TextField{"volumes", Variable::number_of_volumes},
    TextField{"part", Variable::part},
    TextField{"version", Variable::version},
    TextField{"publisher", Variable::publisher},
    TextField{"institution", Variable::publisher},
    TextField{"school", Variable::publisher},
    TextField{"location", Variable::publisher_place},
    TextField{"address", Variable::publisher_place},
    TextField{"type", Variable::genre},
    TextField{"issn", Variable::issn},
    TextField{"isbn", Variable::isbn},
    TextField{"abstract", Variable::abstract_text},
    TextField{"copyright", Variable::license},
    TextField{"annote", Variable::annote},
    TextField{"annotation", Variable::annote},
    TextField{"note", Variable::note},
    TextField{"library", Variable::call_number},
    TextField{"addendum", Variable::source},
    TextField{"pubstate", Variable::status},
    TextField{"eventtitle", Variable::event_title},
    TextField{"venue", Variable::event_place},
    TextField{"origtitle", Variable::original_title},
    TextField{"origpublisher", Variable::original_publisher},
    TextField{"origlocation", Variable::original_publisher_place},
};

struct NameField {
  std::string_view field;
  Role role;
};

constexpr std::array name_fields = {
    NameField{"author", Role::author}, NameField{"editor", Role::editor},
    NameField{"translator", Role::translator}, NameField{"bookauthor", Role::container_author}};

// What steers a bibliography and says nothing of the work, or was used for its type.
constexpr std::array<std::string_view, 14> steering = {
    "entrysubtype", "crossref",  "xref",     "xdata", "ids",  "options",   "sortkey",
    "presort",      "sorttitle", "sortname", "label", "file", "timestamp", "owner"};

std::string pages_of(std::string_view tex) {
  std::string pages;
  for (const char c : latex_to_text(tex)) pages += c;
  for (const std::string_view dash : {"–", "—"}) {
    for (std::size_t at = 0; (at = pages.find(dash)) != std::string::npos;) {
      pages.replace(at, dash.size(), "-");
    }
  }
  return pages;
}

std::optional<int> number_in(std::string_view text) {
  if (text.empty() || text.size() > 4) return {};
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + (c - '0');
  }
  return number;
}

class EntryReader {
 public:
  EntryReader(const BibEntry& entry, std::string_view source, Diagnostics& diagnostics)
      : entry_(entry), record_(source, diagnostics) {}

  Metadata read() {
    record_.type(type_of(entry_));
    for (const TextField& row : text_fields) {
      const std::string value = take(row.field);
      if (!value.empty()) record_.text(row.variable, latex_to_text(value), row.field);
    }
    for (const NameField& row : name_fields) names(row);
    dates();
    numbers();
    addresses();
    language();
    keywords();
    rest();
    Metadata done = record_.take();
    if (!entry_.key.empty() && entry_.key != citation_key(done)) {
      done.set(Variable::citation_key, entry_.key, {.source = done.type_evidence.source});
    }
    return done;
  }

 private:
  const std::string& take(std::string_view field) {
    taken_.insert(field);
    return entry_.field(field);
  }

  // biblatex's option says whether particles belong to the family name; where it says nothing they
  // are taken for such.
  std::string Name::*particle() const {
    const std::string options = ascii::to_lower(entry_.field("options"));
    const bool drops = options.find("useprefix=false") != std::string::npos;
    return drops ? &Name::dropping_particle : &Name::non_dropping_particle;
  }

  void names(const NameField& row) {
    BibNames list = read_bib_names(take(row.field), particle());
    for (Name& name : list.names) record_.name(row.role, std::move(name));
    if (list.and_others) record_.ignore(std::string(row.field) + ": and others");
  }

  void dates() {
    for (const auto& [field, variable] :
         {std::pair{"date", DateVariable::issued}, std::pair{"urldate", DateVariable::accessed},
          std::pair{"eventdate", DateVariable::event_date},
          std::pair{"origdate", DateVariable::original_date}}) {
      record_.date(variable, latex_to_text(take(field)), field);
    }
    Date issued = date_of_parts();
    if (record_.record().date(DateVariable::issued).empty()) {
      record_.date(DateVariable::issued, std::move(issued), "year");
    }
  }

  // Old BibTeX's year, month and day; the month may hold the day ("oct # { 12}").
  Date date_of_parts() {
    Date date;
    std::string year = latex_to_text(take("year"));
    const std::string month = latex_to_text(take("month"));
    const std::string day = latex_to_text(take("day"));
    for (const std::string_view circa : {"c. ", "ca. ", "circa "}) {
      if (!year.starts_with(circa)) continue;
      date.circa = true;
      year.erase(0, circa.size());
    }
    date.start.year = number_in(year);
    if (!year.empty() && !date.start.year) date.literal = year;
    std::string word;
    for (const char c : month + ' ') {
      const bool ends = c == ' ' || c == '.' || c == ',' || c == '~' || c == '-';
      if (!ends) {
        word += c;
        continue;
      }
      if (const int named = month_of_name(ascii::to_lower(word)); named > 0) {
        if (date.start.month == 0) date.start.month = named;
      } else if (const auto number = number_in(word)) {
        (date.start.month == 0 ? date.start.month : date.start.day) = *number;
      }
      word.clear();
    }
    if (const auto number = number_in(day); number && date.start.month > 0) {
      date.start.day = *number;
    }
    return date;
  }

  void numbers() {
    const ItemType type = record_.record().type;
    const bool periodical = type == ItemType::article_journal ||
                            type == ItemType::article_magazine ||
                            type == ItemType::article_newspaper;
    record_.text(Variable::issue, latex_to_text(take("issue")), "issue");
    record_.text(periodical && !entry_.has("issue") ? Variable::issue : Variable::number,
                 latex_to_text(take("number")), "number");
    record_.text(Variable::page, pages_of(take("pages")), "pages");
  }

  void addresses() {
    record_.doi(latex_to_verbatim(take("doi")), "doi");
    record_.text(Variable::url, latex_to_verbatim(take("url")), "url");
    const std::string kind = ascii::to_lower(latex_to_text(take("eprinttype")));
    const std::string eprint = latex_to_verbatim(take("eprint"));
    if (kind == "pubmed") {
      record_.text(Variable::pmid, eprint, "eprint");
    } else if (!eprint.empty()) {
      record_.unknown(kind.empty() ? "eprint" : kind, eprint);
    }
    how_published(take("howpublished"));
    const std::string organization = latex_to_text(take("organization"));
    const bool web = record_.record().type == ItemType::webpage;
    record_.text(web ? Variable::container_title : Variable::publisher, organization,
                 "organization");
  }

  // "The Example Gazette, \url{https://...}".
  void how_published(std::string_view tex) {
    std::string words(tex);
    const std::size_t start = words.find("\\url{");
    if (start != std::string::npos) {
      const std::size_t end = std::min(words.find('}', start), words.size());
      record_.text(Variable::url, latex_to_verbatim(words.substr(start + 5, end - start - 5)),
                   "howpublished");
      words.erase(start, end - start + 1);
    }
    std::string text = latex_to_text(words);
    while (text.ends_with(',') || text.ends_with(' ')) text.pop_back();
    record_.text(Variable::container_title, text, "howpublished");
  }

  void language() {
    std::string tag = latex_to_text(take("language"));
    const std::string babel = latex_to_text(take("langid"));
    if (!tag.empty() && language_of_babel_name(tag)) tag = *language_of_babel_name(tag);
    if (tag.empty() || !is_language_tag(tag)) {
      if (const auto named = language_of_babel_name(babel)) tag = *named;
    }
    record_.text(Variable::language, tag, "language");
  }

  void keywords() {
    std::string word;
    for (const char c : latex_to_text(take("keywords")) + ',') {
      if (c == ',' || c == ';') {
        record_.keyword(std::move(word));
        word.clear();
      } else {
        word += c;
      }
    }
  }

  void rest() {
    for (const auto& [field, value] : entry_.fields) {
      const bool known =
          taken_.contains(field) || std::ranges::find(steering, field) != steering.end();
      if (!known) record_.unknown(field, latex_to_text(value));
    }
  }

  const BibEntry& entry_;
  RecordBuilder record_;
  std::set<std::string_view> taken_;
};

}  // namespace

Result<std::vector<Metadata>> read_bibtex(std::string_view text, std::string_view source,
                                          Context& context) {
  const Result<std::vector<BibEntry>> entries = read_bib_entries(text, context);
  if (!entries) return entries.error();
  std::vector<Metadata> records;
  for (const BibEntry& entry : *entries) {
    records.push_back(EntryReader(entry, source, context.diagnostics).read());
  }
  return records;
}

}  // namespace pressmark::records
