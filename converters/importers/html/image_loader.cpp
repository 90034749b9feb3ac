#include "converters/importers/html/image_loader.h"

#include <algorithm>

#include "converters/common/digest.h"
#include "converters/common/image.h"
#include "converters/common/url.h"
#include "converters/importers/html/codes.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

constexpr std::size_t most_candidates = 40;
// Wider images than this are taken only where there is no smaller one.
constexpr int widest = 2000;

struct SourceCandidate {
  std::string url;
  double width = 0;  // of a "w" descriptor; 1000 times the density of an "x" descriptor
};

// The srcset attribute (WHATWG HTML, 4.8.4.2.1): URLs, each with a descriptor, between commas.
std::vector<SourceCandidate> parse_srcset(std::string_view srcset) {
  std::vector<SourceCandidate> candidates;
  std::size_t i = 0;
  while (i < srcset.size() && candidates.size() < most_candidates) {
    while (i < srcset.size() && (is_space(srcset[i]) || srcset[i] == ',')) ++i;
    std::size_t start = i;
    while (i < srcset.size() && !is_space(srcset[i])) ++i;
    std::string_view url = srcset.substr(start, i - start);
    SourceCandidate candidate;
    if (url.ends_with(',')) {
      while (url.ends_with(',')) url.remove_suffix(1);
    } else {
      start = i;
      while (i < srcset.size() && srcset[i] != ',') ++i;
      const std::string_view descriptor = trim(srcset.substr(start, i - start));
      const int number = parse_integer(descriptor, 0, 100000, 0);
      candidate.width = descriptor.ends_with('x') ? number * 1000.0 : number;
    }
    candidate.url = std::string(url);
    if (!candidate.url.empty()) candidates.push_back(std::move(candidate));
  }
  return candidates;
}

