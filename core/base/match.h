// core/base/match.h: the visitor that std::visit takes, one lambda for each alternative.
#pragma once

namespace pressmark {

// match{f, g, ...} overloads the given callables. Visitors of the document model write one lambda
// for each node and no `auto` one, so that a new node does not compile until all have decided on
// it.
template <class... F>
struct match : F... {
  using F::operator()...;
};
template <class... F>
match(F...) -> match<F...>;

}  // namespace pressmark
