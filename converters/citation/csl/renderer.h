// converters/citation/csl/renderer.h: one cite, put into words by the elements of a style.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "converters/citation/csl/locale.h"
#include "converters/citation/csl/reference.h"
#include "converters/citation/csl/rich_text.h"
#include "converters/citation/csl/style.h"

namespace pressmark::csl {

enum class Position : unsigned char { first, subsequent, ibid, ibid_with_locator };

// What disambiguation found to be needed for a reference ("Disambiguation").
struct Disambiguation {
  int names_shown = 0;  // at least so many names before "et al."
  // By Renderer::name_key(): 1 initials, 2 the whole given name, where the style shows none.
  std::map<std::string, int, std::less<>> given_names;
  bool condition = false;  // of <if disambiguate="true">
  std::string year_suffix;
};

// A reference as it is cited in one place.
struct Cite {
  const Reference* reference = nullptr;
  int number = 0;  // its place in the bibliography, from 1
  std::string locator;
  std::string label;  // of the locator: "page" unless given
  Position position = Position::first;
  bool near_note = false;
  int first_note = 0;  // the number of the note that cited it first; 0: none
  bool suppress_author = false;
  const Disambiguation* disambiguation = nullptr;
};

enum class Area : unsigned char { citation, bibliography };

// What rendering an element gave, and what its variables had to say to the group around it.
struct Output {
  RichText text;
  bool calls_variable = false;
  bool has_variable = false;  // one that was called was not empty
  bool term_first = false;    // the text begins with a term of the locale
};

// With the affixes of a layout, which stand inside its formatting.
RichText layout_affixes(RichText text, const ElementFormat& format);

class Renderer {
 public:
  Renderer(const Style& style, const Locale& locale, Area area);

  // The layout's elements for a cite, without the layout's affixes.
  RichText render(const Cite& cite);
  // An entry of the bibliography with the layout's affixes and, where the style aligns the second
  // field, the first one in the margin.
  RichText render_entry(const Cite& cite);
  // A macro as a key for sorting: names in sort order, dates as numbers. The key's limits of names
  // take the place of the style's.
  std::string render_sort_macro(const Cite& cite, const SortKey& key);
  // A name variable as a key for sorting.
  std::string sort_names(const Cite& cite, const std::string& variable, const SortKey& key);

  // After render(): the first names element that was shown, or what took its place.
  struct NamesShown {
    RichText text;
    std::vector<const Name*> names;  // all, those behind "et al." too
  };
  const NamesShown& first_names() const { return first_names_; }
  // After render(): all names of all name variables that were shown, in their order.
  const std::vector<const Name*>& names_seen() const { return names_seen_; }
  // Whether the cite's text begins with a term of the locale ("ibid").
  bool begins_with_term() const { return begins_with_term_; }

  static std::string name_key(const Name& name);

  // For the next render(): the first `count` names of the first names element give way to `text`
  // (subsequent-author-substitute); all of them together for `whole`. Null: none.
  void set_substitute(const std::string* text, int count, bool whole) {
    substitute_ = text;
    substitute_count_ = count;
    substitute_whole_ = whole;
  }

 private:
  friend class NamesRenderer;

  void begin(const Cite& cite);
  Output render_elements(const Elements& elements, std::string_view delimiter);
  Output render_element(const Element& element);
  Output render_text(const TextElement& text, const ElementFormat& format);
  Output render_variable(const TextElement& text, const ElementFormat& format);
  Output render_number(const NumberElement& number, const ElementFormat& format);
  Output render_label(const LabelElement& label, const ElementFormat& format);
  Output render_group(const GroupElement& group, const ElementFormat& format);
  Output render_choose(const ChooseElement& choose, std::string_view delimiter);
  Output render_date(const DateElement& date, const ElementFormat& format);
  Output render_names(const NamesElement& names, const ElementFormat& format);

  bool holds(const Branch& branch) const;
  bool holds(const Condition& condition) const;
  bool is_empty(std::string_view variable) const;

  // The letter that tells cites of one label or author and year apart; empty for none.
  std::string year_suffix() const;
  // Puts it behind the words that stand for a missing year, where nothing else shows it.
  void add_implicit_year_suffix(std::string& words);
  // The content of a standard or number variable, those of the processor included.
  std::string variable_text(const std::string& variable, bool short_form) const;
  RichText formatted(RichText text, const ElementFormat& format) const;
  std::string date_sort_text(const Date& date, const DateElement* element) const;
  RichText date_text(const Date& date, const DateElement& element, const ElementFormat& format);
  RichText date_parts(const DatePart& part, const std::vector<DatePartFormat>& formats,
                      std::string_view delimiter, bool cut_last_suffix, bool cut_first_prefix);
  RichText date_part(const DatePart& part, const DatePartFormat& format);
  RichText date_range(const Date& date, const std::vector<DatePartFormat>& formats,
                      std::string_view delimiter);

  const Style& style_;
  const Locale& locale_;
  Area area_;
  NameOptions outer_names_;
  const Cite* cite_ = nullptr;
  bool sorting_ = false;
  const SortKey* key_ = nullptr;
  std::set<std::string, std::less<>> substituted_;  // variables that cs:substitute has used
  std::set<std::string, std::less<>>* used_ = nullptr;
  std::string current_date_;
  bool year_suffix_done_ = false;
  bool names_done_ = false;
  bool begins_with_term_ = false;
  NamesShown first_names_;
  std::vector<const Name*> names_seen_;
  const std::string* substitute_ = nullptr;
  int substitute_count_ = 0;
  bool substitute_whole_ = false;
  int steps_ = 0;  // elements rendered for this cite, against styles that multiply
};

}  // namespace pressmark::csl
