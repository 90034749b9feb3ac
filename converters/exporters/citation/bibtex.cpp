#include "converters/exporters/citation/bibtex.h"

#include <array>

#include "converters/common/babel_names.h"
#include "converters/common/citation_key.h"
#include "converters/exporters/citation/bib_names.h"
#include "converters/exporters/citation/bib_types.h"
#include "converters/exporters/citation/record_view.h"
#include "core/model/walk.h"

namespace pressmark::citation {
namespace {

bool is_on_the_web(ItemType type) {
  return type == ItemType::webpage || type == ItemType::post || type == ItemType::post_weblog;
}

// A URL as it may stand in a field: what TeX or BibTeX would stumble over is percent-encoded.
std::string bib_url(const std::string& url) {
  std::string out;
  for (const char c : url) {
    switch (c) {
      case '{':
        out += "%7B";
        break;
      case '}':
        out += "%7D";
        break;
      case '\\':
        out += "%5C";
        break;
      case ' ':
        out += "%20";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// A day without its year in words: as the article's dateline writes it, else in English.
std::string words_of_day(const Date& date, const Document& document) {
  constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  if (!date.literal.empty()) return one_line(date.literal);
  std::string words;
  for_each_inline(document.front.dateline, [&](const Inline& item) {
    const auto* dated = std::get_if<Dated>(&item.node);
    if (dated != nullptr && dated->when == date) words = one_line(text_of(dated->children));
  });
  if (!words.empty() || date.start.month < 1 || date.start.month > 12) return words;
  if (date.start.day > 0) words = std::to_string(date.start.day) + " ";
  return words.append(months[static_cast<std::size_t>(date.start.month - 1)]);
}

class EntryWriter {
 public:
  EntryWriter(const Document& document, BibDialect dialect)
      : view_(document.metadata,
              {.date_ranges = dialect == BibDialect::biblatex, .date_certainty = true}),
        dialect_(dialect) {
    const Metadata& record = document.metadata;
    const Date& issued = record.date(DateVariable::issued);
    if (biblatex_ && !issued.start.year) day_without_year_ = words_of_day(issued, document);
    out_ = "@" + std::string(bib_entry_type(record.type, dialect)) + "{" + citation_key(record);
  }

  Bytes write(Diagnostics& diagnostics) {
    names("author", Role::author);
    names("editor", Role::editor);
    if (biblatex_) {
      names("translator", Role::translator);
      names("bookauthor", Role::container_author);
    }
    const std::string prefix = use_prefix(named_);
    if (!prefix.empty()) field("options", "useprefix=" + prefix);
    field("title", latex_title(view_.text(Variable::title)));
    field("subtitle", latex_title(view_.text(Variable::subtitle)));
    field("shorttitle", latex_title(view_.text(Variable::title_short)));
    container();
    dates();
    numbers();
    publication();
    identifiers();
    notes();
    view_.text(Variable::citation_key);
    view_.report_left_out(biblatex_ ? "biblatex" : "bibtex", diagnostics);
    return out_ + "\n}\n";
  }

 private:
  // `value` is TeX already.
  void field(std::string_view name, const std::string& value) {
    if (!value.empty()) raw(name, "{" + value + "}");
  }
  void raw(std::string_view name, const std::string& value) {
    out_.append(",\n  ").append(name).append(" = ").append(value);
  }
  void text(std::string_view name, Variable variable) {
    field(name, latex_escape(view_.text(variable)));
  }

  // BibLaTeX divides these fields at "and" unless it stands in braces.
  std::string literal_list(Variable variable) {
    const std::string value = latex_escape(view_.text(variable));
    const bool divides = biblatex_ && value.find(" and ") != std::string::npos;
    return divides ? "{" + value + "}" : value;
  }

  void names(const char* name, Role role) {
    const std::vector<Contributor> named = view_.with_role(role);
    field(name, bib_name_list(named));
    named_.insert(named_.end(), named.begin(), named.end());
  }

  void container() {
    const std::string title = latex_title(view_.text(Variable::container_title));
    const std::string_view type = bib_entry_type(view_.type(), dialect_);
    if (type == "article" || type == "review") {
      field(biblatex_ ? "journaltitle" : "journal", title);
      text(biblatex_ ? "shortjournal" : "journalabbr", Variable::container_title_short);
    } else if (biblatex_ && type == "online") {
      const bool divides = title.find(" and ") != std::string::npos;
      field("organization", divides ? "{" + title + "}" : title);
    } else if (type == "misc") {
      howpublished(title);
    } else {
      field("booktitle", title);
    }
    field("entrysubtype", std::string(bib_entry_subtype(view_.type(), dialect_)));
  }

  // Old styles show nothing of a web page but this field and the note.
  void howpublished(const std::string& container) {
    const std::string url = bib_url(view_.text(Variable::url));
    if (!is_on_the_web(view_.type()) || url.empty()) return field("howpublished", container);
    field("howpublished",
          container.empty() ? "\\url{" + url + "}" : container + ", \\url{" + url + "}");
  }

  void dates() {
    const Date& issued = view_.date(DateVariable::issued);
    const Date& accessed = view_.date(DateVariable::accessed);
    if (biblatex_) {
      // Without a year there is no biblatex date: the day goes into the note.
      if (issued.start.year) field("date", day_string(issued));
      if (view_.date(DateVariable::event_date).start.year) {
        field("eventdate", day_string(view_.date(DateVariable::event_date)));
      }
      if (view_.date(DateVariable::original_date).start.year) {
        field("origdate", day_string(view_.date(DateVariable::original_date)));
      }
    } else {
      bibtex_date(issued);
    }
    if (accessed.start.year) field("urldate", day_string(accessed));
  }

  void bibtex_date(const Date& date) {
    constexpr std::array<const char*, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};
    if (date.start.year) {
      field("year", (date.circa ? "c. " : "") + std::to_string(*date.start.year));
    } else if (date.start.empty()) {
      field("year", latex_escape(date.literal));
    }
    if (date.start.month > 0) raw("month", months[static_cast<std::size_t>(date.start.month - 1)]);
    if (date.start.day > 0) field("day", std::to_string(date.start.day));
  }

  void numbers() {
    text("volume", Variable::volume);
    const std::string issue = latex_escape(view_.text(Variable::issue));
    const std::string number = latex_escape(view_.text(Variable::number));
    field("number", issue.empty() ? number : issue);
    if (!issue.empty() && !number.empty()) view_.lose(to_string(Variable::number));
    const auto [first, last] = page_range(view_.text(Variable::page));
    field("pages", latex_escape(first) + (last.empty() ? "" : "--" + latex_escape(last)));
    text("chapter", Variable::chapter_number);
    text("edition", Variable::edition);
    text("series", Variable::collection_title);
    if (biblatex_) {
      text("pagetotal", Variable::number_of_pages);
      text("volumes", Variable::number_of_volumes);
      text("part", Variable::part);
      text("version", Variable::version);
    }
  }

  void publication() {
    const std::string publisher = literal_list(Variable::publisher);
    if (view_.type() == ItemType::thesis) {
      field(biblatex_ ? "institution" : "school", publisher);
    } else if (view_.type() == ItemType::report) {
      field("institution", publisher);
    } else {
      field("publisher", publisher);
    }
    field(biblatex_ ? "location" : "address", literal_list(Variable::publisher_place));
    text("type", Variable::genre);
  }

  void identifiers() {
    field("doi", bib_url(view_.text(Variable::doi)));
    text("issn", Variable::issn);
    text("isbn", Variable::isbn);
    field("url", bib_url(view_.text(Variable::url)));
    if (!biblatex_) return;
    if (const std::string pmid = view_.text(Variable::pmid); !pmid.empty()) {
      field("eprint", latex_escape(pmid));
      field("eprinttype", "pubmed");
    }
  }

  void notes() {
    const std::string language = view_.text(Variable::language);
    text("language", Variable::language);
    field("langid", babel_name(language));
    text("abstract", Variable::abstract_text);
    std::string keywords;
    for (const std::string& words : view_.keywords()) {
      if (!keywords.empty()) keywords += ", ";
      keywords += latex_escape(words);
    }
    field("keywords", keywords);
    text("copyright", Variable::license);
    text("annote", Variable::annote);
    note();
    if (biblatex_) {
      text("library", Variable::call_number);
      text("addendum", Variable::source);
      text("pubstate", Variable::status);
    }
  }

  // What has no field of its own in the dialect, and still belongs into every bibliography: the day
  // without a year; in BibTeX the agency, for which biblatex has the addendum.
  void note() {
    std::string all;
    for (const std::string& part : {day_without_year_, view_.text(Variable::note),
                                    biblatex_ ? "" : view_.text(Variable::source)}) {
      if (part.empty()) continue;
      if (!all.empty()) all += all.ends_with('.') ? " " : ". ";
      all += part;
    }
    field("note", latex_escape(all));
  }

  RecordView view_;
  BibDialect dialect_;
  bool biblatex_ = dialect_ == BibDialect::biblatex;
  std::vector<Contributor> named_;  // of all fields
  std::string day_without_year_;
  std::string out_;
};

}  // namespace

Result<Bytes> export_bib(const Document& document, BibDialect dialect, Context& context) {
  return EntryWriter(document, dialect).write(context.diagnostics);
}

}  // namespace pressmark::citation
