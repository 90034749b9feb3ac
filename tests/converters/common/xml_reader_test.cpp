#include "converters/common/xml_reader.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(ReadXml, GivesAPlainTree) {
  const auto root = read_xml(
      "<?xml version=\"1.0\"?><a xmlns=\"urn:x\" n=\"1\"><!-- no --><b xml:id=\"i\"/>one &amp; "
      "<![CDATA[<two>]]><c>three</c></a>",
      Limits{}, 10);
  ASSERT_TRUE(root) << root.error().message();
  EXPECT_EQ(root->name, "a");
  EXPECT_EQ(root->name_space, "urn:x");
  EXPECT_EQ(root->attribute("n"), "1");
  EXPECT_EQ(root->attribute("none"), "");
  ASSERT_EQ(root->children.size(), 3u);
  EXPECT_EQ(root->children[0].attribute("xml:id"), "i");
  EXPECT_EQ(root->children[1].text, "one & <two>");
  EXPECT_EQ(root->all_text(), "one & <two>three");
  EXPECT_EQ(root->child("c")->all_text(), "three");
  EXPECT_EQ(root->child("d"), nullptr);
}

TEST(ReadXml, NamesTheLineOfAnError) {
  const auto root = read_xml("<a>\n<b>\n</a>", Limits{}, 10);
  ASSERT_FALSE(root);
  EXPECT_EQ(root.error().kind(), ErrorKind::unrecognised);
  EXPECT_NE(root.error().message().find("line 3"), std::string::npos) << root.error().message();
}

TEST(ReadXml, HasLimits) {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  EXPECT_EQ(read_xml(deep, Limits{}, 100).error().kind(), ErrorKind::limit);
  Limits few;
  few.nodes = 3;
  EXPECT_EQ(read_xml("<a><b/><b/><b/></a>", few, 10).error().kind(), ErrorKind::limit);
  few.input_bytes = 3;
  EXPECT_EQ(read_xml("<a/>", few, 10).error().kind(), ErrorKind::limit);
}

TEST(ReadXml, ExpandsNoDeclaredEntity) {
  const std::string declared = "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY f SYSTEM \"/etc/passwd\">]>";
  EXPECT_FALSE(read_xml(declared + "<a>&x;&f;</a>", Limits{}, 10));
  EXPECT_TRUE(read_xml("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>", Limits{}, 10));
}

TEST(ReadXml, ReadsOtherEncodings) {
  const auto latin =
      read_xml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe9</a>", Limits{}, 10);
  ASSERT_TRUE(latin) << latin.error().message();
  EXPECT_EQ(latin->all_text(), "é");
}

}  // namespace
}  // namespace pressmark
