#include "converters/checkers/pdf/content.h"

#include <algorithm>

#include "converters/checkers/pdf/lexer.h"

namespace pressmark::pdf_check {
namespace {

constexpr int most_forms = 16;           // inside one another
constexpr std::size_t most_states = 28;  // ISO 19005-3, 6.1.13
constexpr int most_tree_depth = 64;
constexpr std::size_t most_operators = 50'000'000;  // forms may draw others many times
constexpr std::int64_t invisible_mode = 3;

const std::set<std::string_view>& operators() {
  static const std::set<std::string_view> all = {
      "b",  "B",  "b*", "B*", "BDC", "BI",  "BMC", "BT", "BX", "c",  "cm", "cs", "CS", "d",  "d0",
      "d1", "Do", "DP", "EI", "EMC", "ET",  "EX",  "f",  "F",  "f*", "g",  "G",  "gs", "h",  "i",
      "ID", "j",  "J",  "k",  "K",   "l",   "m",   "M",  "MP", "n",  "q",  "Q",  "re", "rg", "RG",
      "ri", "s",  "S",  "sc", "SC",  "scn", "SCN", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ",
      "TL", "Tm", "Tr", "Ts", "Tw",  "Tz",  "v",   "w",  "W",  "W*", "y",  "'",  "\""};
  return all;
}

bool is_painting(std::string_view word) {
  static const std::set<std::string_view> painting = {"b",  "B", "b*", "B*", "f", "F",
                                                      "f*", "s", "S",  "sh", "EI"};
  return painting.contains(word);
}

// The device colour space that an operator chooses; empty for none.
std::string_view chosen_space(std::string_view word) {
  if (word == "rg" || word == "RG") return "DeviceRGB";
  if (word == "g" || word == "G") return "DeviceGray";
  if (word == "k" || word == "K") return "DeviceCMYK";
  return {};
}

class ContentReader {
 public:
  ContentReader(const Subject& subject, const StructureTree& tree, UsedContent& used)
      : subject_(subject), file_(subject.file), tree_(tree), used_(used) {}

  void read_page(std::int64_t number, std::size_t index) {
    place_ = "page " + std::to_string(index + 1);
    page_ = number;
    open_.clear();
    reported_.clear();
    const Object& page = file_.objects().at(number).value;
    const Object* owner_key = page.dictionary()->find("StructParents");
    const auto key = owner_key == nullptr ? std::nullopt : file_.resolve(*owner_key).integer();
    owners_ = key ? file_.resolve(tree_.parent_entry(*key)).array() : nullptr;
    Bytes octets;
    const Object& contents = file_.get(page, "Contents");
    if (const Array* parts = contents.array()) {
      for (const Object& part : *parts) append(part, octets);
    } else if (const Object* part = page.dictionary()->find("Contents")) {
      append(*part, octets);
    }
    read(octets, inherited(page, "Resources"), 0);
    if (!open_.empty()) report("pdfua-7.1-3", "a marked-content sequence is not closed");
  }

 private:
  struct Sequence {
    bool is_artifact = false;
    bool is_content = false;  // has an MCID that an element owns
    bool has_text = false;    // ActualText
  };
  struct State {
    UsedFont* font = nullptr;
    std::int64_t mode = 0;
  };

  // Once for each page and code: one mistake may be made by thousands of operators.
  void report(std::string_view code, std::string text) {
    if (reported_.insert(std::string(code) + text).second) {
      subject_.report(code, place_, std::move(text));
    }
  }

  void append(const Object& part, Bytes& octets) {
    const IndirectObject* stream = file_.find(&part);
    if (stream == nullptr || !stream->is_stream) return;
    const Result<Bytes> unpacked = file_.unpack(*stream);
    if (!unpacked) return report("pdf-syntax", "the content: " + unpacked.error().message());
    octets += *unpacked;
    octets += '\n';
  }

  const Object& inherited(const Object& page, std::string_view key) const {
    const Object* node = &page;
    for (int i = 0; i < most_tree_depth; ++i) {
      const Object& value = file_.get(*node, key);
      if (!value.is_null() || node->dictionary() == nullptr) return value;
      node = &file_.get(*node, "Parent");
    }
    return *node;
  }

  void read(std::string_view octets, const Object& resources, int depth) {
    Lexer lexer(octets, 0, Lexer::References::no);
    Array operands;
    std::vector<State> saved;
    State state;
    while (true) {
      auto object = lexer.next();
      if (!object) {
        lexer.skip_white_space();
        if (lexer.position() < octets.size()) report("pdf-syntax", "the content cannot be read");
        return;
      }
      const auto* keyword = std::get_if<Keyword>(&object->data);
      if (keyword == nullptr) {
        operands.push_back(std::move(*object));
        continue;
      }
      if (++operators_ > most_operators) {
        return report("pdf-syntax", "the pages have more than 50,000,000 operators");
      }
      const Bytes& word = keyword->word;
      if (word == "q") {
        saved.push_back(state);
        if (saved.size() > most_states && !subject_.claims.is_archive_4()) {
          report("pdfa-6.1.13-8", "q is nested over 28 deep");
        }
      } else if (word == "Q") {
        if (!saved.empty()) {
          state = saved.back();
          saved.pop_back();
        }
      } else if (word == "ID") {
        skip_inline_image(octets, lexer);
      } else {
        act(word, operands, resources, state, depth);
      }
      operands.clear();
    }
  }

