// converters/importers/markdown/fragments.h: the names by which GitHub links to headings.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pressmark::markdown {

// Gives each heading of a text its name, in the headings' order.
class Fragments {
 public:
  // Letters in lower case, digits, marks, '-' and '_' stay, a space becomes '-', all else goes. A
  // name that was given before gets "-1", "-2" and so on.
  std::string name(std::string_view heading);

 private:
  std::map<std::string, int> given_;
};

}  // namespace pressmark::markdown
