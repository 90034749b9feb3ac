// Telling cites of different references apart ("Disambiguation").
#include <algorithm>

#include "converters/citation/csl/processor_state.h"

namespace pressmark::csl {
namespace {

// More names than this are not added one by one.
constexpr int most_names = 60;

class Disambiguator {
 public:
  Disambiguator(const Style& style, const Locale& locale, std::vector<Cite> cites,
                std::vector<Disambiguation>& data)
      : style_(style),
        renderer_(style, locale, Area::citation),
        cites_(std::move(cites)),
        data_(data) {
    for (std::size_t i = 0; i < cites_.size(); ++i) cites_[i].disambiguation = &data_[i];
    if (!cites_.empty()) texts_.resize(cites_.size());
  }

  void run(const std::vector<std::size_t>& order) {
    const CitationLayout& layout = style_.citation;
    render_all();
    if (layout.add_given_name && layout.given_name_rule != GivenNameRule::by_cite) {
      expand_all_names();
      render_all();
    }
    for (const Group& group : ambiguous()) {
      if (layout.add_names) add_names(group);
    }
    if (layout.add_given_name && layout.given_name_rule == GivenNameRule::by_cite) {
      for (const Group& group : ambiguous()) add_given_names(group);
    }
    if (layout.add_names && layout.add_given_name) {
      for (const Group& group : ambiguous()) add_both(group);
    }
    for (const Group& group : ambiguous()) try_condition(group);
    if (layout.add_year_suffix) add_year_suffixes(order);
  }

 private:
  using Group = std::vector<std::size_t>;

  std::string text_of(std::size_t i) { return renderer_.render(cites_[i]).plain(); }
  void render_all() {
    for (std::size_t i = 0; i < cites_.size(); ++i) texts_[i] = text_of(i);
  }
  void render(const Group& group) {
    for (const std::size_t i : group) texts_[i] = text_of(i);
  }

