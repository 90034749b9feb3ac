// The two places where fonts are looked for: file names in folders, then fontconfig.
#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "converters/exporters/pdf/fonts/font_library.h"

namespace pressmark::pdf {
namespace {

// Where Debian's font packages install the families that are used by default.
constexpr const char* debian_folders[] = {
    "/usr/share/fonts/truetype/noto/",
    "/usr/share/fonts/opentype/noto/",
    "/usr/share/fonts/truetype/dejavu/",
};

std::string style_name(Weight weight, Slant slant, const char* italic) {
  std::string name = weight == Weight::bold ? "Bold" : "";
  if (slant == Slant::italic) name += italic;
  return name;
}

bool is_outline_file(std::string_view path) {
  const std::string_view end = path.size() > 4 ? path.substr(path.size() - 4) : path;
  return end == ".ttf" || end == ".otf" || end == ".ttc" || end == ".otc" || end == ".TTF" ||
         end == ".OTF";
}

// The font files in the folder and below it, in the order of their paths.
std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  std::filesystem::recursive_directory_iterator at(folder, error);
  for (; !error && at != std::filesystem::recursive_directory_iterator(); at.increment(error)) {
    std::error_code ignored;
    if (at->is_regular_file(ignored) && is_outline_file(at->path().native())) {
      paths.push_back(at->path().native());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

class Fonts : public FontSource {
 public:
  Fonts(std::vector<std::string> folders, std::string only)
      : folders_(std::move(folders)), only_(std::move(only)) {}
  ~Fonts() override {
    if (characters_ != nullptr) FcCharSetDestroy(characters_);
    if (all_fonts_ != nullptr) FcFontSetDestroy(all_fonts_);
    if (config_ != nullptr) FcConfigDestroy(config_);
  }

  std::optional<FontFile> find_file(std::string_view family, Weight weight, Slant slant) override {
    std::string stem(family);
    std::erase(stem, ' ');
    std::vector<std::string> styles;
    if (weight == Weight::regular && slant == Slant::upright) {
      styles = {"-Regular", ""};
    } else {
      styles = {"-" + style_name(weight, slant, "Italic"),
                "-" + style_name(weight, slant, "Oblique")};
    }
    for (const std::string& style : styles) {
      if (auto found = find_stem(stem + style, 0)) return found;
    }
    return std::nullopt;
  }

  std::optional<FontFile> find_family(std::string_view family, Weight weight,
                                      Slant slant) override {
    const std::string name(family);
    FcPattern* pattern = make_pattern(weight, slant);
    FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>(name.c_str()));
    return match(pattern, name);
  }

  std::optional<FontFile> find_stem(std::string_view stem, unsigned index) override {
    if (stem.find('/') != std::string_view::npos) return std::nullopt;
    for (const std::string& folder : folders_) {
      for (const char* extension : {".ttf", ".ttc", ".otf"}) {
        std::string path = folder + std::string(stem) + extension;
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored))
          return FontFile{std::move(path), index};
      }
    }
    return std::nullopt;
  }

  std::optional<FontFile> find_character(char32_t code_point, const Face& face) override {
    if (!listed_) list_faces();
    if (FcCharSetHasChar(characters_, code_point) == FcFalse) return std::nullopt;
    const ListedFace* best = nullptr;
    for (const ListedFace& listed : faces_) {
      if (FcCharSetHasChar(listed.characters, code_point) == FcFalse) continue;
      if (best == nullptr || distance(listed, face) < distance(*best, face)) best = &listed;
    }
    if (best == nullptr) return std::nullopt;
    return best->file;
  }

 private:
  static FcPattern* make_pattern(Weight weight, Slant slant) {
    FcPattern* pattern = FcPatternCreate();
    FcPatternAddInteger(pattern, FC_WEIGHT,
                        weight == Weight::bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT,
                        slant == Slant::italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_OUTLINE, FcTrue);
    FcPatternAddBool(pattern, FC_COLOR, FcFalse);
    FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
    return pattern;
  }

  struct ListedFace {
    FontFile file;
    FcCharSet* characters = nullptr;  // owned by all_fonts_
    bool bold = false;
    bool italic = false;
    bool serif = false;
    bool mono = false;
  };

  static int distance(const ListedFace& listed, const Face& face) {
    return (listed.serif != (face.genre == Genre::serif) ? 1 : 0) +
           (listed.mono != (face.genre == Genre::mono) ? 2 : 0) +
           (listed.bold != (face.weight == Weight::bold) ? 4 : 0) +
           (listed.italic != (face.slant == Slant::italic) ? 4 : 0);
  }

