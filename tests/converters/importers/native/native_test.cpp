#include "converters/importers/native/native.h"

#include <gtest/gtest.h>

#include "converters/exporters/native/model_json.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "tests/support/combinations.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::native {
namespace {

Result<Document> read(const std::string& text, Limits limits = {}) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, limits};
  return import_json(Source{.bytes = text, .name = "model.json"}, context);
}

std::string written(const Document& document) { return *export_json(document, JsonOptions{}); }

// The error of a text that is `plain` with `from` replaced.
Error refusal(const std::string& from, const std::string& to) {
  std::string text = written(sample::images());
  const std::size_t place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  text.replace(place, from.size(), to);
  const Result<Document> result = read(text);
  EXPECT_FALSE(result) << to;
  return result ? Error(ErrorKind::internal, "") : result.error();
}

TEST(JsonImport, ReadsBackEveryDocument) {
  auto documents = sample::all();
  documents.emplace_back("generated", sample::generated(5000));
  documents.emplace_back("combinations", sample::combinations());
  for (const auto& [name, document] : documents) {
    const Result<Document> back = read(written(document));
    ASSERT_TRUE(back) << name << ": " << back.error().describe();
    EXPECT_EQ(*back, document) << name << "\n" << dump(*back);
  }
}

TEST(JsonImport, KeepsPlacesAndEvidence) {
  Document document = sample::wire();
  document.body[0].from = {12, 4};
  document.metadata.set(
      Variable::title, "T",
      {.source = "x", .raw = "t", .from = {1, 2}, .confidence = 0.25, .inferred = true});
  const Result<Document> back = read(written(document));
  ASSERT_TRUE(back) << back.error().describe();
  EXPECT_EQ(*back, document);
}

TEST(JsonImport, NamesThePlaceOfWhatIsWrong) {
  const auto message = [](const std::string& from, const std::string& to) {
    return refusal(from, to).message();
  };
  EXPECT_NE(message("\"type\": \"figure\"", "\"type\": \"picture\"")
                .find("body[0]: 'picture' is no type of block"),
            std::string::npos);
  EXPECT_NE(message("\"alt\":", "\"alternative\":").find("a member 'alternative'"),
            std::string::npos);
  EXPECT_NE(message("\"alt\": \"The sky\"", "\"alt\": 3").find(".alt: is no string"),
            std::string::npos);
  EXPECT_NE(message("\"version\": 1", "\"version\": 2").find("newer"), std::string::npos);
  EXPECT_NE(message("iVBORw0KGgo", "iVBORw0KGga").find("another digest"), std::string::npos);
  EXPECT_NE(message("\"data\": \"", "\"data\": \"*").find("no Base64"), std::string::npos);
  EXPECT_NE(message("\"resource\": \"r-", "\"resource\": \"q-").find("without its resource"),
            std::string::npos);
}

TEST(JsonImport, RefusesOtherJson) {
  for (const char* text : {"", "{}", "[]", "3", "null", "{\"pressmark-document\": 1}",
                           "{\"pressmark-document\": {\"version\": 1}}",
                           "{\"pressmark-document\": {\"version\": 99999999999999999999}}"}) {
    const Result<Document> result = read(text);
    ASSERT_FALSE(result) << text;
    EXPECT_EQ(result.error().kind(), ErrorKind::unrecognised) << text;
  }
}

TEST(JsonImport, RefusesWhatIsTooDeep) {
  std::string inner = "[]";
  for (int level = 0; level < 190; ++level) {
    inner = R"([{"type": "quotation", "children": )" + inner + "}]";
  }
  const std::string start = R"({"pressmark-document": {"version": 1}, "front": {}, "body": )";
  const std::string end =
      R"(, "metadata": {"type": "webpage"}, "resources": [], "provenance": {}})";
  EXPECT_TRUE(read(start + inner + end));
  for (int level = 0; level < 30; ++level) {
    inner = R"([{"type": "quotation", "children": )" + inner + "}]";
  }
  EXPECT_FALSE(read(start + inner + end));
  for (int level = 0; level < 3000; ++level) {
    inner = R"([{"type": "quotation", "children": )" + inner + "}]";
  }
  const Result<Document> deep = read(start + inner + end);
  ASSERT_FALSE(deep);
  EXPECT_EQ(deep.error().kind(), ErrorKind::limit);
}

TEST(JsonImport, SurvivesEveryCut) {
  const std::string text = written(sample::every_block());
  for (std::size_t size = 0; size < text.size(); size += 97) {
    EXPECT_FALSE(read(text.substr(0, size)));
  }
}

// What can be read is sound, and no change makes a document of another kind than the model's.
TEST(JsonImport, EveryChangedOctetGivesAnErrorOrASoundDocument) {
  const std::string text = written(sample::wire());
  std::size_t refused = 0;
  for (std::size_t place = 0; place < text.size(); ++place) {
    for (const char octet : {'\0', '"', '[', '9', '-', '\xff'}) {
      std::string changed = text;
      changed[place] = octet;
      const auto back = read(changed);
      if (back) {
        EXPECT_TRUE(validate(*back).empty()) << place << ": " << validate(*back).front();
        EXPECT_EQ(*read(written(*back)), *back) << "at octet " << place << " of\n" << changed;
      } else {
        ++refused;
        EXPECT_FALSE(back.error().message().empty());
        EXPECT_NE(back.error().kind(), ErrorKind::internal) << back.error().message();
      }
    }
  }
  EXPECT_GT(refused, text.size());
}

}  // namespace
}  // namespace pressmark::native
