#include "converters/exporters/pdf/layout/shaper.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

constexpr std::size_t longest_cached = 64;  // bytes

bool is_east_asian(int script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO;
}

bool uses_base_family(int script) {
  return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_LATIN ||
         script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

// What a font need not have: HarfBuzz leaves these out or makes them of others.
bool needs_no_glyph(char32_t c, const Font& font) {
  if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return true;
  if (u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR) return font.glyph_for(' ') != 0;
  return c == 0x2011 && font.glyph_for(0x2010) != 0;
}

bool covers(const Font& font, const std::vector<char32_t>& cluster) {
  return std::all_of(cluster.begin(), cluster.end(),
                     [&](char32_t c) { return font.glyph_for(c) != 0 || needs_no_glyph(c, font); });
}

// Whether the letters join across: what stands beside such a text decides on its glyphs.
bool is_joining(int script) {
  return script == USCRIPT_ARABIC || script == USCRIPT_SYRIAC || script == USCRIPT_NKO ||
         script == USCRIPT_MONGOLIAN || script == USCRIPT_ADLAM || script == USCRIPT_MANDAIC ||
         script == USCRIPT_HANIFI_ROHINGYA;
}

}  // namespace

Result<Done> FontSet::open() {
  auto font = library_.find_or_default(style_.serif_family, {});
  if (!font) return font.error();
  bases_.emplace(Face{}, index_of(*font));
  return Done{};
}

int FontSet::index_of(const std::shared_ptr<const Font>& font) {
  const auto [place, is_new] = indexes_.emplace(font.get(), static_cast<int>(fonts_.size()));
  if (is_new) fonts_.push_back(font);
  return place->second;
}

int FontSet::base(const Face& face) {
  if (const auto found = bases_.find(face); found != bases_.end()) return found->second;
  const std::string& family = face.genre == Genre::serif  ? style_.serif_family
                              : face.genre == Genre::sans ? style_.sans_family
                                                          : style_.mono_family;
  const auto font = library_.find_or_default(family, face);
  // open() has found a font, so there is one.
  const int index = font ? index_of(*font) : 0;
  bases_.emplace(face, index);
  return index;
}

int FontSet::choose(const std::vector<char32_t>& cluster, const Face& face, int script,
                    Region region) {
  if (cluster.size() > 1) return search(cluster, face, script, region);
  const std::uint64_t key =
      std::uint64_t{cluster[0]} | static_cast<std::uint64_t>(script & 0xFFF) << 21 |
      static_cast<std::uint64_t>(region) << 33 | static_cast<std::uint64_t>(face.genre) << 36 |
      static_cast<std::uint64_t>(face.weight) << 38 | static_cast<std::uint64_t>(face.slant) << 39;
  if (const auto found = chosen_.find(key); found != chosen_.end()) return found->second;
  const int index = search(cluster, face, script, region);
  chosen_.emplace(key, index);
  return index;
}

int FontSet::search(const std::vector<char32_t>& cluster, const Face& face, int script,
                    Region region) {
  // Latin letters, digits and marks inside Chinese keep the text's own family.
  const bool base_first =
      uses_base_family(script) || (is_east_asian(script) && cluster[0] < 0x2000);
  const int own = base(face);
  if (base_first && covers(*fonts_[own], cluster)) return own;
  std::vector<std::shared_ptr<const Font>> chain = library_.for_script(script, region, face);
  UErrorCode status = U_ZERO_ERROR;
  const int real_script = uscript_getScript(static_cast<UChar32>(cluster[0]), &status);
  if (real_script != script) {
    for (auto& font : library_.for_script(real_script, region, face)) chain.push_back(font);
  }
  // Full stops and brackets that the script's own font lacks are those of the text's family.
  const bool common = real_script == USCRIPT_COMMON || real_script == USCRIPT_INHERITED;
  if (common && !base_first) {
    if (!chain.empty() && covers(*chain[0], cluster)) return index_of(chain[0]);
    if (covers(*fonts_[own], cluster)) return own;
  }
  for (const auto& font : chain) {
    if (covers(*font, cluster)) return index_of(font);
  }
  if (!base_first && covers(*fonts_[own], cluster)) return own;
  if (common) {
    // Ideographic marks and full-width forms.
    for (const auto& font : library_.for_script(USCRIPT_HAN, region, face)) {
      if (covers(*font, cluster)) return index_of(font);
    }
  }
  if (const auto font = library_.for_character(cluster[0], face)) return index_of(font);
  // No font has all of it: the one with the first character; the others get a substitute.
  for (const auto& font : chain) {
    if (font->glyph_for(cluster[0]) != 0) return index_of(font);
  }
  return fonts_[own]->glyph_for(cluster[0]) != 0 ? own : -1;
}