  // All faces with their characters, once: matching anew for each of many characters would take
  // milliseconds each.
  void list_faces() {
    listed_ = true;
    characters_ = FcCharSetCreate();
    FcPattern* pattern = FcPatternCreate();
    FcObjectSet* objects = FcObjectSetBuild(FC_FILE, FC_INDEX, FC_CHARSET, FC_WEIGHT, FC_SLANT,
                                            FC_SPACING, FC_FAMILY, FC_VARIABLE, FC_COLOR, nullptr);
    all_fonts_ = FcFontList(config(), pattern, objects);
    FcObjectSetDestroy(objects);
    FcPatternDestroy(pattern);
    for (int i = 0; all_fonts_ != nullptr && i < all_fonts_->nfont; ++i) {
      add_face(all_fonts_->fonts[i]);
    }
    std::sort(faces_.begin(), faces_.end(), [](const ListedFace& a, const ListedFace& b) {
      return std::pair(a.file.path, a.file.index) < std::pair(b.file.path, b.file.index);
    });
  }

  void add_face(FcPattern* font) {
    FcChar8* file = nullptr;
    FcChar8* family = nullptr;
    int index = 0;
    int weight = FC_WEIGHT_REGULAR;
    int slant = FC_SLANT_ROMAN;
    int spacing = FC_PROPORTIONAL;
    FcBool variable = FcFalse;
    FcBool colour = FcFalse;
    ListedFace face;
    if (FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch ||
        FcPatternGetCharSet(font, FC_CHARSET, 0, &face.characters) != FcResultMatch ||
        FcPatternGetInteger(font, FC_INDEX, 0, &index) != FcResultMatch) {
      return;
    }
    FcPatternGetBool(font, FC_VARIABLE, 0, &variable);
    FcPatternGetBool(font, FC_COLOR, 0, &colour);
    const std::string path = reinterpret_cast<const char*>(file);
    if (variable == FcTrue || colour == FcTrue || index > 0xFFFF || !is_outline_file(path)) return;
    FcPatternGetInteger(font, FC_WEIGHT, 0, &weight);
    FcPatternGetInteger(font, FC_SLANT, 0, &slant);
    FcPatternGetInteger(font, FC_SPACING, 0, &spacing);
    face.file = {path, static_cast<unsigned>(index)};
    face.bold = weight > FC_WEIGHT_MEDIUM;
    face.italic = slant != FC_SLANT_ROMAN;
    face.mono = spacing == FC_MONO;
    if (FcPatternGetString(font, FC_FAMILY, 0, &family) == FcResultMatch) {
      face.serif = std::string_view(reinterpret_cast<const char*>(family)).find("Serif") !=
                   std::string_view::npos;
    }
    FcBool changed = FcFalse;
    FcCharSetMerge(characters_, face.characters, &changed);
    faces_.push_back(std::move(face));
  }

  FcConfig* config() {
    if (config_ == nullptr) {
      if (only_.empty()) {
        config_ = FcInitLoadConfigAndFonts();
      } else {
        config_ = FcConfigCreate();
        // File by file: for a folder fontconfig looks for a place for its cache, and prints that
        // it has none.
        for (const std::string& path : files_below(only_)) {
          FcConfigAppFontAddFile(config_, reinterpret_cast<const FcChar8*>(path.c_str()));
        }
      }
    }
    return config_;
  }

  // Takes the pattern. fontconfig always finds something, so a wanted family is compared.
  std::optional<FontFile> match(FcPattern* pattern, const std::string& family) {
    std::optional<FontFile> found;
    FcConfigSubstitute(config(), pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result = FcResultNoMatch;
    if (FcPattern* best = FcFontMatch(config(), pattern, &result)) {
      FcChar8* file = nullptr;
      int index = 0;
      const bool usable = FcPatternGetString(best, FC_FILE, 0, &file) == FcResultMatch &&
                          FcPatternGetInteger(best, FC_INDEX, 0, &index) == FcResultMatch &&
                          is_outline_file(reinterpret_cast<const char*>(file));
      if (usable && (family.empty() || has_family(best, family))) {
        // The upper half of the index is a named instance of a variable font.
        found =
            FontFile{reinterpret_cast<const char*>(file), static_cast<unsigned>(index) & 0xFFFF};
      }
      FcPatternDestroy(best);
    }
    FcPatternDestroy(pattern);
    return found;
  }

  static bool has_family(FcPattern* pattern, const std::string& family) {
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; ++i) {
      if (FcStrCmpIgnoreCase(name, reinterpret_cast<const FcChar8*>(family.c_str())) == 0) {
        return true;
      }
    }
    return false;
  }

  std::vector<std::string> folders_;
  std::string only_;  // the one folder; empty: the machine's configuration
  FcConfig* config_ = nullptr;
  bool listed_ = false;
  FcFontSet* all_fonts_ = nullptr;
  FcCharSet* characters_ = nullptr;  // of all faces
  std::vector<ListedFace> faces_;
};

}  // namespace

std::unique_ptr<FontSource> system_fonts() {
  return std::make_unique<Fonts>(
      std::vector<std::string>(std::begin(debian_folders), std::end(debian_folders)), "");
}

std::unique_ptr<FontSource> folder_fonts(std::string folder) {
  if (!folder.empty() && folder.back() != '/') folder += '/';
  return std::make_unique<Fonts>(std::vector<std::string>{folder}, folder);
}

}  // namespace pressmark::pdf
