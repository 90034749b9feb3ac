#include <algorithm>
#include <array>

#include "converters/common/citation_key.h"
#include "converters/common/marc_relators.h"
#include "converters/common/xml_reader.h"
#include "converters/records/record_builder.h"
#include "converters/records/records.h"
#include "core/base/ascii.h"

namespace pressmark::records {
namespace {

constexpr std::string_view mods_namespace = "http://www.loc.gov/mods/v3";
constexpr int deepest = 64;

struct GenreName {
  std::string_view name;
  ItemType type;
};

// Words of MARC's genre terms and of other writers; CSL's own names are read beside them.
constexpr std::array genre_names = {
    GenreName{"newspaper article", ItemType::article_newspaper},
    GenreName{"newspaper", ItemType::article_newspaper},
    GenreName{"magazine article", ItemType::article_magazine},
    GenreName{"journal article", ItemType::article_journal},
    GenreName{"academic journal", ItemType::article_journal},
    GenreName{"blog post", ItemType::post_weblog},
    GenreName{"blog", ItemType::post_weblog},
    GenreName{"web page", ItemType::webpage},
    GenreName{"web site", ItemType::webpage},
    GenreName{"website", ItemType::webpage},
    GenreName{"conference publication", ItemType::paper_conference},
    GenreName{"technical report", ItemType::report},
};

std::optional<ItemType> type_of_genre(std::string_view words) {
  std::string name = ascii::to_lower(words);
  const auto found = std::ranges::find(genre_names, name, &GenreName::name);
  if (found != genre_names.end()) return found->type;
  for (const char divider : {'-', '_'}) {
    std::string csl = name;
    std::ranges::replace(csl, ' ', divider);
    if (const auto type = parse_item_type(csl)) return type;
  }
  return {};
}

std::optional<Role> role_of(std::string_view term) {
  const std::string name = ascii::to_lower(term);
  // bibutils' word for the authors of newspapers' articles.
  if (name == "reporter") return Role::author;
  if (const auto role = parse_role(name)) return role;
  return role_of_relator(name);
}

std::string text_in(const XmlNode& parent, std::string_view element) {
  const XmlNode* child = parent.child(element);
  return child == nullptr ? std::string() : trimmed(child->all_text());
}

// EDTF's day of an unknown year is our "--10-12".
std::string written_date(const XmlNode& node) {
  std::string text = trimmed(node.all_text());
  if (text.starts_with("XXXX-")) text.replace(0, 4, "-");
  return text;
}

class ModsReader {
 public:
  ModsReader(std::string_view source, Diagnostics& diagnostics)
      : source_(source), record_(source, diagnostics) {}

  Metadata read(const XmlNode& mods) {
    for (const XmlNode& node : mods.children) {
      if (!node.is_text() && node.name_space == mods_namespace) take(node);
    }
    Metadata done = record_.take();
    if (!key_.empty() && key_ != citation_key(done)) {
      done.set(Variable::citation_key, key_, {.source = std::string(source_)});
    }
    return done;
  }

 private:
  void take(const XmlNode& node) {
    if (node.name == "titleInfo") {
      title(node);
    } else if (node.name == "name") {
      name(node, std::nullopt);
    } else if (node.name == "genre") {
      genre(trimmed(node.all_text()));
    } else if (node.name == "originInfo") {
      origin(node);
    } else if (node.name == "language") {
      language(node);
    } else if (node.name == "physicalDescription") {
      record_.text(Variable::number_of_pages, text_in(node, "extent"), "extent");
    } else if (node.name == "abstract") {
      record_.text(Variable::abstract_text, node.all_text(), "abstract");
    } else if (node.name == "subject") {
      for (const XmlNode& topic : node.children) {
        if (topic.name == "topic") record_.keyword(topic.all_text());
      }
    } else if (node.name == "note") {
      note(node);
    } else if (node.name == "relatedItem") {
      related(node);
    } else if (node.name == "identifier") {
      identifier(node);
    } else if (node.name == "location") {
      location(node);
    } else if (node.name == "accessCondition") {
      rights(node);
    } else if (node.name == "part") {
      part(node);
    } else if (node.name == "recordInfo") {
      key_ = text_in(node, "recordIdentifier");
    } else if (node.name != "typeOfResource") {
      record_.unknown(node.name, node.all_text());
    }
  }

  static std::string title_words(const XmlNode& node) {
    const std::string article = text_in(node, "nonSort");
    std::string words = text_in(node, "title");
    if (article.empty()) return words;
    return article + (article.ends_with('\'') || article.ends_with("’") ? "" : " ") + words;
  }

