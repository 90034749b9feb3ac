#include "converters/importers/html/page_authors.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "converters/importers/html/author_sources.h"
#include "converters/importers/html/person_names.h"
#include "converters/importers/html/text_measure.h"

namespace pressmark::html {
namespace {

constexpr double hidden_costs = 0.4;

// What a name is likely to be, the likeliest to be an author's first.
enum class NameShape { person, nickname, organisation, handle, site, desk, agency };

struct NamedAuthor {
  Contributor contributor;
  std::string plain;  // comparable()
  NameShape shape;
  bool shown;        // to the readers
  std::string line;  // the line of the page it was read from; empty: it is not of the page's text
};

// The names that one source gives, without those that are refused.
struct Opinion {
  SourceKind kind;
  double confidence;
  std::vector<NamedAuthor> authors;
  NameShape best = NameShape::agency;
};

class AuthorChooser {
 public:
  AuthorChooser(const Article& article, const SiteNames& site) : article_(article), site_(site) {
    if (article.headline != nullptr) headline_ = comparable(leading_text(*article.headline, 400));
  }

  void hear(const AuthorSource& source);
  AuthorChoice decide();

 private:
  void hear_claim(const AuthorClaim& claim, Opinion& opinion);
  double trust(const Opinion& opinion) const;
  void lose(const NamedAuthor& author, std::string reason);

  bool is_visible(const Node& node) const;
  bool is_shown(const AuthorClaim& claim, const std::string& plain);
  // Why a name is not believed; empty: it is.
  std::string refusal(const AuthorClaim& claim, const std::string& name);
  NameShape shape_of(std::string_view name, const AuthorClaim& claim) const;

