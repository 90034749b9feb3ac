// tests/support/temporary_folder.h: a folder that is removed at the end of a test.
#pragma once

#include <string>

namespace pressmark {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  // The path of something in the folder.
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  // Writes a file, with the folders it needs, and returns its path.
  std::string write(const std::string& name, const std::string& octets) const;

 private:
  std::string path_;
};

// The octets of a file; empty where it cannot be read.
std::string read_file_octets(const std::string& path);

// Every file below a folder as "relative path: octets", sorted: to compare two trees.
std::string tree_listing(const std::string& folder);

}  // namespace pressmark
