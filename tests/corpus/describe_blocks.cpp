// tests/corpus/describe_blocks.cpp: writes what the block model is trained on.
//
//     describe_blocks FOLDER LIST OUT [VERDICTS]
//
// LIST and FOLDER are as for import_pages. OUT.bin gets a row of 32-bit floats for each text block
// of each page, OUT.names the columns' names, OUT.jsonl a line for each page with the texts of its
// blocks. With VERDICTS (a 32-bit float for each block: what the first stage says of it) the rows
// are those of the second stage.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "converters/common/encoding.h"
#include "converters/importers/html/block_model.h"
#include "converters/importers/html/charset_prescan.h"
#include "converters/importers/html/json_ld.h"

namespace {

using namespace pressmark;
using namespace pressmark::html;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

struct Output {
  std::ofstream rows;
  std::ofstream texts;
  std::string names_path;
  bool named = false;
};

void describe_page(const std::string& path, const std::string& id, std::istream* verdicts,
                   Output& out) {
  const std::string bytes = read_file(path);
  const DecodedText decoded = decode_text(bytes, "", prescan_charset(bytes));
  ParseReport report;
  const Result<Dom> dom = parse(decoded.text, 200, 1'000'000, report);
  nlohmann::json line = {{"id", id}, {"blocks", nlohmann::json::array()}};
  if (dom) {
    const LinkedData data(*dom);
    const TextBlocks blocks(*dom);
    std::vector<std::string> names;
    FeatureTable table = describe_blocks(blocks, read_page_hints(*dom, data), &names);
    if (verdicts != nullptr) {
      std::vector<float> first(blocks.all().size());
      verdicts->read(reinterpret_cast<char*>(first.data()),
                     static_cast<std::streamsize>(first.size() * sizeof(float)));
      table = describe_surroundings(blocks, table, first, &names);
    }
    out.rows.write(reinterpret_cast<const char*>(table.values.data()),
                   static_cast<std::streamsize>(table.values.size() * sizeof(float)));
    for (const TextBlock& block : blocks.all()) line["blocks"].push_back(block.text);
    if (!out.named && !names.empty()) {
      std::ofstream file(out.names_path);
      for (const std::string& name : names) file << name << '\n';
      out.named = true;
    }
  }
  out.texts << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4 && count != 5) {
    std::cerr << "usage: describe_blocks FOLDER LIST OUT [VERDICTS]\n";
    return 2;
  }
  const std::string base = arguments[3];
  Output out{std::ofstream(base + ".bin", std::ios::binary), std::ofstream(base + ".jsonl"),
             base + ".names"};
  std::ifstream verdicts;
  if (count == 5) verdicts.open(arguments[4], std::ios::binary);
  std::ifstream list(arguments[2]);
  for (std::string line; std::getline(list, line);) {
    const std::string id = line.substr(0, line.find('\t'));
    describe_page(std::string(arguments[1]) + "/" + id + ".html", id,
                  count == 5 ? &verdicts : nullptr, out);
  }
  return 0;
}
