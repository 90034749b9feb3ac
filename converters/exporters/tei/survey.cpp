#include "converters/exporters/tei/survey.h"

#include "core/model/walk.h"

namespace pressmark::tei {

Survey::Survey(const Document& document) {
  add_language(document.language);
  for_each_block(document, [&](const Block& block) {
    if (!block.id.empty()) ids_.insert(block.id);
    add_language(block.language);
  });
  for_each_inline(document, [&](const Inline& item) {
    if (!item.id.empty()) ids_.insert(item.id);
    add_language(item.language);
    if (const auto* node = std::get_if<Styled>(&item.node)) looks_.insert(node->style);
  });
  words_ = count_words(text_of(document.front.headline)) +
           count_words(text_of(document.front.deck)) + count_words(text_of(document.body));
}

std::string Survey::free_id(const std::string& wanted) const {
  std::string id = wanted;
  for (int number = 1; ids_.contains(id); ++number) id = wanted + "-" + std::to_string(number);
  return id;
}

}  // namespace pressmark::tei
