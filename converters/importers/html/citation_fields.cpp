#include "converters/importers/html/citation_fields.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "converters/common/url.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/text_measure.h"

namespace pressmark::html {
namespace {

constexpr std::size_t most_keywords = 100;
constexpr std::size_t longest_keyword = 80;

struct FieldSource {
  Variable variable;
  std::initializer_list<std::string_view> metas;  // in the order of trust
};

void offer_first(const PageSignals& signals, const FieldSource& field, Metadata& record) {
  for (const std::string_view name : field.metas) {
    for (const Statement& statement : signals.meta(name)) {
      record.offer(field.variable, statement.value, statement.evidence(0.95));
      break;
    }
  }
}

void read_scholarly(const PageSignals& signals, Metadata& record) {
  for (const FieldSource& field : {
           FieldSource{Variable::container_title,
                       {"citation_journal_title", "prism.publicationname", "eprints.publication",
                        "bepress_citation_journal_title", "citation_conference_title",
                        "citation_inbook_title", "coins:rft.jtitle"}},
           FieldSource{Variable::volume,
                       {"citation_volume", "prism.volume", "eprints.volume",
                        "bepress_citation_volume", "coins:rft.volume"}},
           FieldSource{Variable::issue,
                       {"citation_issue", "prism.number", "prism.issueidentifier", "eprints.number",
                        "bepress_citation_issue", "coins:rft.issue"}},
           FieldSource{
               Variable::issn,
               {"citation_issn", "prism.issn", "prism.eissn", "eprints.issn", "coins:rft.issn"}},
           FieldSource{Variable::isbn,
                       {"citation_isbn", "prism.isbn", "og:isbn", "book:isbn", "coins:rft.isbn"}},
           FieldSource{Variable::pmid, {"citation_pmid"}},
           FieldSource{Variable::section, {"prism.section"}},
           FieldSource{Variable::publisher, {"citation_publisher"}},
       }) {
    offer_first(signals, field, record);
  }
  const auto first = signals.first_meta({"citation_firstpage", "prism.startingpage",
                                         "bepress_citation_firstpage", "coins:rft.spage"});
  const auto last = signals.first_meta(
      {"citation_lastpage", "prism.endingpage", "bepress_citation_lastpage", "coins:rft.epage"});
  if (first) {
    const bool range = last && last->value != first->value;
    record.offer(Variable::page, range ? first->value + "-" + last->value : first->value,
                 first->evidence(0.95));
    record.offer(Variable::page_first, first->value, first->evidence(0.95));
  } else if (const auto range = signals.first_meta({"eprints.pagerange", "citation_pages"})) {
    record.offer(Variable::page, range->value, range->evidence(0.9));
  }
}

// "10.1000/182" of "doi:10.1000/182" or "https://doi.org/10.1000/182"; empty: it is none.
std::string doi_of(std::string_view value) {
  const std::size_t at = value.find("10.");
  if (at == std::string_view::npos) return {};
  const std::string_view front = value.substr(0, at);
  const bool known = front.empty() || front.ends_with("doi:") || front.ends_with("doi.org/") ||
                     front.ends_with("info:doi/") || front.ends_with("doi: ") ||
                     front.ends_with("DOI:") || front.ends_with("DOI ");
  std::string_view doi = value.substr(at);
  doi = doi.substr(0, doi.find_first_of(" \t\n<>\""));
  return known && doi.find('/') != std::string_view::npos ? std::string(doi) : std::string();
}

void read_doi(const PageSignals& signals, Metadata& record) {
  for (const std::string_view name :
       {"citation_doi", "prism.doi", "bepress_citation_doi", "dc.identifier", "dcterms.identifier",
        "eprints.id_number", "doi", "coins:rft_id"}) {
    for (const Statement& statement : signals.meta(name)) {
      const std::string doi = doi_of(statement.value);
      if (!doi.empty()) record.offer(Variable::doi, doi, statement.evidence(0.95));
    }
  }
}

void add_keyword(Metadata& record, std::string_view value, const Statement& statement) {
  const std::string word = plain_text(value);
  if (word.empty() || word.size() > longest_keyword || record.keywords.size() >= most_keywords) {
    return;
  }
  const std::string folded = fold_text(word);
  const bool known = std::ranges::any_of(
      record.keywords, [&](const auto& keyword) { return fold_text(keyword.value) == folded; });
  if (!known) record.keywords.push_back({word, statement.evidence(0.9)});
}

void add_keyword_list(Metadata& record, const Statement& statement) {
  std::string_view rest = statement.value;
  const char separator = rest.find(',') == std::string_view::npos ? ';' : ',';
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    add_keyword(record, rest.substr(0, end), statement);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void read_keywords(const PageSignals& signals, Metadata& record) {
  if (const LinkedItem* item = signals.article_item()) {
    const nlohmann::json* value = signals.linked_data().property(*item->object, "keywords");
    Statement statement{{}, "json-ld:" + item->type + ".keywords", item->from, nullptr};
    if (value != nullptr && value->is_string()) {
      statement.value = value->get<std::string>();
      add_keyword_list(record, statement);
    } else if (value != nullptr && value->is_array()) {
      for (const auto& element : *value) {
        if (element.is_string()) add_keyword(record, element.get<std::string>(), statement);
      }
    }
  }
  for (const std::string_view name : {"citation_keywords", "news_keywords", "parsely-tags",
                                      "article:tag", "sailthru.tags", "dc.subject", "keywords"}) {
    // What comes later is broader: taken only where nothing better was found.
    if (!record.keywords.empty() && name != "article:tag") continue;
    for (const Statement& statement : signals.meta(name)) add_keyword_list(record, statement);
  }
}

void read_description(const PageSignals& signals, Metadata& record) {
  const auto offer = [&](const Statement& statement) {
    if (statement.value.find("{{") == std::string::npos) {
      record.offer(Variable::abstract_text, statement.value, statement.evidence(0.9));
    }
  };
  for (const std::string_view name :
       {"citation_abstract", "description", "og:description", "dc.description",
        "dcterms.description", "twitter:description", "sailthru.description"}) {
    for (const Statement& statement : signals.meta(name)) offer(statement);
  }
  if (const LinkedItem* item = signals.article_item()) {
    if (auto statement = signals.linked(*item, "description")) offer(*statement);
  }
}

void read_section(const PageSignals& signals, Metadata& record) {
  if (const LinkedItem* item = signals.article_item()) {
    if (auto statement = signals.linked(*item, "articleSection")) {
      record.offer(Variable::section, statement->value, statement->evidence(0.9));
    }
  }
  offer_first(signals, {Variable::section, {"article:section", "parsely-section", "section"}},
              record);
}

void read_licence(const PageSignals& signals, std::string_view page_url, Metadata& record) {
  for (const LinkElement& link : signals.links()) {
    if (link.relation != "license") continue;
    const auto target = clean_link_target(page_url, link.target);
    if (target) {
      record.offer(Variable::license, *target, {.source = "html:rel=license", .from = link.from});
    }
  }
  if (const LinkedItem* item = signals.article_item()) {
    if (auto statement = signals.linked(*item, "license")) {
      record.offer(Variable::license, statement->value, statement->evidence(0.9));
    }
    if (auto statement = signals.linked(*item, "copyrightNotice")) {
      record.offer(Variable::rights, statement->value, statement->evidence(0.9));
    }
  }
  offer_first(
      signals,
      {Variable::rights, {"dc.rights", "dcterms.rights", "prism.copyright", "rights", "copyright"}},
      record);
}

void read_site(const SiteNames& site, Metadata& record) {
  if (site.site) {
    const double confidence = site.site->source == "url" ? 0.4 : 0.9;
    record.offer(Variable::container_title, site.site->value, site.site->evidence(confidence));
    if (record.text(Variable::container_title) != site.site->value) {
      record.set(Variable::site, site.site->value, site.site->evidence(confidence));
    }
  }
  if (site.publisher) {
    record.offer(Variable::publisher, site.publisher->value, site.publisher->evidence(0.9));
  }
}

bool has_path(std::string_view url) {
  const UrlParts parts = split_url(url);
  return parts.path.size() > 1 || parts.query.has_value();
}

void read_address(const PageSignals& signals, std::string_view page_url, Metadata& record) {
  const auto offer = [&](std::string_view target, std::string_view source) {
    const auto url = clean_link_target(page_url, target);
    if (!url || !(url->starts_with("http://") || url->starts_with("https://"))) return;
    // The address of the whole site or of another one is no address of this page.
    const bool own = page_url.empty() || (host_of(*url) == host_of(page_url) &&
                                          (has_path(*url) || !has_path(page_url)));
    if (own) {
      record.offer(Variable::url, *url, {.source = std::string(source)});
    } else {
      record.rejected.push_back(
          {"URL", *url, {.source = std::string(source)}, "not the address of this page"});
    }
  };
  if (!signals.link("canonical").empty()) offer(signals.link("canonical"), "html:rel=canonical");
  if (const auto url = signals.first_meta({"og:url"})) offer(url->value, "meta:og:url");
  if (!page_url.empty()) record.offer(Variable::url, std::string(page_url), {.source = "url"});
}

struct TypeRule {
  std::string_view linked;  // a JSON-LD type
  ItemType type;
};

void read_type(const PageSignals& signals, Metadata& record) {
  const auto set = [&](ItemType type, std::string source, double confidence) {
    record.type = type;
    record.type_evidence.source = std::move(source);
    record.type_evidence.confidence = confidence;
  };
  set(ItemType::webpage, "html", 0.5);
  if (const auto journal =
          signals.first_meta({"citation_journal_title", "prism.publicationname",
                              "bepress_citation_journal_title", "coins:rft.jtitle"})) {
    return set(ItemType::article_journal, journal->source, 0.95);
  }
  if (const auto conference = signals.first_meta({"citation_conference_title"})) {
    return set(ItemType::paper_conference, conference->source, 0.95);
  }
  if (const LinkedItem* item = signals.article_item()) {
    const std::string source = "json-ld:" + item->type;
    if (item->type == "ScholarlyArticle" || item->type == "MedicalScholarlyArticle") {
      return set(ItemType::article_journal, source, 0.9);
    }
    if (item->type.ends_with("NewsArticle")) return set(ItemType::article_newspaper, source, 0.9);
    if (item->type == "BlogPosting") return set(ItemType::post_weblog, source, 0.9);
    if (is_thread_type(item->type)) return set(ItemType::post, source, 0.9);
    if (item->type == "Report") return set(ItemType::report, source, 0.8);
  }
  const auto generator = signals.first_meta({"generator"});
  const std::string made_by = generator ? fold_text(generator->value) : std::string();
  const auto kind = signals.first_meta({"og:type"});
  for (const std::string_view blog : {"blogger", "wordpress", "ghost", "substack", "typepad"}) {
    if (made_by.find(blog) != std::string::npos && kind && kind->value == "article") {
      return set(ItemType::post_weblog, generator->source, 0.6);
    }
  }
  if (signals.article_item() != nullptr || (kind && kind->value == "article")) {
    set(ItemType::article, kind ? kind->source : "json-ld:" + signals.article_item()->type, 0.7);
  }
}

}  // namespace

void read_citation_fields(const PageSignals& signals, const SiteNames& site,
                          std::string_view page_url, Metadata& record) {
  read_type(signals, record);
  read_scholarly(signals, record);
  read_doi(signals, record);
  read_site(site, record);
  read_section(signals, record);
  read_keywords(signals, record);
  read_description(signals, record);
  read_licence(signals, page_url, record);
  read_address(signals, page_url, record);
}

}  // namespace pressmark::html
