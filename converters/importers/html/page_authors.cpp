#include "converters/importers/html/page_authors.h"

#include <algorithm>
#include <array>
#include <utility>

#include "converters/importers/html/article_zone.h"
#include "converters/importers/html/bylines.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/text_measure.h"

namespace pressmark::html {
namespace {

constexpr std::size_t most_statements = 60;
constexpr std::size_t longest_byline = 300;
constexpr std::size_t longest_link = 50;

// Names that one source gives, in order.
struct AuthorSource {
  std::vector<Statement> statements;
  BylineKind kind = BylineKind::stated;
  double confidence = 0.9;
};

// Whether a value can hold any of the words for authors at all: most do not.
bool may_name_authors(std::string_view value) {
  for (const std::string_view part :
       {"uth", "UTH", "yline", "aut", "Aut", "riter", "edakteur", "erfasser"}) {
    if (value.find(part) != std::string_view::npos) return true;
  }
  return false;
}

bool has_word(std::string_view value, std::initializer_list<std::string_view> words) {
  if (!may_name_authors(value)) return false;
  // Class words: divided at anything but letters.
  const std::string classes = fold_text(value);
  for (const std::string_view word : words_of(classes)) {
    for (const std::string_view wanted : words) {
      if (word == wanted) return true;
    }
  }
  return false;
}

class AuthorReader {
 public:
  AuthorReader(const PageSignals& signals, const Article& article, const SiteNames& site)
      : signals_(signals), article_(article), site_(site), zone_(article) {}
  AuthorChoice choose();

 private:
  AuthorSource linked_authors() const;
  void add_linked(const nlohmann::json& value, const LinkedItem& item, AuthorSource& source,
                  int level) const;
  AuthorSource metas(std::initializer_list<std::string_view> names, double confidence) const;
  AuthorSource properties() const;
  AuthorSource author_links() const;
  AuthorSource marked_elements() const;
  AuthorSource found_lines() const;
  bool is_near(const Node& node) const;
  bool take(const AuthorSource& source, AuthorChoice& choice) const;

