#include "cli/article_output.h"

#include "converters/archive/durable_files.h"
#include "converters/common/resource_names.h"
#include "core/pipeline/convert.h"

namespace pressmark::cli {
namespace {

Result<Done> write_images(const Document& document, const std::string& output) {
  if (document.resources.empty()) return Done{};
  const std::string folder = files::folder_of(output) + "/" + std::string(image_folder);
  if (auto made = files::make_folders(folder.substr(0, folder.size() - 1)); !made) return made;
  for (const auto& [id, image] : document.resources.all()) {
    const std::string path = folder + resource_file_name(image);
    // The name is made of the digest: a file of that name has that content already.
    if (auto written = write_file_atomically(path, image.data, Existing::keep); !written) {
      return written;
    }
  }
  return Done{};
}

bool refers_to_images(const Format& format, const ImportSettings& import) {
  if (format.images_beside) return true;
  const OptionValues options = options_for({&format, Side::write}, import.options);
  const auto images = options.find("images");
  return images != options.end() && images->second == "beside";
}

Result<Done> write_one(const Document& document, const OutputTarget& target,
                       std::string_view octets, const ImportSettings& import, Console& console) {
  // The images first: an output never refers to one that is not there, and where there is no room
  // for them an earlier output stays as it is.
  if (target.path != "-" && refers_to_images(*target.format, import)) {
    if (auto prepared = prepare_folder(target); !prepared) return prepared;
    if (auto written = write_images(document, target.path); !written) return written;
  }
  return write_target(target, octets, console);
}

}  // namespace

Result<std::vector<Bytes>> export_targets(const Document& document,
                                          const std::vector<OutputTarget>& targets,
                                          const ImportSettings& import, Context& context) {
  std::vector<Bytes> outputs;
  for (const OutputTarget& target : targets) {
    Result<Bytes> octets =
        export_article(document, *target.format,
                       options_for({target.format, Side::write}, import.options), context);
    if (!octets) return octets.error();
    outputs.push_back(std::move(*octets));
  }
  return outputs;
}

Result<Done> write_targets(const Document& document, const std::vector<OutputTarget>& targets,
                           const std::vector<Bytes>& outputs, const ImportSettings& import,
                           Console& console) {
  std::vector<std::string> made;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const std::string& path = targets[i].path;
    const bool is_new = path != "-" && !files::exists(path);
    if (is_new) made.push_back(path);
    if (auto written = write_one(document, targets[i], outputs[i], import, console); !written) {
      for (const std::string& file : made) (void)files::remove_tree(file).has_value();
      return written;
    }
  }
  return Done{};
}

}  // namespace pressmark::cli
