#include "core/model/metadata.h"

#include <array>
#include <utility>

namespace pressmark {
namespace {

constexpr std::array<std::string_view, 45> item_type_names = {"article",
                                                              "article-journal",
                                                              "article-magazine",
                                                              "article-newspaper",
                                                              "bill",
                                                              "book",
                                                              "broadcast",
                                                              "chapter",
                                                              "classic",
                                                              "collection",
                                                              "dataset",
                                                              "document",
                                                              "entry",
                                                              "entry-dictionary",
                                                              "entry-encyclopedia",
                                                              "event",
                                                              "figure",
                                                              "graphic",
                                                              "hearing",
                                                              "interview",
                                                              "legal_case",
                                                              "legislation",
                                                              "manuscript",
                                                              "map",
                                                              "motion_picture",
                                                              "musical_score",
                                                              "pamphlet",
                                                              "paper-conference",
                                                              "patent",
                                                              "performance",
                                                              "periodical",
                                                              "personal_communication",
                                                              "post",
                                                              "post-weblog",
                                                              "regulation",
                                                              "report",
                                                              "review",
                                                              "review-book",
                                                              "software",
                                                              "song",
                                                              "speech",
                                                              "standard",
                                                              "thesis",
                                                              "treaty",
                                                              "webpage"};

constexpr std::array<std::string_view, 69> variable_names = {
    "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place",
    "authority", "call-number", "chapter-number", "citation-key", "citation-label",
    "collection-number", "collection-title", "container-title", "container-title-short",
    "dimensions", "division", "DOI", "edition", "event-title", "event-place",
    "first-reference-note-number", "genre", "ISBN", "ISSN", "issue", "jurisdiction", "keyword",
    "language", "license", "locator", "medium", "note", "number", "number-of-pages",
    "number-of-volumes", "original-publisher", "original-publisher-place", "original-title", "page",
    "page-first", "part", "part-title", "PMCID", "PMID", "printing", "publisher", "publisher-place",
    "references", "reviewed-genre", "reviewed-title", "scale", "section", "source", "status",
    "supplement", "title", "title-short", "URL", "version", "volume", "volume-title",
    "volume-title-short", "year-suffix",
    // Pressmark's own
    "subtitle", "headline", "site", "rights", "identifier"};
constexpr std::string_view source_digest_name = "source-digest";

constexpr std::array<std::string_view, 7> date_variable_names = {
    "accessed", "available-date", "event-date", "issued", "original-date", "submitted", "modified"};

template <class Enum, std::size_t size>
std::optional<Enum> find_name(const std::array<std::string_view, size>& names,
                              std::string_view name) {
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return {};
}

template <class Enum>
std::vector<Enum> all_up_to(Enum last) {
  std::vector<Enum> all;
  for (int i = 0; i <= static_cast<int>(last); ++i) all.push_back(static_cast<Enum>(i));
  return all;
}

static_assert(item_type_names.size() == static_cast<std::size_t>(ItemType::webpage) + 1);
static_assert(variable_names.size() == static_cast<std::size_t>(Variable::source_digest));
static_assert(date_variable_names.size() == static_cast<std::size_t>(DateVariable::modified) + 1);

}  // namespace

std::string_view to_string(ItemType type) {
  return item_type_names[static_cast<std::size_t>(type)];
}
std::optional<ItemType> parse_item_type(std::string_view csl_name) {
  return find_name<ItemType>(item_type_names, csl_name);
}
std::string_view to_string(Variable variable) {
  if (variable == Variable::source_digest) return source_digest_name;
  return variable_names[static_cast<std::size_t>(variable)];
}
std::optional<Variable> parse_variable(std::string_view name) {
  if (name == source_digest_name) return Variable::source_digest;
  return find_name<Variable>(variable_names, name);
}
std::string_view to_string(DateVariable variable) {
  return date_variable_names[static_cast<std::size_t>(variable)];
}
std::optional<DateVariable> parse_date_variable(std::string_view name) {
  return find_name<DateVariable>(date_variable_names, name);
}

const std::vector<Variable>& all_variables() {
  static const std::vector<Variable> all = all_up_to(Variable::source_digest);
  return all;
}
const std::vector<DateVariable>& all_date_variables() {
  static const std::vector<DateVariable> all = all_up_to(DateVariable::modified);
  return all;
}
const std::vector<ItemType>& all_item_types() {
  static const std::vector<ItemType> all = all_up_to(ItemType::webpage);
  return all;
}
const std::vector<Role>& all_roles() {
  static const std::vector<Role> all = all_up_to(Role::translator);
  return all;
}
bool is_csl(Variable variable) { return variable < Variable::subtitle; }
bool is_csl(DateVariable variable) { return variable < DateVariable::modified; }

const std::string& Metadata::text(Variable variable) const {
  static const std::string none;
  const auto* found = find(variable);
  return found == nullptr ? none : found->value;
}

const Date& Metadata::date(DateVariable variable) const {
  static const Date none;
  const auto* found = find(variable);
  return found == nullptr ? none : found->value;
}

const Sourced<std::string>* Metadata::find(Variable variable) const {
  const auto found = texts_.find(variable);
  return found == texts_.end() ? nullptr : &found->second;
}

const Sourced<Date>* Metadata::find(DateVariable variable) const {
  const auto found = dates_.find(variable);
  return found == dates_.end() ? nullptr : &found->second;
}

void Metadata::set(Variable variable, std::string value, Evidence evidence) {
  if (value.empty()) {
    texts_.erase(variable);
  } else {
    texts_[variable] = {std::move(value), std::move(evidence)};
  }
}

void Metadata::set(DateVariable variable, Date value, Evidence evidence) {
  if (value.empty()) {
    dates_.erase(variable);
  } else {
    dates_[variable] = {std::move(value), std::move(evidence)};
  }
}

void Metadata::offer(Variable variable, std::string value, Evidence evidence) {
  const auto* taken = find(variable);
  if (taken == nullptr) {
    set(variable, std::move(value), std::move(evidence));
  } else if (!value.empty() && taken->value != value) {
    std::string reason = "less trusted than " + taken->evidence.source;
    rejected.push_back({std::string(to_string(variable)), std::move(value), std::move(evidence),
                        std::move(reason)});
  }
}

void Metadata::offer(DateVariable variable, Date value, Evidence evidence) {
  const auto* taken = find(variable);
  if (taken == nullptr) {
    set(variable, std::move(value), std::move(evidence));
  } else if (!value.empty() && taken->value != value) {
    std::string reason = "less trusted than " + taken->evidence.source;
    rejected.push_back({std::string(to_string(variable)), to_string(value), std::move(evidence),
                        std::move(reason)});
  }
}

std::vector<Contributor> Metadata::with_role(Role role) const {
  std::vector<Contributor> result;
  for (const Contributor& contributor : contributors) {
    if (contributor.role == role) result.push_back(contributor);
  }
  return result;
}

}  // namespace pressmark
