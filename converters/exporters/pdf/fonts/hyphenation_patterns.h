// converters/exporters/pdf/fonts/hyphenation_patterns.h: the hyphenation dictionaries of this
// machine, each read once for all documents: reading one takes longer than setting a short article.
#pragma once

#include <map>
#include <mutex>
#include <string>

struct _HyphenDict;

namespace pressmark::pdf {

// Safe to use from many threads; libhyphen only reads a dictionary that it has loaded.
class HyphenationPatterns {
 public:
  HyphenationPatterns() = default;
  ~HyphenationPatterns();
  HyphenationPatterns(const HyphenationPatterns&) = delete;
  HyphenationPatterns& operator=(const HyphenationPatterns&) = delete;

  // The dictionary of Debian's packages hyphen-* by its name ("en_US"); null where there is none.
  _HyphenDict* find(const std::string& name);

 private:
  std::mutex mutex_;
  std::map<std::string, _HyphenDict*> by_name_;
};

}  // namespace pressmark::pdf
