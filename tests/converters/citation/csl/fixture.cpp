#include "tests/converters/citation/csl/fixture.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "converters/citation/csl/processor.h"
#include "converters/common/csl_json.h"
#include "tests/support/fake_environment.h"

namespace pressmark::csl {
namespace {

using Json = nlohmann::json;

std::string trimmed(const std::string& text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t place = 0; (place = text.find(from, place)) != std::string::npos;
       place += to.size()) {
    text.replace(place, from.size(), to);
  }
}

// White space around the tags of <div>s has no meaning.
std::string without_layout(std::string text) {
  static const std::regex around(R"(\s*(</?div[^>]*>)\s*)");
  return std::regex_replace(text, around, "$1");
}

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

class Case {
 public:
  explicit Case(const Fixture& fixture) : fixture_(fixture) {}

  std::string run() {
    const Json input = Json::parse(section("INPUT"));
    FakeEnvironment environment;
    Diagnostics diagnostics;
    Context context{environment, diagnostics};
    const Limits limits;
    const Result<std::vector<Metadata>> records =
        read_csl_json(section("INPUT"), "fixture", context);
    if (!records) return "error: " + records.error().describe();
    for (std::size_t i = 0; i < records->size(); ++i) {
      all_.push_back((*records)[i]);
      ids_.push_back(text_of(input[i], "id"));
    }
    const auto names = Processor::locale_names(section("CSL"), "", limits);
    if (!names) return "error: " + names.error().describe();
    std::vector<Bytes> locales;
    for (const std::string& name : *names) {
      const auto file = locale_folder() / ("locales-" + name + ".xml");
      if (std::filesystem::exists(file)) locales.push_back(read_text(file));
    }
    Result<Processor> processor = Processor::create(section("CSL"), locales, "", limits);
    if (!processor) return "error: " + processor.error().describe();
    const std::string mode = section("MODE");
    if (has("CITATIONS")) return with_citations(*processor, mode == "bibliography");
    select_cited();
    processor->set_records(cited_);
    return mode == "bibliography" ? bibliography(*processor) : clusters(*processor);
  }

 private:
  std::string section(const std::string& name) const {
    const auto found = fixture_.sections.find(name);
    return found == fixture_.sections.end() ? "" : found->second;
  }
  bool has(const std::string& name) const { return fixture_.sections.contains(name); }

  void cite(const std::string& id) {
    if (places_.contains(id)) return;
    const auto found = std::ranges::find(ids_, id);
    if (found == ids_.end()) return;
    places_[id] = cited_.size();
    cited_.push_back(all_[static_cast<std::size_t>(found - ids_.begin())]);
  }

  void select_cited() {
    if (has("BIBENTRIES")) {
      for (const Json& id : Json::parse(section("BIBENTRIES")).back()) cite(id.get<std::string>());
      return;
    }
    for (const std::string& id : ids_) cite(id);
  }

  CiteRequest request_of(const Json& item) const {
    CiteRequest request;
    const auto place = places_.find(text_of(item, "id"));
    request.record = place == places_.end() ? static_cast<std::size_t>(-1) : place->second;
    request.locator = text_of(item, "locator");
    request.label = text_of(item, "label");
    request.prefix = text_of(item, "prefix");
    request.suffix = text_of(item, "suffix");
    request.suppress_author = item.value("suppress-author", Json(false)) == true ||
                              item.value("suppress-author", Json(0)) == 1;
    request.author_only =
        item.value("author-only", Json(false)) == true || item.value("author-only", Json(0)) == 1;
    return request;
  }

  // Each list of cites by itself, as the public runner does it: none knows of another.
  std::string clusters(Processor& processor) const {
    std::vector<CitationRequest> requests;
    if (has("CITATION-ITEMS")) {
      for (const Json& cluster : Json::parse(section("CITATION-ITEMS"))) {
        CitationRequest request;
        for (const Json& item : cluster) request.cites.push_back(request_of(item));
        requests.push_back(std::move(request));
      }
    } else {
      CitationRequest request;
      for (std::size_t i = 0; i < cited_.size(); ++i) request.cites.push_back({.record = i});
      requests.push_back(std::move(request));
    }
    std::string result;
    for (const CitationRequest& request : requests) {
      if (!result.empty()) result += '\n';
      result += processor.citations({request}, Markup::html).front();
    }
    return result;
  }

