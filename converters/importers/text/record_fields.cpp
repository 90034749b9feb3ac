#include <algorithm>
#include <optional>
#include <utility>

#include "converters/importers/text/byline.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/date_line.h"
#include "converters/importers/text/embargo.h"
#include "converters/importers/text/front.h"
#include "converters/importers/text/header_fields.h"
#include "converters/importers/text/links.h"
#include "converters/importers/text/person.h"
#include "converters/importers/text/wire_marks.h"
#include "core/model/validate.h"

namespace pressmark::plain_text {
namespace {

std::optional<Variable> variable_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::title:
      return Variable::title;
    case FieldKind::subtitle:
      return Variable::subtitle;
    case FieldKind::source:
      return Variable::source;
    case FieldKind::publication:
      return Variable::container_title;
    case FieldKind::publisher:
      return Variable::publisher;
    case FieldKind::place:
      return Variable::publisher_place;
    case FieldKind::section:
      return Variable::section;
    case FieldKind::rights:
      return Variable::rights;
    case FieldKind::issn:
      return Variable::issn;
    case FieldKind::volume:
      return Variable::volume;
    case FieldKind::issue:
      return Variable::issue;
    case FieldKind::pages:
      return Variable::page;
    case FieldKind::abstract_text:
      return Variable::abstract_text;
    default:
      return {};
  }
}

std::optional<Role> role_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::author:
      return Role::author;
    case FieldKind::editor:
      return Role::editor;
    case FieldKind::translator:
      return Role::translator;
    default:
      return {};
  }
}

class FieldApplier {
 public:
  FieldApplier(Builder& builder, std::string_view language, Document& document)
      : builder_(builder), language_(language), document_(document) {}

  void apply(const Field& field) {
    if (field.value.empty()) return;
    if (field.kind == FieldKind::ignored) {
      builder_.diagnostics().report(line_left_out, location(field),
                                    field.label + ": " + field.value);
      return;
    }
    // When a text may be published is not when it was.
    const std::string line = field.label + ": " + field.value;
    if (embargo_kind(line, fold(line)) == SlugKind::embargo) {
      document_.metadata.offer(Variable::status, line,
                               Evidence{"text:header." + field.label, {}, location(field), 0.9});
      return;
    }
    if (field.kind == FieldKind::unknown || field.kind == FieldKind::contact) {
      document_.metadata.extra[field.label] = field.value;
      return;
    }
    // "Subject: BC-Ferry, 1st Ld": what the wire calls it, and the headline stands below.
    if (field.kind == FieldKind::title && slug_kind(field.value) == SlugKind::routing) {
      builder_.diagnostics().report(line_left_out, location(field),
                                    field.label + ": " + field.value);
      return;
    }
    const Evidence because{
        "text:header." + field.label, {}, location(field), field.confidence, false};
    Metadata& record = document_.metadata;
    if (const auto variable = variable_of(field.kind)) {
      record.offer(*variable, field.value, because);
      if (field.kind == FieldKind::title && document_.front.headline.empty()) {
        document_.front.headline = builder_.inlines(field.value);
      } else if (field.kind == FieldKind::subtitle) {
        document_.front.deck = builder_.inlines(field.value);
      }
    } else if (const auto role = role_of(field.kind)) {
      add_names(field, *role, because);
    } else {
      apply_typed(field, because);
    }
  }

 private:
  static Location location(const Field& field) {
    return Location{static_cast<int>(field.line.number), field.line.indent + 1};
  }

  void apply_typed(const Field& field, Evidence because) {
    because.raw = field.value;
    Metadata& record = document_.metadata;
    bool understood = true;
    switch (field.kind) {
      case FieldKind::date:
      case FieldKind::modified:
        understood = add_date(field, because);
        break;
      case FieldKind::url:
        understood = add_url(field, because);
        break;
      case FieldKind::language:
        understood = is_language_tag(field.value);
        if (understood) {
          document_.language = field.value;
          record.offer(Variable::language, field.value, because);
        }
        break;
      case FieldKind::doi:
        understood = !doi_of(field.value).empty();
        record.offer(Variable::doi, std::string(doi_of(field.value)), because);
        break;
      case FieldKind::keywords:
        add_keywords(field.value, because);
        break;
      default:
        break;
    }
    if (!understood) report(field);
  }