  void title(const XmlNode& node) {
    const std::string& type = node.attribute("type");
    const std::string words = title_words(node);
    if (type == "abbreviated") return record_.text(Variable::title_short, words, "titleInfo");
    if (type == "alternative") return record_.text(Variable::headline, words, "titleInfo");
    if (!type.empty()) return record_.unknown("titleInfo." + type, words);
    record_.text(Variable::title, words, "titleInfo");
    record_.text(Variable::subtitle, text_in(node, "subTitle"), "subTitle");
  }

  void name(const XmlNode& node, std::optional<Role> given_role) {
    const Name value = name_of(node);
    std::optional<Role> role = given_role;
    for (const XmlNode& roles : node.children) {
      if (roles.name != "role" || given_role) continue;
      for (const XmlNode& term : roles.children) {
        const std::string word = trimmed(term.all_text());
        if (ascii::to_lower(word) == "source") {
          return record_.text(Variable::source, display_name(value), "name");
        }
        if (!role) role = role_of(word);
      }
    }
    record_.name(role.value_or(Role::author), value, text_in(node, "description"));
  }

  static void add_word(std::string& all, const std::string& word) {
    if (!all.empty() && !word.empty()) all += ' ';
    all += word;
  }

  static Name name_of(const XmlNode& node) {
    Name name;
    std::string whole;
    for (const XmlNode& part : node.children) {
      const std::string text = trimmed(part.all_text());
      const std::string& type = part.attribute("type");
      if (part.name == "nameIdentifier") {
        name.uri = text;
        const bool bare = type == "orcid" && text.find("://") == std::string::npos;
        if (bare) name.uri = "https://orcid.org/" + text;
      } else if (part.name != "namePart") {
        continue;
      } else if (type == "family") {
        add_word(name.family, text);
      } else if (type == "given") {
        add_word(name.given, text);
      } else if (type == "termsOfAddress") {
        add_word(name.suffix, text);
      } else if (type.empty()) {
        add_word(whole, text);
      }
    }
    if (!name.family.empty() || !name.given.empty() || whole.empty()) return name;
    Name made = node.attribute("type") == "personal" ? name_by_commas(whole) : literal_name(whole);
    made.uri = name.uri;
    if (made.is_person() && made.suffix.empty()) made.suffix = name.suffix;
    return made;
  }

  void genre(const std::string& words) {
    const auto type = typed_ ? std::nullopt : type_of_genre(words);
    if (!type) return record_.text(Variable::genre, words, "genre");
    typed_ = true;
    record_.type(*type);
  }

  void origin(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
      if (child.name == "place") {
        for (const XmlNode& term : child.children) {
          if (term.name == "placeTerm" && term.attribute("type") != "code") {
            record_.text(Variable::publisher_place, term.all_text(), "placeTerm");
          }
        }
      } else if (child.name == "publisher") {
        record_.text(Variable::publisher, child.all_text(), "publisher");
      } else if (child.name == "edition") {
        record_.text(Variable::edition, child.all_text(), "edition");
      } else if (child.name == "dateIssued") {
        record_.date(DateVariable::issued, written_date(child), "dateIssued");
      } else if (child.name == "dateModified") {
        record_.date(DateVariable::modified, written_date(child), "dateModified");
      } else if (child.name == "dateOther") {
        const auto variable = parse_date_variable(child.attribute("type"));
        if (!variable) {
          record_.ignore("dateOther");
        } else {
          record_.date(*variable, written_date(child), "dateOther");
        }
      }
    }
  }

  // BCP 47 before the codes that have no regions.
  void language(const XmlNode& node) {
    std::string tag;
    for (const XmlNode& term : node.children) {
      if (term.name != "languageTerm" || term.attribute("type") != "code") continue;
      const std::string& authority = term.attribute("authority");
      if (tag.empty() || authority == "rfc5646" || authority == "rfc4646") {
        tag = trimmed(term.all_text());
      }
    }
    if (tag.empty()) tag = text_in(node, "languageTerm");
    record_.text(Variable::language, tag, "language");
  }

  void note(const XmlNode& node) {
    const std::string& type = node.attribute("type");
    const auto variable = parse_variable(type);
    record_.text(variable.value_or(Variable::note), node.all_text(),
                 type.empty() ? "note" : "note." + type);
  }

