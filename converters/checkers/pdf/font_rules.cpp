#include <algorithm>
#include <cmath>
#include <optional>

#include "converters/checkers/pdf/rules.h"
#include "converters/checkers/pdf/text.h"
#include "core/base/utf8.h"

namespace pressmark::pdf_check {
namespace {

constexpr double most_difference = 1.0;  // of widths, in 1/1000 em

std::uint32_t big_endian(std::string_view octets, std::size_t offset, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = offset; i < offset + count && i < octets.size(); ++i) {
    value = value << 8 | static_cast<unsigned char>(octets[i]);
  }
  return value;
}

// The advance widths of a TrueType or OpenType program (OpenType: head, hhea, hmtx).
class ProgramWidths {
 public:
  // Absent where the program has no such tables.
  static std::optional<ProgramWidths> read(std::string_view program) {
    ProgramWidths widths;
    const auto head = table(program, "head");
    const auto hhea = table(program, "hhea");
    const auto hmtx = table(program, "hmtx");
    if (!head || !hhea || !hmtx) return std::nullopt;
    widths.units_ = big_endian(*head, 18, 2);
    widths.count_ = big_endian(*hhea, 34, 2);
    widths.metrics_ = Bytes(*hmtx);
    if (widths.units_ == 0 || widths.count_ == 0) return std::nullopt;
    return widths;
  }

  // In 1/1000 em.
  double of(std::uint32_t glyph) const {
    const std::size_t entry = std::min(glyph, count_ - 1);
    return big_endian(metrics_, entry * 4, 2) * 1000.0 / units_;
  }

 private:
  static std::optional<std::string_view> table(std::string_view program, std::string_view tag) {
    const std::uint32_t tables = big_endian(program, 4, 2);
    for (std::size_t i = 0; i < tables && 12 + i * 16 + 16 <= program.size(); ++i) {
      const std::string_view entry = program.substr(12 + i * 16, 16);
      if (!entry.starts_with(tag)) continue;
      const std::uint32_t offset = big_endian(entry, 8, 4);
      if (offset > program.size()) return std::nullopt;
      return program.substr(offset, big_endian(entry, 12, 4));
    }
    return std::nullopt;
  }

  std::uint32_t units_ = 0;
  std::uint32_t count_ = 0;
  Bytes metrics_;
};

// The widths of a CIDFont's dictionary (ISO 32000-1, 9.7.4.3).
std::map<std::uint32_t, double> declared_widths(const File& file, const Object& font) {
  std::map<std::uint32_t, double> widths;
  const Array* array = file.get(font, "W").array();
  if (array == nullptr) return widths;
  for (std::size_t i = 0; i + 1 < array->size();) {
    const auto first = static_cast<std::uint32_t>(file.resolve((*array)[i]).integer().value_or(0));
    const Object& second = file.resolve((*array)[i + 1]);
    if (const Array* run = second.array()) {
      for (std::size_t n = 0; n < run->size(); ++n) {
        widths[first + static_cast<std::uint32_t>(n)] =
            file.resolve((*run)[n]).number().value_or(0);
      }
      i += 2;
    } else if (i + 2 < array->size()) {
      const auto last = static_cast<std::uint32_t>(second.integer().value_or(0));
      const double width = file.resolve((*array)[i + 2]).number().value_or(0);
      for (std::uint32_t id = first; id <= std::min(last, first + 0xFFFF); ++id) widths[id] = width;
      i += 3;
    } else {
      break;
    }
  }
  return widths;
}

bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || c >= 0x100000;
}

class FontChecker {
 public:
  FontChecker(const Subject& subject, std::int64_t number, const UsedFont& font)
      : subject_(subject), file_(subject.file), font_(font) {
    place_ = "font " + std::string(file_.get(*font.dictionary, "BaseFont").name()) + ", object " +
             std::to_string(number);
  }

  void check() {
    const std::string_view kind = file_.get(*font_.dictionary, "Subtype").name();
    if (kind == "Type3") return;
    if (kind == "Type0") {
      const Array* descendants = file_.get(*font_.dictionary, "DescendantFonts").array();
      if (descendants == nullptr || descendants->empty()) {
        return report("pdf-syntax", "it has no descendant");
      }
      const Object& descendant = file_.resolve(descendants->front());
      check_program(file_.get(descendant, "FontDescriptor"));
      if (check_glyph_map(descendant)) check_glyphs(descendant);
    } else {
      check_program(file_.get(*font_.dictionary, "FontDescriptor"));
    }
    check_texts(kind == "Type0");
  }

 private:
  void report(std::string_view code, std::string text) {
    subject_.report(code, place_, std::move(text));
  }

