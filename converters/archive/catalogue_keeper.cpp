#include "converters/archive/catalogue_keeper.h"

namespace pressmark::archive {

CatalogueKeeper::CatalogueKeeper(const Store& store) : root_(store.root()) {
  Result<Catalogue> catalogue = Catalogue::open_or_make(store);
  if (catalogue) {
    catalogue_ = std::move(*catalogue);
  } else {
    give_up(catalogue.error());
  }
}

void CatalogueKeeper::before_change(const std::string& object_path) {
  if (!catalogue_) return;
  if (auto begun = catalogue_->begin(object_path); !begun) give_up(begun.error());
}

// Where this fails the note is still there, and the next one who opens the catalogue does it.
void CatalogueKeeper::after_change(const std::string& object_path) {
  if (!catalogue_) return;
  if (auto finished = catalogue_->finish(object_path); !finished) problem_ = finished.error();
}

void CatalogueKeeper::give_up(const Error& error) {
  catalogue_.reset();
  Catalogue::discard(root_);
  problem_ = Error(error.kind(), "the catalogue is out of use: " + error.message(),
                   "'pressmark reindex " + root_ + "' makes it from the archive");
}

}  // namespace pressmark::archive
