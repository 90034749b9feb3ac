// converters/exporters/pdf/fonts/font_library.h: finds the fonts of this machine, or of one folder,
// by family and by character, and opens each file once for all documents.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "converters/exporters/pdf/fonts/font.h"
#include "converters/exporters/pdf/fonts/hyphenation_patterns.h"
#include "core/base/result.h"

namespace pressmark::pdf {

enum class Weight { regular, bold };
enum class Slant { upright, italic };
// The kind of face, where a family is absent or lacks a character.
enum class Genre { serif, sans, mono };
// The regional form of Chinese characters (the same code point is drawn differently).
enum class Region { simplified_chinese, traditional_chinese, hong_kong, japanese, korean };

// How the face of a text should look.
struct Face {
  Genre genre = Genre::serif;
  Weight weight = Weight::regular;
  Slant slant = Slant::upright;
  auto operator<=>(const Face&) const = default;
};

// A face as a place in a file.
struct FontFile {
  std::string path;
  unsigned index = 0;  // of the face in a collection
};

// Where fonts come from. Called by one thread at a time.
class FontSource {
 public:
  virtual ~FontSource() = default;
  // The family with exactly this weight and slant where its file has the usual name; quick.
  virtual std::optional<FontFile> find_file(std::string_view family, Weight weight,
                                            Slant slant) = 0;
  // The face of the family that is nearest to weight and slant, whatever its file's name; slow.
  virtual std::optional<FontFile> find_family(std::string_view family, Weight weight,
                                              Slant slant) = 0;
  // The file with this name before its extension; quick.
  virtual std::optional<FontFile> find_stem(std::string_view stem, unsigned index) = 0;
  // Any face that has the character; slow.
  virtual std::optional<FontFile> find_character(char32_t code_point, const Face& face) = 0;
};

// The fonts of the machine: Debian's usual folders by file name first, which takes microseconds,
// and fontconfig, whose start takes tens of milliseconds, only for what is not found there.
std::unique_ptr<FontSource> system_fonts();
// The fonts in `folder` and below it and no others: the same output on every machine.
std::unique_ptr<FontSource> folder_fonts(std::string folder);

// Safe to use from many threads; the fonts are immutable and live as long as anyone holds them.
class FontLibrary {
 public:
  explicit FontLibrary(std::unique_ptr<FontSource> source);

  // A face of the family; of another weight or slant where it has no such face. Null where the
  // family is absent or forbids embedding.
  std::shared_ptr<const Font> find(std::string_view family, Weight weight, Slant slant);

  // The family, or the default families of the genre in its place. Fails with
  // ErrorKind::missing_tool, naming the packages that have them, where there is no font at all.
  Result<std::shared_ptr<const Font>> find_or_default(std::string_view family, const Face& face);

  // The fallback fonts for a script (an ICU UScriptCode), best first, without those that are not
  // installed.
  std::vector<std::shared_ptr<const Font>> for_script(int script, Region region, const Face& face);

  // The hyphenation dictionaries, which documents share as they share fonts.
  HyphenationPatterns& hyphenation() { return hyphenation_; }

  // Any font of the machine with a glyph for the character; null where none has.
  std::shared_ptr<const Font> for_character(char32_t code_point, const Face& face);

 private:
  std::shared_ptr<const Font> open(const std::optional<FontFile>& file);
  std::shared_ptr<const Font> find_quickly(std::string_view family, Weight weight, Slant slant);
  std::shared_ptr<const Font> find_thoroughly(std::string_view family, Weight weight, Slant slant);

  HyphenationPatterns hyphenation_;
  std::mutex mutex_;
  std::unique_ptr<FontSource> source_;
  std::map<std::pair<std::string, unsigned>, std::shared_ptr<const Font>> opened_;
  std::map<std::tuple<std::string, Weight, Slant>, std::shared_ptr<const Font>> by_file_;
  std::map<std::tuple<std::string, Weight, Slant>, std::shared_ptr<const Font>> by_family_;
  std::map<std::tuple<int, Region, Face>, std::vector<std::shared_ptr<const Font>>> by_script_;
  std::map<std::pair<char32_t, Face>, std::shared_ptr<const Font>> by_character_;
};

// Debian's package that has fonts for the character, for messages.
std::string_view package_for(char32_t code_point);

}  // namespace pressmark::pdf
