#include "converters/importers/html/metadata_reader.h"

#include <algorithm>
#include <string>

#include "converters/common/url.h"
#include "converters/importers/html/citation_fields.h"
#include "converters/importers/html/date_words.h"
#include "converters/importers/html/page_authors.h"
#include "converters/importers/html/page_dates.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/page_title.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/site_names.h"
#include "converters/importers/html/text_measure.h"
#include "core/model/validate.h"

namespace pressmark::html {
namespace {

// "de-DE" of "de_de"; empty where it is no language tag.
std::string language_tag(std::string_view value) {
  std::string tag;
  for (const char c : value.substr(0, 40)) {
    if (c == ' ' || c == ',' || c == ';') break;
    tag += c == '_' ? '-' : c;
  }
  if (!is_language_tag(tag)) return {};
  const std::size_t dash = std::min(tag.find('-'), tag.size());
  if (dash > 3) return {};
  for (std::size_t i = 0; i < tag.size(); ++i) {
    const bool lower = tag[i] >= 'a' && tag[i] <= 'z';
    const bool upper = tag[i] >= 'A' && tag[i] <= 'Z';
    if (i < dash && upper) tag[i] = static_cast<char>(tag[i] + 32);
    // A region of two letters is written in capitals.
    if (i > dash && tag.size() == dash + 3 && lower) tag[i] = static_cast<char>(tag[i] - 32);
  }
  // "und" says that the language is not known (BCP 47, 4.1).
  return tag == "und" ? std::string{} : tag;
}

void read_language(const PageSignals& signals, Document& document) {
  const auto offer = [&](std::string_view value, Evidence evidence) {
    const std::string tag = language_tag(value);
    if (tag.empty()) return;
    document.metadata.offer(Variable::language, tag, std::move(evidence));
  };
  if (const Node* html = signals.dom().html()) {
    offer(html->attribute("lang"), {.source = "html:lang", .from = html->from});
    offer(html->attribute("xml:lang"), {.source = "html:lang", .from = html->from});
  }
  if (const LinkedItem* item = signals.article_item()) {
    if (auto value = signals.linked(*item, "inLanguage")) offer(value->value, value->evidence(0.9));
  }
  for (const std::string_view name : {"content-language", "citation_language", "dc.language",
                                      "dcterms.language", "language", "og:locale"}) {
    for (const Statement& value : signals.meta(name)) offer(value.value, value.evidence(0.8));
  }
  document.language = document.metadata.text(Variable::language);
}

// Months come first in the United States only; English alone does not tell.
DayOrder day_order(std::string_view language, std::string_view page_url) {
  if (!language.starts_with("en")) return DayOrder::day_first;
  if (language.size() > 2 && language != "en-US") return DayOrder::day_first;
  const std::string host = host_of(page_url);
  for (const std::string_view country : {".uk", ".au", ".nz", ".ie", ".in", ".za", ".eu", ".de"}) {
    if (host.ends_with(country)) return DayOrder::day_first;
  }
  return DayOrder::month_first;
}

void read_title(const PageSignals& signals, const Article& article, const SiteNames& site,
                Document& document) {
  TitleChoice choice = choose_title(signals, article, site);
  Metadata& record = document.metadata;
  if (choice.title) {
    record.set(Variable::title, choice.title->value, choice.title->evidence(choice.confidence));
    document.front.headline = {text(choice.title->value)};
  }
  record.rejected.insert(record.rejected.end(), choice.losers.begin(), choice.losers.end());
  if (const LinkedItem* item = signals.article_item()) {
    if (auto value = signals.linked(*item, "alternativeHeadline")) {
      if (comparable(value->value) != comparable(record.text(Variable::title))) {
        record.offer(Variable::subtitle, value->value, value->evidence(0.8));
      }
    }
  }
}

void read_authors(const PageSignals& signals, const Article& article, const SiteNames& site,
                  Document& document) {
  AuthorChoice choice = choose_authors(signals, article, site);
  Metadata& record = document.metadata;
  for (Contributor& author : choice.authors) record.contributors.push_back(std::move(author));
  for (const std::string& line : choice.bylines) document.front.bylines.push_back({text(line)});
  if (!choice.agency.empty()) {
    record.offer(Variable::source, choice.agency, choice.agency_evidence);
  }
  record.rejected.insert(record.rejected.end(), choice.losers.begin(), choice.losers.end());
}

void read_dates(const PageSignals& signals, const Article& article, std::string_view page_url,
                Document& document) {
  Metadata& record = document.metadata;
  DateChoice choice = choose_dates(signals, article, page_url,
                                   day_order(record.text(Variable::language), page_url));
  record.set(DateVariable::issued, choice.published.value, choice.published.evidence);
  record.set(DateVariable::modified, choice.modified.value, choice.modified.evidence);
  record.rejected.insert(record.rejected.end(), choice.losers.begin(), choice.losers.end());
}

}  // namespace

void read_metadata(const Dom&, const Article& article, std::string_view page_url,
                   Document& document) {
  const PageSignals& signals = *article.signals;
  const SiteNames site = read_site_names(signals, page_url);
  read_language(signals, document);
  read_citation_fields(signals, site, page_url, document.metadata);
  read_title(signals, article, site, document);
  read_authors(signals, article, site, document);
  read_dates(signals, article, page_url, document);
}

}  // namespace pressmark::html
