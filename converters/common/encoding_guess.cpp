#include "converters/common/encoding_guess.h"

#include <uchardet/uchardet.h>
#include <unicode/uchar.h>

#include <memory>
#include <string>

#include "converters/common/encoding_labels.h"
#include "converters/common/octet_decoder.h"
#include "converters/common/text_plausibility.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t sample_octets = 8192;
constexpr std::size_t detector_octets = 65536;
constexpr std::size_t zero_sample_octets = 65536;
constexpr double detector_bonus = 0.15;
constexpr double rare = 0.1;

struct Candidate {
  std::string_view encoding;
  Writing writing;
  double rarity = 0;  // what its readings lose, because it is hardly used any more
};

// The usual ones first: of equal readings the first wins.
constexpr Candidate candidates[] = {
    {"windows-1252", Writing::western},
    {"ISO-8859-15", Writing::western},
    {"windows-1250", Writing::western},
    {"ISO-8859-2", Writing::western},
    {"windows-1254", Writing::western},
    {"windows-1257", Writing::western},
    {"macintosh", Writing::western, rare},
    {"IBM850", Writing::western, rare},
    {"IBM852", Writing::western, rare},
    {"windows-1251", Writing::cyrillic},
    {"KOI8-R", Writing::cyrillic},
    {"KOI8-U", Writing::cyrillic},
    {"IBM866", Writing::cyrillic},
    {"ISO-8859-5", Writing::cyrillic, rare},
    {"x-mac-cyrillic", Writing::cyrillic, rare},
    {"windows-1253", Writing::greek},
    {"ISO-8859-7", Writing::greek},
    {"windows-1255", Writing::hebrew},
    {"windows-1256", Writing::arabic},
    {"ISO-8859-6", Writing::arabic, rare},
    {"windows-874", Writing::thai},
    {"Shift_JIS", Writing::japanese},
    {"EUC-JP", Writing::japanese},
    {"gb18030", Writing::chinese},
    {"Big5", Writing::chinese},
    {"EUC-KR", Writing::korean},
};

bool is_high(char octet) { return static_cast<unsigned char>(octet) >= 0x80; }

// Lines that have an octet above 7F, up to `most` octets in all. A line that is longer than what is
// left is cut.
std::string telling_lines(std::string_view octets, std::size_t most) {
  std::string sample;
  std::size_t start = 0;
  while (start < octets.size() && sample.size() < most) {
    std::size_t end = octets.find_first_of("\r\n", start);
    if (end == std::string_view::npos) end = octets.size();
    std::string_view line = octets.substr(start, end - start);
    std::size_t high = 0;
    while (high < line.size() && !is_high(line[high])) ++high;
    if (high < line.size()) {
      if (high > most / 2) line.remove_prefix(high);
      sample += line.substr(0, most - sample.size());
      sample += '\n';
    }
    start = end + 1;
  }
  return sample;
}

struct DeleteDetector {
  void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

std::optional<std::string_view> ask_uchardet(std::string_view sample) {
  const std::unique_ptr<uchardet, DeleteDetector> detector(uchardet_new());
  if (detector == nullptr || uchardet_handle_data(detector.get(), sample.data(), sample.size())) {
    return {};
  }
  uchardet_data_end(detector.get());
  const std::string_view name = uchardet_get_charset(detector.get());
  if (name == "UHC") return "EUC-KR";
  if (name == "MAC-CYRILLIC") return "x-mac-cyrillic";
  return find_encoding(name);
}

// Whether a reading as UTF-16 is made of characters that texts are made of.
bool reads_as_text(std::string_view octets, std::string_view encoding) {
  const std::string text = decode_octets(octets, encoding);
  std::size_t characters = 0;
  std::size_t strange = 0;
  for (std::size_t i = 0; i < text.size(); ++characters) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    const auto c = static_cast<UChar32>(decoded.code_point);
    const bool space = c == '\t' || c == '\n' || c == '\r' || c == '\f';
    strange += !space && (u_isdefined(c) == 0 || u_iscntrl(c) != 0 || c == 0xFFFD ||
                          u_charType(c) == U_PRIVATE_USE_CHAR);
    i += static_cast<std::size_t>(decoded.size);
  }
  return characters > 0 && strange * 50 <= characters;
}

// East Asian text has few zero octets, on both sides: the line feeds' and those of U+4E00 and the
// like. It is told by its characters.
std::optional<std::string_view> guess_east_asian_utf16(std::string_view octets) {
  constexpr double enough = 0.3;
  const std::string_view whole_units = octets.substr(0, octets.size() / 2 * 2);
  std::optional<std::string_view> best;
  double best_value = enough;
  for (const std::string_view encoding : {"UTF-16LE", "UTF-16BE"}) {
    if (!reads_as_text(whole_units, encoding)) continue;
    const std::string text = decode_octets(whole_units, encoding);
    for (const Writing writing : {Writing::chinese, Writing::japanese, Writing::korean}) {
      const double value = plausibility(text, writing);
      if (value <= best_value) continue;
      best_value = value;
      best = encoding;
    }
  }
  return best;
}

}  // namespace

std::optional<std::string_view> guess_utf16(std::string_view octets) {
  const std::string_view sample = octets.substr(0, zero_sample_octets);
  if (sample.find('\0') == std::string_view::npos) return {};
  std::size_t zeros[2] = {0, 0};  // at even places, at odd places
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
  // The zero octets of letters and spaces of Latin-1 are the high halves of their units.
  const bool little = zeros[1] > zeros[0];
  const std::size_t many = zeros[little ? 1 : 0];
  const std::size_t few = zeros[little ? 0 : 1];
  if (few * 20 > many) return guess_east_asian_utf16(sample.substr(0, sample_octets));
  const std::string_view encoding = little ? "UTF-16LE" : "UTF-16BE";
  const std::string_view whole_units = sample.substr(0, sample.size() / 2 * 2);
  if (!reads_as_text(whole_units, encoding)) return {};
  return encoding;
}

std::optional<std::string_view> guess_legacy_encoding(std::string_view octets) {
  const std::string sample = telling_lines(octets, sample_octets);
  const auto named = ask_uchardet(telling_lines(octets, detector_octets));
  std::optional<std::string_view> best;
  double best_value = 0;
  for (const Candidate& candidate : candidates) {
    double value = plausibility(decode_octets(sample, candidate.encoding), candidate.writing) -
                   candidate.rarity;
    // uchardet takes Russian for Macintosh Cyrillic at times: its word on rare ones counts nothing.
    if (named == candidate.encoding && candidate.rarity == 0) value += detector_bonus;
    if (value > best_value + 1e-6) {
      best_value = value;
      best = candidate.encoding;
    }
  }
  return best ? best : named;
}

}  // namespace pressmark
