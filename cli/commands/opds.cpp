#include "cli/atomic_file.h"
#include "cli/commands/commands.h"
#include "cli/disk_environment.h"
#include "cli/folder_walk.h"
#include "cli/report.h"
#include "converters/archive/durable_files.h"
#include "converters/opds/catalogue.h"
#include "converters/opds/codes.h"

namespace pressmark::cli {
namespace {

constexpr const char* picture_folder = "catalog-covers/";

// Where a catalogue's pictures go: at once, or with --strict when it is known that there were no
// warnings.
class PictureOutput {
 public:
  enum class When { at_once, later };
  PictureOutput(std::string folder, When when) : folder_(std::move(folder)), when_(when) {}

  Result<Done> add(std::vector<opds::PictureFile> pictures) {
    waiting_.insert(waiting_.end(), std::make_move_iterator(pictures.begin()),
                    std::make_move_iterator(pictures.end()));
    return when_ == When::later ? Result<Done>(Done{}) : write();
  }

  Result<Done> write() {
    if (waiting_.empty()) return Done{};
    if (auto made = files::make_folders(folder_); !made) return made;
    for (const opds::PictureFile& picture : waiting_) {
      // The name is made of the digest: a file of that name has that content already.
      auto written = write_file_atomically(folder_ + picture.name, picture.data, Existing::keep);
      if (!written) return written;
    }
    waiting_.clear();
    return Done{};
  }

 private:
  std::string folder_;
  When when_;
  std::vector<opds::PictureFile> waiting_;
};

// The books of the folder; those that cannot be read are reported.
Result<std::vector<opds::Book>> read_books(const std::string& folder, const Settings& settings,
                                           const Limits& limits, Session& session,
                                           PictureOutput& pictures, Diagnostics& diagnostics) {
  const auto below = settings.has("recursive") ? FolderRules::Below::yes : FolderRules::Below::no;
  FolderWalk walk(folder, {below, "", FileChoice({"*.[eE][pP][uU][bB]"}, session.formats),
                           FolderRules::Unfinished::taken});
  std::vector<opds::Book> books;
  while (const std::optional<BatchItem> item = walk.next()) {
    if (item->error) {
      if (item->id == folder) return *item->error;
      diagnostics.report(opds::unreadable_folder, item->error->message());
      continue;
    }
    const std::string path = item->folder + files::name_of(item->path);
    const Result<Bytes> octets = files::read_file(item->path, limits.input_bytes);
    if (!octets) {
      diagnostics.report(opds::unreadable_book, octets.error().message());
      continue;
    }
    Result<opds::ReadBook> read = opds::read_book(path, *octets, limits);
    if (!read) {
      diagnostics.report(opds::unreadable_book, path + ": " + read.error().message());
      continue;
    }
    if (auto added = pictures.add(std::move(read->pictures)); !added) return added.error();
    books.push_back(std::move(read->book));
  }
  return books;
}

std::string title_of_catalogue(const Settings& settings, std::string folder) {
  if (settings.has("title")) return settings.text("title");
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  const std::string name = files::name_of(folder);
  return name.empty() || name == "." || name == ".." ? "Books" : name;
}

}  // namespace

Result<ExitCode> run_opds(const Settings& settings, Session& session) {
  const std::string& folder = settings.operands().front();
  if (!files::is_folder(folder)) {
    return Error(ErrorKind::unreadable, "there is no folder '" + folder + "'");
  }
  Limits limits;
  const Result<std::size_t> most_bytes = settings.number("max-input-bytes", limits.input_bytes, 1);
  if (!most_bytes) return most_bytes.error();
  limits.input_bytes = *most_bytes;
  const Result<std::optional<Date>> time = source_date_epoch();
  if (!time) return time.error();

  Diagnostics diagnostics;
  PictureOutput pictures(joined_path(folder, picture_folder), settings.has("strict")
                                                                  ? PictureOutput::When::later
                                                                  : PictureOutput::When::at_once);
  Result<std::vector<opds::Book>> books =
      read_books(folder, settings, limits, session, pictures, diagnostics);
  if (!books) return books.error();
  show_diagnostics(diagnostics, folder, session.console);
  if (settings.has("report")) {
    const auto reported = write_file_atomically(settings.text("report"),
                                                diagnostics_ndjson(diagnostics), Existing::replace);
    if (!reported) return reported.error();
  }
  if (settings.has("strict") && diagnostics.has_warnings()) {
    session.console.error("error: there were warnings, and --strict was given; nothing is written");
    return ExitCode::warnings;
  }
  if (auto written = pictures.write(); !written) return written.error();
  const Result<opds::Catalogue> catalogue =
      opds::make_catalogue(std::move(*books), title_of_catalogue(settings, folder), *time);
  if (!catalogue) return catalogue.error();
  const bool json = settings.has("json");
  const opds::Places places{json ? "catalog.json" : "catalog.atom", picture_folder};
  const Bytes octets =
      json ? opds::write_json(*catalogue, places) : opds::write_atom(*catalogue, places);
  const std::string path = joined_path(folder, places.self);
  if (auto written = write_file_atomically(path, octets, Existing::replace); !written) {
    return written.error();
  }
  if (auto shown = session.console.write(path + "\n"); !shown) return shown.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
