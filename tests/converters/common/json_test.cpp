#include "converters/common/json.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(ParseJson, ReadsSoundText) {
  const auto value = parse_json(R"({"a": [1, 2.5, "b\u00e9"], "a2": null})", Limits{}, 10);
  ASSERT_TRUE(value);
  EXPECT_EQ((*value)["a"][2], "bé");
}

TEST(ParseJson, NamesThePlaceOfAnError) {
  const auto value = parse_json("{\n  \"a\": oops}", Limits{}, 10);
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().kind(), ErrorKind::unrecognised);
  EXPECT_NE(value.error().message().find("line 2"), std::string::npos) << value.error().message();
}

TEST(ParseJson, RefusesHostileShapes) {
  const std::string deep(1'000'000, '[');
  ASSERT_FALSE(parse_json(deep, Limits{}, 100));
  EXPECT_EQ(parse_json(deep, Limits{}, 100).error().kind(), ErrorKind::limit);
  Limits few;
  few.nodes = 10;
  std::string wide = "[0";
  for (int i = 0; i < 100; ++i) wide += ",0";
  EXPECT_EQ(parse_json(wide + "]", few, 100).error().kind(), ErrorKind::limit);
  Limits small;
  small.input_bytes = 2;
  EXPECT_EQ(parse_json("[1]", small, 100).error().kind(), ErrorKind::limit);
  for (const char* text : {"", "{", "[1,", "\"\xff\"", "nul", "1e999999", "{\"a\":1}x", "\"\\"}) {
    const auto value = parse_json(text, Limits{}, 100);
    ASSERT_FALSE(value) << text;
    EXPECT_EQ(value.error().kind(), ErrorKind::unrecognised) << text;
  }
}

TEST(ToBytes, KeepsTheOrderAndNeverThrows) {
  OrderedJson object = OrderedJson::object();
  put(object, "z", "\xff");
  put(object, "a", 1);
  put_if(object, "none", "");
  EXPECT_EQ(to_bytes(object), "{\n  \"z\": \"\uFFFD\",\n  \"a\": 1\n}\n");
}

}  // namespace
}  // namespace pressmark
