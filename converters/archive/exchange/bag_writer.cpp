#include "converters/archive/exchange/bag_writer.h"

#include <algorithm>
#include <array>
#include <set>

#include "converters/archive/exchange/bag_tags.h"
#include "converters/common/digest.h"
#include "converters/common/normal_form.h"

namespace pressmark::archive {
namespace {

constexpr std::array<std::string_view, 2> algorithms = {"sha256", "sha512"};
constexpr std::string_view declaration =
    "BagIt-Version: 1.0\n"
    "Tag-File-Character-Encoding: UTF-8\n";

std::string one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return line;
}

std::string manifest(std::string_view algorithm, const std::vector<ArchivedFile>& files) {
  std::string text;
  for (const ArchivedFile& file : files) {
    text += *digest_hex(algorithm, file.octets) + "  " + manifest_path(file.path) + "\n";
  }
  return text;
}

std::string bag_info(const VersionFiles& version, const std::vector<ArchivedFile>& payload,
                     const std::string& program_version) {
  std::size_t octets = 0;
  for (const ArchivedFile& file : payload) octets += file.octets.size();
  std::string text;
  const auto add = [&](std::string_view label, const std::string& value) {
    if (!value.empty()) text.append(label).append(": ").append(one_line(value)).append("\n");
  };
  add("Bag-Software-Agent", "Pressmark " + program_version);
  add("Bagging-Date", day_of(version.created));
  add("External-Description", title_of(version));
  add("External-Identifier", version.object_id);
  add("Internal-Sender-Description",
      "One version of an archived article: its source, renditions and records");
  add("Internal-Sender-Identifier", "v" + std::to_string(version.version));
  add("Payload-Oxum", std::to_string(octets) + "." + std::to_string(payload.size()));
  add(bag_version_message, version.message);
  add(bag_version_user, version.user_name);
  add(bag_version_user_address, version.user_address);
  return text;
}

}  // namespace

std::string manifest_path(std::string_view path) {
  std::string encoded;
  for (const char c : path) {
    if (c == '%') {
      encoded += "%25";
    } else if (c == '\n') {
      encoded += "%0A";
    } else if (c == '\r') {
      encoded += "%0D";
    } else {
      encoded += c;
    }
  }
  return encoded;
}

Result<std::vector<ArchivedFile>> make_bag(const VersionFiles& version,
                                           const std::string& program_version) {
  std::vector<ArchivedFile> payload;
  std::set<std::string> names;
  for (const ArchivedFile& file : version.files) {
    std::string path = "data/" + normal_form(file.path);
    if (!names.insert(path).second) {
      return Error(ErrorKind::unrecognised, "two files of " + version.object_id + " are named '" +
                                                file.path +
                                                "' and differ only in the form of characters");
    }
    payload.push_back({std::move(path), file.octets});
  }
  std::ranges::sort(payload, {}, &ArchivedFile::path);
  std::vector<ArchivedFile> tags = {{"bag-info.txt", bag_info(version, payload, program_version)},
                                    {"bagit.txt", Bytes(declaration)}};
  for (const std::string_view algorithm : algorithms) {
    tags.push_back({"manifest-" + std::string(algorithm) + ".txt", manifest(algorithm, payload)});
  }
  std::vector<ArchivedFile> bag = std::move(payload);
  std::ranges::copy(tags, std::back_inserter(bag));
  for (const std::string_view algorithm : algorithms) {
    bag.push_back({"tagmanifest-" + std::string(algorithm) + ".txt", manifest(algorithm, tags)});
  }
  std::ranges::sort(bag, {}, &ArchivedFile::path);
  return bag;
}

}  // namespace pressmark::archive