  const Article& article_;
  const SiteNames& site_;
  std::string headline_;  // comparable()
  std::string shown_;     // comparable() of all that the page shows; made when it is asked for
  std::vector<Opinion> opinions_;
  AuthorChoice choice_;
};

void AuthorChooser::hear(const AuthorSource& source) {
  Opinion opinion{source.kind, source.confidence, {}};
  for (const AuthorClaim& claim : source.claims) hear_claim(claim, opinion);
  for (const NamedAuthor& author : opinion.authors) {
    opinion.best = std::min(opinion.best, author.shape);
  }
  if (!opinion.authors.empty()) opinions_.push_back(std::move(opinion));
}

// Whether a page says in earnest that the site itself wrote the article. A person's own site bears
// the person's name. A newspaper that names itself in its data says that the report is unsigned; a
// byline that a reader sees, or the data of a text that is no news report, name the body that
// answers for it.
bool may_be_the_site(const AuthorClaim& claim, std::string_view name) {
  const Statement& statement = claim.statement;
  if (!claim.is_organisation && looks_like_person(name)) return true;
  if (claim.reading != BylineKind::found && statement.node != nullptr) return true;
  return statement.source.starts_with("json-ld:") &&
         statement.source.find("NewsArticle") == std::string::npos;
}

// Whether an element is shown, as far as the page itself tells.
bool AuthorChooser::is_visible(const Node& node) const {
  const Node* around = &node;
  while (around->parent != nullptr && article_.blocks->facts(*around).depth == 0) {
    around = around->parent;
  }
  return article_.blocks->facts(*around).nearest[static_cast<std::size_t>(Trait::hidden)] == 0;
}

// Whether the page shows the name to its readers.
bool AuthorChooser::is_shown(const AuthorClaim& claim, const std::string& plain) {
  if (claim.statement.node != nullptr && is_visible(*claim.statement.node)) return true;
  if (shown_.empty()) {
    shown_ = " ";
    for (const TextBlock& block : article_.blocks->all()) {
      if (is_visible(*block.owner)) {
        shown_ += comparable(block.text);
        shown_ += "  ";
      }
    }
  }
  return shown_.find(" " + plain + " ") != std::string::npos;
}

std::string AuthorChooser::refusal(const AuthorClaim& claim, const std::string& name) {
  std::string reason = why_no_author(name);
  if (!reason.empty() || is_agency(name)) return reason;
  const std::string plain = comparable(name);
  if (site_.is_site(name)) return may_be_the_site(claim, name) ? "" : "the site's name";
  if (!looks_like_person(name) && !is_shown(claim, plain)) {
    return "no person's name, and shown nowhere on the page";
  }
  const bool in_headline = claim.statement.node != nullptr &&
                           claim.statement.source != "html:rel=author" &&
                           (" " + headline_ + " ").find(" " + plain + " ") != std::string::npos;
  return in_headline ? "words of the headline" : "";
}

NameShape AuthorChooser::shape_of(std::string_view name, const AuthorClaim& claim) const {
  if (is_agency(name)) return NameShape::agency;
  if (is_desk(name)) return NameShape::desk;
  if (site_.is_site(name)) return NameShape::site;
  if (looks_like_person(name) && !claim.is_organisation) return NameShape::person;
  if (claim.is_organisation || looks_like_organisation(name)) return NameShape::organisation;
  if (looks_like_handle(name)) return NameShape::handle;
  return NameShape::nickname;
}

void AuthorChooser::hear_claim(const AuthorClaim& claim, Opinion& opinion) {
  const Statement& statement = claim.statement;
  Evidence evidence = statement.evidence(opinion.confidence);
  evidence.inferred = opinion.confidence <= uncalled_confidence;
  const bool whole_is_site = site_.is_site(statement.value);
  const std::string value = without_site(statement.value, site_);
  const auto names = whole_is_site || claim.is_organisation
                         ? std::vector<BylineName>{{statement.value, {}}}
                         : read_byline(value, claim.reading);
  for (const BylineName& name : names) {
    std::string reason = refusal(claim, name.name);
    if (!reason.empty()) {
      choice_.losers.push_back({"author", name.name, evidence, std::move(reason)});
      continue;
    }
    NamedAuthor author;
    author.shape = shape_of(name.name, claim);
    const bool person = looks_like_person(name.name) && !claim.is_organisation &&
                        (author.shape == NameShape::person || author.shape == NameShape::site);
    author.contributor.name = person ? make_person(name.name) : literal_name(name.name);
    if (author.shape == NameShape::agency && choice_.agency.empty()) {
      choice_.agency = name.name;
      choice_.agency_evidence = evidence;
    }
    author.contributor.position = name.position;
    author.contributor.evidence = evidence;
    author.plain = comparable(name.name);
    author.shown = is_shown(claim, author.plain);
    if (statement.node != nullptr) author.line = statement.value;
    const bool known = std::ranges::any_of(
        opinion.authors, [&](const NamedAuthor& other) { return other.plain == author.plain; });
    if (!known) opinion.authors.push_back(std::move(author));
  }
}

// How far two opinions name the same: 1 all, 0 none.
double agreement(const Opinion& a, const Opinion& b) {
  const auto common = std::ranges::count_if(a.authors, [&](const NamedAuthor& author) {
    return std::ranges::any_of(
        b.authors, [&](const NamedAuthor& other) { return other.plain == author.plain; });
  });
  return 2.0 * static_cast<double>(common) /
         static_cast<double>(a.authors.size() + b.authors.size());
}

double AuthorChooser::trust(const Opinion& opinion) const {
  double best[4] = {0, 0, 0, 0};
  for (const Opinion& other : opinions_) {
    if (other.kind == opinion.kind) continue;
    double& most = best[static_cast<int>(other.kind)];
    most = std::max(most, other.confidence * agreement(opinion, other));
  }
  // What readers do not see was entered by whoever posted the text.
  const bool shown = std::ranges::any_of(opinion.authors, &NamedAuthor::shown);
  return opinion.confidence - (shown ? 0 : hidden_costs) +
         0.3 * (best[0] + best[1] + best[2] + best[3]);
}

void AuthorChooser::lose(const NamedAuthor& author, std::string reason) {
  const std::string name = display_name(author.contributor.name);
  const bool told = std::ranges::any_of(choice_.losers, [&](const Rejected& other) {
    return other.value == name && other.evidence.source == author.contributor.evidence.source;
  });
  if (!told) {
    choice_.losers.push_back({"author", name, author.contributor.evidence, std::move(reason)});
  }
}

AuthorChoice AuthorChooser::decide() {
  if (opinions_.empty()) return std::move(choice_);
  // What nothing but its place calls an author counts where nothing else is said.
  const bool any_called = std::ranges::any_of(opinions_, [](const Opinion& opinion) {
    return opinion.confidence > uncalled_confidence && opinion.best < NameShape::site;
  });
  const Opinion* winner = nullptr;
  double most = 0;
  for (const Opinion& opinion : opinions_) {
    if (any_called && opinion.confidence <= uncalled_confidence) continue;
    const double trusted = trust(opinion);
    if (winner == nullptr || opinion.best < winner->best ||
        (opinion.best == winner->best && trusted > most)) {
      winner = &opinion;
      most = trusted;
    }
  }
  for (const NamedAuthor& author : winner->authors) {
    if (winner->best == NameShape::person && author.shape > NameShape::nickname) {
      lose(author, "no person beside one");
      continue;
    }
    choice_.authors.push_back(author.contributor);
    const bool told = std::ranges::find(choice_.bylines, author.line) != choice_.bylines.end();
    if (!author.line.empty() && !told) choice_.bylines.push_back(author.line);
  }
  for (const Opinion& opinion : opinions_) {
    for (const NamedAuthor& author : opinion.authors) {
      const bool chosen = std::ranges::any_of(
          winner->authors, [&](const NamedAuthor& other) { return other.plain == author.plain; });
      if (!chosen) lose(author, "less trusted than " + choice_.authors.front().evidence.source);
    }
  }
  return std::move(choice_);
}

}  // namespace

AuthorChoice choose_authors(const PageSignals& signals, const Article& article,
                            const SiteNames& site) {
  AuthorChooser chooser(article, site);
  for (const AuthorSource& source : read_author_sources(signals, article)) chooser.hear(source);
  return chooser.decide();
}

}  // namespace pressmark::html