// An address that only holds the place of an image which a script loads later.
bool is_placeholder(std::string_view url) {
  if (url.empty()) return true;
  const std::string lower = to_lower(url.substr(0, 300));
  if (lower.starts_with("data:")) {
    return url.size() < 400 || (lower.starts_with("data:image/svg") && url.size() < 1200);
  }
  if (lower.starts_with("about:") || lower.starts_with("javascript:") || lower.starts_with("#")) {
    return true;
  }
  constexpr std::string_view words[] = {"placeholder", "spacer.",   "blank.gif",   "blank.png",
                                        "lazyload",    "lazy-load", "lazy_load",   "1x1.",
                                        "transparent", "pixel.gif", "loading.gif", "grey.gif",
                                        "empty.gif",   "lazy.png",  "trans.gif"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// Whether an address that may only hold an image's place is an image of its own: what holds a place
// has a pixel or two.
bool is_embedded_image(std::string_view url) {
  constexpr int largest_placeholder = 2;
  const std::optional<DataUrl> decoded = decode_data_url(url);
  const std::optional<ImageInfo> info =
      decoded ? inspect_image(decoded->data) : std::optional<ImageInfo>();
  return info && info->width > largest_placeholder && info->height > largest_placeholder;
}

bool looks_like_url(std::string_view value) {
  value = trim(value);
  return !value.empty() && value.front() != '{' && value.front() != '[' &&
         value.find_first_of(" \n\t") == std::string_view::npos &&
         (value.find('/') != std::string_view::npos || value.find('.') != std::string_view::npos);
}

// An absolute address or path whose name ends like an image's.
bool is_image_url(std::string_view value) {
  if (!looks_like_url(value)) return false;
  const std::string path = to_lower(split_url(trim(value)).path);
  for (const std::string_view ending : {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"}) {
    if (path.ends_with(ending)) return value.starts_with("http") || value.starts_with("/");
  }
  return false;
}

// Attributes in which scripts of lazy loading find the real address, the most telling first.
constexpr std::string_view lazy_sources[] = {
    "data-src",          "data-original",     "data-lazy-src",    "data-lazy",
    "data-original-src", "data-hi-res-src",   "data-full-src",    "data-actualsrc",
    "data-real-src",     "data-url",          "data-srcurl",      "data-img-src",
    "data-image",        "data-fallback-src", "data-default-src", "data-canonical-src",
    "data-orig-file",    "data-large-file",   "data-image-src",   "data-runner-src",
    "data-lazyload",     "data-echo"};
constexpr std::string_view lazy_sets[] = {"data-srcset", "data-lazy-srcset", "data-original-set"};

void add_set(std::string_view srcset, std::vector<SourceCandidate>& all) {
  for (SourceCandidate& candidate : parse_srcset(srcset)) all.push_back(std::move(candidate));
}

std::vector<SourceCandidate> responsive_candidates(const Node* image) {
  std::vector<SourceCandidate> all;
  add_set(image->attribute("srcset"), all);
  for (const std::string_view name : lazy_sets) add_set(image->attribute(name), all);
  if (image->parent != nullptr && image->parent->is("picture")) {
    for (const Node* source = image->parent->first_child; source != nullptr;
         source = source->next) {
      if (!source->is("source") || all.size() >= most_candidates) continue;
      add_set(source->attribute("srcset"), all);
      for (const std::string_view name : lazy_sets) add_set(source->attribute(name), all);
    }
  }
  std::erase_if(all, [](const SourceCandidate& c) { return is_placeholder(c.url); });
  std::stable_sort(all.begin(), all.end(), [](const SourceCandidate& a, const SourceCandidate& b) {
    const auto rank = [](const SourceCandidate& c) {
      return c.width > widest ? -c.width : c.width;
    };
    return rank(a) > rank(b);
  });
  return all;
}

}  // namespace

std::vector<std::string> image_candidates(const Node* image) {
  std::vector<std::string> urls;
  const auto add = [&](std::string_view url) {
    url = trim(url);
    if (url.empty() || urls.size() >= most_candidates) return;
    if (std::find(urls.begin(), urls.end(), url) == urls.end()) urls.emplace_back(url);
  };
  const std::string_view source = image->attribute("src");
  const std::vector<SourceCandidate> responsive = responsive_candidates(image);
  const bool lazy = is_placeholder(trim(source));
  // A thumbnail that says so itself gives way to a larger candidate.
  const bool thumbnail =
      std::any_of(responsive.begin(), responsive.end(), [&](const SourceCandidate& c) {
        return c.url == trim(source) && c.width > 0 && c.width < 400;
      });
  if (!lazy && !thumbnail) add(source);
  for (const std::string_view name : lazy_sources) {
    if (looks_like_url(image->attribute(name))) add(image->attribute(name));
  }
  for (const SourceCandidate& candidate : responsive) add(candidate.url);
  if (lazy && urls.empty()) {
    for (const Attribute& attribute : image->attributes) {
      if (attribute.name.starts_with("data-") && is_image_url(attribute.value)) {
        add(attribute.value);
        break;
      }
    }
  }
  if (lazy && urls.empty() && is_embedded_image(trim(source))) add(source);
  if (!lazy) add(source);
  return urls;
}

std::string image_stem(std::string_view url) {
  const std::string path = to_lower(split_url(url).path);
  std::string stem = path.substr(path.rfind('/') + 1);
  const std::size_t dot = stem.rfind('.');
  if (dot != std::string::npos && dot > 0) stem.resize(dot);
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view size :
         {"@2x", "@3x", "-large", "-small", "-medium", "-thumb", "-thumbnail", "-scaled", "_large",
          "_small", "_medium", "_thumb"}) {
      if (stem.size() > size.size() && stem.ends_with(size)) {
        stem.resize(stem.size() - size.size());
        cut = true;
      }
    }
    // "-1280x720"
    const std::size_t mark = stem.find_last_not_of("0123456789x");
    if (mark != std::string::npos && mark > 0 && mark + 3 < stem.size() &&
        (stem[mark] == '-' || stem[mark] == '_') && stem.find('x', mark) != std::string::npos) {
      stem.resize(mark);
      cut = true;
    }
  }
  return stem;
}

bool is_spacer_image(const Node* image) {
  // A side of 0 beside a real one only waits for a script to set it.
  const int width = parse_integer(image->attribute("width"), 0, 100000, -1);
  const int height = parse_integer(image->attribute("height"), 0, 100000, -1);
  return (width >= 0 || height >= 0) && width <= 2 && height <= 2;
}

ImageLoader::ImageLoader(std::string base, std::string page_name, Resources& resources,
                         Context& context)
    : base_(std::move(base)), resources_(resources), context_(context) {
  const std::size_t dot = page_name.rfind('.');
  if (!page_name.empty() && page_name != "-") companion_ = page_name.substr(0, dot) + "_files/";
}

