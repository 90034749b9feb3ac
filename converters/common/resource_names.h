// converters/common/resource_names.h: the file names of images in every output that has files.
#pragma once

#include <string>

#include "core/model/resources.h"

namespace pressmark {

// The name of the image's file, without a folder: its id and the extension of its media type
// ("r-0f3a91c2d4e5b6a7.png"; ".bin" for a type that is none of the usual ones). Made, never copied
// from the source, so that it is safe and the same everywhere; unique where ids are.
std::string resource_file_name(const Resource& resource);

// The folder beside an output in which its images lie: "images/". TEI and HTML refer to
// image_folder + resource_file_name().
inline constexpr std::string_view image_folder = "images/";

// The extension of a media type without the full stop: "jpg" of "image/jpeg".
std::string_view extension_of_media_type(std::string_view media_type);

}  // namespace pressmark
