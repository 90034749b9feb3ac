#include "converters/exporters/pdf/writer/glyph_texts.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

// For what a font program shows but no character stands behind.
constexpr std::string_view object_replacement = "\xEF\xBF\xBC";  // U+FFFC

constexpr std::string_view soft_hyphen = "\xC2\xAD";

constexpr std::string_view word_joiner = "\xE2\x81\xA0";  // U+2060

// A CMap's strings are short (Technical Note 5014, 1.4.2); a longer text is given by ActualText.
constexpr std::size_t longest_text = 96;

template <class Predicate>
bool all_code_points(std::string_view text, Predicate predicate) {
  for (std::size_t position = 0; position < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, position);
    if (!predicate(decoded.code_point)) return false;
    position += static_cast<std::size_t>(decoded.size);
  }
  return true;
}

bool is_forbidden(char32_t c) { return c == 0 || c == 0xFEFF || c == 0xFFFE; }

std::string without_forbidden(std::string_view text) {
  std::string out;
  for (std::size_t position = 0; position < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, position);
    if (!is_forbidden(decoded.code_point)) utf8::append(out, decoded.code_point);
    position += static_cast<std::size_t>(decoded.size);
  }
  return out;
}

// Whether a character belongs to the one before it: marks, and joiners.
bool continues(char32_t c) {
  switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
      return true;
    default:
      return false;
  }
}

// Letter number `wanted` of the text, from 0, with its marks; empty beyond the last.
std::string_view letter(std::string_view text, std::size_t wanted) {
  std::size_t begin = 0;
  std::size_t count = 0;
  for (std::size_t position = 0; position < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, position);
    if (position > 0 && !continues(decoded.code_point)) {
      if (count == wanted) return text.substr(begin, position - begin);
      ++count;
      begin = position;
    }
    position += static_cast<std::size_t>(decoded.size);
  }
  return count == wanted ? text.substr(begin) : std::string_view{};
}

std::size_t advancing_glyphs(const GlyphRun& run, std::size_t begin, std::size_t end) {
  return static_cast<std::size_t>(
      std::count_if(run.glyphs.begin() + static_cast<std::ptrdiff_t>(begin),
                    run.glyphs.begin() + static_cast<std::ptrdiff_t>(end),
                    [](const Glyph& glyph) { return glyph.advance != 0; }));
}

// The letter that an advancing glyph of a divisible cluster stands for.
std::string_view part_of(const GlyphRun& run, const Cluster& cluster, std::size_t position) {
  return letter(cluster.text, advancing_glyphs(run, position + 1, cluster.end));
}

}  // namespace

bool is_divisible(const GlyphRun& run, const Cluster& cluster) {
  if (cluster.end - cluster.begin < 2 || !reads_backwards(run)) return false;
  const std::size_t glyphs = advancing_glyphs(run, cluster.begin, cluster.end);
  return glyphs > 0 && !letter(cluster.text, glyphs - 1).empty() &&
         letter(cluster.text, glyphs).empty();
}

bool letters_overlap(const GlyphRun& run, const Cluster& cluster) {
  if (cluster.end - cluster.begin < 2 || !reads_backwards(run)) return false;
  return !letter(cluster.text, advancing_glyphs(run, cluster.begin, cluster.end)).empty();
}

bool is_invisible(std::string_view text) {
  return all_code_points(text, [](char32_t c) {
    return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  });
}

bool has_private_use(std::string_view text) {
  return !all_code_points(
      text, [](char32_t c) { return !((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000); });
}

void GlyphTexts::offer(std::uint32_t glyph, std::string_view text, std::size_t weight) {
  if (glyph == 0) return;
  text = utf8::prefix(text, longest_text);
  if (glyph >= candidates_.size()) candidates_.resize(std::size_t{glyph} + 1);
  std::vector<Candidate>& known = candidates_[glyph];
  const auto found = std::find_if(known.begin(), known.end(),
                                  [text](const Candidate& c) { return c.text == text; });
  if (found != known.end()) {
    found->count += weight;
  } else if (known.size() < 8) {  // more texts than that for one glyph decide nothing
    known.push_back(Candidate{std::string(text), weight});
  }
}

void GlyphTexts::count_cluster(const GlyphRun& run, const Cluster& cluster) {
  if (!run.actual_text && !cluster.text.empty() && is_invisible(cluster.text)) return;
  if (cluster.end - cluster.begin == 1) {
    return offer(run.glyphs[cluster.begin].id, cluster.text, 1);
  }
  // Several glyphs: each gets the character whose nominal glyph it is. Without one, the first
  // stands for the whole and the others for it too, with no weight: ActualText will replace them.
  const std::string_view text = utf8::prefix(cluster.text, longest_text);
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
    const std::uint32_t glyph = run.glyphs[i].id;
    bool found = false;
    for (std::size_t position = 0; position < text.size() && !found;) {
      const utf8::Decoded decoded = utf8::decode(text, position);
      const auto size = static_cast<std::size_t>(decoded.size);
      if (font_->glyph_for(decoded.code_point) == glyph) {
        offer(glyph, text.substr(position, size), 1);
        found = true;
      }
      position += size;
    }
    if (!found) offer(glyph, text, 0);
  }
}

