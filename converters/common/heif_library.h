// converters/common/heif_library.h: libheif, loaded when it is first needed.
//
// Linked in the usual way, libheif and the video codecs behind it cost every start of the command
// 2 ms of CPU time. Few articles have images of its kinds.
#pragma once

#include <libheif/heif.h>

#include "core/base/result.h"

namespace pressmark {

// The functions of libheif that are used, with libheif's own types and names.
struct HeifLibrary {
  decltype(&::heif_context_alloc) context_alloc = nullptr;
  decltype(&::heif_context_free) context_free = nullptr;
  decltype(&::heif_context_set_maximum_image_size_limit) context_set_maximum_image_size_limit =
      nullptr;
  decltype(&::heif_context_read_from_memory_without_copy) context_read_from_memory_without_copy =
      nullptr;
  decltype(&::heif_context_get_primary_image_handle) context_get_primary_image_handle = nullptr;
  decltype(&::heif_image_handle_release) image_handle_release = nullptr;
  decltype(&::heif_image_handle_get_width) image_handle_get_width = nullptr;
  decltype(&::heif_image_handle_get_height) image_handle_get_height = nullptr;
  decltype(&::heif_image_handle_has_alpha_channel) image_handle_has_alpha_channel = nullptr;
  decltype(&::heif_decode_image) decode_image = nullptr;
  decltype(&::heif_image_release) image_release = nullptr;
  decltype(&::heif_image_get_width) image_get_width = nullptr;
  decltype(&::heif_image_get_height) image_get_height = nullptr;
  decltype(&::heif_image_get_plane_readonly) image_get_plane_readonly = nullptr;
};

// Loads libheif once; safe to call from several threads. The library stays loaded. Fails with
// ErrorKind::missing_tool where it is not on this machine.
const Result<HeifLibrary>& heif_library();

}  // namespace pressmark