  void check_program(const Object& descriptor) {
    for (const std::string_view key : {"FontFile", "FontFile2", "FontFile3"}) {
      const Dictionary* entries = descriptor.dictionary();
      const IndirectObject* stream = entries == nullptr ? nullptr : file_.find(entries->find(key));
      if (stream == nullptr || !stream->is_stream) continue;
      if (Result<Bytes> octets = file_.unpack(*stream)) program_ = std::move(*octets);
      return;
    }
    if (!font_.shown.empty()) report("pdfa-6.2.11.4.1-1", "its program is not embedded");
  }

  // Whether it is known which glyphs the CIDs stand for.
  bool check_glyph_map(const Object& descendant) {
    if (!file_.get(descendant, "Subtype").is_name("CIDFontType2")) return true;
    const Dictionary* entries = descendant.dictionary();
    const Object* map = entries->find("CIDToGIDMap");
    const IndirectObject* stream = file_.find(map);
    if (stream != nullptr && stream->is_stream) {
      if (Result<Bytes> octets = file_.unpack(*stream)) glyph_map_ = std::move(*octets);
    } else if (!file_.resolve(map).is_name("Identity")) {
      report("pdfa-6.2.11.3.2-1", "CIDToGIDMap is neither Identity nor a stream");
      return false;
    }
    return true;
  }

  std::uint32_t glyph_of(std::uint32_t id) const {
    return glyph_map_ ? big_endian(*glyph_map_, std::size_t{id} * 2, 2) : id;
  }

  void check_glyphs(const Object& descendant) {
    const bool is_true_type = file_.get(descendant, "Subtype").is_name("CIDFontType2");
    const auto widths = declared_widths(file_, descendant);
    const double other_width = file_.get(descendant, "DW").number().value_or(1000);
    const auto program = is_true_type ? ProgramWidths::read(program_) : std::nullopt;
    bool is_missing_told = false;
    bool is_width_told = false;
    for (const std::uint32_t code : font_.shown) {
      const std::uint32_t id = font_.codes.character_id(code);
      const std::uint32_t glyph = is_true_type ? glyph_of(id) : id;
      if (glyph == 0 && !is_missing_told) {
        report("pdfa-6.2.11.8-1", "the glyph .notdef is shown, by code " + std::to_string(code));
        is_missing_told = true;
      }
      if (!program || is_width_told || glyph == 0) continue;
      const auto declared = widths.find(id);
      const double width = declared == widths.end() ? other_width : declared->second;
      if (std::abs(width - program->of(glyph)) > most_difference) {
        report("pdfa-6.2.11.5-1",
               "the width of code " + std::to_string(code) + " is not the program's");
        is_width_told = true;
      }
    }
  }

  void check_texts(bool is_composite) {
    if (!font_.to_unicode) {
      // Simple fonts may tell their characters by their encoding.
      if (is_composite && !font_.shown.empty()) {
        report("pdfa-6.2.11.7.2-1", "it has no ToUnicode map");
      }
      return;
    }
    std::set<std::string_view> told;
    const auto tell = [&](std::string_view code, std::string text) {
      if (told.insert(code).second) report(code, std::move(text));
    };
    for (const std::uint32_t code : font_.shown) {
      const Bytes* utf16 = font_.to_unicode->unicode(code);
      if (utf16 == nullptr || utf16->empty()) {
        if (is_composite) {
          tell("pdfa-6.2.11.7.2-1", "code " + std::to_string(code) + " has no Unicode value");
        }
        continue;
      }
      const std::string text = utf8_of_utf16(*utf16);
      for (std::size_t i = 0; i < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, i);
        i += static_cast<std::size_t>(std::max(decoded.size, 1));
        const char32_t c = decoded.code_point;
        if (c == 0 || c == 0xFEFF || c == 0xFFFE) {
          tell("pdfa-6.2.11.7.2-2",
               "code " + std::to_string(code) + " is mapped to U+0000, U+FEFF or U+FFFE");
        } else if (is_private(c) && font_.unreplaced.contains(code)) {
          tell("pdfa-6.2.11.7.3-1", "code " + std::to_string(code) +
                                        " is mapped to a private character without ActualText");
        }
      }
    }
  }

  const Subject& subject_;
  const File& file_;
  const UsedFont& font_;
  std::string place_;
  Bytes program_;
  std::optional<Bytes> glyph_map_;
};

}  // namespace

void check_fonts(const Subject& subject, const UsedContent& used) {
  for (const auto& [number, font] : used.fonts) {
    if (font.dictionary != nullptr) FontChecker(subject, number, font).check();
  }
}

}  // namespace pressmark::pdf_check
