// cli/file_choice.h: which files of a folder or of a ZIP archive are articles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// Those that --glob names, else those of a known extension.
class FileChoice {
 public:
  // A pattern with '/' is of the path below the folder that was named, another one of the file's
  // name; '!' before it leaves files out. `formats` must outlive it.
  FileChoice(const std::vector<std::string>& globs, const Formats& formats);

  // `path` is below that folder.
  bool takes(const std::string& path) const;

 private:
  const Formats* formats_;
  std::vector<std::string> included_;
  std::vector<std::string> excluded_;
};

// Fails with ErrorKind::usage for a pattern that says nothing or is not complete: '[' without ']',
// '\\' at its end.
Result<Done> check_glob(const std::string& glob);

// Whether a file is a container by its name: .warc, .warc.gz, .zip.
bool is_container_name(std::string_view name);

// The folder in which a browser puts the files of a page that it saves: "Page_files".
bool is_companion_folder(std::string_view name);

// Whether a path, below a folder or in a container, lies in a folder of a saved page's files, or in
// a hidden one: it is then no page of its own.
bool is_beside_a_page(std::string_view path);

}  // namespace pressmark::cli
