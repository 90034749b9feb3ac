// core/model/metadata.h: the citation record of an article: what is catalogued.
//
// A superset of CSL-JSON 1.0.2: every CSL variable has its typed place (text, date or name), and
// what CSL has no variable for goes to `extra`. Every value carries its Evidence. Values are kept
// by variable and not as forty members: so CSL-JSON, --set, the evidence table, MODS or a CSL
// processor are loops over one table, and no variable can be forgotten by one of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/location.h"
#include "core/model/date.h"
#include "core/model/name.h"

namespace pressmark {

// The item types of CSL 1.0.2 (appendix III).
enum class ItemType {
  article,
  article_journal,
  article_magazine,
  article_newspaper,
  bill,
  book,
  broadcast,
  chapter,
  classic,
  collection,
  dataset,
  document,
  entry,
  entry_dictionary,
  entry_encyclopedia,
  event,
  figure,
  graphic,
  hearing,
  interview,
  legal_case,
  legislation,
  manuscript,
  map,
  motion_picture,
  musical_score,
  pamphlet,
  paper_conference,
  patent,
  performance,
  periodical,
  personal_communication,
  post,
  post_weblog,
  regulation,
  report,
  review,
  review_book,
  software,
  song,
  speech,
  standard,
  thesis,
  treaty,
  webpage,
};

// The standard and number variables of CSL 1.0.2 (appendix IV) that an article can have, with CSL's
// spelling in to_string(); and, behind them, Pressmark's own, which CSL-JSON carries in `custom`.
enum class Variable {
  abstract_text,  // "abstract"
  annote,
  archive,
  archive_collection,
  archive_location,
  archive_place,
  authority,
  call_number,
  chapter_number,
  citation_key,
  citation_label,
  collection_number,
  collection_title,
  container_title,  // the newspaper, journal or site
  container_title_short,
  dimensions,
  division,
  doi,
  edition,
  event_title,
  event_place,
  first_reference_note_number,
  genre,
  isbn,
  issn,
  issue,
  jurisdiction,
  keyword,  // as one string, when the source gives one; the list is Metadata::keywords
  language,
  license,
  locator,
  medium,
  note,
  number,
  number_of_pages,
  number_of_volumes,
  original_publisher,
  original_publisher_place,
  original_title,
  page,
  page_first,
  part,
  part_title,
  pmcid,
  pmid,
  printing,
  publisher,
  publisher_place,  // where it was published or, for agency copy, the dateline's place
  references,
  reviewed_genre,
  reviewed_title,
  scale,
  section,
  source,  // where the item comes from: the agency
  status,
  supplement,
  title,
  title_short,
  url,  // canonical
  version,
  volume,
  volume_title,
  volume_title_short,
  year_suffix,
  // Pressmark's own
  subtitle,      // the deck, as catalogued
  headline,      // as on the page, where the catalogued title differs
  site,          // the web site's name, where it differs from container_title
  rights,        // the rights statement in words; `license` has its URL
  identifier,    // the persistent identifier, urn:uuid:...
  source_digest  // "sha256:..." of the source as received
};

// The date variables of CSL 1.0.2 and, as the last one, `modified`, which CSL-JSON carries in
// `custom`.
enum class DateVariable {
  accessed,
  available_date,
  event_date,
  issued,
  original_date,
  submitted,
  modified
};

std::string_view to_string(ItemType type);
std::optional<ItemType> parse_item_type(std::string_view csl_name);
std::string_view to_string(Variable variable);
std::optional<Variable> parse_variable(std::string_view name);
std::string_view to_string(DateVariable variable);
std::optional<DateVariable> parse_date_variable(std::string_view name);
// All of them, in the order of the enumeration.
const std::vector<Variable>& all_variables();
const std::vector<DateVariable>& all_date_variables();
const std::vector<ItemType>& all_item_types();
const std::vector<Role>& all_roles();
// Whether CSL 1.0.2 has the variable; the others are Pressmark's own.
bool is_csl(Variable variable);
bool is_csl(DateVariable variable);

// Where a value comes from, so that a librarian can judge it.
struct Evidence {
  // A stable name of the source: "json-ld:NewsArticle.headline", "meta:og:title", "text:byline",
  // "text:dateline", "url", "option:--set", "sidecar". Empty: not recorded.
  std::string source = {};
  std::string raw = {};  // the words it was read from, where they differ from the value
  Location from = {};
  double confidence = 1.0;  // 0 to 1; 1 where the source states it
  // Whether the value, or a part of it, is a conclusion and not written in the source (a year that
  // a dateline leaves out, a language told by its words).
  bool inferred = false;
  bool operator==(const Evidence&) const = default;
};

template <class T>
struct Sourced {
  T value;
  Evidence evidence = {};
  bool operator==(const Sourced&) const = default;
};

struct Contributor {
  Role role = Role::author;
  Name name;
  std::string position = {};  // "staff writer", "in Geneva": as the byline has it
  Evidence evidence = {};
  bool operator==(const Contributor&) const = default;
};

// A value that was found and not taken, for `meta --explain`.
struct Rejected {
  std::string variable;  // the name as to_string() gives it
  std::string value;
  Evidence evidence;
  std::string reason;  // "the site's name", "less trusted than json-ld:NewsArticle.headline"
  bool operator==(const Rejected&) const = default;
};

class Metadata {
 public:
  ItemType type = ItemType::webpage;
  Evidence type_evidence = {};
  std::vector<Contributor> contributors;       // in the source's order within a role
  std::vector<Sourced<std::string>> keywords;  // each once, in the source's order
  // Of no CSL variable: identifiers of other schemes ("arxiv"), fields of a read CSL-JSON `custom`.
  std::map<std::string, std::string> extra;
  std::vector<Rejected> rejected;

  // The value of a variable; the empty string or an empty date where there is none.
  const std::string& text(Variable variable) const;
  const Date& date(DateVariable variable) const;
  // The same with its evidence; null where there is none.
  const Sourced<std::string>* find(Variable variable) const;
  const Sourced<Date>* find(DateVariable variable) const;

  // Sets a variable; an empty value removes it.
  void set(Variable variable, std::string value, Evidence evidence);
  void set(DateVariable variable, Date value, Evidence evidence);
  // Sets it only where it has no value yet; otherwise the value is noted in `rejected`, unless
  // equal.
  void offer(Variable variable, std::string value, Evidence evidence);
  void offer(DateVariable variable, Date value, Evidence evidence);

  std::vector<Contributor> with_role(Role role) const;

  const std::map<Variable, Sourced<std::string>>& texts() const { return texts_; }
  const std::map<DateVariable, Sourced<Date>>& dates() const { return dates_; }

  bool operator==(const Metadata&) const = default;

 private:
  std::map<Variable, Sourced<std::string>> texts_;
  std::map<DateVariable, Sourced<Date>> dates_;
};

}  // namespace pressmark
