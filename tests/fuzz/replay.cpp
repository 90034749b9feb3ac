// A plain main for fuzz targets: runs them on every file of the given folders, whole, cut off, and
// with some octets changed, always the same ones.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& octets) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size());
}

std::vector<std::filesystem::path> files_of(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

}  // namespace

int main(int count, char** arguments) {
  int inputs = 0;
  run("");
  for (int i = 1; i < count; ++i) {
    for (const auto& path : files_of(arguments[i])) {
      std::ostringstream content;
      content << std::ifstream(path, std::ios::binary).rdbuf();
      const std::string octets = content.str();
      run(octets);
      std::uint32_t state = 1;
      const auto next = [&state] { return state = state * 1664525u + 1013904223u; };
      for (int round = 0; round < 4; ++round) {
        run(octets.substr(0, octets.empty() ? 0 : next() % octets.size()));
        std::string changed = octets;
        for (int change = 0; change < 8 && !changed.empty(); ++change) {
          changed[next() % changed.size()] = static_cast<char>(next() >> 24);
        }
        run(changed);
      }
      inputs += 9;
    }
  }
  std::printf("%d inputs replayed\n", inputs);
  return inputs > 0 ? 0 : 1;
}
