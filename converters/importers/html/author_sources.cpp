#include "converters/importers/html/author_sources.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "converters/importers/html/article_zone.h"
#include "converters/importers/html/author_elements.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/text_measure.h"
#include "converters/importers/html/unmarked_authors.h"

namespace pressmark::html {
namespace {

constexpr std::size_t most_claims = 60;
constexpr std::size_t longest_value = 400;
constexpr std::size_t longest_link = 60;
constexpr std::size_t most_lines = 8;
// Bylines stand close to the headline or to the text, but for kickers, share bars and captions
// between.
constexpr int most_blocks_away = 14;

class AuthorReader {
 public:
  AuthorReader(const PageSignals& signals, const Article& article)
      : signals_(signals), article_(article), zone_(article) {}

  std::vector<AuthorSource> read();

 private:
  AuthorSource linked_authors() const;
  void add_linked(const nlohmann::json& value, const LinkedItem& item, AuthorSource& source,
                  int level) const;
  AuthorSource metas(std::initializer_list<std::string_view> names, double confidence) const;
  AuthorSource labelled_metas() const;
  AuthorSource properties() const;
  AuthorSource author_links() const;
  AuthorSource marked_elements() const;
  AuthorSource found_lines() const;
  bool is_near(const Node& node) const;
  void keep_one_place(AuthorSource& source) const;
  AuthorSource& place_of(const Node& node, std::array<AuthorSource, 3>& places) const;
  AuthorSource best_place(std::array<AuthorSource, 3>& places) const;

