// converters/citation/csl/processor_state.h: what the parts of the processor share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "converters/citation/csl/processor.h"
#include "converters/citation/csl/renderer.h"
#include "converters/citation/csl/sort_order.h"

namespace pressmark::csl {

struct Processor::State {
  State(Style s, Locale l);

  Style style;
  Locale locale;
  Collation collation;
  std::vector<Reference> references;
  std::vector<int> numbers;        // citation numbers, by reference
  std::vector<std::size_t> order;  // of the bibliography
  std::vector<Disambiguation> disambiguations;

  Cite cite_of(std::size_t reference) const;
  Cite cite_of(const CiteRequest& request) const;
  // The places of a citation's cites in the style's order.
  std::vector<std::size_t> order_of(const std::vector<Cite>& cites) const;
};

// Fills `disambiguations` so that cites of different references differ, as far as the style's
// options allow ("Disambiguation").
void disambiguate(const Style& style, const Locale& locale, std::vector<Cite> cites,
                  const std::vector<std::size_t>& order,
                  std::vector<Disambiguation>& disambiguations);

// One cite of a citation, ready to be joined and collapsed.
struct RenderedCite {
  Cite cite;
  RichText text;
  std::string names;   // what its first names element says
  std::string prefix;  // of the request
  std::string suffix;
};

// Joins the cites of one citation with the layout's delimiter, grouped and collapsed.
RichText join_cites(std::vector<RenderedCite> cites, const Style& style, Renderer& renderer);

}  // namespace pressmark::csl
