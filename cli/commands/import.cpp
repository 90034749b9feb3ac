#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <map>

#include "cli/archived_article.h"
#include "cli/archiving.h"
#include "cli/bag_environment.h"
#include "cli/commands/commands.h"
#include "cli/file_choice.h"
#include "cli/folder_walk.h"
#include "cli/help.h"
#include "cli/input_environment.h"
#include "cli/input_source.h"
#include "cli/report.h"
#include "converters/archive/catalogue_keeper.h"
#include "converters/archive/durable_files.h"
#include "converters/archive/exchange/bag_import.h"
#include "converters/archive/exchange/bag_source.h"
#include "converters/archive/package.h"

namespace pressmark::cli {
namespace {

class ImportRun {
 public:
  ImportRun(const Settings& settings, Session& session, ImportSettings import, archive::Store store)
      : settings_(settings),
        session_(session),
        import_(std::move(import)),
        store_(std::move(store)) {}

  Result<ExitCode> run() {
    std::vector<std::string> bags;
    for (std::size_t i = 1; i < settings_.operands().size(); ++i) {
      const std::string& path = settings_.operands()[i];
      if (!files::is_folder(path) || archive::is_bag_folder(path)) {
        bags.push_back(path);
        continue;
      }
      const auto held = archive::bags_in_folder(path, settings_.has("recursive"));
      if (!held) {
        if (auto told = fail(path, held.error()); !told) return told.error();
        continue;
      }
      if (auto done = import_folder(path, *held); !done) return done.error();
      bags.insert(bags.end(), held->begin(), held->end());
    }
    if (auto done = import_bags(std::move(bags)); !done) return done.error();
    if (failed_ == 0) return ExitCode::done;
    return stored_ == 0 ? ExitCode::all_failed : ExitCode::some_failed;
  }

 private:
  // Each returns an error only where nothing further can be told: standard output is closed.
  Result<Done> fail(const std::string& what, const Error& error) {
    ++failed_;
    const std::string place =
        error.message().find(what) == std::string::npos ? what + ": " : std::string();
    session_.console.error("error: " + place + error.describe());
    return Done{};
  }

  Result<Done> store(const std::string& what, archive::NewVersion version) {
    archive::CatalogueKeeper keeper(store_);
    const Result<archive::Committed> committed = store_.commit(version, &keeper);
    if (!committed) return fail(what, committed.error());
    if (keeper.problem()) {
      session_.console.warning("warning: " + keeper.problem()->describe());
    }
    ++stored_;
    return session_.console.write(fmt::format(
        "{} v{} of {} in {}/{}\n", committed->stored ? "stored" : "unchanged:", committed->version,
        version.object_id, store_.root(), committed->object_path));
  }

  // ---- Bags -------------------------------------------------------------------------------------

  // Versions of one article come in their order, however the bags are named.
  Result<Done> import_bags(std::vector<std::string> paths) {
    std::map<std::string, int> numbers;
    for (const std::string& path : paths) numbers[path] = archive::version_number_in_bag(path);
    std::ranges::stable_sort(paths, {}, [&](const std::string& path) { return numbers[path]; });
    for (const std::string& path : paths) {
      if (auto done = import_bag(path); !done) return done;
    }
    return Done{};
  }

  Result<Done> import_bag(const std::string& path) {
    const std::size_t most =
        std::max(import_.limits.all_resource_bytes, import_.limits.input_bytes);
    const Result<archive::BagContent> bag = archive::read_valid_bag(path, most);
    if (!bag) return fail(path, bag.error());
    Result<std::optional<archive::NewVersion>> version = archive::version_in_bag(*bag);
    if (!version) return fail(path, version.error());
    if (!*version) return import_articles(path, *bag);
    const Result<std::string> now = time_of_record();
    if (!now) return now.error();
    if ((**version).created.empty()) (**version).created = *now;
    if (settings_.has("message")) (**version).message = settings_.text("message");
    // A bag of another program, or of an older Pressmark, does not say who stored the version.
    if ((**version).user_name.empty()) {
      (**version).user_name = "Pressmark " + std::string(pressmark::cli::version());
      (**version).user_address = archive::program_uri(std::string(pressmark::cli::version()));
    }
    return store(path, std::move(**version));
  }

