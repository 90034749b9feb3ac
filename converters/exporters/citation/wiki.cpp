#include <array>

#include "converters/common/name_parts.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/web_formats.h"

namespace pressmark::citation {
namespace {

// Text that the wiki shows as it is: what MediaWiki takes for markup inside a template's value is
// a character reference.
std::string wiki_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '|':
        out += "&#124;";
        break;
      case '{':
        out += "&#123;";
        break;
      case '}':
        out += "&#125;";
        break;
      case '[':
        out += "&#91;";
        break;
      case ']':
        out += "&#93;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '~':
        out += "&#126;";
        break;
      case '\'':
        // Two of them are italics.
        out += out.ends_with('\'') || out.ends_with("&#39;") ? "&#39;" : "'";
        break;
      case '_':
        // Of two, magic words are made.
        out += out.ends_with('_') || out.ends_with("&#95;") ? "&#95;" : "_";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// An address has no white space and none of the characters that end a link or a value.
std::string wiki_url(std::string_view url) {
  constexpr std::string_view encoded = " |{}[]<>\"'`\\^";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    if (encoded.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += digits[static_cast<unsigned char>(c) >> 4U];
      out += digits[static_cast<unsigned char>(c) & 0xFU];
    }
  }
  return out;
}

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 4> seasons = {"Spring", "Summer", "Autumn", "Winter"};

// "12 October 2026", "October 2026", "Spring 2026", "2026": forms that the templates check.
std::string words_of(const DatePart& part) {
  std::string words;
  if (part.day > 0) words = std::to_string(part.day) + " ";
  if (part.month > 0) words.append(months[static_cast<std::size_t>(part.month - 1)]).append(" ");
  if (part.season > 0) {
    words.append(seasons[static_cast<std::size_t>(part.season - 1)]).append(" ");
  }
  if (part.year) return words + std::to_string(*part.year);
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

std::string words_of(const Date& date) {
  if (date.start.empty()) return one_line(date.literal);
  std::string words = (date.circa ? "c. " : "") + words_of(date.start);
  if (date.end) words += " – " + words_of(*date.end);
  return words;
}

struct Template {
  std::string_view name;
  std::string_view container;  // its parameter for what the article stands in
};

Template template_of(ItemType type) {
  switch (type) {
    case ItemType::article_newspaper:
    case ItemType::broadcast:
      return {"cite news", "work"};
    case ItemType::article_journal:
    case ItemType::review:
    case ItemType::review_book:
      return {"cite journal", "journal"};
    case ItemType::article_magazine:
      return {"cite magazine", "magazine"};
    default:
      return {"cite web", "website"};
  }
}

class WikiWriter {
 public:
  explicit WikiWriter(const Metadata& record)
      : view_(record, {.date_ranges = true, .date_certainty = true}) {}

  Bytes write(Diagnostics& diagnostics) {
    const Template chosen = template_of(view_.type());
    out_ = "{{" + std::string(chosen.name);
    names("", Role::author);
    names("editor-", Role::editor);
    names("translator-", Role::translator);
    text("title", Variable::title);
    address();
    const std::string container = view_.text(Variable::container_title);
    value(chosen.container, container.empty() ? view_.text(Variable::site) : container);
    text("agency", Variable::source);
    text("publisher", Variable::publisher);
    text("location", Variable::publisher_place);
    value("date", words_of(view_.date(DateVariable::issued)));
    text("volume", Variable::volume);
    text("issue", Variable::issue);
    pages();
    text("edition", Variable::edition);
    text("issn", Variable::issn);
    text("isbn", Variable::isbn);
    text("pmid", Variable::pmid);
    text("language", Variable::language);
    value("access-date", words_of(view_.date(DateVariable::accessed)));
    view_.report_left_out("wiki", diagnostics);
    return out_ + "}}\n";
  }

 private:
  void raw(std::string_view name, const std::string& content) {
    if (!content.empty()) out_.append(" |").append(name).append("=").append(content);
  }
  void value(std::string_view name, const std::string& content) { raw(name, wiki_text(content)); }
  void text(std::string_view name, Variable variable) { value(name, view_.text(variable)); }

  void names(const std::string& prefix, Role role) {
    int number = 0;
    for (const Contributor& contributor : view_.with_role(role)) {
      const Name& name = contributor.name;
      const std::string place = std::to_string(++number);
      std::string family =
          name.is_person() ? one_line(family_with_particle(name)) : one_line(name.literal);
      std::string given = one_line(given_with_particle(name));
      if (!name.suffix.empty()) given += ' ' + one_line(name.suffix);
      if (family.empty()) family.swap(given);
      value(prefix + "last" + place, family);
      value(prefix + "first" + place, given);
    }
  }

  void address() {
    raw("url", wiki_url(view_.text(Variable::url)));
    raw("doi", wiki_url(view_.text(Variable::doi)));
  }

  void pages() {
    const auto [first, last] = page_range(view_.text(Variable::page));
    if (last.empty()) return value("page", first);
    value("pages", first + "–" + last);
  }

  RecordView view_;
  std::string out_;
};

}  // namespace

Result<Bytes> export_wiki(const Document& document, Context& context) {
  return WikiWriter(document.metadata).write(context.diagnostics);
}

}  // namespace pressmark::citation
