#include "cli/container_items.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "cli/file_choice.h"
#include "cli/input_source.h"
#include "cli/output_name.h"
#include "converters/archive/durable_files.h"
#include "converters/common/encoding_labels.h"
#include "converters/containers/warc.h"
#include "converters/containers/zip_container.h"
#include "core/base/ascii.h"

namespace pressmark::cli {
namespace {

using containers::WarcPage;
using containers::WarcReader;
using containers::ZipContainer;

// One item, and no more behind it.
ItemStream only(BatchItem item) {
  return [item = std::move(item), given = false]() mutable -> Result<std::optional<BatchItem>> {
    if (std::exchange(given, true)) return std::optional<BatchItem>();
    return std::optional(std::move(item));
  };
}

BatchItem failed(const BatchItem& container, const Error& error) {
  BatchItem item = container;
  item.error = error;
  return item;
}

std::size_t most_bytes(const Settings& settings) {
  // A wrong value was refused before the first item.
  const std::size_t otherwise = Limits{}.input_bytes;
  const auto most = settings.number("max-input-bytes", otherwise, 1);
  return most ? *most : otherwise;
}

// ---- WARC ---------------------------------------------------------------------------------------

class WarcItems {
 public:
  WarcItems(BatchItem container, files::FileHandle file, std::size_t most,
            WarcReader::Records records)
      : container_(std::move(container)),
        file_(std::move(file)),
        reader_([this](std::size_t count) { return read(count); }, most, records) {}
  WarcItems(const WarcItems&) = delete;
  WarcItems& operator=(const WarcItems&) = delete;

  std::optional<BatchItem> next() {
    if (ended_) return {};
    Result<std::optional<WarcPage>> page = reader_.next();
    if (!page) {
      ended_ = true;
      return failed(container_, Error(page.error().kind(), "'" + container_.path + "', behind " +
                                                               std::to_string(count_) + " pages: " +
                                                               page.error().message()));
    }
    if (!*page) {
      ended_ = true;
      if (count_ > 0) return {};
      return failed(container_,
                    Error(ErrorKind::no_article, "'" + container_.path + "' has no page"));
    }
    ++count_;
    return item_of(std::move(**page));
  }

 private:
  Result<Bytes> read(std::size_t most) {
    Bytes piece(most, '\0');
    ssize_t count = 0;
    do {
      count = ::read(file_.get(), piece.data(), piece.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) {
      return files::system_error(ErrorKind::unreadable, "read", container_.path, errno);
    }
    piece.resize(static_cast<std::size_t>(count));
    return piece;
  }

  BatchItem item_of(WarcPage page) const {
    BatchItem item = container_;
    item.path.clear();
    item.id = page.id.empty() ? fmt::format("{}#{}", container_.path, count_) : page.id;
    item.stem = stem_of(page.url);
    item.source_name = source_name(page.url);
    if (!page.content) {
      const Error& error = page.content.error();
      item.error =
          Error(error.kind(),
                fmt::format("'{}', record of {}: {}", container_.path, page.url, error.message()),
                error.remedy());
      return item;
    }
    item.content = std::move(*page.content);
    item.record = std::move(page.record);
    item.settings["url"] = {page.url};
    item.settings["from"] = {page.media_type == "text/plain" ? "text" : "html"};
    if (parse_date(page.date)) item.settings["captured"] = {page.date};
    if (find_encoding(page.charset)) item.settings["encoding"] = {page.charset};
    return item;
  }

  BatchItem container_;
  files::FileHandle file_;
  WarcReader reader_;
  std::size_t count_ = 0;
  bool ended_ = false;
};

ItemStream warc_items(const BatchItem& container, const Settings& settings) {
  files::FileHandle file(::open(container.path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    return only(failed(container,
                       files::system_error(ErrorKind::unreadable, "read", container.path, errno)));
  }
  const auto items = std::make_shared<WarcItems>(
      container, std::move(file), most_bytes(settings),
      // An archive stores them; nothing else needs them.
      settings.has("archive") ? WarcReader::Records::kept : WarcReader::Records::dropped);
  return [items]() -> Result<std::optional<BatchItem>> { return items->next(); };
}

// ---- ZIP ----------------------------------------------------------------------------------------

// The entry's folder as one below the output folder, whatever its path says.
std::string safe_folder(std::string_view path) {
  std::string folder;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/')) {
    if (slash > 0) folder += safe_name(path.substr(0, slash)) + "/";
    path.remove_prefix(slash + 1);
  }
  return folder;
}

ItemStream zip_items(const BatchItem& container, const Settings& settings, const Formats& formats) {
  Result<ZipContainer> zip = ZipContainer::open(container.path);
  if (!zip) return only(failed(container, zip.error()));
  std::vector<std::string> pages = zip->paths();
  const FileChoice choice(settings.list("glob"), formats);
  std::erase_if(pages, [&](const std::string& path) {
    return is_container_name(path) || is_beside_a_page(path) || !choice.takes(path);
  });
  if (pages.empty()) {
    return only(failed(container, Error(ErrorKind::no_article,
                                        "'" + container.path + "' has no entry that is a page")));
  }
  std::ranges::sort(pages);
  return [container, zip = std::move(*zip), pages = std::move(pages), most = most_bytes(settings),
          next = std::size_t{0}]() mutable -> Result<std::optional<BatchItem>> {
    if (next == pages.size()) return std::optional<BatchItem>();
    const std::string& path = pages[next++];
    BatchItem item = container;
    item.id = container.path + "/" + path;
    item.entry = path;
    item.source_name = files::name_of(path);
    item.stem = stem_of(item.source_name);
    item.folder = container.folder + safe_folder(path);
    Result<Bytes> content = zip.read(path, most);
    if (content) {
      item.content = std::move(*content);
    } else {
      item.error = content.error();
    }
    return std::optional(std::move(item));
  };
}

}  // namespace

ItemStream container_items(const BatchItem& item, const Settings& settings,
                           const Formats& formats) {
  if (!files::exists(item.path) || files::is_folder(item.path)) {
    return only(failed(item, files::system_error(ErrorKind::unreadable, "read", item.path,
                                                 files::exists(item.path) ? EISDIR : ENOENT)));
  }
  if (ascii::to_lower(item.path).ends_with(".zip")) return zip_items(item, settings, formats);
  return warc_items(item, settings);
}

}  // namespace pressmark::cli
