#include "converters/common/schema_org.h"

#include "converters/common/json.h"
#include "converters/common/name_parts.h"
#include "converters/common/title_block.h"
#include "converters/common/xhtml_body.h"
#include "core/model/walk.h"

namespace pressmark {
namespace {

std::string_view type_of(ItemType type) {
  switch (type) {
    case ItemType::article_newspaper:
    case ItemType::broadcast:
      return "NewsArticle";
    case ItemType::article_journal:
    case ItemType::paper_conference:
      return "ScholarlyArticle";
    case ItemType::post_weblog:
      return "BlogPosting";
    case ItemType::post:
      return "SocialMediaPosting";
    case ItemType::report:
      return "Report";
    case ItemType::review:
    case ItemType::review_book:
      return "Review";
    default:
      return "Article";
  }
}

OrderedJson person_or_organisation(const Contributor& contributor) {
  const Name& name = contributor.name;
  OrderedJson item;
  put(item, "@type", name.is_person() ? "Person" : "Organization");
  put(item, "name", display_name(name));
  if (name.is_person()) {
    put_if(item, "givenName", given_with_particle(name));
    put_if(item, "familyName", family_with_particle(name));
    put_if(item, "honorificSuffix", name.suffix);
    put_if(item, "jobTitle", contributor.position);
  }
  put_if(item, "sameAs", name.uri);
  return item;
}

void put_people(OrderedJson& record, const Metadata& metadata, Role role, std::string_view key) {
  OrderedJson list = OrderedJson::array();
  for (const Contributor& contributor : metadata.with_role(role)) {
    list.push_back(person_or_organisation(contributor));
  }
  if (!list.empty()) put(record, key, std::move(list));
}

void put_date(OrderedJson& record, const Date& date, std::string_view key) {
  // schema.org's dates are ISO 8601: with a year, and no ranges.
  if (date.start.year && !date.end && date.start.season == 0 && date.literal.empty()) {
    put(record, key, xhtml::datetime_of(date));
  }
}

void put_named(OrderedJson& record, std::string_view key, std::string_view type,
               const std::string& name) {
  if (name.empty()) return;
  OrderedJson item;
  put(item, "@type", type);
  put(item, "name", name);
  put(record, key, std::move(item));
}

// An issue is part of a volume, which is part of the periodical.
OrderedJson in_part(OrderedJson whole, const Metadata& metadata) {
  struct Part {
    Variable variable;
    std::string_view type, number;
  };
  constexpr Part parts[] = {{Variable::volume, "PublicationVolume", "volumeNumber"},
                            {Variable::issue, "PublicationIssue", "issueNumber"}};
  for (const Part& part : parts) {
    const std::string& number = metadata.text(part.variable);
    if (number.empty()) continue;
    OrderedJson item;
    put(item, "@type", part.type);
    put(item, part.number, number);
    put(item, "isPartOf", std::move(whole));
    whole = std::move(item);
  }
  return whole;
}

void put_container(OrderedJson& record, const Metadata& metadata) {
  const std::string& title = metadata.text(Variable::container_title);
  const std::string& name = title.empty() ? metadata.text(Variable::site) : title;
  if (name.empty()) return;
  OrderedJson item;
  put(item, "@type",
      metadata.type == ItemType::article_journal     ? "Periodical"
      : metadata.type == ItemType::article_newspaper ? "Newspaper"
                                                     : "CreativeWork");
  put(item, "name", name);
  put_if(item, "issn", metadata.text(Variable::issn));
  put(record, "isPartOf", in_part(std::move(item), metadata));
}

void put_identifiers(OrderedJson& record, const Metadata& metadata) {
  OrderedJson list = OrderedJson::array();
  if (const std::string& doi = metadata.text(Variable::doi); !doi.empty()) {
    list.push_back("https://doi.org/" + doi);
  }
  if (const std::string& own = metadata.text(Variable::identifier); !own.empty()) {
    list.push_back(own);
  }
  if (!list.empty()) put(record, "identifier", std::move(list));
}

void put_keywords(OrderedJson& record, const Metadata& metadata) {
  OrderedJson list = OrderedJson::array();
  for (const auto& keyword : metadata.keywords) list.push_back(keyword.value);
  if (!list.empty()) put(record, "keywords", std::move(list));
}

}  // namespace

std::string schema_org_json_ld(const Document& article) {
  const Metadata& metadata = article.metadata;
  OrderedJson record;
  put(record, "@context", "https://schema.org");
  put(record, "@type", type_of(metadata.type));
  // The record is what is described: an edited title counts before the headline that is shown.
  put_if(record, "headline", catalogued_title_of(article));
  const std::string& subtitle = metadata.text(Variable::subtitle);
  put_if(record, "alternativeHeadline", subtitle.empty() ? text_of(article.front.deck) : subtitle);
  put_people(record, metadata, Role::author, "author");
  put_people(record, metadata, Role::editor, "editor");
  put_people(record, metadata, Role::translator, "translator");
  put_people(record, metadata, Role::illustrator, "illustrator");
  put_date(record, metadata.date(DateVariable::issued), "datePublished");
  put_date(record, metadata.date(DateVariable::modified), "dateModified");
  put_named(record, "publisher", "Organization", metadata.text(Variable::publisher));
  put_named(record, "sourceOrganization", "Organization", metadata.text(Variable::source));
  put_container(record, metadata);
  put_if(record, "articleSection", metadata.text(Variable::section));
  put_if(record, "pagination", metadata.text(Variable::page));
  put_if(record, "abstract", metadata.text(Variable::abstract_text));
  put_keywords(record, metadata);
  put_if(record, "inLanguage", article.language);
  put_if(record, "url", metadata.text(Variable::url));
  put_identifiers(record, metadata);
  put_if(record, "license", metadata.text(Variable::license));
  put_if(record, "copyrightNotice", metadata.text(Variable::rights));
  std::string text;
  for (const char c : to_bytes(record, Layout::compact)) {
    // "</script>" and "<!--" would end or change the element that holds this (HTML 4.12.1.3).
    if (c == '<') {
      text += "\\u003c";
    } else if (c != '\n') {
      text += c;
    }
  }
  return text;
}

}  // namespace pressmark
