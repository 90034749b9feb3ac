// core/model/resources.h: the images of an article, each stored once.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/model/node.h"

namespace pressmark {

// One image as received. Its media type was told from its octets, never from a file name.
struct Resource {
  ResourceId id;  // "r-" and the first 16 digits of the digest
  Bytes data;
  std::string media_type;  // "image/jpeg"
  std::string
      origin;  // the reference the source used, as written; for people, not for output names
  std::string sha256;  // of `data`, 64 lower-case hexadecimal digits
  int width = 0;       // pixels, before any EXIF rotation; 0 where it is not known
  int height = 0;
  bool operator==(const Resource&) const = default;
};

// Resources by id, in the order of the ids: output does not depend on the order of finding.
class Resources {
 public:
  // Adds an image and returns its id. Equal octets (by digest) are stored once and keep the first
  // origin. `resource.id` is ignored; `resource.sha256` must be the digest of `resource.data`.
  ResourceId add(Resource resource);

  // Null where there is none.
  const Resource* find(std::string_view id) const;

  const std::map<ResourceId, Resource, std::less<>>& all() const { return by_id_; }
  bool empty() const { return by_id_.empty(); }
  std::size_t total_bytes() const;
  bool operator==(const Resources&) const = default;

 private:
  std::map<ResourceId, Resource, std::less<>> by_id_;
};

}  // namespace pressmark
