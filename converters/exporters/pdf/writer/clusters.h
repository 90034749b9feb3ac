// converters/exporters/pdf/writer/clusters.h: which glyphs of a run stand for which characters.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"

namespace pressmark::pdf {

// Neighbouring glyphs that together stand for `text`. The glyphs are [begin, end) of the run.
struct Cluster {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view text;  // a part of the run's text; empty where it has none for these glyphs
};

// The clusters of a run in the order of its glyphs. In a right-to-left run the clusters descend, so
// the text of one ends where that of the cluster before it begins.
void find_clusters(const GlyphRun& run, std::vector<Cluster>& clusters);

}  // namespace pressmark::pdf
