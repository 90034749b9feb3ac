#include "converters/citation/csl/processor.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "converters/citation/csl/processor_state.h"

namespace pressmark::csl {
namespace {

// Whether a style's cs:locale is for a language: for all, for its base ("de"), or just for it.
int rank_of(const Locale& own, std::string_view language) {
  if (own.language.empty()) return 1;
  if (own.language == language) return 3;
  const std::string_view base = language.substr(0, language.find('-'));
  return own.language == base ? 2 : 0;
}

Locale merged_locale(const Style& style, const std::vector<Locale>& locales,
                     std::string_view language) {
  Locale result;
  for (auto locale = locales.rbegin(); locale != locales.rend(); ++locale) {
    result.override_by(*locale);
  }
  for (int rank = 1; rank <= 3; ++rank) {
    for (const Locale& own : style.locales) {
      if (rank_of(own, language) == rank) result.override_by(own);
    }
  }
  result.language = language;
  return result;
}

// Whether elements render the citation number; each macro is looked into once.
bool renders_number(const Style& style, const Elements& elements,
                    std::set<std::string, std::less<>>& seen) {
  return std::ranges::any_of(elements, [&](const Element& element) {
    if (const auto* text = std::get_if<TextElement>(&element.kind)) {
      if (text->source != TextElement::Source::macro) return text->name == "citation-number";
      return seen.insert(text->name).second &&
             renders_number(style, style.macros.find(text->name)->second, seen);
    }
    if (const auto* number = std::get_if<NumberElement>(&element.kind)) {
      return number->variable == "citation-number";
    }
    const auto* group = std::get_if<GroupElement>(&element.kind);
    return group != nullptr && renders_number(style, group->children, seen);
  });
}

// Whether the key is the citation number: descending, the list counts down.
bool sorts_by_number(const Style& style, const SortKey& key) {
  if (key.macro.empty()) return key.variable == "citation-number";
  std::set<std::string, std::less<>> seen;
  return renders_number(style, style.macros.find(key.macro)->second, seen);
}

std::string language_of(const Style& style, std::string_view asked) {
  // The style's own choice of language is binding ("default-locale").
  if (!style.default_locale.empty() && asked.empty()) return style.default_locale;
  return asked.empty() ? "en-US" : std::string(asked);
}

}  // namespace

Processor::State::State(Style s, Locale l)
    : style(std::move(s)), locale(std::move(l)), collation(locale.language) {}

Cite Processor::State::cite_of(std::size_t reference) const {
  Cite cite;
  cite.reference = &references[reference];
  cite.number = numbers[reference];
  cite.disambiguation = &disambiguations[reference];
  return cite;
}

Cite Processor::State::cite_of(const CiteRequest& request) const {
  Cite cite = cite_of(request.record);
  cite.locator = request.locator;
  cite.label = request.label.empty() ? "page" : request.label;
  cite.suppress_author = request.suppress_author;
  return cite;
}

std::vector<std::size_t> Processor::State::order_of(const std::vector<Cite>& cites) const {
  if (!style.citation.sort.empty()) {
    Renderer renderer(style, locale, Area::citation);
    return sorted_order(cites, style.citation.sort, renderer, collation);
  }
  std::vector<std::size_t> as_given(cites.size());
  std::iota(as_given.begin(), as_given.end(), std::size_t{0});
  return as_given;
}

Processor::Processor(std::unique_ptr<State> state) : state_(std::move(state)) {}
Processor::Processor(Processor&&) noexcept = default;
Processor& Processor::operator=(Processor&&) noexcept = default;
Processor::~Processor() = default;

Result<std::vector<std::string>> Processor::locale_names(std::string_view style,
                                                         std::string_view language,
                                                         const Limits& limits) {
  const Result<Style> read = read_style(style, limits);
  if (!read) return read.error();
  return locale_fallbacks(language_of(*read, language));
}

Result<Processor> Processor::create(std::string_view style, const std::vector<Bytes>& locales,
                                    std::string_view language, const Limits& limits) {
  Result<Style> read = read_style(style, limits);
  if (!read) return read.error();
  std::vector<Locale> list;
  for (const Bytes& octets : locales) {
    Result<Locale> locale = read_locale(octets, limits);
    if (!locale) return locale.error();
    list.push_back(std::move(*locale));
  }
  Locale locale = merged_locale(*read, list, language_of(*read, language));
  return Processor(std::make_unique<State>(std::move(*read), std::move(locale)));
}

void Processor::set_records(const std::vector<Metadata>& records) {
  State& state = *state_;
  state.references.clear();
  for (const Metadata& record : records) state.references.push_back(reference_of(record));
  const std::size_t count = state.references.size();
  state.numbers.resize(count);
  std::iota(state.numbers.begin(), state.numbers.end(), 1);
  state.disambiguations.assign(count, {});
  state.order.resize(count);
  std::iota(state.order.begin(), state.order.end(), std::size_t{0});
  const auto sort = [&] {
    if (!state.style.bibliography || state.style.bibliography->sort.empty()) return;
    Renderer renderer(state.style, state.locale, Area::bibliography);
    std::vector<Cite> cites;
    for (std::size_t i = 0; i < count; ++i) cites.push_back(state.cite_of(i));
    state.order = sorted_order(cites, state.style.bibliography->sort, renderer, state.collation);
  };
  sort();
  const bool counts_down =
      state.style.bibliography &&
      std::ranges::any_of(state.style.bibliography->sort, [&](const SortKey& key) {
        return key.descending && sorts_by_number(state.style, key);
      });
  for (std::size_t i = 0; i < count; ++i) {
    state.numbers[state.order[i]] = static_cast<int>(counts_down ? count - i : i + 1);
  }
  std::vector<Cite> cites;
  for (std::size_t i = 0; i < count; ++i) cites.push_back(state.cite_of(i));
  disambiguate(state.style, state.locale, std::move(cites), state.order, state.disambiguations);
}

std::string Processor::description_of(const Metadata& record) const {
  std::string words(to_string(record.type));
  if (!record.text(Variable::genre).empty()) {
    words = record.text(Variable::genre);
  } else if (const auto term = state_->locale.text(words); term && !term->empty()) {
    words = *term;
  } else {
    std::ranges::replace(words, '-', ' ');
    std::ranges::replace(words, '_', ' ');
  }
  RichText text(words);
  apply_text_case(text, TextCase::capitalize_first, state_->locale.language);
  return "[" + text.plain() + "]";
}

bool Processor::has_bibliography() const { return state_->style.bibliography.has_value(); }

Bibliography Processor::bibliography(Markup markup) {
  State& state = *state_;
  Bibliography result;
  if (!state.style.bibliography) return result;
  const BibliographyLayout& layout = *state.style.bibliography;
  result.hanging_indent = layout.hanging_indent;
  result.second_field_align = layout.second_field != BibliographyLayout::SecondField::none;
  result.line_spacing = layout.line_spacing;
  result.entry_spacing = layout.entry_spacing;
  Renderer renderer(state.style, state.locale, Area::bibliography);
  std::vector<Name> before;
  std::string text_before;
  using Rule = BibliographyLayout::SubstituteRule;
  for (const std::size_t i : state.order) {
    const Cite cite = state.cite_of(i);
    renderer.set_substitute(nullptr, 0, false);
    RichText text = renderer.render_entry(cite);
    std::vector<Name> names;
    for (const Name* name : renderer.first_names().names) names.push_back(*name);
    const std::string names_text = renderer.first_names().text.plain();
    if (layout.author_substitute && !names_text.empty()) {
      int same = 0;
      while (same < static_cast<int>(std::min(names.size(), before.size())) &&
             names[static_cast<std::size_t>(same)] == before[static_cast<std::size_t>(same)]) {
        ++same;
      }
      const bool complete = names_text == text_before;
      const bool whole = layout.substitute_rule == Rule::complete_all;
      if (layout.substitute_rule == Rule::partial_first) same = std::min(same, 1);
      const bool partial = layout.substitute_rule == Rule::partial_each ||
                           layout.substitute_rule == Rule::partial_first;
      if (complete || (partial && same > 0)) {
        renderer.set_substitute(&*layout.author_substitute, complete ? 1 << 20 : same, whole);
        text = renderer.render_entry(cite);
      }
    }
    before = std::move(names);
    text_before = names_text;
    if (text.empty()) continue;
    text.trim_end();
    result.entries.push_back({i, write(std::move(text), markup, state.locale)});
  }
  return result;
}

namespace {

bool same_place(const CiteRequest& a, const CiteRequest& b) {
  return a.locator == b.locator && a.label == b.label;
}

// The position of a cite that follows `before` directly.
Position following(const CiteRequest& before, const CiteRequest& request) {
  if (before.locator.empty()) {
    return request.locator.empty() ? Position::ibid : Position::ibid_with_locator;
  }
  if (request.locator.empty()) return Position::subsequent;
  return same_place(before, request) ? Position::ibid : Position::ibid_with_locator;
}

// Where each record was cited, to tell the positions of later cites ("position").
class History {
 public:
  explicit History(int near_distance) : near_distance_(near_distance) {}