  void related(const XmlNode& node) {
    const std::string& type = node.attribute("type");
    if (type == "series") {
      if (const XmlNode* info = node.child("titleInfo")) {
        record_.text(Variable::collection_title, title_words(*info), "series");
        record_.text(Variable::collection_number, text_in(*info, "partNumber"), "series");
      }
      return;
    }
    if (type != "host") return;
    for (const XmlNode& child : node.children) {
      if (child.name == "titleInfo") {
        const bool is_short = child.attribute("type") == "abbreviated";
        record_.text(is_short ? Variable::container_title_short : Variable::container_title,
                     title_words(child), "host");
      } else if (child.name == "name") {
        name(child, Role::container_author);
      } else if (child.name == "identifier") {
        const std::string& scheme = child.attribute("type");
        const auto variable = scheme == "issn"   ? std::optional(Variable::issn)
                              : scheme == "isbn" ? std::optional(Variable::isbn)
                                                 : std::nullopt;
        if (variable) record_.text(*variable, child.all_text(), "host");
      } else if (child.name == "part") {
        part(child);
      } else if (child.name == "originInfo") {
        origin(child);
      }
    }
  }

  void part(const XmlNode& node) {
    using Pair = std::pair<std::string_view, Variable>;
    constexpr std::array details = {
        Pair{"volume", Variable::volume},          Pair{"issue", Variable::issue},
        Pair{"number", Variable::number},          Pair{"part", Variable::part},
        Pair{"chapter", Variable::chapter_number}, Pair{"supplement", Variable::supplement}};
    for (const XmlNode& child : node.children) {
      if (child.name == "detail") {
        const auto found = std::ranges::find_if(
            details, [&](const Pair& pair) { return pair.first == child.attribute("type"); });
        if (found != details.end()) {
          record_.text(found->second, text_in(child, "number"), found->first);
        }
      } else if (child.name == "extent") {
        const std::string first = text_in(child, "start");
        const std::string last = text_in(child, "end");
        record_.text(Variable::page, last.empty() ? first : first + "-" + last, "extent");
      } else if (child.name == "date") {
        record_.date(DateVariable::issued, written_date(child), "part.date");
      }
    }
  }

  void identifier(const XmlNode& node) {
    const std::string type = ascii::to_lower(node.attribute("type"));
    const std::string value = trimmed(node.all_text());
    if (type == "doi") return record_.doi(value, "identifier");
    if (type == "uri" && value.starts_with("urn:")) {
      return record_.text(Variable::identifier, value, "identifier");
    }
    if (type == "uri" || type == "url") return record_.text(Variable::url, value, "identifier");
    for (const Variable variable :
         {Variable::issn, Variable::isbn, Variable::pmid, Variable::pmcid}) {
      if (ascii::to_lower(to_string(variable)) == type) {
        return record_.text(variable, value, "identifier");
      }
    }
    record_.unknown(type.empty() ? "identifier" : type, value);
  }

  void location(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
      if (child.name == "url") {
        record_.text(Variable::url, child.all_text(), "url");
        std::string accessed = child.attribute("dateLastAccessed");
        if (accessed.starts_with("XXXX-")) accessed.replace(0, 4, "-");
        record_.date(DateVariable::accessed, accessed, "dateLastAccessed");
      } else if (child.name == "shelfLocator") {
        record_.text(Variable::call_number, child.all_text(), "shelfLocator");
      }
    }
  }

  void rights(const XmlNode& node) {
    const std::string words = trimmed(node.all_text());
    const std::string& address = node.attribute("xlink:href");
    record_.text(Variable::license, address, "accessCondition");
    if (words == address) return;
    const bool is_address = words.starts_with("http://") || words.starts_with("https://");
    const bool licence = address.empty() && is_address;
    record_.text(licence ? Variable::license : Variable::rights, words, "accessCondition");
  }

  std::string_view source_;
  RecordBuilder record_;
  std::string key_;
  bool typed_ = false;
};

}  // namespace

Result<std::vector<Metadata>> read_mods(std::string_view octets, std::string_view source,
                                        Context& context) {
  const Result<XmlNode> root = read_xml(octets, context.limits, deepest);
  if (!root) return root.error();
  std::vector<Metadata> records;
  const auto read = [&](const XmlNode& mods) {
    records.push_back(ModsReader(source, context.diagnostics).read(mods));
  };
  if (root->name_space == mods_namespace && root->name == "mods") read(*root);
  if (root->name_space == mods_namespace && root->name == "modsCollection") {
    for (const XmlNode& child : root->children) {
      if (child.name == "mods" && child.name_space == mods_namespace) read(child);
    }
  }
  if (records.empty()) {
    return Error(ErrorKind::unrecognised, "this XML is no MODS record",
                 "the root is 'mods' or 'modsCollection' of " + std::string(mods_namespace));
  }
  return records;
}

}  // namespace pressmark::records