  const PageSignals& signals_;
  const Article& article_;
  const SiteNames& site_;
  ArticleZone zone_;
};

void AuthorReader::add_linked(const nlohmann::json& value, const LinkedItem& item,
                              AuthorSource& source, int level) const {
  if (level > 3 || source.statements.size() >= most_statements) return;
  const LinkedData& data = signals_.linked_data();
  const nlohmann::json& resolved = data.resolve(value);
  const auto add = [&](std::string text, std::string_view type) {
    if (text.empty()) return;
    std::string name = "json-ld:" + item.type + ".author";
    if (!type.empty()) name += "." + std::string(type);
    source.statements.push_back({std::move(text), std::move(name), item.from, nullptr});
  };
  if (resolved.is_array()) {
    for (const auto& element : resolved) add_linked(element, item, source, level + 1);
  } else if (resolved.is_string()) {
    add(plain_text(resolved.get_ref<const std::string&>()), {});
  } else if (resolved.is_object()) {
    const nlohmann::json* name = data.property(resolved, "name");
    if (name != nullptr && name->is_array()) {
      for (const auto& element : *name) {
        if (element.is_string()) add(plain_text(element.get_ref<const std::string&>()), "name");
      }
      return;
    }
    std::string text = data.text(resolved, "name");
    if (text.empty()) {
      text = data.text(resolved, "givenName");
      const std::string family = data.text(resolved, "familyName");
      if (!family.empty()) text += (text.empty() ? "" : " ") + family;
    }
    add(std::move(text), data.text(resolved, "@type"));
  }
}

AuthorSource AuthorReader::linked_authors() const {
  AuthorSource source;
  source.confidence = 0.9;
  const auto read = [&](const LinkedItem& item) {
    for (const char* property : {"author", "creator"}) {
      const nlohmann::json* value = signals_.linked_data().property(*item.object, property);
      if (value != nullptr && source.statements.empty()) add_linked(*value, item, source, 0);
    }
  };
  if (signals_.article_item() != nullptr) read(*signals_.article_item());
  for (const LinkedItem& item : signals_.linked_data().items()) {
    if (source.statements.empty() && item.level == 0 &&
        (is_article_type(item.type) || item.type == "WebPage")) {
      read(item);
    }
  }
  return source;
}

AuthorSource AuthorReader::metas(std::initializer_list<std::string_view> names,
                                 double confidence) const {
  AuthorSource source;
  source.confidence = confidence;
  for (const std::string_view name : names) {
    for (Statement& statement : signals_.meta(name)) {
      if (source.statements.size() < most_statements) {
        source.statements.push_back(std::move(statement));
      }
    }
    if (!source.statements.empty()) break;
  }
  return source;
}

// Whether an element stands by the article: not in comments, menus, lists of other articles.
bool AuthorReader::is_near(const Node& node) const {
  if (zone_.is_apart(node, {Trait::comment, Trait::related, Trait::tag_nav, Trait::tag_aside,
                            Trait::tag_footer, Trait::sidebar})) {
    return false;
  }
  if (zone_.first() < 0) return true;
  const NodeFacts& facts = zone_.facts(node);
  return facts.end >= zone_.heading() - 12 && facts.begin <= zone_.last() + 12;
}

AuthorSource AuthorReader::properties() const {
  AuthorSource source;
  source.kind = BylineKind::marked;
  source.confidence = 0.8;
  const auto& all = signals_.properties();
  for (std::size_t i = 0; i < all.size() && source.statements.size() < most_statements; ++i) {
    const MarkedProperty& property = all[i];
    const bool comment = property.item == "Comment" || property.item == "UserComments";
    if (comment || (property.name != "author" && property.name != "creator")) continue;
    std::string value = property.value;
    // The name of a nested item; properties stand in document order.
    const Node* behind = next_after_subtree(property.node, signals_.dom().root());
    for (std::size_t k = i + 1; k < all.size(); ++k) {
      if (behind != nullptr && all[k].node->index >= behind->index) break;
      if (all[k].name != "name" || all[k].node == property.node) continue;
      value = all[k].value;
      break;
    }
    if (value.empty() || !is_near(*property.node)) continue;
    source.statements.push_back(
        {value, "microdata:" + property.item + ".author", property.node->from, property.node});
  }
  return source;
}

bool is_author_target(std::string_view target) {
  const std::string folded = fold_text(target);
  for (const std::string_view part :
       {"/author/",         "/authors/",      "/autor/",   "/autoren/",    "/auteur/",
        "/auteurs/",        "/by/",           "/profile/", "/people/",     "/staff/",
        "/contributor/",    "/contributors/", "/writers/", "/journalist/", "/reporter/",
        "/correspondents/", "/autores/",      "/person/",  "/team/",       "/columnist/"}) {
    const std::size_t at = folded.find(part);
    if (at != std::string::npos && at + part.size() < folded.size()) return true;
  }
  return false;
}

AuthorSource AuthorReader::author_links() const {
  // Those above the text name its authors; those below may name the authors of other texts.
  AuthorSource above;
  AuthorSource below;
  const Dom& dom = signals_.dom();
  for (const Node* node = dom.root(); node != nullptr; node = next_in_order(node, dom.root())) {
    if (!node->is("a") || above.statements.size() + below.statements.size() >= most_statements) {
      continue;
    }
    const bool related = has_word(node->attribute("rel"), {"author"});
    if (!related && !is_author_target(node->attribute("href"))) continue;
    if (!is_near(*node)) continue;
    const std::string text = leading_text(*node, longest_link + 1);
    if (text.empty() || text.size() > longest_link) continue;
    AuthorSource& source = zone_.facts(*node).begin <= zone_.first() + 3 ? above : below;
    source.statements.push_back(
        {text, related ? "html:rel=author" : "html:author-link", node->from, node});
  }
  AuthorSource source = above.statements.empty() ? std::move(below) : std::move(above);
  // A link to an author's page is a name, be it one word only.
  source.kind = BylineKind::stated;
  source.confidence = 0.8;
  return source;
}

AuthorSource AuthorReader::marked_elements() const {
  AuthorSource source;
  source.kind = BylineKind::marked;
  source.confidence = 0.7;
  const Dom& dom = signals_.dom();
  for (const Node* node = dom.root(); node != nullptr;) {
    const bool candidate =
        node->type == NodeType::element && source.statements.size() < most_statements &&
        (has_word(node->attribute("class"), {"byline", "bylines", "author", "authors", "autor",
                                             "auteur", "writer", "verfasser", "redakteur"}) ||
         has_word(node->attribute("data-testid"), {"byline", "author"}) ||
         has_word(node->attribute("id"), {"byline", "author"}));
    if (!candidate || node->is("body") || !is_near(*node)) {
      node = next_in_order(node, dom.root());
      continue;
    }
    const std::string text = leading_text(*node, longest_byline + 1);
    if (text.empty() || text.size() > longest_byline) {
      node = next_in_order(node, dom.root());
      continue;
    }
    source.statements.push_back({text, "html:byline", node->from, node});
    node = next_after_subtree(node, dom.root());
  }
  return source;
}

AuthorSource AuthorReader::found_lines() const {
  AuthorSource source;
  source.kind = BylineKind::found;
  source.confidence = 0.6;
  if (zone_.first() < 0) return source;
  const auto& blocks = article_.blocks->all();
  const int count = static_cast<int>(blocks.size());
  const auto read = [&](int index) {
    if (index < 0 || index >= count) return;
    const TextBlock& block = blocks[static_cast<std::size_t>(index)];
    if (block.measure.words > 30 || !is_near(*block.owner)) return;
    source.statements.push_back({block.text, "text:byline", block.owner->from, block.owner});
  };
  for (int i = zone_.heading(); i <= zone_.first() + 2; ++i) read(i);
  for (int i = zone_.heading() - 1; i >= zone_.heading() - 4; --i) read(i);
  for (int i = zone_.last(); i <= zone_.last() + 2; ++i) read(i);
  return source;
}

bool AuthorReader::take(const AuthorSource& source, AuthorChoice& choice) const {
  std::vector<Contributor> found;
  std::vector<std::string> lines;
  for (const Statement& statement : source.statements) {
    const bool whole_is_site = site_.is_site(statement.value);
    const auto names = whole_is_site ? std::vector<BylineName>{{statement.value, {}}}
                                     : read_byline(statement.value, source.kind);
    bool used = false;
    for (const BylineName& name : names) {
      Refusal refusal = refuse_author(name.name);
      if (refusal.reason.empty() && site_.is_site(name.name)) refusal.reason = "the site's name";
      if (!refusal.reason.empty()) {
        if (refusal.agency && choice.agency.empty()) {
          choice.agency = name.name;
          choice.agency_evidence = statement.evidence(source.confidence);
        }
        choice.losers.push_back(
            {"author", name.name, statement.evidence(source.confidence), refusal.reason});
        continue;
      }
      Contributor contributor;
      contributor.name = statement.source.ends_with(".Organization") ? literal_name(name.name)
                                                                     : make_person(name.name);
      contributor.position = name.position;
      contributor.evidence = statement.evidence(source.confidence);
      const bool known = std::ranges::any_of(found, [&](const Contributor& other) {
        return comparable(display_name(other.name)) == comparable(name.name);
      });
      used = true;
      if (!known) found.push_back(std::move(contributor));
    }
    if (used && statement.node != nullptr) lines.push_back(statement.value);
    // Of text lines the first that names anybody is the byline.
    if (used && source.kind == BylineKind::found) break;
  }
  if (found.empty()) return false;
  if (choice.authors.empty()) {
    choice.authors = std::move(found);
    choice.bylines = std::move(lines);
    return true;
  }
  for (const Contributor& other : found) {
    const std::string name = display_name(other.name);
    const bool known = std::ranges::any_of(choice.authors, [&](const Contributor& author) {
      return comparable(display_name(author.name)) == comparable(name);
    });
    if (!known) {
      choice.losers.push_back({"author", name, other.evidence,
                               "less trusted than " + choice.authors.front().evidence.source});
    }
  }
  return true;
}

AuthorChoice AuthorReader::choose() {
  AuthorChoice choice;
  take(metas({"citation_author", "citation_authors", "bepress_citation_author",
              "eprints.creators_name"},
             0.97),
       choice);
  take(linked_authors(), choice);
  take(metas({"parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
              "author_name"},
             0.85),
       choice);
  take(properties(), choice);
  take(author_links(), choice);
  take(metas({"article:author", "og:article:author", "og:author"}, 0.75), choice);
  take(marked_elements(), choice);
  take(metas({"author", "article:author_name", "twitter:data1"}, 0.7), choice);
  take(found_lines(), choice);
  return choice;
}

}  // namespace

AuthorChoice choose_authors(const PageSignals& signals, const Article& article,
                            const SiteNames& site) {
  return AuthorReader(signals, article, site).choose();
}

}  // namespace pressmark::html
