#include "converters/exporters/pdf/writer/clusters.h"

#include <algorithm>

namespace pressmark::pdf {
namespace {

std::size_t start_of(const GlyphRun& run, const Cluster& cluster) {
  return std::min<std::size_t>(run.glyphs[cluster.begin].cluster, run.text.size());
}

}  // namespace

bool reads_backwards(const GlyphRun& run) {
  if (run.glyphs.empty() || run.glyphs.front().cluster == run.glyphs.back().cluster) {
    return run.right_to_left;
  }
  return run.glyphs.front().cluster > run.glyphs.back().cluster;
}

void find_clusters(const GlyphRun& run, std::vector<Cluster>& clusters) {
  clusters.clear();
  for (std::size_t begin = 0; begin < run.glyphs.size();) {
    std::size_t end = begin + 1;
    while (end < run.glyphs.size() && run.glyphs[end].cluster == run.glyphs[begin].cluster) ++end;
    clusters.push_back(Cluster{begin, end, {}});
    begin = end;
  }
  const std::string_view text = run.text;
  const std::size_t count = clusters.size();
  const bool backwards = reads_backwards(run);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t start = start_of(run, clusters[i]);
    // The neighbour that follows in the text: to the right, or to the left where it reads
    // backwards.
    std::size_t stop = text.size();
    if (backwards ? i > 0 : i + 1 < count) {
      stop = start_of(run, clusters[backwards ? i - 1 : i + 1]);
    }
    clusters[i].text = text.substr(start, stop > start ? stop - start : 0);
  }
}

}  // namespace pressmark::pdf