  // Inline images end with EI between white space.
  static void skip_inline_image(std::string_view octets, Lexer& lexer) {
    for (std::size_t place = octets.find("EI", lexer.position()); place != std::string_view::npos;
         place = octets.find("EI", place + 1)) {
      const bool ends = place + 2 >= octets.size() || is_white_space(octets[place + 2]);
      if (place > 0 && is_white_space(octets[place - 1]) && ends) {
        lexer.set_position(place);
        return;
      }
    }
    lexer.set_position(octets.size());
  }

  void act(std::string_view word, const Array& operands, const Object& resources, State& state,
           int depth) {
    if (!operators().contains(word)) {
      report("pdfa-6.2.2-1", "there is no operator '" + std::string(word) + "'");
    } else if (word == "BMC" || word == "BDC") {
      open(operands, resources);
    } else if (word == "EMC") {
      if (!open_.empty()) open_.pop_back();
    } else if (word == "Tf" && !operands.empty()) {
      state.font = font_of(operands[0], resources);
    } else if (word == "Tr" && !operands.empty()) {
      state.mode = operands[0].integer().value_or(0);
    } else if (word == "Tj" || word == "TJ" || word == "'" || word == "\"") {
      show(operands, state);
    } else if (word == "Do" && !operands.empty()) {
      draw(operands[0], resources, depth);
    } else if (is_painting(word)) {
      check_marked();
    }
    if (const std::string_view space = chosen_space(word); !space.empty()) {
      used_.colour_spaces.emplace(space);
    } else if ((word == "cs" || word == "CS") && !operands.empty()) {
      used_.colour_spaces.emplace(operands[0].name());
    }
  }

  void open(const Array& operands, const Object& resources) {
    Sequence sequence;
    if (operands.empty()) {
      open_.push_back(sequence);
      return;
    }
    sequence.is_artifact = operands[0].is_name("Artifact");
    if (operands.size() > 1) {
      const Object& properties =
          operands[1].dictionary() != nullptr
              ? operands[1]
              : file_.get(file_.get(resources, "Properties"), operands[1].name());
      sequence.has_text = !file_.get(properties, "ActualText").is_null();
      if (const auto id = file_.get(properties, "MCID").integer()) {
        used_.marked.emplace(page_, *id);
        sequence.is_content = is_owned(*id);
        if (!sequence.is_content) {
          report("pdfua-7.1-3", "marked content " + std::to_string(*id) +
                                    " belongs to no element of the structure");
        }
      }
    }
    const auto any = [this](bool Sequence::*kind) {
      return std::any_of(open_.begin(), open_.end(),
                         [kind](const Sequence& outer) { return outer.*kind; });
    };
    if (sequence.is_artifact && any(&Sequence::is_content)) {
      report("pdfua-7.1-1", "an artifact stands inside content of the structure");
    }
    if (sequence.is_content && any(&Sequence::is_artifact)) {
      report("pdfua-7.1-2", "content of the structure stands inside an artifact");
    }
    open_.push_back(sequence);
  }

  // Whether the parent tree names an element for the MCID of this page, and that element has it.
  bool is_owned(std::int64_t id) const {
    if (owners_ == nullptr || id < 0 || static_cast<std::size_t>(id) >= owners_->size())
      return false;
    const Reference* reference = (*owners_)[static_cast<std::size_t>(id)].reference();
    const int element = reference == nullptr ? -1 : tree_.find(reference->number);
    if (element < 0) return false;
    const auto& contents = tree_[element].contents;
    return std::any_of(contents.begin(), contents.end(), [this, id](const MarkedContent& content) {
      return content.second == id && (content.first == page_ || is_in_form_);
    });
  }

  void check_marked() {
    const bool is_marked = std::any_of(open_.begin(), open_.end(), [](const Sequence& sequence) {
      return sequence.is_artifact || sequence.is_content;
    });
    if (!is_marked) {
      report("pdfua-7.1-3",
             "something is painted that is neither an artifact nor in the structure");
    }
  }