  const PageSignals& signals_;
  const Article& article_;
  ArticleZone zone_;
};

void AuthorReader::add_linked(const nlohmann::json& value, const LinkedItem& item,
                              AuthorSource& source, int level) const {
  if (level > 3 || source.claims.size() >= most_claims) return;
  const LinkedData& data = signals_.linked_data();
  const nlohmann::json& resolved = data.resolve(value);
  const auto add = [&](std::string text, std::string_view type) {
    if (text.empty() || text.size() > longest_value) return;
    std::string name = "json-ld:" + item.type + ".author";
    if (!type.empty()) name += "." + std::string(type);
    AuthorClaim claim{{std::move(text), std::move(name), item.from, nullptr}};
    claim.is_organisation = type.ends_with("Organization");
    claim.is_person = type == "Person";
    source.claims.push_back(std::move(claim));
  };
  if (resolved.is_array()) {
    for (const auto& element : resolved) add_linked(element, item, source, level + 1);
  } else if (resolved.is_string()) {
    add(plain_text(resolved.get_ref<const std::string&>()), {});
  } else if (resolved.is_object()) {
    const std::string type = data.text(resolved, "@type");
    const nlohmann::json* name = data.property(resolved, "name");
    if (name != nullptr && name->is_array()) {
      for (const auto& element : *name) {
        if (element.is_string()) add(plain_text(element.get_ref<const std::string&>()), type);
      }
      return;
    }
    std::string text = data.text(resolved, "name");
    if (text.empty()) {
      text = data.text(resolved, "givenName");
      const std::string family = data.text(resolved, "familyName");
      if (!family.empty()) text += (text.empty() ? "" : " ") + family;
    }
    add(std::move(text), type);
  }
}

AuthorSource AuthorReader::linked_authors() const {
  AuthorSource source{SourceKind::linked_data, 0.9, {}};
  const auto read = [&](const LinkedItem& item) {
    for (const char* property : {"author", "creator"}) {
      const nlohmann::json* value = signals_.linked_data().property(*item.object, property);
      if (value != nullptr && source.claims.empty()) add_linked(*value, item, source, 0);
    }
  };
  if (signals_.article_item() != nullptr) read(*signals_.article_item());
  for (const LinkedItem& item : signals_.linked_data().items()) {
    if (source.claims.empty() && item.level == 0 &&
        (is_article_type(item.type) || item.type == "WebPage")) {
      read(item);
    }
  }
  return source;
}

AuthorSource AuthorReader::metas(std::initializer_list<std::string_view> names,
                                 double confidence) const {
  AuthorSource source{SourceKind::meta, confidence, {}};
  for (const std::string_view name : names) {
    for (Statement& statement : signals_.meta(name)) {
      if (source.claims.size() < most_claims && statement.value.size() <= longest_value) {
        source.claims.push_back({std::move(statement)});
      }
    }
    if (!source.claims.empty()) break;
  }
  return source;
}

// The pairs twitter:label1 and twitter:data1: the label says what the value is.
AuthorSource AuthorReader::labelled_metas() const {
  AuthorSource source{SourceKind::meta, 0.7, {}};
  for (const auto& [label, data] : {std::pair{"twitter:label1", "twitter:data1"},
                                    std::pair{"twitter:label2", "twitter:data2"}}) {
    const auto says = signals_.first_meta({label});
    const auto value = signals_.first_meta({data});
    if (says && value && is_author_label(says->value)) source.claims.push_back({*value});
  }
  return source;
}

// Whether an element stands by the article: not in comments, menus, lists of other articles.
bool AuthorReader::is_near(const Node& node) const {
  if (zone_.is_apart(node, {Trait::comment, Trait::tag_nav})) return false;
  if (zone_.first() < 0) return true;
  const NodeFacts& facts = zone_.facts(node);
  // Between headline and text and right behind the text the place says more than the classes of
  // the boxes around, which call half of a page a widget.
  const bool between = facts.begin >= zone_.heading() && facts.end <= zone_.first();
  if (between) return true;
  const bool right_behind = facts.begin > zone_.last() && facts.begin <= zone_.last() + 2;
  if (zone_.is_apart(node, {Trait::related})) return false;
  if (right_behind) return true;
  if (zone_.is_apart(node, {Trait::tag_aside, Trait::tag_footer, Trait::sidebar})) return false;
  return facts.end >= zone_.heading() - most_blocks_away &&
         facts.begin <= zone_.last() + most_blocks_away;
}

// Names between the headline and the first paragraphs are the most likely to be the article's own,
// then those above the headline; those below the text may be the authors of other texts.
AuthorSource& AuthorReader::place_of(const Node& node, std::array<AuthorSource, 3>& places) const {
  const int begin = zone_.facts(node).begin;
  if (begin > zone_.first() + 3) return places[2];
  return places[begin >= zone_.heading() ? 0 : 1];
}

// The claims of the first place that has any.
AuthorSource AuthorReader::best_place(std::array<AuthorSource, 3>& places) const {
  for (AuthorSource& source : places) {
    if (source.claims.empty()) continue;
    keep_one_place(source);
    return std::move(source);
  }
  return std::move(places[2]);
}

// A byline is one place of the page: names further on are those of other articles.
void AuthorReader::keep_one_place(AuthorSource& source) const {
  constexpr int most_between = 4;
  int last = -1;
  const auto behind = std::ranges::find_if(source.claims, [&](const AuthorClaim& claim) {
    if (claim.statement.node == nullptr) return false;
    const int begin = zone_.facts(*claim.statement.node).begin;
    const bool apart = last >= 0 && begin > last + most_between;
    last = begin;
    return apart;
  });
  source.claims.erase(behind, source.claims.end());
}

AuthorSource AuthorReader::properties() const {
  AuthorSource source{SourceKind::microdata, 0.8, {}};
  const auto& all = signals_.properties();
  for (std::size_t i = 0; i < all.size() && source.claims.size() < most_claims; ++i) {
    const MarkedProperty& property = all[i];
    const bool comment = property.item == "Comment" || property.item == "UserComments" ||
                         property.item == "Review" || property.item == "Quotation";
    if (comment || (property.name != "author" && property.name != "creator")) continue;
    const bool in_head = property.node->is("meta");
    if (!in_head && !is_near(*property.node)) continue;
    std::string value = property.value;
    BylineKind reading = in_head ? BylineKind::stated : BylineKind::named;
    bool has_name = in_head;
    // The name of a nested item; properties stand in document order.
    const Node* behind = next_after_subtree(property.node, signals_.dom().root());
    for (std::size_t k = i + 1; k < all.size() && !has_name; ++k) {
      if (behind != nullptr && all[k].node->index >= behind->index) break;
      if (all[k].name != "name" || all[k].node == property.node) continue;
      value = all[k].value;
      has_name = true;
    }
    if (!has_name) {
      const auto lines = visible_lines(*property.node, most_lines);
      value = lines.empty() ? std::string() : lines.front();
      if (lines.size() > 1 && is_author_label(lines[0])) value = lines[1];
    }
    if (value.empty() || value.size() > longest_value) continue;
    source.claims.push_back({{value, std::string(property.syntax) + ":" + property.item + ".author",
                              property.node->from, in_head ? nullptr : property.node},
                             reading});
  }
  keep_one_place(source);
  return source;
}

AuthorSource AuthorReader::author_links() const {
  std::array<AuthorSource, 3> places = {AuthorSource{SourceKind::visible, 0.8, {}},
                                        AuthorSource{SourceKind::visible, 0.75, {}},
                                        AuthorSource{SourceKind::visible, 0.7, {}}};
  std::size_t count = 0;
  const Dom& dom = signals_.dom();
  for (const Node* node = dom.root(); node != nullptr; node = next_in_order(node, dom.root())) {
    if (!node->is("a") || count >= most_claims) continue;
    const std::string relation = fold_text(node->attribute("rel"));
    const auto relations = words_of(relation);
    const bool related = std::ranges::find(relations, "author") != relations.end();
    if (!related && !is_author_address(node->attribute("href"))) continue;
    if (!is_near(*node)) continue;
    // A link inside of running text is a mention.
    const NodeFacts& facts = zone_.facts(*node);
    const auto& blocks = article_.blocks->all();
    if (!related && facts.end == facts.begin + 1 &&
        blocks[static_cast<std::size_t>(facts.begin)].is_prose() &&
        article_.kept[static_cast<std::size_t>(facts.begin)]) {
      continue;
    }
    const auto lines = visible_lines(*node, 1);
    if (lines.empty() || lines.front().size() > longest_link) continue;
    ++count;
    place_of(*node, places)
        .claims.push_back(
            {{lines.front(), related ? "html:rel=author" : "html:author-link", node->from, node},
             BylineKind::named});
  }
  return best_place(places);
}

// The first line of an element that holds a name; empty: there is none.
std::string name_line(const Node& node, AuthorMark mark, BylineKind& reading) {
  const auto lines = visible_lines(node, most_lines);
  bool labelled = false;
  for (const std::string& line : lines) {
    if (is_author_label(line)) {
      labelled = true;
      continue;
    }
    reading = mark == AuthorMark::name || labelled ? BylineKind::named : BylineKind::marked;
    labelled = false;
    if (!read_byline(line, reading).empty()) return line;
  }
  return {};
}

AuthorSource AuthorReader::marked_elements() const {
  std::array<AuthorSource, 3> places = {AuthorSource{SourceKind::visible, 0.75, {}},
                                        AuthorSource{SourceKind::visible, 0.7, {}},
                                        AuthorSource{SourceKind::visible, 0.65, {}}};
  std::size_t count = 0;
  const Dom& dom = signals_.dom();
  for (const Node* node = dom.root(); node != nullptr; node = next_in_order(node, dom.root())) {
    if (node->type != NodeType::element || node->attributes.empty() || node->is("body")) continue;
    if (count >= most_claims) break;
    const AuthorMark mark = author_mark(*node);
    if (mark == AuthorMark::none || !is_near(*node)) continue;
    BylineKind reading = BylineKind::marked;
    const std::string line = name_line(*node, mark, reading);
    if (line.empty()) continue;
    ++count;
    AuthorSource& source = place_of(*node, places);
    // The innermost element that holds a name is the most exact.
    std::erase_if(source.claims, [&](const AuthorClaim& claim) {
      const Node* behind = next_after_subtree(claim.statement.node, dom.root());
      return behind == nullptr || node->index < behind->index;
    });
    source.claims.push_back({{line, "html:byline", node->from, node}, reading});
  }
  return best_place(places);
}

AuthorSource AuthorReader::found_lines() const {
  AuthorSource source{SourceKind::visible, 0.6, {}};
  if (zone_.first() < 0) return source;
  const auto& blocks = article_.blocks->all();
  const int count = static_cast<int>(blocks.size());
  bool labelled = false;
  const auto read = [&](int index) {
    if (index < 0 || index >= count || !source.claims.empty()) return;
    const TextBlock& block = blocks[static_cast<std::size_t>(index)];
    if (block.measure.words > 30 || !is_near(*block.owner)) return;
    if (is_author_label(block.text)) {
      labelled = true;
      return;
    }
    const BylineKind reading = labelled ? BylineKind::marked : BylineKind::found;
    labelled = false;
    // Of text lines the first that names anybody is the byline.
    if (read_byline(block.text, reading).empty()) return;
    source.claims.push_back({{block.text, "text:byline", block.owner->from, block.owner}, reading});
  };
  for (int i = zone_.heading(); i <= zone_.first() + 2; ++i) read(i);
  labelled = false;
  for (int i = zone_.heading() - 1; i >= zone_.heading() - 4; --i) read(i);
  labelled = false;
  for (int i = zone_.last() - 1; i <= zone_.last() + 4; ++i) read(i);
  return source;
}

std::vector<AuthorSource> AuthorReader::read() {
  std::vector<AuthorSource> sources;
  const auto add = [&](AuthorSource source) {
    if (!source.claims.empty()) sources.push_back(std::move(source));
  };
  add(metas({"citation_author", "citation_authors", "bepress_citation_author",
             "eprints.creators_name", "coins:rft.au"},
            0.97));
  add(linked_authors());
  add(metas(
      {"parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "author_name"},
      0.8));
  add(properties());
  add(author_links());
  add(metas({"article:author", "og:article:author", "og:author"}, 0.75));
  add(marked_elements());
  add(metas({"author", "article:author_name"}, 0.7));
  add(labelled_metas());
  add(found_lines());
  const auto add_names = [&](std::vector<Statement> names) {
    AuthorSource source{SourceKind::visible, uncalled_confidence, {}};
    for (Statement& name : names) source.claims.push_back({std::move(name), BylineKind::named});
    add(std::move(source));
  };
  add_names(names_beside_roles(article_, zone_));
  add_names(names_beside_portraits(signals_, article_, zone_));
  return sources;
}

}  // namespace

std::vector<AuthorSource> read_author_sources(const PageSignals& signals, const Article& article) {
  return AuthorReader(signals, article).read();
}

}  // namespace pressmark::html