  std::string with_citations(Processor& processor, bool bibliography_mode) {
    std::map<std::string, Json> by_id;
    std::vector<std::string> order;
    for (const Json& step : Json::parse(section("CITATIONS"))) {
      const std::string id = text_of(step[0], "citationID");
      by_id[id] = step[0];
      order.clear();
      for (const Json& before : step[1]) order.push_back(before[0].get<std::string>());
      order.push_back(id);
      for (const Json& after : step[2]) order.push_back(after[0].get<std::string>());
    }
    for (const std::string& id : order) {
      for (const Json& item : by_id[id]["citationItems"]) cite(text_of(item, "id"));
    }
    processor.set_records(cited_);
    if (bibliography_mode) return bibliography(processor);
    std::vector<CitationRequest> requests;
    for (const std::string& id : order) {
      CitationRequest request;
      const Json properties = by_id[id].value("properties", Json::object());
      request.note = properties.value("noteIndex", 0);
      for (const Json& item : by_id[id]["citationItems"]) {
        request.cites.push_back(request_of(item));
      }
      requests.push_back(std::move(request));
    }
    std::string result;
    for (const std::string& text : processor.citations(requests, Markup::html)) {
      if (!result.empty()) result += '\n';
      result += text;
    }
    return result;
  }

  static std::string bibliography(Processor& processor) {
    std::string result = "<div class=\"csl-bib-body\">";
    for (const BibliographyEntry& entry : processor.bibliography(Markup::html).entries) {
      result += "<div class=\"csl-entry\">" + entry.text + "</div>";
    }
    return without_layout(result + "</div>");
  }

  const Fixture& fixture_;
  std::vector<Metadata> all_;
  std::vector<std::string> ids_;
  std::vector<Metadata> cited_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace

std::string read_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::filesystem::path locale_folder() {
  const char* folder = std::getenv("PRESSMARK_CSL_FOLDER");
  const std::filesystem::path path =
      std::filesystem::path(folder == nullptr ? "/usr/share/citation-style-language" : folder) /
      "locales";
  return std::filesystem::is_directory(path) ? path : std::filesystem::path{};
}

Fixture read_fixture(const std::filesystem::path& file) {
  Fixture fixture;
  fixture.name = file.stem();
  std::istringstream lines(read_text(file));
  static const std::regex start(R"(>>=+ ([A-Z-]+) =+>>\s*)");
  static const std::regex end(R"(<<=+ [A-Z-]+ =+<<\s*)");
  std::string line;
  std::string name;
  std::smatch found;
  while (std::getline(lines, line)) {
    if (name.empty() && std::regex_match(line, found, start)) {
      name = found[1];
      fixture.sections[name] = "";
    } else if (!name.empty() && std::regex_match(line, end)) {
      fixture.sections[name] = trimmed(fixture.sections[name]);
      name.clear();
    } else if (!name.empty()) {
      fixture.sections[name] += line + "\n";
    }
  }
  return fixture;
}

std::vector<std::filesystem::path> fixture_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string expected_result(const Fixture& fixture) {
  const auto found = fixture.sections.find("RESULT");
  std::string result = found == fixture.sections.end() ? "" : found->second;
  replace_all(result, "&#38;", "&amp;");
  replace_all(result, "&#60;", "&lt;");
  replace_all(result, "&#62;", "&gt;");
  if (fixture.sections.contains("MODE") && fixture.sections.at("MODE") == "bibliography")
    return without_layout(result);
  if (!fixture.sections.contains("CITATIONS")) return result;
  static const std::regex mark(R"((^|\n)(\.\.|>>)\[\d+\] )");
  return std::regex_replace(result, mark, "$1");
}

std::string result_of(const Fixture& fixture) { return trimmed(Case(fixture).run()); }

}  // namespace pressmark::csl
