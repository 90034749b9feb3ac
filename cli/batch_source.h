// cli/batch_source.h: the items of a batch, one after the other: of files, folders, lists and
// containers.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/batch_item.h"
#include "cli/batch_list.h"
#include "cli/console.h"
#include "cli/folder_walk.h"
#include "cli/folder_watch.h"
#include "cli/settings.h"
#include "core/base/result.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// Gives the next of some items; absent at the end. Fails where they cannot be read on.
using ItemStream = std::function<Result<std::optional<BatchItem>>()>;

// The items of all operands in their order, then those of the lists that --list names. A file is an
// item; a folder gives its files that can be read, sorted by name; "-" is a list on standard input;
// a WARC or ZIP file gives the pages in it. What it holds in memory of past items is a few octets
// of each; no content. With --watch, it goes on with the files of the folders that are finished or
// moved in afterwards.
class ItemSource {
 public:
  // Fails with ErrorKind::unreadable for a list that cannot be read, with ErrorKind::usage for a
  // file that looks like a list and for a pattern of --glob that is none, and with
  // ErrorKind::unrecognised for a list that is a page or is binary. `settings`, `formats` and
  // `console` must outlive it.
  static Result<ItemSource> open(const Settings& settings, const Formats& formats,
                                 Console& console);

  // Whether containers are opened, or are items themselves.
  enum class Containers { open, closed };
  // Begins again.
  void begin(Containers containers);
  // Begins to watch the folders among the operands, before their files are taken, so that none is
  // missed. Fails with ErrorKind::usage where no operand is a folder, and as FolderWatch::open().
  Result<Done> watch();
  // The next item; absent at the end, or, once they are watched, while there is nothing new (never
  // where containers are closed). A wrong line of a list, a folder that cannot be listed, or an id
  // that is taken, is an item with an error; a file that is not there an item that fails; a file
  // named twice is one item. A folder or a list without any is a warning on the console, the first
  // time.
  Result<std::optional<BatchItem>> next();

 private:
  struct Operand {
    std::string path;               // of a file or folder
    std::optional<BatchList> list;  // else
    bool is_folder = false;
  };

  ItemSource(const Settings& settings, const Formats& formats, Console& console)
      : settings_(&settings), formats_(&formats), console_(&console) {}

  Result<Done> add_list(const std::string& path);
  ItemStream stream_of(Operand& operand);
  FolderRules folder_rules() const;
  ItemStream walk_of(const std::string& folder, const std::string& from = {}) const;
  Result<Done> take_changes();
  Result<std::optional<BatchItem>> next_of(const ItemStream& stream);
  void warn_of_none(const Operand& operand);
  bool is_repeated(BatchItem& item);

  const Settings* settings_;
  const Formats* formats_;
  Console* console_;
  std::vector<Operand> operands_;

  Containers containers_ = Containers::open;
  std::size_t at_ = 0;                   // the operand
  std::size_t of_operand_ = 0;           // items of it so far
  std::optional<ItemStream> stream_;     // of it
  std::optional<ItemStream> container_;  // one that it names
  // Of a past item: digest of its path, and which pass over changes gave it last (0: the operands).
  struct Known {
    std::string path;
    std::uint64_t pass = 0;
  };
  std::map<std::string, Known> known_;  // by digest of the id
  std::unique_ptr<FolderWatch> watch_;
  std::deque<ItemStream> changed_;  // what watched folders have that is new
  std::uint64_t pass_ = 0;
  bool has_warned_ = false;
};

}  // namespace pressmark::cli