void GlyphTexts::count(const GlyphRun& run) {
  // For readers that look at glyphs only, a soft hyphen says that no character is there.
  if (is_added_hyphen(run)) {
    for (const Glyph& glyph : run.glyphs) offer(shown(run, glyph.id), soft_hyphen, 1);
    return;
  }
  find_clusters(run, clusters_);
  for (const Cluster& cluster : clusters_) count_cluster(run, cluster);
}

std::uint32_t GlyphTexts::shown(const GlyphRun& run, std::uint32_t glyph) const {
  if (!is_added_hyphen(run)) return glyph;
  const std::uint32_t hyphen = font_->glyph_for(0x2010);
  hb_font_t* font = font_->font();
  const bool fits = hyphen != 0 && hb_font_get_glyph_h_advance(font, hyphen) ==
                                       hb_font_get_glyph_h_advance(font, glyph);
  return fits ? hyphen : glyph;
}

void GlyphTexts::settle() {
  settled_.resize(candidates_.size());
  for (std::size_t glyph = 0; glyph < candidates_.size(); ++glyph) {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : candidates_[glyph]) {
      const bool better = best == nullptr || (best->text.empty() && !candidate.text.empty()) ||
                          (candidate.count > best->count && !candidate.text.empty());
      if (better) best = &candidate;
    }
    if (best == nullptr) continue;
    settled_[glyph] = without_forbidden(best->text);
    if (settled_[glyph].empty()) settled_[glyph] = object_replacement;
  }
}

std::string_view GlyphTexts::reading(const GlyphRun& run, const Cluster& cluster,
                                     std::size_t position) const {
  const std::uint32_t glyph = run.glyphs[position].id;
  if (glyph == 0 || cluster.text.size() > longest_text || has_private_use(cluster.text)) return {};
  std::string_view text = word_joiner;
  if (is_divisible(run, cluster)) {
    if (run.glyphs[position].advance != 0) text = part_of(run, cluster, position);
  } else if (position == cluster.begin) {
    text = cluster.text;
  }
  return text == settled_[glyph] ? std::string_view{} : text;
}

void GlyphTexts::count_readings(const GlyphRun& run) {
  if (run.actual_text || run.content == artifact) return;
  find_clusters(run, clusters_);
  for (const Cluster& cluster : clusters_) {
    if (is_invisible(cluster.text) || gives_back(run, cluster)) continue;
    for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
      const std::string_view text = reading(run, cluster, i);
      if (!text.empty()) readings_.insert({run.glyphs[i].id, without_forbidden(text)});
    }
  }
}

std::set<std::uint32_t> GlyphTexts::glyphs() const {
  std::set<std::uint32_t> out;
  for (std::size_t glyph = 0; glyph < candidates_.size(); ++glyph) {
    if (!candidates_[glyph].empty()) out.insert(out.end(), static_cast<std::uint32_t>(glyph));
  }
  return out;
}

bool GlyphTexts::gives_back(const GlyphRun& run, const Cluster& cluster) const {
  if (letters_overlap(run, cluster)) return false;
  std::string_view rest = cluster.text;
  const bool backwards = reads_backwards(run);
  for (std::size_t i = 0; i < cluster.end - cluster.begin; ++i) {
    const std::uint32_t glyph = run.glyphs[backwards ? cluster.end - 1 - i : cluster.begin + i].id;
    if (glyph == 0) continue;
    const std::string& text = settled_[glyph];
    if (!rest.starts_with(text)) return false;
    rest.remove_prefix(text.size());
  }
  return rest.empty() && !has_private_use(cluster.text);
}

}  // namespace pressmark::pdf