  // The articles in another program's bag, each archived with its file as the source.
  Result<Done> import_articles(const std::string& bag_path, const archive::BagContent& bag) {
    const FileChoice choice({}, session_.formats);
    std::size_t articles = 0;
    for (const archive::ArchivedFile& file : bag.files) {
      if (is_container_name(file.path) || is_beside_a_page(file.path) || !choice.takes(file.path)) {
        continue;
      }
      ++articles;
      BagEnvironment environment(bag.files, file.path, import_.time);
      ReceivedSource received{source_of(file.octets, files::name_of(file.path), import_)};
      if (auto done = import_article(bag_path + "/" + file.path, "Imported from a bag",
                                     std::move(received), environment);
          !done) {
        return done;
      }
    }
    if (articles > 0) return Done{};
    return fail(bag_path, Error(ErrorKind::no_article,
                                "the bag '" + bag_path + "' has no file of an article"));
  }

  // ---- Folders of outputs -----------------------------------------------------------------------

  // What can be read back of an article, the fullest first.
  static std::size_t fullness(const std::string& path) { return path.ends_with(".json") ? 0 : 1; }

  // What lies in a bag belongs to it: nothing of it is taken but with the bag, when that is valid.
  Result<Done> import_folder(const std::string& folder, const std::vector<std::string>& bags) {
    const auto is_in_bag = [&bags](const std::string& path) {
      return std::ranges::any_of(
          bags, [&](const std::string& bag) { return path.starts_with(bag + "/"); });
    };
    const FolderRules rules{
        settings_.has("recursive") ? FolderRules::Below::yes : FolderRules::Below::no,
        settings_.operands().front(), FileChoice({"*.json", "*.tei", "*.xml"}, session_.formats),
        FolderRules::Unfinished::taken};
    FolderWalk walk(folder, rules);
    std::map<std::string, std::vector<std::string>> outputs;  // by path without extension
    while (std::optional<BatchItem> item = walk.next()) {
      if (is_in_bag(item->path)) continue;
      if (item->error) {
        if (auto told = fail(item->path, *item->error); !told) return told;
      } else {
        outputs[item->path.substr(0, item->path.rfind('.'))].push_back(item->path);
      }
    }
    if (outputs.empty() && bags.empty()) {
      return fail(folder,
                  Error(ErrorKind::no_article,
                        "the folder '" + folder + "' has no bag, and no article in JSON or TEI",
                        settings_.has("recursive") ? "" : "give -r to look below it"));
    }
    for (auto& [stem, paths] : outputs) {
      std::ranges::stable_sort(paths, {}, fullness);
      if (auto done = import_output(paths); !done) return done;
    }
    return Done{};
  }

  // The first of the outputs of one article that is a document; else the last one's failure.
  Result<Done> import_output(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      InputEnvironment environment(path, import_);
      Result<ReceivedSource> received = receive_source(path, import_, session_.console);
      if (!received) return fail(path, received.error());
      const bool is_last = &path == &paths.back();
      if (!is_last && !reads_as_document(*received, environment)) continue;
      return import_article(path, "Imported from an earlier output", std::move(*received),
                            environment);
    }
    return Done{};
  }

  bool reads_as_document(const ReceivedSource& received, Environment& environment) const {
    Diagnostics ignored;
    Context context{environment, ignored, import_.limits};
    return import_source(received, import_, session_.formats, context).has_value();
  }

  Result<Done> import_article(const std::string& path, const std::string& message,
                              ReceivedSource received, Environment& environment) {
    Diagnostics diagnostics;
    Context context{environment, diagnostics, import_.limits};
    Result<ImportedArticle> article =
        import_source(std::move(received), import_, session_.formats, context);
    if (!article) return fail(path, article.error());
    Result<archive::NewVersion> version = prepare_version(
        std::move(*article), {{}, settings_.has("message") ? settings_.text("message") : message},
        import_, session_.formats, context);
    show_diagnostics(diagnostics, path, session_.console);
    if (!version) return fail(path, version.error());
    return store(path, std::move(*version));
  }

  const Settings& settings_;
  Session& session_;
  ImportSettings import_;
  archive::Store store_;
  std::size_t stored_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace

Result<ExitCode> run_import(const Settings& settings, Session& session) {
  if (auto checked = check_operand_count(settings, 2, ~std::size_t{0}, "ROOT BAG|DIR...");
      !checked) {
    return checked.error();
  }
  Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
  for (std::size_t i = 1; i < settings.operands().size(); ++i) {
    const std::string& path = settings.operands()[i];
    if (!files::exists(path)) {
      return files::system_error(ErrorKind::unreadable, "read", path, ENOENT);
    }
  }
  Result<archive::Store> store = archive::Store::open_or_make(settings.operands().front());
  if (!store) return store.error();
  return ImportRun(settings, session, std::move(*import), std::move(*store)).run();
}

}  // namespace pressmark::cli
