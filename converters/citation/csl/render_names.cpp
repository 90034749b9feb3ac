// cs:names: lists of names, their labels and substitutes.
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "converters/citation/csl/person_name.h"
#include "converters/citation/csl/renderer.h"

namespace pressmark::csl {

// One names element of one cite.
class NamesRenderer {
 public:
  NamesRenderer(Renderer& renderer, const NamesElement& element, NameOptions options)
      : renderer_(renderer), element_(element), options_(std::move(options)) {}

  // The names of one variable with their label; the count for that form.
  RichText list(const std::string& variable, const std::vector<Name>& names, int& counted) {
    const int all = static_cast<int>(names.size());
    const int shown = shown_of(all);
    if (options_.form == NameForm::count) {
      counted += shown;
      return {};
    }
    RichText text = joined(names, shown);
    text = renderer_.formatted(std::move(text), without_part_formats(element_.name_format));
    // Roles do not count for the order.
    if (!element_.label || renderer_.sorting_) return text;
    RichText label = label_text(variable, all);
    if (label.empty()) return text;
    if (element_.label_first) {
      label.join(std::move(text));
      return label;
    }
    text.join(std::move(label));
    return text;
  }

 private:
  // The delimiter of cs:name is no affix of the list.
  static ElementFormat without_part_formats(ElementFormat format) {
    format.delimiter.clear();
    return format;
  }

  int shown_of(int all) const {
    const bool again = renderer_.area_ == Area::citation && !renderer_.sorting_ &&
                       renderer_.cite_->position != Position::first;
    std::optional<int> least = options_.et_al_min;
    std::optional<int> first = options_.et_al_use_first;
    if (again && options_.subsequent_min) least = options_.subsequent_min;
    if (again && options_.subsequent_use_first) first = options_.subsequent_use_first;
    if (renderer_.key_ != nullptr) {
      if (renderer_.key_->names_min) least = renderer_.key_->names_min;
      if (renderer_.key_->names_use_first) first = renderer_.key_->names_use_first;
    }
    if (!least || !first || all < *least || *first >= all) return all;
    int shown = *first;
    if (renderer_.area_ == Area::citation && renderer_.cite_->disambiguation != nullptr) {
      shown = std::max(shown, renderer_.cite_->disambiguation->names_shown);
    }
    return std::clamp(shown, 0, all);
  }

  bool uses_last() const {
    if (renderer_.key_ != nullptr && renderer_.key_->names_use_last) {
      return *renderer_.key_->names_use_last;
    }
    return options_.et_al_use_last.value_or(false);
  }

  bool inverted(const Name& name, int place) const {
    if (options_.form == NameForm::short_form) return false;
    if (!name.is_person()) return false;
    const NameOrder order = options_.sort_order.value_or(NameOrder::none);
    return order == NameOrder::all || (order == NameOrder::first && place == 0);
  }

  static bool precedes(PrecedesLast rule, bool contextual, bool after_inverted) {
    switch (rule) {
      case PrecedesLast::contextual:
        return contextual;
      case PrecedesLast::after_inverted_name:
        return after_inverted;
      case PrecedesLast::always:
        return true;
      case PrecedesLast::never:
        return false;
    }
    return contextual;
  }

