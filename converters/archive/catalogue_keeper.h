// converters/archive/catalogue_keeper.h: keeps the catalogue in step with what is archived.
#pragma once

#include <optional>
#include <string>

#include "converters/archive/catalogue.h"
#include "converters/archive/store.h"

namespace pressmark::archive {

// An observer for Store::commit(). An article is worth more than the catalogue: where that cannot
// be written, it is removed, so that it is never wrong, and the article is archived all the same.
class CatalogueKeeper : public CommitObserver {
 public:
  explicit CatalogueKeeper(const Store& store);

  void before_change(const std::string& object_path) override;
  void after_change(const std::string& object_path) override;

  // What went wrong with the catalogue; absent where it is in step.
  const std::optional<Error>& problem() const { return problem_; }

 private:
  void give_up(const Error& error);

  std::string root_;
  std::optional<Catalogue> catalogue_;
  std::optional<Error> problem_;
};

}  // namespace pressmark::archive
