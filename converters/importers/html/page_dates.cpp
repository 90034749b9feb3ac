#include "converters/importers/html/page_dates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "converters/importers/html/article_zone.h"
#include "converters/importers/html/text_measure.h"

namespace pressmark::html {
namespace {

struct Found {
  Date date;
  Statement statement;
  double confidence;
};

using Founds = std::vector<Found>;

bool is_plausible(const Date& date) {
  // The web began in 1991; what is earlier is a default value or the subject's own date.
  return is_valid(date) && date.start.year && *date.start.year >= 1991 &&
         *date.start.year <= 2100 && date.start.day != 0;
}

class DateReader {
 public:
  DateReader(const PageSignals& signals, const Article& article, std::string_view url,
             DayOrder order)
      : signals_(signals), article_(article), url_(url), order_(order) {}

  DateChoice choose();

 private:
  void add(Founds& list, const Statement& statement, double confidence) const {
    const auto date = read_date(statement.value, order_);
    if (date && is_plausible(*date)) list.push_back({*date, statement, confidence});
  }
  void add_metas(Founds& list, std::initializer_list<std::string_view> names,
                 double confidence) const {
    for (const std::string_view name : names) {
      for (const Statement& statement : signals_.meta(name)) add(list, statement, confidence);
    }
  }
  void add_linked(Founds& list, std::string_view property, double confidence) const;
  void add_properties(Founds& list, std::string_view property, double confidence) const;
  void add_times(Founds& published, Founds& modified) const;
  void add_visible(Founds& published, Founds& modified) const;
  bool tells_of_date(std::string_view text) const;
  int end_of_run(int first) const;
  void read_line(std::string_view text, Location from, Founds& published, Founds& modified) const;

