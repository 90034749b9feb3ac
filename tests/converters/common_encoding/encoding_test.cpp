#include "converters/common/encoding.h"

#include <gtest/gtest.h>

#include "core/base/utf8.h"

namespace pressmark {
namespace {

using namespace std::string_view_literals;

TEST(CanonicalEncoding, KnowsLabelsInAnyCaseWithSpaceAround) {
  EXPECT_EQ(canonical_encoding("Latin1"), "windows-1252");
  EXPECT_EQ(canonical_encoding("US-ASCII"), "windows-1252");
  EXPECT_EQ(canonical_encoding(" utf8\n"), "UTF-8");
  EXPECT_EQ(canonical_encoding("gb2312"), "GBK");
  EXPECT_EQ(canonical_encoding("ks_c_5601-1987"), "EUC-KR");
  EXPECT_EQ(canonical_encoding("hz-gb-2312"), "replacement");
  EXPECT_EQ(canonical_encoding("iso-8859-8-i"), "ISO-8859-8-I");
  EXPECT_EQ(canonical_encoding("utf-16"), "UTF-16LE");
  EXPECT_EQ(canonical_encoding("cp850"), "IBM850");
  EXPECT_FALSE(canonical_encoding(""));
  EXPECT_FALSE(canonical_encoding("  "));
  EXPECT_FALSE(canonical_encoding("utf-7"));
}

struct Reading {
  std::string_view label;
  std::string_view octets;
  std::string_view text;
};

TEST(DecodeAs, FollowsTheTablesOfTheEncodingStandard) {
  constexpr Reading readings[] = {
      {"ascii", "\x80\x93\xE9", "€“é"},
      {"windows-1252", "a\x81z", "az"},
      {"iso-8859-16", "\xA4\xAA\xBA\xDE", "€ȘșȚ"},
      {"shift_jis", "\\~\x81\x60\x87\x40\xB1", "\\~～①ｱ"},
      {"euc-jp", "\x8F\xB0\xA1\xAD\xA1", "丂①"},
      {"gb2312", "\xA2\xA1\xA8\xA6\x81\x30\x89\x38", "ⅰéß"},
      {"big5", "\x87\x40", "䏰"},
      {"euc-kr", "\x81\x41", "갂"},
      {"iso-2022-jp", "a\x1B$B\x24\x22\x1B(Bz", "aあz"},
      {"x-user-defined", "\x80\xFF", "\uF780\uF7FF"},
      {"iso-2022-kr", "abc", "\uFFFD"},
      {"koi8-u", "\xA4\xD1", "єя"},
      {"ibm866", "\x80\xE0\xF0", "АрЁ"},
      {"x-mac-cyrillic", "\x80\xDF", "Ая"},
      {"iso-8859-8-i", "\xE0", "א"},
      {"windows-874", "\xA1\x80", "ก€"},
      {"macintosh", "\x8E\xDB", "é€"},
  };
  for (const Reading& reading : readings) {
    const auto decoded = decode_as(reading.octets, reading.label);
    ASSERT_TRUE(decoded.has_value()) << reading.label;
    EXPECT_EQ(decoded->text, reading.text) << reading.label;
  }
}

TEST(DecodeAs, FailsForAnUnknownLabel) {
  const auto decoded = decode_as("abc", "klingon");
  ASSERT_FALSE(decoded.has_value());
  EXPECT_EQ(decoded.error().kind(), ErrorKind::usage);
  EXPECT_NE(decoded.error().message().find("klingon"), std::string::npos);
}

TEST(DecodeAs, CountsWhatCannotBeDecoded) {
  EXPECT_EQ(decode_as("a\xFFz", "utf-8")->replaced, 1u);
  EXPECT_EQ(decode_as("a\xFFz", "gb18030")->replaced, 1u);
  EXPECT_EQ(decode_as("ab\xD8\x00zz"sv, "utf-16be")->replaced, 1u);
  EXPECT_EQ(decode_as("abc", "utf-16le")->replaced, 1u);
  EXPECT_EQ(decode_as("a\x01\x02z", "utf-8")->removed, 2u);
}

TEST(DecodeText, TakesByteOrderMarksFirst) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBFhi", "latin1", "").text, "hi");
  EXPECT_EQ(decode_text("\xFF\xFEh\0i\0"sv, "", "").text, "hi");
  EXPECT_EQ(decode_text("\xFE\xFF\0h\0i"sv, "", "").text, "hi");
  const DecodedText wide = decode_text("\xFF\xFE\0\0h\0\0\0"sv, "", "");
  EXPECT_EQ(wide.text, "h");
  EXPECT_EQ(wide.encoding, "UTF-32LE");
  EXPECT_EQ(wide.evidence, EncodingEvidence::byte_order_mark);
}

TEST(DecodeText, TakesTheCallersWordBeforeTheSources) {
  const DecodedText decoded = decode_text("\xCF\xF0", "windows-1251", "koi8-r");
  EXPECT_EQ(decoded.text, "Пр");
  EXPECT_EQ(decoded.evidence, EncodingEvidence::caller);
  EXPECT_EQ(decode_text("\xCF\xF0", "nonsense", "koi8-r").evidence, EncodingEvidence::declaration);
}

TEST(DecodeText, FindsUtf16WithoutAMark) {
  const DecodedText little = decode_text("S\0h\0i\0p\0s\0\n\0"sv, "", "");
  EXPECT_EQ(little.text, "Ships\n");
  EXPECT_EQ(little.encoding, "UTF-16LE");
  EXPECT_EQ(decode_text("\0S\0h\0i\0p\0s"sv, "", "utf-8").text, "Ships");
}

TEST(DecodeText, MistrustsADeclarationThatTheOctetsDeny) {
  EXPECT_EQ(decode_text("caf\xE9 tr\xE8s", "", "utf-8").text, "café très");
  EXPECT_EQ(decode_text("plain", "", "utf-16").encoding, "UTF-8");
  EXPECT_EQ(decode_text("caf\xE9", "", "x-user-defined").encoding, "windows-1252");
}

TEST(DecodeText, KeepsUtf8WithAFewDamagedPlaces) {
  std::string octets;
  for (int i = 0; i < 20; ++i) octets += "дерево ";
  octets += "\xD0";
  const DecodedText decoded = decode_text(octets, "", "");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.replaced, 1u);
}

