#include "converters/common/xml_scanner.h"

#include <gtest/gtest.h>

#include "converters/common/xml_names.h"
#include "converters/common/xml_reader.h"

namespace pressmark {
namespace {

using Event = XmlScanner::Event;

// Everything that the scanner tells, as one line.
std::string told(std::string_view text) {
  XmlScanner scanner(text);
  std::string all;
  for (;;) {
    switch (scanner.next()) {
      case Event::start:
        all += "<{" + std::string(scanner.name_space()) + "}" + std::string(scanner.name());
        for (const XmlScanner::Attribute& attribute : scanner.attributes()) {
          all += " {" + std::string(attribute.name_space) + "}" + std::string(attribute.name) +
                 "=" + std::string(attribute.value);
        }
        all += ">";
        break;
      case Event::end:
        all += "</" + std::string(scanner.name()) + ">";
        break;
      case Event::text:
        all += scanner.text();
        break;
      case Event::finished:
        return all;
      case Event::failed:
        return scanner.failure();
    }
  }
}

TEST(XmlScanner, TellsElementsAttributesAndText) {
  EXPECT_EQ(told("<?xml version=\"1.0\"?>\n<!-- a --><a><b x='1'/>t<?p q?><![CDATA[<&]]></a>\n"),
            "<{}a><{}b {}x=1></b>t<&</a>");
  EXPECT_EQ(told("<a xmlns='u' xmlns:p='v' p:x='1' x='2'><p:b xmlns=''><c/></p:b><c/></a>"),
            "<{u}a {v}x=1 {}x=2><{v}b><{}c></c></b><{u}c></c></a>");
  EXPECT_EQ(told("<a x='&lt;&#65;&#x42;&amp;\n\t.'>&gt;\r\n&quot;</a>"),
            "<{}a {}x=<AB&  .>>\n\"</a>");
  EXPECT_EQ(told("<!DOCTYPE a SYSTEM 'a.dtd'><\xC3\xA9/>"), "<{}\xC3\xA9></\xC3\xA9>");
}

TEST(XmlScanner, RefusesWhatIsNotWellFormed) {
  for (const char* text : {"",
                           "a",
                           "<a>",
                           "<a></b>",
                           "</a>",
                           "<a/><b/>",
                           "<a/>b",
                           "<a b/>",
                           "<a b=1/>",
                           "<a b='<'/>",
                           "<a b='1' b='2'/>",
                           "<a b='1'c='2'/>",
                           "<a>&b;</a>",
                           "<a>&#0;</a>",
                           "<a>& </a>",
                           "<a>]]></a>",
                           "<a><!-- -- --></a>",
                           "<a><![CDATA[</a>",
                           "<1/>",
                           "< a/>",
                           "<a",
                           "<a ",
                           "<a b",
                           "<a b=",
                           "<a b='",
                           "<a/",
                           "<a><?xml version='1.0'?></a>",
                           "<![CDATA[a]]>",
                           "<a><!DOCTYPE a></a>",
                           "<a></a b>",
                           "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}) {
    EXPECT_EQ(told(text).substr(0, 5), "line ") << text;
    EXPECT_FALSE(read_xml(text, Limits{}, 10)) << "the other reader agrees: " << text;
  }
  // The other reader recovers from these.
  for (const char* text : {"<p:a/>", "<a p:b='1'/>", "<a:b:c/>", "<a xmlns:p=''/>",
                           "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "<a>\x01</a>",
                           "<a>\xFF</a>", "<a>\xED\xA0\x80</a>"}) {
    EXPECT_EQ(told(text).substr(0, 5), "line ") << text;
  }
  EXPECT_EQ(told("<a>\n\n<b></a>").substr(0, 7), "line 3:");
}

TEST(XmlScanner, BoundsDepth) {
  std::string deep;
  for (int i = 0; i < 1001; ++i) deep += "<a>";
  EXPECT_EQ(told(deep), "line 1: elements nest too deep");
}

TEST(XmlScanner, ReadsOtherEncodingsDecoded) {
  const std::string latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>";
  EXPECT_EQ(told(XmlText(latin).view()), "<{}a>\xC3\xA9</a>");
  const std::string utf16("\xFF\xFE<\0a\0/\0>\0", 10);
  EXPECT_EQ(told(XmlText(utf16).view()), "<{}a></a>");
  const std::string plain = "<a/>";
  EXPECT_EQ(XmlText(plain).view().data(), plain.data());
}

TEST(XmlScanner, KnowsNames) {
  EXPECT_TRUE(is_xml_name("file-1"));
  EXPECT_TRUE(is_xml_name("\xD0\xB0"));
  for (const char* name : {"", "1", "-a", "a:b", "a b", "\xFF"})
    EXPECT_FALSE(is_xml_name(name)) << name;
}

}  // namespace
}  // namespace pressmark
