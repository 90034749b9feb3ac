#include "converters/importers/html/bylines.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "converters/importers/html/person_names.h"

namespace pressmark::html {
namespace {

std::string names(std::string_view text, BylineKind kind) {
  std::string joined;
  for (const BylineName& name : read_byline(text, kind)) {
    if (!joined.empty()) joined += "; ";
    joined += name.name;
    if (!name.position.empty()) joined += " (" + name.position + ")";
  }
  return joined;
}

TEST(Bylines, OpenersAndJoinersOfManyLanguagesAreTakenAway) {
  EXPECT_EQ(names("By Ann Lee and Bob Ray", BylineKind::found), "Ann Lee; Bob Ray");
  EXPECT_EQ(names("Von Jörg Müller und Eva Klein", BylineKind::found), "Jörg Müller; Eva Klein");
  EXPECT_EQ(names("Par Élise Martin et Jean Dubois", BylineKind::found),
            "Élise Martin; Jean Dubois");
  EXPECT_EQ(names("Por María Núñez", BylineKind::found), "María Núñez");
  EXPECT_EQ(names("Автор: Иван Петров", BylineKind::found), "Иван Петров");
  EXPECT_EQ(names("Siti Rahma dan Budi Santoso", BylineKind::stated), "Siti Rahma; Budi Santoso");
  EXPECT_EQ(names("Dan Brook and Con Reilly", BylineKind::stated), "Dan Brook; Con Reilly");
}

TEST(Bylines, EastAsianRolesStandBeforeOrBehindTheName) {
  using Line = std::pair<const char*, const char*>;
  for (const auto& [line, name] :
       {Line{"文＝山田花子", "山田花子"}, Line{"取材・文／山田花子　写真／佐藤一郎", "山田花子"},
        Line{"文・写真：山田花子", "山田花子"}, Line{"執筆者：山田 花子", "山田 花子"},
        Line{"記者王小明／台北報導", "王小明"}, Line{"作者：王小明、李大華", "王小明; 李大華"},
        Line{"本报记者 王小明 编辑 李大华", "王小明"}, Line{"文／文在中 圖／李大華", "文在中"},
        Line{"김철수 기자 kim@example.kr", "김철수"}, Line{"글 김철수 사진 박영희", "김철수"}}) {
    EXPECT_EQ(names(line, BylineKind::marked), name) << line;
    EXPECT_EQ(names(line, BylineKind::found), name) << line;
  }
  EXPECT_EQ(names("山田花子記者", BylineKind::marked), "山田花子");
  EXPECT_EQ(names("写真＝佐藤一郎", BylineKind::marked), "");
  EXPECT_EQ(names("Ann Lee 著、山田 花子 訳", BylineKind::marked), "Ann Lee");
  for (const char* line : {"記者会見", "記者会見が開かれた", "文明の始まり", "文在中"}) {
    EXPECT_EQ(names(line, BylineKind::found), "") << line;
  }
}

TEST(Bylines, WhatIsNoNameEndsTheList) {
  EXPECT_EQ(names("By Ann Lee | 12 October 2026", BylineKind::found), "Ann Lee");
  EXPECT_EQ(names("By Ann Lee, Staff Writer", BylineKind::found), "Ann Lee (Staff Writer)");
  EXPECT_EQ(names("Ann Lee Oct 12, 2026 3 min read", BylineKind::marked), "Ann Lee");
}

TEST(Bylines, RolesAndPlacesBehindTheNameEndIt) {
  EXPECT_EQ(names("Ann Lee Senior City Reporter", BylineKind::named), "Ann Lee");
  EXPECT_EQ(names("Ann Lee on behalf of the council", BylineKind::marked), "Ann Lee");
  EXPECT_EQ(names("Von Eva Klein am 3. Mai 2026", BylineKind::found), "Eva Klein");
  EXPECT_EQ(names("Ann Lee, London", BylineKind::stated), "Ann Lee");
  EXPECT_EQ(names("Pixie - Ann Lee", BylineKind::stated), "Pixie - Ann Lee");
}

TEST(Bylines, OneWordIsANameOnlyWhereThePlaceSaysSo) {
  EXPECT_EQ(names("Pixie", BylineKind::named), "Pixie");
  EXPECT_EQ(names("Pixie", BylineKind::marked), "");
  EXPECT_EQ(names("Reporter", BylineKind::named), "");
  EXPECT_EQ(names("\u738B\u5C0F\u96E8", BylineKind::marked), "\u738B\u5C0F\u96E8");
}

TEST(Bylines, TheShapesOfNames) {
  EXPECT_TRUE(looks_like_person("Ann van der Lee"));
  EXPECT_FALSE(looks_like_person("Institute of Bridges"));
  EXPECT_FALSE(looks_like_person("Pixie"));
  EXPECT_TRUE(looks_like_handle("ann_lee"));
  EXPECT_TRUE(looks_like_handle("ann-lee"));
  EXPECT_FALSE(looks_like_handle("Lee-Ann"));
}

TEST(Bylines, TextWithoutAnOpenerNamesNobody) {
  EXPECT_EQ(names("Ann Lee walked home", BylineKind::found), "");
  EXPECT_EQ(names("By the river", BylineKind::found), "");
  EXPECT_EQ(names("Share this", BylineKind::marked), "");
}

TEST(Bylines, AStatedNameMayBeOneWord) {
  EXPECT_EQ(names("Pixie", BylineKind::stated), "Pixie");
  EXPECT_EQ(names("Lee, Ann", BylineKind::stated), "Ann Lee");
}

TEST(Bylines, AccountsAndAddressesAreNoAuthors) {
  EXPECT_FALSE(why_no_author("admin").empty());
  EXPECT_FALSE(why_no_author("View All Posts").empty());
  EXPECT_FALSE(why_no_author("https://example.org/ann").empty());
  EXPECT_TRUE(why_no_author("Ann Lee").empty());
}

TEST(Bylines, AgenciesAndDesksAreKnown) {
  EXPECT_TRUE(is_agency("Reuters"));
  EXPECT_TRUE(is_agency("dpa/lno"));
  EXPECT_FALSE(is_agency("Mia"));
  EXPECT_TRUE(is_desk("Redaktion"));
  EXPECT_TRUE(looks_like_organisation("Institute of Bridges"));
  EXPECT_FALSE(looks_like_organisation("Read Our Newsletter"));
}

TEST(Bylines, PersonsAreDividedWithTheirParticles) {
  const Name gogh = make_person("Vincent van Gogh");
  EXPECT_EQ(gogh.given, "Vincent");
  EXPECT_EQ(gogh.non_dropping_particle, "van");
  EXPECT_EQ(gogh.family, "Gogh");
  const Name davis = make_person("Sammy Davis Jr.");
  EXPECT_EQ(davis.family, "Davis");
  EXPECT_EQ(davis.suffix, "Jr.");
  EXPECT_EQ(make_person("Pixie").literal, "Pixie");
}

}  // namespace
}  // namespace pressmark::html