  const PageSignals& signals_;
  const Article& article_;
  std::string_view url_;
  DayOrder order_;
};

void DateReader::add_linked(Founds& list, std::string_view property, double confidence) const {
  const LinkedItem* article = signals_.article_item();
  if (article != nullptr) {
    if (auto statement = signals_.linked(*article, property)) add(list, *statement, confidence);
  }
  for (const LinkedItem& item : signals_.linked_data().items()) {
    if (item.type != "WebPage" && !is_article_type(item.type) && item.type != "VideoObject")
      continue;
    if (&item == article || item.level > 0 || item.type == "VideoObject") continue;
    if (auto statement = signals_.linked(item, property)) add(list, *statement, confidence - 0.02);
  }
}

void DateReader::add_properties(Founds& list, std::string_view property, double confidence) const {
  for (const MarkedProperty& marked : signals_.properties()) {
    if (marked.name != property || marked.value.empty()) continue;
    if (marked.item == "Comment" || marked.item == "UserComments" || marked.item == "Review")
      continue;
    add(list,
        {marked.value, std::string(marked.syntax) + ":" + marked.item + "." + marked.name,
         marked.node->from, nullptr},
        confidence);
  }
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// Words that say that a date is that of a change; those of a first publication are the rule.
bool says_modified(std::string_view folded) {
  constexpr std::array<std::string_view, 25> words = {
      "updated",     "modified",     "aktualisiert",   "update",      "stand:",
      "stand ",      "geändert",     "mis à jour",     "mise à jour", "modifié",
      "actualizado", "aggiornat",    "atualizado",     "bijgewerkt",  "обновлено",
      "изменен",     "aktualizacja", "zaktualizowano", "uppdaterad",  "oppdatert",
      "opdateret",   "güncelleme",   "更新",           "last edited", "revised"};
  return std::ranges::any_of(
      words, [&](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

void DateReader::read_line(std::string_view text, Location from, Founds& published,
                           Founds& modified) const {
  const auto dates = find_dates(text, order_);
  std::size_t start = 0;
  for (const WrittenDate& written : dates) {
    const std::string before = fold_text(text.substr(start, written.begin - start));
    start = written.end;
    if (!is_plausible(written.date)) continue;
    const Statement statement{std::string(text.substr(written.begin, written.end - written.begin)),
                              "text:date", from, nullptr};
    (says_modified(before) ? modified : published).push_back({written.date, statement, 0.7});
  }
}

void DateReader::add_times(Founds& published, Founds& modified) const {
  Founds others;
  const ArticleZone zone(article_);
  for (const Node* node : signals_.times()) {
    const NodeFacts& facts = zone.facts(*node);
    if (zone.is_apart(*node, {Trait::comment, Trait::related, Trait::tag_aside, Trait::tag_nav,
                              Trait::tag_footer})) {
      continue;
    }
    if (zone.last() >= 0 && facts.begin > zone.last() + 4) continue;
    std::string_view value = node->attribute("datetime");
    if (value.empty()) value = node->attribute("title");
    const std::string text = leading_text(*node, 120);
    auto date = read_date(value, order_);
    if (!date) date = read_date(text, order_);
    if (!date || !is_plausible(*date)) continue;
    Statement statement{std::string(value.empty() ? std::string_view(text) : value), "html:time",
                        node->from, nullptr};
    const std::string classes = fold_text(node->attribute("class"));
    const std::string before =
        node->parent != nullptr ? fold_text(leading_text(*node->parent, 60)) : "";
    const bool changed = classes.find("updat") != std::string::npos ||
                         classes.find("modif") != std::string::npos ||
                         (classes.find("publish") == std::string::npos && says_modified(before));
    if (changed && classes.find("published") == std::string::npos) {
      modified.push_back({*date, statement, 0.8});
    } else if (facts.begin <= zone.first() + 3) {
      published.push_back({*date, statement, 0.9});
    } else {
      others.push_back({*date, statement, 0.6});
    }
  }
  published.insert(published.end(), others.begin(), others.end());
}

// Whether a date stands inside of a sentence: words before it, and words directly behind it that
// tell no time.
bool DateReader::tells_of_date(std::string_view text) const {
  const auto dates = find_dates(text, order_);
  if (dates.empty()) return false;
  const std::string before = fold_text(text.substr(0, dates.front().begin));
  const std::string behind = fold_text(text.substr(dates.front().end));
  const auto words = words_of(behind);
  // "at 10:30" goes on about the time; a mark behind the date ends what it is about.
  const bool goes_on = text.substr(dates.front().end).starts_with(' ') && words.size() > 1 &&
                       behind.find(words[0]) <= 1 && !has_digit(words[0]) && !has_digit(words[1]);
  return words_of(before).size() > 2 && goes_on;
}

// The last block of the text that begins with a block, as far as it goes without a larger gap.
int DateReader::end_of_run(int first) const {
  constexpr int largest_gap = 5;
  int end = first;
  const auto count = static_cast<int>(article_.kept.size());
  for (int i = first; i < count && i <= end + largest_gap; ++i) {
    if (article_.kept[static_cast<std::size_t>(i)]) end = i;
  }
  return end;
}

void DateReader::add_visible(Founds& published, Founds& modified) const {
  const auto& blocks = article_.blocks->all();
  const int count = static_cast<int>(blocks.size());
  int first = -1;
  int last = -1;
  for (int i = 0; i < count; ++i) {
    if (!article_.kept[static_cast<std::size_t>(i)]) continue;
    if (first < 0) first = i;
    last = i;
  }
  if (first < 0) return;
  int heading = first;
  if (article_.headline != nullptr) {
    const NodeFacts& facts = article_.blocks->facts(*article_.headline);
    heading = facts.begin;
    // What is kept above the headline is no text of the article.
    first = std::max(first, facts.end);
    while (first < last && !article_.kept[static_cast<std::size_t>(first)]) ++first;
  }
  Founds within;  // dates that a sentence of the text tells of
  // The lines above and below the headline down to the first paragraphs; then those behind the end.
  const auto read = [&](int index) {
    const TextBlock& block = blocks[static_cast<std::size_t>(index)];
    if (block.measure.words > 40) return;
    const NodeFacts& facts = article_.blocks->facts(*block.owner);
    for (const Trait trait : {Trait::comment, Trait::related, Trait::tag_nav, Trait::listing}) {
      const bool above = facts.nearest[static_cast<std::size_t>(trait)] != 0;
      if (above && trait != Trait::listing) return;
    }
    const bool told = article_.kept[static_cast<std::size_t>(index)] && tells_of_date(block.text);
    read_line(block.text, block.owner->from, told ? within : published, modified);
  };
  for (int i = heading; i <= std::min(first + 3, count - 1); ++i) read(i);
  for (int i = heading - 1; i >= std::max(0, heading - 8); --i) read(i);
  for (const int end : {end_of_run(first), last}) {
    for (int i = end + 1; i <= std::min(end + 6, count - 1); ++i) read(i);
  }
  published.insert(published.end(), within.begin(), within.end());
}

bool same_day(const Date& a, const Date& b) { return a.start == b.start; }

// Days between two dates as a rough count, for telling neighbours.
long day_number(const Date& date) {
  const int year = *date.start.year;
  const int month = date.start.month;
  const long y = month <= 2 ? year - 1 : year;
  const long m = month <= 2 ? month + 9 : month - 3;
  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + date.start.day;
}

DateChoice DateReader::choose() {
  Founds published;
  Founds modified;
  add_metas(published,
            {"citation_publication_date", "citation_online_date", "citation_date",
             "prism.publicationdate", "eprints.date", "coins:rft.date"},
            0.97);
  add_linked(published, "datePublished", 0.95);
  add_metas(published,
            {"article:published_time",
             "og:article:published_time",
             "article:published",
             "og:published_time",
             "rnews:datepublished",
             "datepublished",
             "date.published",
             "published-date",
             "publish-date",
             "publish_date",
             "published_at",
             "article.published",
             "parsely-pub-date",
             "sailthru.date",
             "dc.date.issued",
             "dcterms.issued",
             "dcterms.created",
             "dcterms.date",
             "dc.date.created",
             "dc.date",
             "date",
             "pubdate",
             "publishdate",
             "og:pubdate",
             "article_date_original",
             "cxenseparse:recs:publishtime",
             "publication_date",
             "originalpublicationdate",
             "shareaholic:article_published_time",
             "bt:pubdate",
             "iso-8601-publish-date",
             "displaydate",
             "ptime",
             "gentime",
             "_pubtime",
             "apub:time",
             "lastmod_published"},
            0.93);
  add_properties(published, "datePublished", 0.9);
  add_linked(published, "dateCreated", 0.85);
  add_linked(published, "uploadDate", 0.8);
  const Date of_url = date_of_url(url_);
  const std::size_t stated = published.size();
  Founds visible;
  Founds visible_modified;
  add_times(visible, visible_modified);
  if (!of_url.empty()) {
    published.push_back({of_url, {std::string(url_), "url", {}, nullptr}, 0.9});
  }
  published.insert(published.end(), visible.begin(), visible.end());
  add_visible(published, visible_modified);
  add_properties(published, "dateCreated", 0.6);

  add_linked(modified, "dateModified", 0.9);
  add_metas(modified,
            {"article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified",
             "last-modified", "lastmod", "revised", "article:updated_time", "updated_at"},
            0.85);
  add_properties(modified, "dateModified", 0.85);
  modified.insert(modified.end(), visible_modified.begin(), visible_modified.end());

  DateChoice choice;
  const auto evidence = [](const Found& found) {
    return found.statement.evidence(found.confidence);
  };
  if (!published.empty()) {
    Found best = published.front();
    // The address names the day in the publisher's own zone; a stated time in UTC may be a day off.
    if (stated > 0 && !of_url.empty() && !same_day(best.date, of_url) &&
        std::labs(day_number(best.date) - day_number(of_url)) == 1) {
      best = {of_url, {std::string(url_), "url", {}, nullptr}, 0.9};
    }
    choice.published = {best.date, evidence(best)};
  } else if (!modified.empty()) {
    // The only date of a page that is no "modified" of anything else is the day it is known by.
    choice.published = {modified.front().date, evidence(modified.front())};
    choice.published.evidence.confidence = 0.5;
    choice.published.evidence.inferred = true;
  }
  if (!modified.empty()) choice.modified = {modified.front().date, evidence(modified.front())};
  for (const Found& found : published) {
    if (!same_day(found.date, choice.published.value)) {
      choice.losers.push_back({"issued", to_string(found.date), evidence(found),
                               "less trusted than " + choice.published.evidence.source});
    }
  }
  return choice;
}

}  // namespace

DateChoice choose_dates(const PageSignals& signals, const Article& article,
                        std::string_view page_url, DayOrder order) {
  return DateReader(signals, article, page_url, order).choose();
}

Date date_of_url(std::string_view url) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  // Digits of a fixed count at `at`, with no further digit behind them; -1: none.
  const auto number = [&](std::size_t at, std::size_t count) {
    if (at + count > url.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
      if (!is_digit(url[i])) return -1;
      value = value * 10 + (url[i] - '0');
    }
    return at + count < url.size() && is_digit(url[at + count]) ? -1 : value;
  };
  for (std::size_t i = 0; i + 8 <= url.size(); ++i) {
    if (i > 0 && is_digit(url[i - 1])) continue;
    const int year = number(i, 4);
    if (year >= 1991 && year <= 2100 && i + 5 < url.size()) {
      const char separator = url[i + 4];
      if (separator != '/' && separator != '-' && separator != '_' && separator != '.') continue;
      std::size_t at = i + 5;
      std::size_t width = number(at, 2) >= 0 ? 2 : 1;
      const int month = number(at, width);
      at += width;
      if (month < 1 || at >= url.size() || url[at] != separator) continue;
      width = number(at + 1, 2) >= 0 ? 2 : 1;
      const int day = number(at + 1, width);
      const Date date = make_date(year, month, std::max(0, day));
      if (day > 0 && is_valid(date)) return date;
    } else if (const int whole = number(i, 8); whole > 0) {
      const Date date = make_date(whole / 10000, whole / 100 % 100, whole % 100);
      const bool bounded = i > 0 && (url[i - 1] == '/' || url[i - 1] == '-' || url[i - 1] == '_');
      if (bounded && date.start.day != 0 && is_plausible(date)) return date;
    }
  }
  return {};
}

}  // namespace pressmark::html
