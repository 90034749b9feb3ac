// converters/importers/html/image_loader.h: which image an element shows, and its octets.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/html/dom.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::html {

// The addresses that an img element (and a picture around it) offers, as written, the best first:
// the real one behind a placeholder of lazy loading, and the others of its srcset.
std::vector<std::string> image_candidates(const Node* image);

// What addresses of one image in several sizes have in common: the last part of the path without
// its extension and a size ("-1280x720", "-small", "@2x"), in lower case.
std::string image_stem(std::string_view url);

// Whether the image shows nothing of the article: a pixel that counts readers, a spacer.
bool is_spacer_image(const Node* image);

// Loads images from beside the page, from data: URLs or, where the environment fetches, from the
// network, and remembers which it has loaded.
class ImageLoader {
 public:
  // `base` resolves relative references that are not beside the page; `page_name` is the file's
  // name, whose companion folder ("page_files") is looked into.
  ImageLoader(std::string base, std::string page_name, Resources& resources, Context& context);

  // Files that came with the page, by their absolute URL; looked into first. They must live as long
  // as the loader.
  using Files = std::map<std::string, Bytes, std::less<>>;
  void set_files(const Files* files) { files_ = files; }

  // The image behind the first candidate that can be read. Where none is at hand: an Image with the
  // absolute URL of the first. Absent where there is no image or URL at all; what is lost is
  // reported.
  std::optional<Image> load(const std::vector<std::string>& candidates, Location from);

 private:
  std::optional<ResourceId> read(const std::string& reference, Location from);
  // From the network. Why an image could not be fetched is reported.
  std::optional<ResourceId> fetch(const std::string& url, Location from);
  const Bytes* find_file(const std::string& reference) const;
  std::optional<ResourceId> read_data_url(const std::string& url, Location from);
  std::optional<ResourceId> add(Bytes data, std::string_view origin, Location from);

  std::string base_;
  std::string companion_;  // folder of a saved page's files; empty: none
  const Files* files_ = nullptr;
  Resources& resources_;
  Context& context_;
  std::map<std::string, std::optional<ResourceId>, std::less<>> known_;    // by reference
  std::map<std::string, std::optional<ResourceId>, std::less<>> fetched_;  // by URL
  std::size_t total_ = 0;
};

}  // namespace pressmark::html
