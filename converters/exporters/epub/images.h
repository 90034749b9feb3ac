// converters/exporters/epub/images.h: the images of a book, each once, in kinds that readers show.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "converters/common/xhtml_body.h"
#include "converters/exporters/epub/book.h"
#include "converters/exporters/epub/epub.h"
#include "core/model/resources.h"
#include "core/pipeline/context.h"

namespace pressmark::epub {

// Turns resources into files of the book. JPEG, PNG and GIF stay as they are, unless they are too
// large or lie on their side; SVG is cleaned; the other kinds become PNG or JPEG.
class ImageStore {
 public:
  ImageStore(const Options& options, Context& context) : options_(options), context_(context) {}

  // The address (relative to root_folder) and size of a resource; absent where it cannot be shown.
  // What was done to it is reported at its first use.
  std::optional<xhtml::ShownImage> show(const Resource& resource, Location where);

  // Adds the cover from its octets; false where they are no image that can be shown.
  bool add_cover(const Bytes& octets, const std::string& reference);
  // Makes the first image that is at least 300 x 300 pixels the cover, if there is one.
  void choose_lead_as_cover();

  // In the order of their first use.
  const std::vector<ImageFile>& files() const { return files_; }
  // The name of the cover's file; empty: none.
  const std::string& cover() const { return cover_; }

 private:
  struct Shown {
    std::size_t file;  // in files_
    int width;
    int height;
  };
  std::optional<Shown> store(const Resource& resource, Location where);
  std::optional<Shown> keep(const Resource& resource, Bytes data, std::string media_type, int width,
                            int height);
  std::optional<Shown> redraw(const Resource& resource, const std::string& media_type,
                              bool converted, Location where);

  const Options& options_;
  Context& context_;
  std::map<ResourceId, std::optional<Shown>, std::less<>> shown_;
  std::vector<ImageFile> files_;
  std::string cover_;
};

}  // namespace pressmark::epub
