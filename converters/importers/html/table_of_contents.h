// converters/importers/html/table_of_contents.h: lists that lead to the parts of the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/text_blocks.h"

namespace pressmark::html {

// The addresses under which a page is known: where it was found, and what it says of itself.
class OwnAddresses {
 public:
  // `url`: where the page was found; empty where nobody knows.
  OwnAddresses(const PageSignals& signals, std::string_view url);
  // Whether a link's target is a place of the page itself: "#piers", or the page's own address with
  // a fragment. Scheme and "www." do not count.
  bool leads_into_page(std::string_view href) const;

 private:
  std::string url_;
  std::vector<std::string> known_;  // host, path and query
};

// Whether a list has three and more entries and nothing but links to places of the page itself.
bool is_table_of_contents(const Node& list, const TextBlocks& blocks, const OwnAddresses& own);

// Keeps none of the page's tables of contents, nor the heading or line that announces nothing but
// one of them. Changes `kept`, one for each block; gives these elements in document order.
std::vector<const Node*> leave_out_contents(const Dom& dom, const TextBlocks& blocks,
                                            const OwnAddresses& own, std::vector<bool>& kept);

}  // namespace pressmark::html