  std::vector<Group> ambiguous_in(const Group& members) const {
    std::map<std::string, Group> by_text;
    for (const std::size_t i : members) by_text[texts_[i]].push_back(i);
    std::vector<Group> groups;
    for (auto& [text, group] : by_text) {
      if (group.size() > 1) groups.push_back(std::move(group));
    }
    return groups;
  }
  std::vector<Group> ambiguous() const {
    Group all(cites_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    return ambiguous_in(all);
  }

  int most_names_of(const Group& group) const {
    int most = 0;
    for (const std::size_t i : group) {
      for (const auto& [variable, names] : cites_[i].reference->names) {
        most = std::max(most, static_cast<int>(names.size()));
      }
    }
    return std::min(most, most_names);
  }

  // Shows more names, as few as it takes; keeps only those that tell something apart.
  void add_names(const Group& group) {
    const int most = most_names_of(group);
    for (int shown = 2; shown <= most; ++shown) {
      std::vector<int> before;
      for (const std::size_t i : group) {
        before.push_back(data_[i].names_shown);
        data_[i].names_shown = shown;
      }
      render(group);
      const std::vector<Group> rest = ambiguous_in(group);
      if (rest.size() == 1 && rest.front().size() == group.size()) {
        for (std::size_t k = 0; k < group.size(); ++k) data_[group[k]].names_shown = before[k];
        render(group);
        continue;
      }
      for (const Group& part : rest) {
        // What is ambiguous still goes on from here; if nothing helps it has no more names than
        // before.
        add_names_from(part, shown, most);
      }
      return;
    }
  }

  void add_names_from(const Group& group, int shown, int most) {
    for (int next = shown + 1; next <= most; ++next) {
      for (const std::size_t i : group) data_[i].names_shown = next;
      render(group);
      const std::vector<Group> rest = ambiguous_in(group);
      if (rest.size() == 1 && rest.front().size() == group.size()) continue;
      for (const Group& part : rest) add_names_from(part, next, most);
      return;
    }
    for (const std::size_t i : group) data_[i].names_shown = shown;
    render(group);
  }

  // Shows initials or given names, from the first name on, while that tells cites apart.
  void add_given_names(const Group& group) {
    const int most = most_names_of(group);
    for (int place = 0; place < most; ++place) {
      for (const int level : {1, 2}) {
        std::vector<std::map<std::string, int, std::less<>>> before;
        for (const std::size_t i : group) {
          before.push_back(data_[i].given_names);
          raise(i, place, level);
        }
        render(group);
        const std::vector<Group> rest = ambiguous_in(group);
        if (rest.size() == 1 && rest.front().size() == group.size()) {
          for (std::size_t k = 0; k < group.size(); ++k) {
            data_[group[k]].given_names = before[k];
          }
          render(group);
          continue;
        }
        for (const Group& part : rest) add_given_names(part);
        return;
      }
    }
  }

  // More names and, of those, given names.
  void add_both(const Group& group) {
    const int most = most_names_of(group);
    for (int shown = 2; shown <= most; ++shown) {
      std::vector<int> before;
      for (const std::size_t i : group) {
        before.push_back(data_[i].names_shown);
        data_[i].names_shown = shown;
      }
      add_given_names(group);
      const std::vector<Group> rest = ambiguous_in(group);
      if (rest.empty() || rest.size() > 1 || rest.front().size() != group.size()) {
        for (const Group& part : rest) add_both_from(part, shown + 1, most);
        return;
      }
      for (std::size_t k = 0; k < group.size(); ++k) data_[group[k]].names_shown = before[k];
      render(group);
    }
  }
  void add_both_from(const Group& group, int shown, int most) {
    if (shown > most) return;
    for (const std::size_t i : group) data_[i].names_shown = std::max(data_[i].names_shown, shown);
    add_given_names(group);
    for (const Group& part : ambiguous_in(group)) add_both_from(part, shown + 1, most);
  }

  void raise(std::size_t i, int place, int level) {
    renderer_.render(cites_[i]);
    const std::vector<const Name*>& names = renderer_.first_names().names;
    if (place >= static_cast<int>(names.size())) return;
    const Name& name = *names[static_cast<std::size_t>(place)];
    if (name.is_person()) data_[i].given_names[Renderer::name_key(name)] = level;
  }

  // The rules that look at names for themselves: every name that is rendered as another person's is
  // expanded, in all cites.
  void expand_all_names() {
    const GivenNameRule rule = style_.citation.given_name_rule;
    const bool primary =
        rule == GivenNameRule::primary_name || rule == GivenNameRule::primary_name_with_initials;
    const bool only_initials = rule == GivenNameRule::all_names_with_initials ||
                               rule == GivenNameRule::primary_name_with_initials;
    std::map<std::string, std::map<std::string, const Name*>> by_family;
    std::vector<std::vector<const Name*>> seen(cites_.size());
    for (std::size_t i = 0; i < cites_.size(); ++i) {
      renderer_.render(cites_[i]);
      for (const Name* name : renderer_.names_seen()) {
        if (!name->is_person()) continue;
        by_family[name->non_dropping_particle + "|" + name->family][Renderer::name_key(*name)] =
            name;
        seen[i].push_back(name);
        if (primary) break;
      }
    }
    std::map<std::string, int, std::less<>> levels;
    for (const auto& [family, persons] : by_family) {
      if (persons.size() < 2) continue;
      for (const auto& [key, name] : persons) {
        const int level = level_for(*name, persons, only_initials);
        if (level > 0) levels[key] = level;
      }
    }
    for (std::size_t i = 0; i < cites_.size(); ++i) {
      for (const Name* name : seen[i]) {
        const auto level = levels.find(Renderer::name_key(*name));
        if (level != levels.end()) data_[i].given_names[level->first] = level->second;
      }
    }
  }

  int level_for(const Name& name, const std::map<std::string, const Name*>& persons,
                bool only_initials) const {
    bool others = false;         // another person at all
    bool same_initials = false;  // one whom initials do not tell apart
    bool other_initials = false;
    for (const auto& [key, other] : persons) {
      if (letters_of(*other) == letters_of(name)) continue;
      others = true;
      const bool same = initials_of(*other) == initials_of(name);
      same_initials = same_initials || same;
      other_initials = other_initials || !same;
    }
    if (!others) return 0;
    if (only_initials) return other_initials ? 1 : 0;
    return same_initials ? 2 : 1;
  }
  // The given name without spaces and full stops: "J. J." and "J.J." are one person.
  static std::string letters_of(const Name& name) {
    std::string letters = name.given;
    std::erase_if(letters, [](char c) { return c == ' ' || c == '.'; });
    return letters;
  }
  static std::string initials_of(const Name& name) {
    std::string initials;
    bool start = true;
    for (const char c : name.given) {
      if (start && c != ' ') initials += c;
      start = c == ' ' || c == '-';
    }
    return initials;
  }

  void try_condition(const Group& group) {
    for (const std::size_t i : group) data_[i].condition = true;
    render(group);
    const std::vector<Group> rest = ambiguous_in(group);
    if (rest.size() == 1 && rest.front().size() == group.size()) {
      for (const std::size_t i : group) data_[i].condition = false;
      render(group);
    }
  }

  void add_year_suffixes(const std::vector<std::size_t>& order) {
    std::vector<std::size_t> rank(cites_.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    for (Group group : ambiguous()) {
      std::ranges::sort(group, [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
      for (std::size_t k = 0; k < group.size(); ++k) {
        data_[group[k]].year_suffix = letters(k);
      }
    }
  }

  // a to z, then aa, ab, ...
  static std::string letters(std::size_t number) {
    std::string text;
    for (;;) {
      text.insert(text.begin(), static_cast<char>('a' + number % 26));
      if (number < 26) return text;
      number = number / 26 - 1;
    }
  }

  const Style& style_;
  Renderer renderer_;
  std::vector<Cite> cites_;
  std::vector<Disambiguation>& data_;
  std::vector<std::string> texts_;
};

// Whether some element of the style asks for the condition.
bool tests_disambiguation(const Elements& elements) {
  for (const Element& element : elements) {
    if (const auto* group = std::get_if<GroupElement>(&element.kind)) {
      if (tests_disambiguation(group->children)) return true;
    }
    if (const auto* choose = std::get_if<ChooseElement>(&element.kind)) {
      for (const Branch& branch : choose->branches) {
        for (const Condition& condition : branch.conditions) {
          if (condition.test == Condition::Test::disambiguate) return true;
        }
        if (tests_disambiguation(branch.children)) return true;
      }
    }
  }
  return false;
}

}  // namespace

void disambiguate(const Style& style, const Locale& locale, std::vector<Cite> cites,
                  const std::vector<std::size_t>& order,
                  std::vector<Disambiguation>& disambiguations) {
  const CitationLayout& layout = style.citation;
  bool needed = layout.add_names || layout.add_given_name || layout.add_year_suffix ||
                tests_disambiguation(layout.children);
  for (const auto& [name, elements] : style.macros) {
    needed = needed || tests_disambiguation(elements);
  }
  if (!needed) return;
  Disambiguator(style, locale, std::move(cites), disambiguations).run(order);
}

}  // namespace pressmark::csl