Shaper::Shaper(FontSet& fonts) : fonts_(fonts), buffer_(hb_buffer_create()) {}
Shaper::~Shaper() { hb_buffer_destroy(buffer_); }

const Shaped& Shaper::shape(std::string_view text, std::size_t begin, std::size_t end,
                            const ShapingContext& context) {
  const bool depends = is_joining(context.script) && ((begin > 0 && text[begin - 1] != ' ') ||
                                                      (end < text.size() && text[end] != ' '));
  if (depends || end - begin > longest_cached) {
    uncached_.push_back(std::make_unique<Shaped>(run_harfbuzz(text, begin, end, context)));
    return *uncached_.back();
  }
  key_.clear();
  key_ += static_cast<char>(context.font & 0x7F);
  key_ += static_cast<char>(context.font >> 7);
  key_ += static_cast<char>(context.script & 0x7F);
  key_ += static_cast<char>((context.script >> 7) << 3 | (context.right_to_left ? 1 : 0) |
                            (context.small_capitals ? 2 : 0) | (context.old_style_figures ? 4 : 0));
  key_ += context.language;
  key_ += '\0';
  key_ += text.substr(begin, end - begin);
  if (const auto found = words_.find(key_); found != words_.end()) return found->second;
  return words_.emplace(key_, run_harfbuzz(text, begin, end, context)).first->second;
}

Shaped Shaper::run_harfbuzz(std::string_view text, std::size_t begin, std::size_t end,
                            const ShapingContext& context) {
  hb_buffer_clear_contents(buffer_);
  // HarfBuzz looks at five characters of context; the whole of a long text would be read.
  const std::size_t from = begin > 32 ? begin - 32 : 0;
  const std::size_t to = std::min(text.size(), end + 32);
  std::size_t first = from;
  while (first < begin && (static_cast<unsigned char>(text[first]) & 0xC0) == 0x80) ++first;
  hb_buffer_add_utf8(buffer_, text.data() + first, static_cast<int>(to - first),
                     static_cast<unsigned>(begin - first), static_cast<int>(end - begin));
  hb_buffer_set_direction(buffer_, context.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  auto script = scripts_.find(context.script);
  if (script == scripts_.end()) {
    const char* name = uscript_getShortName(static_cast<UScriptCode>(context.script));
    script = scripts_.emplace(context.script, hb_script_from_string(name, -1)).first;
  }
  hb_buffer_set_script(buffer_, script->second);
  auto language = languages_.find(context.language);
  if (language == languages_.end()) {
    language =
        languages_.emplace(context.language, hb_language_from_string(context.language.c_str(), -1))
            .first;
  }
  hb_buffer_set_language(buffer_, language->second);
  hb_buffer_set_flags(buffer_, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_buffer_set_cluster_level(buffer_, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  std::array<hb_feature_t, 3> features = {};
  unsigned feature_count = 0;
  const auto ask_for = [&](hb_tag_t tag) {
    features[feature_count++] = {tag, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  };
  if (context.small_capitals) ask_for(HB_TAG('s', 'm', 'c', 'p'));
  if (context.old_style_figures) {
    ask_for(HB_TAG('o', 'n', 'u', 'm'));
    ask_for(HB_TAG('p', 'n', 'u', 'm'));
  }
  hb_shape(fonts_.font(context.font).font(), buffer_, features.data(), feature_count);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_, &count);
  const auto offset = static_cast<std::uint32_t>(begin - first);
  Shaped shaped;
  shaped.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    shaped.glyphs.push_back({infos[i].codepoint, infos[i].cluster - offset, positions[i].x_advance,
                             positions[i].x_offset, positions[i].y_offset});
    shaped.width += positions[i].x_advance;
  }
  return shaped;
}

std::optional<Region> region_of(std::string_view language) {
  const std::string lower = ascii::to_lower(language);
  const auto is = [&](std::string_view tag) {
    return lower == tag || lower.substr(0, tag.size() + 1) == std::string(tag) + "-";
  };
  const auto has = [&](std::string_view part) { return lower.find(part) != std::string::npos; };
  if (is("ja")) return Region::japanese;
  if (is("ko")) return Region::korean;
  if (is("yue") || (is("zh") && has("-hk"))) return Region::hong_kong;
  if (is("zh") && (has("-hant") || has("-tw") || has("-mo"))) return Region::traditional_chinese;
  if (is("zh")) return Region::simplified_chinese;
  return std::nullopt;
}

}  // namespace pressmark::pdf
