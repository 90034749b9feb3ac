#include "converters/importers/html/page_title.h"

#include <algorithm>
#include <string>

#include "converters/importers/html/elements.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/text_measure.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

constexpr std::size_t longest_title = 400;
// Enough for every honest page; each is compared with each.
constexpr std::size_t most_stated = 40;
constexpr std::size_t most_headings = 300;

struct Candidate {
  Statement statement;
  std::string plain;  // comparable()
  double weight;      // how far the source is to be trusted by itself
};

// How alike two comparable() texts are: 1 equal, 0.6 to 0.9 where one holds the other as whole
// words, else the share of words they have in common if that is more than half.
double likeness(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 1;
  const std::string& longer = a.size() >= b.size() ? a : b;
  const std::string& shorter = a.size() >= b.size() ? b : a;
  if ((" " + longer + " ").find(" " + shorter + " ") != std::string::npos) {
    return 0.5 + 0.4 * static_cast<double>(shorter.size()) / static_cast<double>(longer.size());
  }
  auto first = words_of(a);
  auto second = words_of(b);
  std::ranges::sort(first);
  std::ranges::sort(second);
  std::vector<std::string_view> common;
  std::ranges::set_intersection(first, second, std::back_inserter(common));
  const double share = 2.0 * static_cast<double>(common.size()) /
                       static_cast<double>(std::max<std::size_t>(1, first.size() + second.size()));
  return share > 0.5 ? share * 0.7 : 0;
}

// What the page says its title is, without the headings.
std::vector<Candidate> stated_titles(const PageSignals& signals, const SiteNames& site) {
  std::vector<Candidate> candidates;
  const auto add = [&](Statement statement, double weight) {
    statement.value = without_site(statement.value, site);
    if (statement.value.empty() || statement.value.size() > longest_title) return;
    if (candidates.size() >= most_stated || site.is_site(statement.value)) return;
    std::string plain = comparable(statement.value);
    if (!plain.empty()) candidates.push_back({std::move(statement), std::move(plain), weight});
  };
  for (const std::string_view name :
       {"citation_title", "eprints.title", "bepress_citation_title", "coins:rft.atitle"}) {
    for (const Statement& statement : signals.meta(name)) add(statement, 3.0);
  }
  if (const LinkedItem* item = signals.article_item()) {
    if (auto headline = signals.linked(*item, "headline"))
      add(*headline, 0.9);
    else if (auto name = signals.linked(*item, "name"))
      add(*name, 0.7);
  }
  for (const MarkedProperty& property : signals.properties()) {
    if (property.name == "headline" && !property.value.empty()) {
      add({property.value, std::string(property.syntax) + ":" + property.item + ".headline",
           property.node->from, nullptr},
          0.9);
    }
  }
  for (const std::string_view name :
       {"parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "article:title",
        "hdl", "title"}) {
    for (const Statement& statement : signals.meta(name)) add(statement, 0.6);
  }
  for (const Statement& statement : signals.meta("og:title")) add(statement, 0.6);
  for (const Statement& statement : signals.meta("twitter:title")) add(statement, 0.4);
  if (signals.title() != nullptr) {
    const std::string whole = plain_text(collapsed_text(signals.title()));
    add({whole, "html:title", signals.title()->from, nullptr}, 0.3);
    const auto parts = title_parts(whole);
    if (parts.size() > 1) {
      add({parts.front(), "html:title", signals.title()->from, nullptr}, 0.25);
      const auto longest =
          std::ranges::max_element(parts, {}, [](const std::string& part) { return part.size(); });
      add({*longest, "html:title", signals.title()->from, nullptr}, 0.25);
      // All but the last part: a site name that nothing else tells.
      const std::size_t tail = whole.rfind(parts.back());
      std::string head = whole.substr(0, tail);
      while (!head.empty() && !is_letter(char32_t{static_cast<unsigned char>(head.back())}) &&
             static_cast<unsigned char>(head.back()) < 0x80 && head.back() != '?' &&
             head.back() != '!' && head.back() != '"' && head.back() != ')') {
        head.pop_back();
      }
      add({head, "html:title", signals.title()->from, nullptr}, 0.25);
    }
  }
  return candidates;
}

double votes_for(const std::string& plain, const std::vector<Candidate>& stated,
                 const Candidate* self) {
  double votes = 0;
  for (const Candidate& other : stated) {
    if (&other != self) votes += other.weight * likeness(plain, other.plain);
  }
  return votes;
}