  RichText name_text(const Name& name, int place) {
    if (substitutes(place)) return RichText(*renderer_.substitute_);
    PersonFormat format;
    format.is_short = options_.form == NameForm::short_form;
    format.inverted = inverted(name, place);
    format.sorting = renderer_.sorting_;
    format.demote = renderer_.style_.demote;
    format.initialize = options_.initialize.value_or(true);
    format.initialize_with = options_.initialize_with;
    format.hyphen = renderer_.style_.initialize_with_hyphen;
    format.separator = options_.sort_separator.value_or(", ");
    if (renderer_.area_ == Area::citation && renderer_.cite_->disambiguation != nullptr) {
      const auto& levels = renderer_.cite_->disambiguation->given_names;
      const auto level = levels.find(Renderer::name_key(name));
      if (level != levels.end()) {
        format.is_short = false;
        if (level->second == 2) format.initialize_with.reset();
      }
    }
    return person_text(
        name, format,
        PartFormat{[&](const std::string& text, bool family) {
                     ElementFormat part = family ? element_.family : element_.given;
                     part.prefix.clear();
                     part.suffix.clear();
                     return renderer_.formatted(parse_markup(text), part);
                   },
                   [&](RichText text, bool family) {
                     const ElementFormat& part = family ? element_.family : element_.given;
                     return renderer_.formatted(
                         std::move(text),
                         ElementFormat{.prefix = part.prefix, .suffix = part.suffix});
                   }});
  }

  bool substitutes(int place) const {
    return renderer_.substitute_ != nullptr && !renderer_.names_done_ &&
           place < renderer_.substitute_count_;
  }

  RichText et_al() {
    const std::string term = renderer_.locale_.text(element_.et_al_term).value_or("");
    return renderer_.formatted(RichText(term), element_.et_al_format);
  }

  RichText conjunction() {
    if (options_.conjunction == And::symbol) {
      const Term* symbol = renderer_.locale_.find("and", TermForm::symbol);
      return RichText(symbol == nullptr ? "&" : symbol->single);
    }
    return RichText(renderer_.locale_.text("and").value_or("and"));
  }

  RichText joined(const std::vector<Name>& names, int shown) {
    if (substitutes(0) && renderer_.substitute_whole_) return RichText(*renderer_.substitute_);
    const int all = static_cast<int>(names.size());
    const std::string delimiter = options_.delimiter.value_or(", ");
    std::vector<RichText> pieces;
    for (int i = 0; i < shown; ++i) {
      pieces.push_back(name_text(names[static_cast<std::size_t>(i)], i));
    }
    if (shown == all) return joined_whole(names, std::move(pieces), delimiter);
    if (uses_last() && shown + 1 < all) {
      RichText text = concatenated(std::move(pieces), delimiter);
      text.append(RichText(delimiter + "\u2026 "));
      text.append(name_text(names.back(), all - 1));
      return text;
    }
    return joined_cut(names, std::move(pieces), delimiter, shown);
  }

  static RichText concatenated(std::vector<RichText> pieces, const std::string& delimiter) {
    RichText text;
    for (RichText& piece : pieces) {
      if (piece.empty()) continue;
      if (!text.empty()) text.join(RichText(delimiter));
      text.join(std::move(piece));
    }
    return text;
  }

  RichText joined_whole(const std::vector<Name>& names, std::vector<RichText> pieces,
                        const std::string& delimiter) {
    const int count = static_cast<int>(pieces.size());
    if (count < 2 || options_.conjunction.value_or(And::none) == And::none) {
      return concatenated(std::move(pieces), delimiter);
    }
    RichText last = std::move(pieces.back());
    pieces.pop_back();
    RichText text = concatenated(std::move(pieces), delimiter);
    const bool comma =
        precedes(options_.precedes_last.value_or(PrecedesLast::contextual), count > 2,
                 inverted(names[static_cast<std::size_t>(count - 2)], count - 2));
    text.join(RichText(comma ? delimiter : " "));
    if (text.last() != ' ') text.append(RichText(" "));
    text.append(conjunction());
    text.append(RichText(" "));
    text.append(std::move(last));
    return text;
  }

  RichText joined_cut(const std::vector<Name>& names, std::vector<RichText> pieces,
                      const std::string& delimiter, int shown) {
    RichText text = concatenated(std::move(pieces), delimiter);
    RichText rest = et_al();
    if (rest.empty() || text.empty()) return text;
    const bool comma =
        precedes(options_.precedes_et_al.value_or(PrecedesLast::contextual), shown > 1,
                 shown > 0 && inverted(names[static_cast<std::size_t>(shown - 1)], shown - 1));
    text.join(RichText(comma ? delimiter : " "));
    text.append(std::move(rest));
    return text;
  }

