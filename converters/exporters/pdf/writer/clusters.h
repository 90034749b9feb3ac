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

// Whether the run's glyphs from left to right stand for its text from the end to the beginning:
// told by the clusters, and by the run's direction where there is one cluster only.
bool reads_backwards(const GlyphRun& run);

// The clusters of a run in the order of its glyphs. Where it reads
// backwards, the text of one ends where that of the cluster before it begins.
void find_clusters(const GlyphRun& run, std::vector<Cluster>& clusters);

}  // namespace pressmark::pdf
