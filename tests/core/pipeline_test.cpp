#include <gtest/gtest.h>

#include "core/model/walk.h"
#include "core/pipeline/convert.h"
#include "core/transforms/join_text.h"
#include "core/transforms/settle_metadata.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark {
namespace {

Formats table() {
  Format format;
  format.name = "sample";
  format.extensions = {"smp", "sample"};
  format.read = [](const Source& source, const OptionValues&, Context&) -> Result<Document> {
    Document document = sample::plain();
    document.provenance.source_name = source.name;
    return document;
  };
  format.read_options = {{"size", "1", "The size."}};
  format.write_options = {{"colour", "red", "The colour."}};
  return {format};
}

TEST(Formats, AreFoundByNameAndExtension) {
  const Formats formats = table();
  EXPECT_NE(find_format(formats, "sample"), nullptr);
  EXPECT_EQ(find_format(formats, "other"), nullptr);
  EXPECT_NE(find_readable_by_file_name(formats, "a/b.SMP"), nullptr);
  EXPECT_EQ(find_readable_by_file_name(formats, "a.smp/b"), nullptr);
  EXPECT_EQ(find_writable_by_file_name(formats, "b.smp"), nullptr);
}

TEST(Formats, TheLongestExtensionOfAFileNameCounts) {
  Formats formats = table();
  formats.push_back(formats[0]);
  formats[1].name = "longer";
  formats[1].extensions = {"own.smp"};
  EXPECT_EQ(find_readable_by_file_name(formats, "a.own.smp"), &formats[1]);
  EXPECT_EQ(find_readable_by_file_name(formats, "version-3.5.OWN.smp"), &formats[1]);
  EXPECT_EQ(find_readable_by_file_name(formats, "a.other.smp"), &formats[0]);
  EXPECT_EQ(find_readable_by_file_name(formats, "folder.own/a.smp"), &formats[0]);
  EXPECT_EQ(find_readable_by_file_name(formats, "smp"), nullptr);
}

TEST(Convert, RefusesWhatCannotBeDone) {
  const Formats formats = table();
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  context.limits.input_bytes = 3;
  const auto large = import_article(Source{.bytes = "1234", .name = "x"}, formats[0], {}, context);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().kind(), ErrorKind::limit);
  const auto option =
      import_article(Source{.bytes = "1"}, formats[0], {{"colour", "red"}}, context);
  ASSERT_FALSE(option);
  EXPECT_EQ(option.error().kind(), ErrorKind::usage);
  EXPECT_EQ(option.error().describe(),
            "format 'sample' has no option 'colour' for reading; sample's options for reading are: "
            "size; 'colour' is for writing it");
  EXPECT_FALSE(export_article(sample::plain(), formats[0], {}, context));
  const auto empty = import_article(Source{.bytes = "", .name = "x"}, formats[0], {}, context);
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().kind(), ErrorKind::no_article);
  EXPECT_EQ(empty.error().message(), "'x' is empty");
  const auto good = import_article(Source{.bytes = "1", .name = "n"}, formats[0], {}, context);
  ASSERT_TRUE(good);
  const std::vector<std::string> transforms = {"join_text", "settle_metadata"};
  EXPECT_EQ(good->provenance.transforms, transforms);
}

TEST(Convert, NamesTheSourceOfAnError) {
  Formats formats = table();
  Error answer(ErrorKind::unrecognised, "this is not JSON", "mend it");
  formats[0].read = [&](const Source&, const OptionValues&, Context&) -> Result<Document> {
    return answer;
  };
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  const auto message = [&] {
    return import_article(Source{.bytes = "1", .name = "a.json"}, formats[0], {}, context)
        .error()
        .describe();
  };
  EXPECT_EQ(message(), "'a.json': this is not JSON; mend it");
  answer = Error(ErrorKind::no_article, "there is no article in 'a.json'");
  EXPECT_EQ(message(), "there is no article in 'a.json'");
  answer = Error(ErrorKind::usage, "'x' is no value of the option y");
  EXPECT_EQ(message(), "'x' is no value of the option y");
}

TEST(JoinText, JoinsWhatDiffersInNothingButItsText) {
  Inline latin = text("ab ");
  latin.language = "la";
  Inline marked = text("m");
  marked.id = "m";
  Document document;
  document.front.dateline = {text("A"), text(""), text("B")};
  document.body = {
      paragraph({text("one "), text("two "), latin, latin, text("three"), marked, text("four"),
                 styled(Style::emphasis, {text("x"), text("y")})}),
      paragraph({text("in a note"), Inline{Note{"", {paragraph({text("p"), text("q")})}}}})};
  const std::string before = text_of(document.body);
  const Document joined = join_text(document);
  EXPECT_EQ(joined.front.dateline, Inlines{text("AB")});
  EXPECT_EQ(text_of(joined.body), before);
  const Inlines& line = std::get<Paragraph>(joined.body[0].node).children;
  ASSERT_EQ(line.size(), 6u);
  EXPECT_EQ(std::get<Text>(line[0].node).text, "one two ");
  EXPECT_EQ(std::get<Text>(line[1].node).text, "ab ab ");
  EXPECT_EQ(line[1].language, "la");
  EXPECT_EQ(line[3].id, "m");
  EXPECT_EQ(std::get<Styled>(line[5].node).children, Inlines{text("xy")});
  EXPECT_EQ(join_text(joined), joined);
}

TEST(SettleMetadata, FillsOnlyWhatIsEmpty) {
  Document document;
  document.front.headline = {text("A  head"), Inline{LineBreak{}}, text("line")};
  document.front.deck = {text("Deck")};
  document.metadata.set(Variable::subtitle, "Given", {});
  document.metadata.set(Variable::language, "fr", {});
  const Document settled = settle_metadata(document);
  EXPECT_EQ(settled.metadata.text(Variable::title), "A head line");
  EXPECT_EQ(settled.metadata.find(Variable::title)->evidence.source, "front:headline");
  EXPECT_EQ(settled.metadata.text(Variable::subtitle), "Given");
  EXPECT_EQ(settled.language, "fr");
  EXPECT_EQ(settle_metadata(settled), settled);
}

}  // namespace
}  // namespace pressmark
