// cli/container_items.h: the pages in a WARC or ZIP file as items of a batch.
#pragma once

#include "cli/batch_source.h"

namespace pressmark::cli {

// The pages of the container that `item` names, with the item's own settings. A WARC page's id is
// its record's, its name that of its address, and the record says its address, capture time, format
// and encoding. A ZIP entry's id is "<path of the archive>/<its path>"; those of a known extension,
// or that --glob takes, are pages, but not those in a saved page's "_files" folder. A container
// that cannot be opened, or be read on, is an item with the error.
ItemStream container_items(const BatchItem& item, const Settings& settings, const Formats& formats);

}  // namespace pressmark::cli