std::optional<Image> ImageLoader::load(const std::vector<std::string>& candidates, Location from) {
  std::string remote;
  for (const std::string& candidate : candidates) {
    if (const std::optional<ResourceId> found = read(candidate, from)) return Image{*found, {}, {}};
    if (remote.empty()) {
      std::optional<std::string> url = clean_link_target(base_, candidate);
      if (url && (url->starts_with("http://") || url->starts_with("https://"))) {
        remote = std::move(*url);
      }
    }
  }
  if (candidates.empty()) return std::nullopt;
  if (!remote.empty() && context_.environment.fetches()) {
    if (const std::optional<ResourceId> found = fetch(remote, from)) return Image{*found, {}, {}};
    return Image{{}, {}, std::move(remote)};
  }
  if (remote.empty()) {
    if (!candidates.front().starts_with("data:")) {
      context_.diagnostics.report(codes::missing_image, from, candidates.front());
    }
    return std::nullopt;
  }
  context_.diagnostics.report(codes::remote_image, from, remote);
  return Image{{}, {}, std::move(remote)};
}

std::optional<ResourceId> ImageLoader::read(const std::string& reference, Location from) {
  const auto known = known_.find(reference);
  if (known != known_.end()) return known->second;
  std::optional<ResourceId> found;
  const UrlParts parts = split_url(reference);
  if (parts.scheme == "data") {
    found = read_data_url(reference, from);
  } else if (const Bytes* file = find_file(reference)) {
    found = add(*file, reference, from);
  } else {
    std::vector<std::string> places;
    if (!parts.scheme && !parts.authority && !parts.path.empty()) places.push_back(parts.path);
    // A browser that saves a page keeps its images by their last name in a folder beside it.
    const std::string last = parts.path.substr(parts.path.rfind('/') + 1);
    if (!companion_.empty() && !last.empty()) places.push_back(companion_ + last);
    for (const std::string& place : places) {
      Result<Bytes> data = context_.environment.read(place);
      if (!data) {
        if (!data.error().remedy().empty()) {
          context_.diagnostics.report(codes::unread_image, from, data.error().describe());
        }
        continue;
      }
      found = add(std::move(data).value(), reference, from);
      if (found) break;
    }
  }
  known_.emplace(reference, found);
  return found;
}

std::optional<ResourceId> ImageLoader::fetch(const std::string& url, Location from) {
  const auto known = fetched_.find(url);
  if (known != fetched_.end()) return known->second;
  Result<Bytes> data = context_.environment.read(url);
  std::optional<ResourceId> found;
  if (data) {
    found = add(std::move(data).value(), url, from);
  } else {
    context_.diagnostics.report(codes::unfetched_image, from, data.error().message());
  }
  fetched_.emplace(url, found);
  return found;
}

const Bytes* ImageLoader::find_file(const std::string& reference) const {
  if (files_ == nullptr) return nullptr;
  auto found = files_->find(reference);
  if (found == files_->end()) found = files_->find(resolve_url(base_, reference));
  return found == files_->end() ? nullptr : &found->second;
}

std::optional<ResourceId> ImageLoader::read_data_url(const std::string& url, Location from) {
  std::optional<DataUrl> decoded = decode_data_url(url);
  if (!decoded) {
    context_.diagnostics.report(codes::unreadable_image, from, url.substr(0, 60));
    return std::nullopt;
  }
  return add(std::move(decoded->data), "data:" + decoded->media_type, from);
}

std::optional<ResourceId> ImageLoader::add(Bytes data, std::string_view origin, Location from) {
  if (data.size() > context_.limits.resource_bytes ||
      data.size() > context_.limits.all_resource_bytes - total_) {
    context_.diagnostics.report(codes::large_image, from, origin);
    return std::nullopt;
  }
  const std::optional<ImageInfo> info = inspect_image(data);
  if (!info) {
    context_.diagnostics.report(codes::unreadable_image, from, origin);
    return std::nullopt;
  }
  total_ += data.size();
  Resource resource;
  resource.media_type = info->media_type;
  resource.width = info->width;
  resource.height = info->height;
  resource.origin = std::string(origin);
  resource.sha256 = sha256_hex(data);
  resource.data = std::move(data);
  return resources_.add(std::move(resource));
}

}  // namespace pressmark::html
