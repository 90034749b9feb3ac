// converters/citation/csl/sort_order.h: the order of cites and entries (cs:sort).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "converters/citation/csl/renderer.h"

namespace pressmark::csl {

// Compares by the rules of a language (Unicode collation as ICU has it for the language).
class Collation {
 public:
  explicit Collation(const std::string& language);
  ~Collation();
  // Octets whose order is the order of the texts.
  std::string key(const std::string& text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The places of `cites` in the order of the keys: empty values last, equal ones as they came.
std::vector<std::size_t> sorted_order(const std::vector<Cite>& cites,
                                      const std::vector<SortKey>& keys, Renderer& renderer,
                                      const Collation& collation);

}  // namespace pressmark::csl
