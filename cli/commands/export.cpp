#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>

#include "cli/archived_article.h"
#include "cli/commands/commands.h"
#include "cli/help.h"
#include "cli/package_output.h"
#include "converters/archive/durable_files.h"
#include "converters/archive/exchange/bag_writer.h"
#include "converters/archive/exchange/mets_package.h"
#include "converters/archive/exchange/simple_archive_format.h"
#include "converters/archive/exchange/static_repository.h"
#include "converters/archive/ocfl.h"
#include "converters/common/url.h"

namespace pressmark::cli {
namespace {

using Package = Result<std::vector<archive::ArchivedFile>>;

Package bag_of(const archive::VersionFiles& version) {
  return archive::make_bag(version, std::string(pressmark::cli::version()));
}
Package item_of(const archive::VersionFiles& version) {
  return archive::simple_archive_item(version);
}
Package mets_of(const archive::VersionFiles& version) {
  return archive::mets_package(version, std::string(pressmark::cli::version()));
}

struct PackageRow {
  std::string_view name;
  Package (*make)(const archive::VersionFiles& version);
};
constexpr PackageRow package_rows[] = {{"bag", bag_of}, {"saf", item_of}, {"mets", mets_of}};
constexpr std::string_view static_repository = "oai";

// The folders of the objects that the command names: those of the identifiers, else all.
Result<std::vector<std::string>> chosen_objects(const Settings& settings,
                                                const archive::Store& store) {
  const std::vector<std::string>& operands = settings.operands();
  if (operands.size() == 1) return store.objects();
  std::vector<std::string> paths;
  for (std::size_t index = 1; index < operands.size(); ++index) {
    const Result<ArchivedArticle> article =
        open_article(settings.with_operands({operands[0], operands[index]}));
    if (!article) return article.error();
    paths.push_back(article->object_path);
  }
  return paths;
}

constexpr std::string_view all_versions = "all";

Result<std::string> export_version(const archive::Store& store, const archive::Inventory& inventory,
                                   int number, const Settings& settings, const PackageRow& row,
                                   Packing packing) {
  const Result<archive::VersionFiles> version = archive::read_version(store, inventory, number);
  if (!version) return version.error();
  Package package = row.make(*version);
  if (!package) return package.error();
  std::string name = archive::package_name(version->object_id);
  if (settings.text("at") == all_versions) name += fmt::format("-v{}", number);
  return write_package(settings.text("to"), name, std::move(*package), packing,
                       settings.has("force") ? Existing::replace : Existing::keep);
}

// The paths of what was written: one, or one for each version.
Result<std::vector<std::string>> export_object(const archive::Store& store,
                                               const std::string& object_path,
                                               const Settings& settings, const PackageRow& row,
                                               Packing packing) {
  const Result<std::optional<archive::Inventory>> inventory = store.read_inventory(object_path);
  if (!inventory) return inventory.error();
  if (!*inventory) {
    return Error(ErrorKind::unreadable, "'" + object_path + "' is no longer there");
  }
  const int newest = (**inventory).head();
  const bool are_all = settings.text("at") == all_versions;
  const Result<int> number =
      are_all ? Result<int>(newest) : version_of(settings.text("at"), newest, **inventory);
  if (!number) return number.error();
  std::vector<std::string> paths;
  for (int one = are_all ? 1 : *number; one <= *number; ++one) {
    Result<std::string> path = export_version(store, **inventory, one, settings, row, packing);
    if (!path) return path.error();
    paths.push_back(std::move(*path));
  }
  return paths;
}

Result<ExitCode> export_packages(const archive::Store& store, const Settings& settings,
                                 const PackageRow& row, Session& session) {
  const Result<Packing> packing = parse_packing(settings.text("pack"));
  if (!packing) return packing.error();
  const Result<std::vector<std::string>> objects = chosen_objects(settings, store);
  if (!objects) return objects.error();
  if (settings.has("at") && settings.text("at") != all_versions && objects->size() != 1) {
    return Error(ErrorKind::usage, "--at chooses a version of one article",
                 "name its identifier, or give --at all");
  }
  if (auto made = files::make_folders(settings.text("to")); !made) return made.error();
  std::size_t failed = 0;
  for (const std::string& path : *objects) {
    const auto written = export_object(store, path, settings, row, *packing);
    if (!written) {
      if (objects->size() == 1) return written.error();
      session.console.error("error: " + written.error().describe());
      ++failed;
      continue;
    }
    for (const std::string& package : *written) {
      if (auto shown = session.console.write(package + "\n"); !shown) return shown.error();
    }
  }
  if (auto synced = files::sync_file_system(settings.text("to")); !synced) return synced.error();
  if (failed == 0) return ExitCode::done;
  return failed == objects->size() ? ExitCode::all_failed : ExitCode::some_failed;
}

Result<archive::RepositoryIdentity> repository_identity(const Settings& settings) {
  archive::RepositoryIdentity identity{settings.text("title"), settings.text("base-url"),
                                       settings.text("admin-email")};
  if (identity.name.empty()) identity.name = "Archive of articles";
  if (!is_web_url(identity.base_url)) {
    return Error(ErrorKind::usage, "a static repository states its http(s) address",
                 "give it with --base-url: the gateway's, with the file's behind it");
  }
  const std::size_t at = identity.admin_email.find('@');
  if (at == std::string::npos || at == 0 || at + 1 == identity.admin_email.size() ||
      identity.admin_email.find_first_of(" \t\n") != std::string::npos) {
    return Error(ErrorKind::usage, "a static repository names an address of its keeper",
                 "give it with --admin-email");
  }
  return identity;
}

Result<Done> write_repository_file(const archive::Store& store,
                                   const archive::RepositoryIdentity& identity,
                                   const std::vector<std::string>& objects,
                                   const std::string& path) {
  files::FileHandle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!file.is_open()) return files::system_error(ErrorKind::unwritable, "make", path, errno);
  const auto sink = [&](std::string_view octets) {
    return files::write_all(file.get(), octets, path);
  };
  if (auto done = archive::write_static_repository(store, identity, objects, sink); !done) {
    return done;
  }
  if (!file.close()) return files::system_error(ErrorKind::unwritable, "write", path, errno);
  return files::sync_file_system(path);
}

Result<ExitCode> export_repository(const archive::Store& store, const Settings& settings,
                                   Session& session) {
  if (settings.has("pack") || settings.has("at")) {
    return Error(ErrorKind::usage, "a static repository is one file of the newest versions",
                 "leave out --pack and --at");
  }
  const Result<archive::RepositoryIdentity> identity = repository_identity(settings);
  if (!identity) return identity.error();
  const Result<std::vector<std::string>> objects = chosen_objects(settings, store);
  if (!objects) return objects.error();
  const std::string& folder = settings.text("to");
  const std::string path = folder + "/repository.xml";
  if (files::exists(path) && !settings.has("force")) {
    return Error(ErrorKind::unwritable, "'" + path + "' is there already",
                 "--force replaces what is there");
  }
  if (auto made = files::make_folders(folder); !made) return made.error();
  const std::string staged = folder + "/.pressmark-repository.xml";
  Result<Done> done = write_repository_file(store, *identity, *objects, staged);
  if (done) done = files::rename_path(staged, path);
  if (!done) {
    (void)files::remove_tree(staged).has_value();
    return done.error();
  }
  if (auto shown = session.console.write(path + "\n"); !shown) return shown.error();
  return ExitCode::done;
}

}  // namespace

Result<ExitCode> run_export(const Settings& settings, Session& session) {
  if (settings.operands().empty()) {
    return Error(ErrorKind::usage, "no archive is named", "the arguments are ROOT [ID...]");
  }
  if (settings.text("to").empty()) {
    return Error(ErrorKind::usage, "no folder to write into is named", "name it with --to");
  }
  const std::string& format = settings.text("to-format");
  const PackageRow* row = nullptr;
  for (const PackageRow& one : package_rows) {
    if (one.name == format) row = &one;
  }
  if (row == nullptr && format != static_repository) {
    return Error(ErrorKind::usage,
                 format.empty() ? "no form of export is named"
                                : "there is no form of export '" + format + "'",
                 "name bag, saf, mets or oai with -t");
  }
  const Result<archive::Store> store = archive::Store::open(settings.operands().front());
  if (!store) return store.error();
  if (auto checked = check_outside_archives(settings.text("to")); !checked) return checked.error();
  return row == nullptr ? export_repository(*store, settings, session)
                        : export_packages(*store, settings, *row, session);
}

}  // namespace pressmark::cli