  UsedFont* font_of(const Object& name, const Object& resources) {
    const Object& fonts = file_.get(resources, "Font");
    const Dictionary* entries = fonts.dictionary();
    const Object* entry = entries == nullptr ? nullptr : entries->find(name.name());
    const Reference* reference = entry == nullptr ? nullptr : entry->reference();
    const Dictionary* dictionary = file_.resolve(entry).dictionary();
    if (reference == nullptr || dictionary == nullptr) {
      report("pdf-syntax", "the font '" + std::string(name.name()) + "' is not in the resources");
      return nullptr;
    }
    UsedFont& font = used_.fonts[reference->number];
    if (font.dictionary == nullptr) {
      font.dictionary = dictionary;
      font.codes = codes_of(*dictionary);
      const IndirectObject* map = file_.find(dictionary->find("ToUnicode"));
      if (map != nullptr && map->is_stream) {
        if (const Result<Bytes> octets = file_.unpack(*map)) {
          font.to_unicode = CodeMap::read(*octets);
        }
      }
    }
    return &font;
  }

  CodeMap codes_of(const Dictionary& font) const {
    if (!file_.get(font, "Subtype").is_name("Type0")) return CodeMap::one_octet();
    const IndirectObject* map = file_.find(font.find("Encoding"));
    if (map != nullptr && map->is_stream) {
      if (const Result<Bytes> octets = file_.unpack(*map)) return CodeMap::read(*octets);
    }
    return CodeMap::identity();
  }

  void show(const Array& operands, const State& state) {
    check_marked();
    if (operands.empty() || state.font == nullptr) return;
    const Object& last = operands.back();
    if (const Bytes* string = last.string()) show_string(*string, state);
    if (const Array* parts = last.array()) {
      for (const Object& part : *parts) {
        if (const Bytes* string = part.string()) show_string(*string, state);
      }
    }
  }

  void show_string(const Bytes& string, const State& state) {
    const bool is_replaced = std::any_of(open_.begin(), open_.end(), [](const Sequence& sequence) {
      return sequence.has_text || sequence.is_artifact;
    });
    for (const std::uint32_t code : state.font->codes.codes_of(string)) {
      (state.mode == invisible_mode ? state.font->invisible : state.font->shown).insert(code);
      if (!is_replaced) state.font->unreplaced.insert(code);
    }
  }

  void draw(const Object& name, const Object& resources, int depth) {
    const Object& objects = file_.get(resources, "XObject");
    const Dictionary* entries = objects.dictionary();
    const IndirectObject* object =
        entries == nullptr ? nullptr : file_.find(entries->find(name.name()));
    if (object == nullptr || !object->is_stream) return;
    if (!file_.get(object->value, "Subtype").is_name("Form")) {
      check_marked();
      return;
    }
    if (depth >= most_forms) return report("pdf-syntax", "forms are nested too deep");
    const Result<Bytes> octets = file_.unpack(*object);
    if (!octets) return report("pdf-syntax", "a form: " + octets.error().message());
    const Object& own = file_.get(object->value, "Resources");
    const Array* outer_owners = owners_;
    const bool was_in_form = is_in_form_;
    if (const auto key = file_.get(object->value, "StructParents").integer()) {
      owners_ = file_.resolve(tree_.parent_entry(*key)).array();
      is_in_form_ = true;
    }
    read(*octets, own.is_null() ? resources : own, depth + 1);
    owners_ = outer_owners;
    is_in_form_ = was_in_form;
  }

  const Subject& subject_;
  const File& file_;
  const StructureTree& tree_;
  UsedContent& used_;
  std::string place_;
  std::int64_t page_ = 0;
  const Array* owners_ = nullptr;
  bool is_in_form_ = false;  // one with elements of its own
  std::size_t operators_ = 0;
  std::vector<Sequence> open_;
  std::set<std::string> reported_;
};

void collect_pages(const File& file, const Object& node, int depth, std::set<std::int64_t>& seen,
                   std::vector<std::int64_t>& pages) {
  const Array* kids = file.get(node, "Kids").array();
  if (kids == nullptr || depth > most_tree_depth) return;
  for (const Object& kid : *kids) {
    const Reference* reference = kid.reference();
    const Object& own = file.resolve(kid);
    if (reference == nullptr || own.dictionary() == nullptr) continue;
    if (!seen.insert(reference->number).second) continue;
    if (file.get(own, "Kids").array() != nullptr) {
      collect_pages(file, own, depth + 1, seen, pages);
    } else if (file.objects().contains(reference->number)) {
      pages.push_back(reference->number);
    }
  }
}

}  // namespace

std::vector<std::int64_t> page_numbers(const Subject& subject) {
  std::vector<std::int64_t> pages;
  std::set<std::int64_t> seen;
  collect_pages(subject.file, subject.file.get(subject.catalog, "Pages"), 0, seen, pages);
  return pages;
}

UsedContent check_content(const Subject& subject, const StructureTree& tree) {
  UsedContent used;
  ContentReader reader(subject, tree, used);
  const std::vector<std::int64_t> pages = page_numbers(subject);
  for (std::size_t i = 0; i < pages.size(); ++i) reader.read_page(pages[i], i);
  return used;
}

}  // namespace pressmark::pdf_check