TEST(DecodeText, MakesLineFeedsOfAllLineEnds) {
  const DecodedText decoded = decode_text(
      "a\rb\r\nc\vd\xC2\x85"
      "e\xE2\x80\xA8"
      "f",
      "", "");
  EXPECT_EQ(decoded.text,
            "a\nb\nc\nd\ne\xE2\x80\xA8"
            "f");
  EXPECT_EQ(decoded.removed, 0u);
}

TEST(DecodeText, RemembersWherePagesStart) {
  const DecodedText decoded = decode_text("one\n\ftwo\fthree", "", "");
  EXPECT_EQ(decoded.text, "one\ntwo\nthree");
  EXPECT_EQ(decoded.page_starts, (std::vector<std::size_t>{4, 8}));
}

TEST(DecodeText, MakesTextOfAnything) {
  std::string octets;
  for (int i = 0; i < 4096; ++i) octets += static_cast<char>((i * 7919 + i / 256) % 256);
  for (const std::string_view label : {"", "utf-8", "gb18030", "big5", "shift_jis", "iso-2022-jp",
                                       "euc-kr", "utf-16", "utf-32", "windows-1258", "koi8-r"}) {
    EXPECT_TRUE(utf8::is_text(decode_text(octets, label, "").text)) << label;
  }
  EXPECT_EQ(decode_text("", "", "").text, "");
}

TEST(LooksBinary, NamesCommonFormats) {
  EXPECT_EQ(looks_binary("%PDF-1.7\n..."), "a PDF document");
  EXPECT_EQ(looks_binary("\x89PNG\r\n\x1A\n...."), "a PNG image");
  EXPECT_EQ(looks_binary("\x1F\x8B\x08"), "a gzip archive");
  EXPECT_EQ(looks_binary("\0\0\0\0\1\2\3"sv), "binary data");
}

TEST(LooksBinary, LeavesTextAlone) {
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary("plain\x1A"));
  EXPECT_FALSE(looks_binary("S\0h\0i\0p\0"sv));
  EXPECT_FALSE(looks_binary("\xFF\xFEh\0"sv));
  EXPECT_FALSE(looks_binary("\x1B$B\x24\x22\x1B(B"));
  EXPECT_FALSE(looks_binary("A stray \x01 octet in a sentence that is long enough for it."));
}

}  // namespace
}  // namespace pressmark
