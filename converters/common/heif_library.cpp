#include "converters/common/heif_library.h"

#include <dlfcn.h>

namespace pressmark {
namespace {

// The soname of libheif since 1.0; Debian's package libheif1 has it.
constexpr const char* soname = "libheif.so.1";

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

Result<HeifLibrary> load() {
  HeifLibrary heif;
  void* library = dlopen(soname, RTLD_NOW | RTLD_LOCAL);
  const bool complete =
      library != nullptr && find(library, "heif_context_alloc", heif.context_alloc) &&
      find(library, "heif_context_free", heif.context_free) &&
      find(library, "heif_context_set_maximum_image_size_limit",
           heif.context_set_maximum_image_size_limit) &&
      find(library, "heif_context_read_from_memory_without_copy",
           heif.context_read_from_memory_without_copy) &&
      find(library, "heif_context_get_primary_image_handle",
           heif.context_get_primary_image_handle) &&
      find(library, "heif_image_handle_release", heif.image_handle_release) &&
      find(library, "heif_image_handle_get_width", heif.image_handle_get_width) &&
      find(library, "heif_image_handle_get_height", heif.image_handle_get_height) &&
      find(library, "heif_image_handle_has_alpha_channel", heif.image_handle_has_alpha_channel) &&
      find(library, "heif_decode_image", heif.decode_image) &&
      find(library, "heif_image_release", heif.image_release) &&
      find(library, "heif_image_get_width", heif.image_get_width) &&
      find(library, "heif_image_get_height", heif.image_get_height) &&
      find(library, "heif_image_get_plane_readonly", heif.image_get_plane_readonly);
  if (complete) return heif;
  return Error(ErrorKind::missing_tool, "the library libheif is not on this machine",
               "install the package libheif1");
}

}  // namespace

const Result<HeifLibrary>& heif_library() {
  static const Result<HeifLibrary> library = load();
  return library;
}

}  // namespace pressmark
