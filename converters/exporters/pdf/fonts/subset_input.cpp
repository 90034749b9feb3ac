#include "converters/exporters/pdf/fonts/subset_input.h"

#include <hb-ot.h>

#include <vector>

namespace pressmark::pdf {

SubsetInput make_subset_input(const Font& font, unsigned flags) {
  SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | flags);
  std::vector<hb_ot_var_axis_info_t> axes(hb_ot_var_get_axis_count(font.face()));
  auto count = static_cast<unsigned>(axes.size());
  hb_ot_var_get_axis_infos(font.face(), 0, &count, axes.data());
  for (unsigned i = 0; i < count; ++i) {
    hb_subset_input_pin_axis_to_default(input.get(), font.face(), axes[i].tag);
  }
  return input;
}

std::string_view octets_of(const SubsetBlob& blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  return {data == nullptr ? "" : data, size};
}

}  // namespace pressmark::pdf