  void report(const Field& field) {
    builder_.diagnostics().report(field_not_understood, location(field),
                                  field.label + ": " + field.value);
  }

  bool add_date(const Field& field, const Evidence& because) {
    const DateVariable variable =
        field.kind == FieldKind::date ? DateVariable::issued : DateVariable::modified;
    std::optional<Date> date = parse_date(field.value);
    if (!date) {
      if (const auto line = find_date_line(field.value, language_))
        date = line->values.front().date;
    }
    if (!date) return false;
    document_.metadata.offer(variable, *date, because);
    return true;
  }

  bool add_url(const Field& field, const Evidence& because) {
    const auto link = find_link_at(field.value, 0);
    if (!link || link->length != field.value.size()) return false;
    document_.metadata.offer(Variable::url, link->target, because);
    return true;
  }

  void add_keywords(std::string_view words, const Evidence& because) {
    if (words.starts_with('[') && words.ends_with(']')) words = words.substr(1, words.size() - 2);
    while (!words.empty()) {
      const std::size_t end = std::min(words.find_first_of(";,"), words.size());
      std::string_view word = trim(words.substr(0, end));
      words.remove_prefix(std::min(end + 1, words.size()));
      if (word.size() > 1 && word.front() == '"' && word.back() == '"') {
        word = word.substr(1, word.size() - 2);
      }
      auto& all = document_.metadata.keywords;
      const bool known = std::ranges::any_of(all, [&](const auto& k) { return k.value == word; });
      if (!word.empty() && !known) all.push_back({std::string(word), because});
    }
  }

  // "Ada Example <ada@example.org>", "Example, Ada", "Ada Example and Ben Sample".
  void add_names(const Field& field, Role role, Evidence because) {
    std::string_view value = field.value;
    const std::size_t bracket = value.find('<');
    if (bracket != std::string_view::npos && bracket > 0) value = trim(value.substr(0, bracket));
    if (value.size() > 1 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    // "ada@paper.example (Ada Example)", as Usenet has it
    const std::size_t comment = value.find(" (");
    if (comment != value.npos && value.ends_with(')') &&
        value.substr(0, comment).find('@') != value.npos) {
      value = value.substr(comment + 2, value.size() - comment - 3);
    }
    if (value != field.value) because.raw = field.value;
    // An address alone names nobody.
    const auto address = find_link_at(value, 0);
    if (address && address->length == value.size()) {
      document_.metadata.extra[field.label] = std::string(value);
      return;
    }
    const auto byline = find_byline(value, BylineForms::all);
    if (byline) {
      for (const BylineName& name : byline->names) {
        Contributor contributor = name.contributor;
        contributor.role = role;
        contributor.evidence = because;
        document_.metadata.contributors.push_back(std::move(contributor));
      }
      return;
    }
    Name name = literal_name(std::string(value));
    const std::size_t comma = value.find(", ");
    if (comma != std::string_view::npos && value.find(',', comma + 1) == std::string_view::npos) {
      const std::string_view family = trim(value.substr(0, comma));
      const std::string_view given = trim(value.substr(comma + 1));
      const std::string whole = std::string(given) + " " + std::string(family);
      if (looks_like_person(whole)) name = person_name(std::string(given), std::string(family));
    }
    document_.metadata.contributors.push_back(Contributor{role, std::move(name), {}, because});
  }

  Builder& builder_;
  std::string_view language_;
  Document& document_;
};

}  // namespace

void apply_header_fields(const HeaderFields& fields, Builder& builder, std::string_view language,
                         Document& document) {
  FieldApplier applier(builder, language, document);
  for (const Field& field : fields.fields) applier.apply(field);
}

}  // namespace pressmark::plain_text
