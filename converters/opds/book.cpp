#include "converters/opds/book.h"

#include <algorithm>

#include "converters/common/digest.h"
#include "converters/common/image.h"
#include "converters/common/url.h"
#include "converters/common/utc_moment.h"
#include "converters/common/xml_reader.h"
#include "converters/common/zip.h"
#include "converters/opds/package_record.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::opds {
namespace {

constexpr int thumbnail_side = 300;
constexpr int thumbnail_quality = 82;
constexpr int most_elements_open = 100;

const Bytes* find_entry(const std::vector<ZipEntry>& entries, std::string_view path) {
  const auto found = std::ranges::find(entries, path, &ZipEntry::path);
  return found == entries.end() ? nullptr : &found->data;
}

Error no_publication(const std::string& why) {
  return Error(ErrorKind::unrecognised, "it is no EPUB publication: " + why);
}

// The path of the package document (EPUB 3.3, 4.2.6.3.1).
Result<std::string> package_path(const std::vector<ZipEntry>& entries, const Limits& limits) {
  const Bytes* container = find_entry(entries, "META-INF/container.xml");
  if (container == nullptr) return no_publication("it has no META-INF/container.xml");
  const Result<XmlNode> root = read_xml(*container, limits, most_elements_open);
  if (!root) return root.error();
  const XmlNode* files = root->child("rootfiles");
  const XmlNode* file = files == nullptr ? nullptr : files->child("rootfile");
  if (file == nullptr) return no_publication("its container names no package document");
  return file->attribute("full-path");
}

std::string extension_of(std::string_view media_type) {
  if (media_type == "image/jpeg") return ".jpg";
  if (media_type == "image/png") return ".png";
  if (media_type == "image/gif") return ".gif";
  if (media_type == "image/svg+xml") return ".svg";
  if (media_type == "image/webp") return ".webp";
  return {};
}

// Adds a picture's file and says what it is.
Picture add_picture(const Bytes& data, const std::string& media_type, int width, int height,
                    std::vector<PictureFile>& files) {
  Picture picture{sha256_hex(data).substr(0, 32) + extension_of(media_type), media_type, width,
                  height};
  files.push_back({picture.name, data});
  return picture;
}

void read_cover(const Bytes& data, const Limits& limits, ReadBook& read) {
  const std::optional<ImageInfo> info = inspect_image(data);
  if (!info || extension_of(info->media_type).empty()) return;
  read.book.cover = add_picture(data, info->media_type, info->width, info->height, read.pictures);
  read.book.thumbnail = read.book.cover;
  const int longest = std::max(info->width, info->height);
  if (info->media_type == "image/svg+xml" || longest <= thumbnail_side) return;
  Result<Pixels> pixels = decode_image(data, limits);
  if (!pixels) return;
  const auto scaled = [&](int side) { return std::max(1, side * thumbnail_side / longest); };
  *pixels = downscale(*pixels, scaled(pixels->width), scaled(pixels->height));
  const bool transparent = pixels->channels == 4;
  const Result<Bytes> small =
      transparent ? encode_png(*pixels) : encode_jpeg(*pixels, thumbnail_quality);
  if (!small) return;
  read.book.thumbnail = add_picture(*small, transparent ? "image/png" : "image/jpeg", pixels->width,
                                    pixels->height, read.pictures);
}

std::string file_name(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return utf8::to_text(name.substr(0, name.rfind('.')));
}

}  // namespace

Result<ReadBook> read_book(const std::string& path, std::string_view octets, const Limits& limits) {
  const Result<std::vector<ZipEntry>> entries = read_zip(octets, limits.all_resource_bytes);
  if (!entries) return entries.error();
  const Result<std::string> package_name = package_path(*entries, limits);
  if (!package_name) return package_name.error();
  const Bytes* octets_of_package = find_entry(*entries, *package_name);
  if (octets_of_package == nullptr) {
    return no_publication("its package document '" + *package_name + "' is missing");
  }
  const Result<XmlNode> package = read_xml(*octets_of_package, limits, most_elements_open);
  if (!package) return package.error();
  if (package->name != "package") return no_publication("it has no package document");

  ReadBook read;
  Book& book = read.book;
  book.path = path;
  book.octets = octets.size();
  const bool kobo = ascii::to_lower(path).ends_with(".kepub.epub");
  book.media_type = kobo ? "application/kepub+zip" : "application/epub+zip";
  book.title = file_name(path);
  read_package_record(*package, book);
  if (book.identifier.empty()) {
    book.identifier = "urn:uuid:" + uuid_v5_url("pressmark:" + sha256_hex(octets));
  }
  if (book.updated.empty()) book.updated = "1970-01-01T00:00:00Z";
  const std::string cover = cover_address(*package);
  if (!cover.empty()) {
    // The address is one in the container, whose paths have no scheme.
    const std::string base = "epub:/" + *package_name;
    const std::string place = percent_decode(split_url(resolve_url(base, cover)).path);
    const Bytes* data = find_entry(*entries, place.substr(std::min<std::size_t>(1, place.size())));
    if (data != nullptr) read_cover(*data, limits, read);
  }
  return read;
}

}  // namespace pressmark::opds
