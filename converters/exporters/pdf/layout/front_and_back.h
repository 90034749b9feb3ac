// converters/exporters/pdf/layout/front_and_back.h: what stands above the text (kicker, headline,
// deck, bylines, source) and below it (the colophon with the citation).
#pragma once

#include "converters/exporters/pdf/layout/block_setter.h"

namespace pressmark::pdf {

// Sets the title block. The dateline is left to the first paragraph of the body.
void set_title_block(BlockSetter& blocks, const Place& place, Sink& sink);

// The citation, the address, the day of capture and the digest of the source, as far as they are
// known, in small type.
void set_colophon(BlockSetter& blocks, const Place& place, Sink& sink);

}  // namespace pressmark::pdf
