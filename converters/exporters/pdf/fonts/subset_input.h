// converters/exporters/pdf/fonts/subset_input.h: HarfBuzz's subsetter as owning values.
#pragma once

#include <hb-subset.h>

#include <memory>
#include <string_view>

#include "converters/exporters/pdf/fonts/font.h"

namespace pressmark::pdf {

template <auto destroy>
struct DestroyBy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using SubsetInput = std::unique_ptr<hb_subset_input_t, DestroyBy<hb_subset_input_destroy>>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, DestroyBy<hb_subset_plan_destroy>>;
using SubsetFace = std::unique_ptr<hb_face_t, DestroyBy<hb_face_destroy>>;
using SubsetBlob = std::unique_ptr<hb_blob_t, DestroyBy<hb_blob_destroy>>;

// What to keep of the font: nothing yet, each axis of a variable font at its default, without hints
// (`flags` are HarfBuzz's further ones). Null where HarfBuzz has no memory.
SubsetInput make_subset_input(const Font& font, unsigned flags = HB_SUBSET_FLAGS_DEFAULT);

// The blob's octets, which live as long as it does; empty where there are none.
std::string_view octets_of(const SubsetBlob& blob);

}  // namespace pressmark::pdf
