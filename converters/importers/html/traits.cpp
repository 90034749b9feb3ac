#include "converters/importers/html/traits.h"

#include <algorithm>
#include <array>
#include <string>

#include "converters/importers/html/name_tokens.h"
#include "converters/importers/html/word_lists.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

// Of a style attribute no more is read.
constexpr std::size_t longest_style = 400;

Traits of_token(std::string_view token) {
  Traits traits = 0;
  const auto words = class_words();
  // All words with the token's first letter: a few dozen at most.
  auto word = std::ranges::lower_bound(words, token.substr(0, 1), {}, &ClassWord::word);
  for (; word != words.end() && word->word.front() == token.front(); ++word) {
    const bool fits =
        word->match == WordMatch::whole ? token == word->word : token.starts_with(word->word);
    if (fits) traits |= bit(word->trait);
  }
  return traits;
}

struct NamedTraits {
  std::string_view name;
  Traits traits;
};

constexpr std::array element_traits = {
    NamedTraits{"a", bit(Trait::tag_link)},
    NamedTraits{"article", bit(Trait::tag_article)},
    NamedTraits{"aside", bit(Trait::tag_aside)},
    NamedTraits{"blockquote", bit(Trait::tag_quote)},
    NamedTraits{"button", bit(Trait::tag_control)},
    NamedTraits{"dl", bit(Trait::tag_list)},
    NamedTraits{"fieldset", bit(Trait::tag_form)},
    NamedTraits{"figure", bit(Trait::tag_figure)},
    NamedTraits{"footer", bit(Trait::tag_footer)},
    NamedTraits{"form", bit(Trait::tag_form)},
    NamedTraits{"h1", bit(Trait::tag_heading)},
    NamedTraits{"h2", bit(Trait::tag_heading)},
    NamedTraits{"h3", bit(Trait::tag_heading)},
    NamedTraits{"h4", bit(Trait::tag_heading)},
    NamedTraits{"h5", bit(Trait::tag_heading)},
    NamedTraits{"h6", bit(Trait::tag_heading)},
    NamedTraits{"header", bit(Trait::tag_header)},
    NamedTraits{"label", bit(Trait::tag_control)},
    NamedTraits{"main", bit(Trait::tag_main)},
    NamedTraits{"nav", bit(Trait::tag_nav)},
    NamedTraits{"noscript", bit(Trait::hidden)},
    NamedTraits{"ol", bit(Trait::tag_list)},
    NamedTraits{"option", bit(Trait::tag_control)},
    NamedTraits{"p", bit(Trait::tag_paragraph)},
    NamedTraits{"section", bit(Trait::tag_section)},
    NamedTraits{"select", bit(Trait::tag_control)},
    NamedTraits{"summary", bit(Trait::tag_control)},
    NamedTraits{"table", bit(Trait::tag_table)},
    NamedTraits{"ul", bit(Trait::tag_list)},
};

constexpr std::array role_traits = {
    NamedTraits{"alert", bit(Trait::consent)},
    NamedTraits{"alertdialog", bit(Trait::consent)},
    NamedTraits{"article", bit(Trait::tag_article)},
    NamedTraits{"banner", bit(Trait::tag_header)},
    NamedTraits{"button", bit(Trait::tag_control)},
    NamedTraits{"complementary", bit(Trait::tag_aside)},
    NamedTraits{"contentinfo", bit(Trait::tag_footer)},
    NamedTraits{"dialog", bit(Trait::consent)},
    NamedTraits{"form", bit(Trait::tag_form)},
    NamedTraits{"heading", bit(Trait::tag_heading)},
    NamedTraits{"main", bit(Trait::tag_main)},
    NamedTraits{"menu", bit(Trait::tag_nav)},
    NamedTraits{"navigation", bit(Trait::tag_nav)},
    NamedTraits{"search", bit(Trait::tag_form)},
    NamedTraits{"toolbar", bit(Trait::tag_nav)},
};

template <std::size_t size>
Traits look_up(const std::array<NamedTraits, size>& table, std::string_view name) {
  const auto found = std::ranges::lower_bound(table, name, {}, &NamedTraits::name);
  return found != table.end() && found->name == name ? found->traits : 0;
}

// Whether an inline style hides the element: "display: none", "visibility:hidden".
bool style_hides(std::string_view style) {
  std::string squeezed;
  for (const char c : style.substr(0, longest_style)) {
    if (c != ' ') squeezed += to_lower(c);
  }
  return squeezed.find("display:none") != std::string::npos ||
         squeezed.find("visibility:hidden") != std::string::npos;
}

bool holds_words(std::string_view attribute) {
  return attribute == "class" || attribute == "id" || attribute == "data-testid" ||
         attribute == "data-component" || attribute == "data-module" || attribute == "data-type" ||
         attribute == "data-test-id" || attribute == "data-qa" || attribute == "data-name";
}

}  // namespace

Traits TraitReader::of_words(std::string_view value) {
  if (const auto known = known_.find(value); known != known_.end()) return known->second;
  Traits traits = 0;
  for_each_name_token(value, [&](std::string_view token) { traits |= of_token(token); });
  known_.emplace(value, traits);
  return traits;
}

Traits TraitReader::of(const Node& element) {
  Traits traits = element.space == Namespace::html ? look_up(element_traits, element.name) : 0;
  for (const Attribute& attribute : element.attributes) {
    if (holds_words(attribute.name)) {
      traits |= of_words(attribute.value);
    } else if (attribute.name == "role") {
      traits |= look_up(role_traits, attribute.value);
    } else if (attribute.name == "itemprop") {
      if (attribute.value == "articleBody" || attribute.value == "text") {
        traits |= bit(Trait::article_body);
      }
    } else if (attribute.name == "hidden" ||
               (attribute.name == "aria-hidden" && attribute.value == "true") ||
               (attribute.name == "style" && style_hides(attribute.value))) {
      traits |= bit(Trait::hidden);
    }
  }
  return traits;
}

}  // namespace pressmark::html