  RichText label_text(const std::string& variable, int count) {
    using Plural = LabelElement::Plural;
    const LabelElement& label = *element_.label;
    const bool plural =
        label.plural == Plural::always || (label.plural == Plural::contextual && count > 1);
    return renderer_.formatted(
        RichText(renderer_.locale_.text(variable, label.form, plural).value_or("")), label.format);
  }

  Renderer& renderer_;
  const NamesElement& element_;
  NameOptions options_;
};

std::string Renderer::name_key(const Name& name) {
  return name.literal + "|" + name.family + "|" + name.non_dropping_particle + "|" + name.given +
         "|" + name.suffix;
}

Output Renderer::render_names(const NamesElement& names, const ElementFormat& format) {
  Output output;
  output.calls_variable = true;
  NameOptions options = names.options.over(outer_names_);
  if (sorting_) options.sort_order = NameOrder::all;
  std::vector<std::pair<std::string, const std::vector<Name>*>> lists;
  for (const std::string& variable : names.variables) {
    const std::vector<Name>* list = cite_->reference->names_of(variable);
    if (list == nullptr || list->empty() || substituted_.contains(variable)) continue;
    lists.emplace_back(variable, list);
  }
  const bool is_pair = names.variables.size() == 2 && lists.size() == 2 &&
                       *lists[0].second == *lists[1].second &&
                       (names.variables[0] == "editor" || names.variables[1] == "editor") &&
                       (names.variables[0] == "translator" || names.variables[1] == "translator");
  if (is_pair && !locale_.text("editortranslator").value_or("").empty()) {
    lists.pop_back();
    lists.front().first = "editortranslator";
  }
  if (cite_->suppress_author && !names_done_ && !lists.empty()) {
    names_done_ = true;
    return output;
  }
  NamesRenderer renderer(*this, names, options);
  std::vector<RichText> pieces;
  int counted = 0;
  for (const auto& [variable, list] : lists) {
    if (used_ != nullptr) {
      if (variable == "editortranslator") used_->insert({"editor", "translator"});
      used_->insert(variable);
    }
    pieces.push_back(renderer.list(variable, *list, counted));
    for (const Name& name : *list) names_seen_.push_back(&name);
  }
  if (options.form == NameForm::count && counted > 0) {
    output.text = RichText(std::to_string(counted));
  } else {
    output.text = join_all(std::move(pieces), options.names_delimiter.value_or(""));
  }
  if (!output.text.empty()) {
    output.has_variable = true;
    output.text = formatted(std::move(output.text), format);
    if (!names_done_) {
      names_done_ = true;
      first_names_.text = output.text;
      for (const auto& [variable, list] : lists) {
        for (const Name& name : *list) first_names_.names.push_back(&name);
      }
    }
    return output;
  }
  if (!names.substitute) return output;
  for (const Element& alternative : *names.substitute) {
    std::set<std::string, std::less<>> used;
    auto* outer = used_;
    used_ = &used;
    Output substitute = render_element(alternative);
    used_ = outer;
    if (substitute.text.empty()) continue;
    if (used_ != nullptr) used_->insert(used.begin(), used.end());
    substituted_.insert(used.begin(), used.end());
    if (!names_done_) {
      names_done_ = true;
      first_names_.text = substitute.text;
      if (substitute_ != nullptr && substitute_whole_) substitute.text = RichText(*substitute_);
    }
    return substitute;
  }
  return output;
}

std::string Renderer::sort_names(const Cite& cite, const std::string& variable,
                                 const SortKey& key) {
  begin(cite);
  sorting_ = true;
  key_ = &key;
  NamesElement names;
  names.variables = {variable};
  names.options.form = NameForm::long_form;
  return render_names(names, {}).text.plain();
}

}  // namespace pressmark::csl