  // Tells the cite its position and takes note of it. `before` is the cite before it in the same
  // citation; null for the first.
  void place(Cite& cite, const CiteRequest& request, const CiteRequest* before, int note) {
    const auto [known, is_new] = places_.try_emplace(request.record, Place{note, note});
    if (is_new) return;
    cite.position = Position::subsequent;
    if (before == nullptr && previous_ != nullptr && previous_->cites.size() == 1) {
      before = &previous_->cites.front();
    }
    if (before != nullptr && before->record == request.record) {
      cite.position = following(*before, request);
    }
    Place& place = known->second;
    cite.first_note = place.first;
    cite.near_note = note > 0 && place.last > 0 && note - place.last <= near_distance_;
    place.last = note;
  }

  void end_citation(const CitationRequest& citation) { previous_ = &citation; }

 private:
  struct Place {
    int first;
    int last;
  };
  int near_distance_;
  std::map<std::size_t, Place> places_;
  const CitationRequest* previous_ = nullptr;
};

// "ibid." at the start of a note, or behind a sentence, gets a capital.
bool starts_sentence(const std::string& prefix, bool first_of_note) {
  return prefix.empty() ? first_of_note : prefix.ends_with('.') || prefix.ends_with(". ");
}

}  // namespace

std::vector<std::string> Processor::citations(const std::vector<CitationRequest>& requests,
                                              Markup markup) {
  State& state = *state_;
  Renderer renderer(state.style, state.locale, Area::citation);
  History history(state.style.citation.near_note_distance);
  std::vector<std::string> result;
  for (const CitationRequest& request : requests) {
    std::vector<Cite> cites;
    std::vector<const CiteRequest*> asked;
    for (const CiteRequest& one : request.cites) {
      if (one.record >= state.references.size()) continue;
      cites.push_back(state.cite_of(one));
      asked.push_back(&one);
    }
    std::vector<RenderedCite> rendered;
    const CiteRequest* before = nullptr;
    for (const std::size_t i : state.order_of(cites)) {
      const CiteRequest& one = *asked[i];
      history.place(cites[i], one, before, request.note);
      RenderedCite finished{cites[i], renderer.render(cites[i]),
                            renderer.first_names().text.plain(), one.prefix, one.suffix};
      if (state.style.is_note && renderer.begins_with_term() &&
          starts_sentence(one.prefix, rendered.empty())) {
        apply_text_case(finished.text, TextCase::capitalize_first, "");
      }
      if (one.author_only) finished.text = renderer.first_names().text;
      rendered.push_back(std::move(finished));
      before = &one;
    }
    history.end_citation(request);
    // An author alone is part of a sentence, outside of the citation's brackets.
    const bool bare = asked.size() == 1 && asked.front()->author_only;
    RichText text = join_cites(std::move(rendered), state.style, renderer);
    if (!bare) text = layout_affixes(std::move(text), state.style.citation.format);
    result.push_back(write(std::move(text), markup, state.locale));
  }
  return result;
}

}  // namespace pressmark::csl
