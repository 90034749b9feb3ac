#include "converters/exporters/pdf/writer/clusters.h"

#include <hb.h>

#include <algorithm>

#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

std::size_t start_of(const GlyphRun& run, const Cluster& cluster) {
  return std::min<std::size_t>(run.glyphs[cluster.begin].cluster, run.text.size());
}

// Whether a letter stands for itself but does not move the pen: it shares the place of the letter
// before it, as alef does behind lam in many fonts.
bool shares_place(const GlyphRun& run, const Cluster& cluster) {
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
    if (run.glyphs[i].advance != 0) return false;
  }
  if (cluster.text.empty()) return false;
  return hb_unicode_general_category(hb_unicode_funcs_get_default(),
                                     utf8::decode(cluster.text, 0).code_point) ==
         HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER;
}

// Joins the letters that share a place; in a run that reads backwards the second is to the left.
void join_shared_places(const GlyphRun& run, std::vector<Cluster>& clusters) {
  for (std::size_t i = clusters.size(); i-- > 1;) {
    if (!shares_place(run, clusters[i - 1])) continue;
    const std::string_view first = clusters[i].text;
    clusters[i].begin = clusters[i - 1].begin;
    clusters[i].text = {first.data(), first.size() + clusters[i - 1].text.size()};
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(i) - 1);
  }
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
  if (backwards) join_shared_places(run, clusters);
}

}  // namespace pressmark::pdf