// The text of a heading without the sign of a link to itself at its end: "Piers¶", "Piers #".
std::string without_permalink(const Node& heading, std::string text) {
  const Node* last = heading.last_child;
  while (last != nullptr && (last->type != NodeType::element || is_invisible(last))) {
    if (last->type == NodeType::text && !is_blank(last->text)) return text;
    last = last->previous;
  }
  if (last == nullptr || !last->is("a")) return text;
  const std::string sign = collapsed_text(last);
  if (sign.empty() || !comparable(sign).empty() || !text.ends_with(sign)) return text;
  text.resize(text.size() - sign.size());
  return std::string(trim(text));
}

struct Heading {
  const Node* node;
  std::string text;
  double score;
};

// All headings that may be the headline, with what speaks for them.
std::vector<Heading> judge_headings(const PageSignals& signals, const TextBlocks& blocks,
                                    const std::vector<bool>& kept, const SiteNames& site,
                                    const std::vector<Candidate>& stated) {
  int first_kept = -1;
  for (std::size_t i = 0; i < kept.size() && first_kept < 0; ++i) {
    if (kept[i]) first_kept = static_cast<int>(i);
  }
  int level_one = 0;
  for (const Node* node : signals.headings()) level_one += node->is("h1") ? 1 : 0;
  std::vector<Heading> headings;
  for (const Node* node : signals.headings()) {
    if (headings.size() >= most_headings) break;
    std::string text = without_permalink(*node, leading_text(*node, longest_title + 1));
    if (text.empty() || text.size() > longest_title || site.is_site(text)) continue;
    const std::string plain = comparable(text);
    if (plain.empty()) continue;
    const NodeFacts& facts = blocks.facts(*node);
    const double votes = votes_for(plain, stated, nullptr);
    double score = votes;
    if (node->is("h1")) {
      score += level_one == 1 ? 1.0 : 0.6;
    } else if (votes < 0.9) {
      // A lower heading needs the page's titles to speak for it.
      continue;
    } else {
      score += node->is("h2") ? 0.2 : 0;
    }
    const auto near = [&](Trait trait) {
      return facts.nearest[static_cast<std::size_t>(trait)] != 0;
    };
    if (near(Trait::tag_nav) || near(Trait::tag_footer) || near(Trait::tag_aside)) score -= 0.6;
    if (near(Trait::related) || near(Trait::comment)) score -= 0.4;
    if (near(Trait::hidden)) score -= 0.3;
    if (near(Trait::tag_article) || near(Trait::tag_main)) score += 0.2;
    if (first_kept >= 0 && facts.begin > first_kept + 2) score -= 0.5;
    headings.push_back({node, std::move(text), score});
  }
  return headings;
}

const Heading* best_of(const std::vector<Heading>& headings) {
  const auto best = std::ranges::max_element(headings, {}, &Heading::score);
  return best == headings.end() ? nullptr : &*best;
}

}  // namespace

const Node* find_headline(const PageSignals& signals, const TextBlocks& blocks,
                          const std::vector<bool>& kept, const SiteNames& site) {
  const auto stated = stated_titles(signals, site);
  const auto headings = judge_headings(signals, blocks, kept, site, stated);
  const Heading* best = best_of(headings);
  return best != nullptr && best->score >= 0.4 ? best->node : nullptr;
}

TitleChoice choose_title(const PageSignals& signals, const Article& article,
                         const SiteNames& site) {
  TitleChoice choice;
  const auto stated = stated_titles(signals, site);
  const auto headings = judge_headings(signals, *article.blocks, article.kept, site, stated);
  const Heading* heading = best_of(headings);
  const Candidate* best = nullptr;
  double best_votes = 0;
  double all = 0.01;
  for (const Candidate& candidate : stated) {
    all += candidate.weight;
    const double votes = candidate.weight + votes_for(candidate.plain, stated, &candidate);
    if (best == nullptr || votes > best_votes) {
      best = &candidate;
      best_votes = votes;
    }
  }
  const bool by_heading = heading != nullptr && (best == nullptr || heading->score >= 0.4);
  if (by_heading) {
    choice.title = Statement{heading->text, "html:" + std::string(heading->node->name),
                             heading->node->from, heading->node};
    choice.confidence = std::min(0.99, 0.5 + heading->score / (2 * (all + 1)));
  } else if (best != nullptr) {
    choice.title = best->statement;
    choice.confidence = std::min(0.95, 0.3 + best_votes / (2 * all));
  }
  for (const Candidate& candidate : stated) {
    if (!choice.title || candidate.plain == comparable(choice.title->value)) continue;
    // The parts of one title element can come out as the same words.
    const bool is_listed = std::ranges::any_of(choice.losers, [&](const Rejected& loser) {
      return loser.value == candidate.statement.value &&
             loser.evidence.source == candidate.statement.source;
    });
    if (is_listed) continue;
    choice.losers.push_back(
        {"title", candidate.statement.value, candidate.statement.evidence(),
         "less agreement with the page's other titles than " + choice.title->source});
  }
  return choice;
}

}  // namespace pressmark::html
