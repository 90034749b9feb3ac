#include "converters/archive/exchange/bag_tags.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/ascii.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view blanks = " \t";

// Lines without their ends (LF, CR or CR LF); no empty one behind the last end.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    const bool is_pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    text.remove_prefix(end + (is_pair ? 2 : 1));
  }
  return lines;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(blanks);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t most_shown = 100;
  return "'" + std::string(text.substr(0, most_shown)) + "'";
}

// %0A and %0D, and from 1.0 on %25, are the only encoded characters (RFC 8493, 2.1.3).
std::string decoded_path(std::string_view written, bool has_percent) {
  std::string path;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string code = ascii::to_lower(written.substr(i, 3));
    if (code == "%0a" || code == "%0d" || (has_percent && code == "%25")) {
      path += code == "%0a" ? '\n' : code == "%0d" ? '\r' : '%';
      i += 2;
    } else {
      path += written[i];
    }
  }
  return path;
}

}  // namespace

BagDeclaration read_bag_declaration(std::string_view octets, Findings findings) {
  constexpr std::string_view version_label = "BagIt-Version: ";
  constexpr std::string_view encoding_label = "Tag-File-Character-Encoding: ";
  BagDeclaration declaration;
  if (octets.starts_with("\xEF\xBB\xBF")) {
    findings.error("bag-declaration", "bagit.txt begins with a byte order mark");
    octets.remove_prefix(3);
  }
  const std::vector<std::string_view> lines = lines_of(octets);
  if (lines.size() != 2) {
    findings.error("bag-declaration",
                   "bagit.txt has not two lines, but " + std::to_string(lines.size()));
  }
  const std::string_view first = lines.empty() ? "" : lines[0];
  const std::string_view second = lines.size() < 2 ? "" : lines[1];
  const std::string_view number =
      first.starts_with(version_label) ? first.substr(version_label.size()) : "";
  const std::size_t dot = std::min(number.find('.'), number.size());
  const std::string_view minor = number.substr(std::min(dot + 1, number.size()));
  if (!is_number(number.substr(0, dot)) || !is_number(minor) || dot != 1 || minor.size() > 2) {
    findings.error("bag-declaration", "the first line of bagit.txt is " + quoted(first) +
                                          ", not \"BagIt-Version: \" and a number M.N");
  } else {
    declaration.version = (number[0] - '0') * 100 + std::stoi(std::string(minor));
    constexpr std::array<int, 6> known = {93, 94, 95, 96, 97, 100};
    if (std::ranges::find(known, declaration.version) == known.end()) {
      findings.error("bag-declaration", "BagIt " + std::string(number) + " is not known");
    } else if (!declaration.is_first()) {
      findings.warning("bag-declaration",
                       "the bag is of the draft " + std::string(number) + ", not of BagIt 1.0");
    }
  }
  const std::string_view encoding =
      second.starts_with(encoding_label) ? second.substr(encoding_label.size()) : "";
  if (encoding.empty() || encoding.find_first_of(" \t") != std::string_view::npos) {
    findings.error("bag-declaration",
                   "the second line of bagit.txt is " + quoted(second) +
                       ", not \"Tag-File-Character-Encoding: \" and the name of an encoding");
  } else {
    declaration.encoding = encoding;
  }
  return declaration;
}

std::vector<ManifestLine> read_manifest(std::string_view text, const BagDeclaration& declaration,
                                        Findings findings) {
  std::vector<ManifestLine> lines;
  for (const std::string_view line : lines_of(text)) {
    if (line.empty()) {
      findings.warning("bag-manifest", "there is an empty line");
      continue;
    }
    const std::size_t end = line.find_first_of(blanks);
    const std::string_view digest = line.substr(0, end);
    const std::size_t start =
        end == std::string_view::npos ? end : line.find_first_not_of(blanks, end);
    if (start == std::string_view::npos || digest.empty() ||
        digest.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) {
      findings.error("bag-manifest", "the line " + quoted(line) + " is no digest with a path");
      continue;
    }
    std::string_view path = line.substr(start);
    if (path.starts_with('*')) {
      findings.warning("bag-manifest", "'*' stands before the path " + quoted(path));
      path.remove_prefix(1);
    }
    if (path.starts_with("./")) {
      findings.warning("bag-manifest", "'./' stands before the path " + quoted(path));
      path.remove_prefix(2);
    }
    lines.push_back(
        {ascii::to_lower(digest), decoded_path(path, declaration.is_first()), std::string(path)});
  }
  return lines;
}

BagInfo read_bag_info(std::string_view text, Findings findings) {
  BagInfo info;
  for (const std::string_view line : lines_of(text)) {
    if (trimmed(line).empty()) continue;
    const bool continues = blanks.find(line.front()) != std::string_view::npos;
    const std::size_t colon = line.find(':');
    if (continues && !info.empty()) {
      info.back().second += " " + std::string(trimmed(line));
    } else if (continues || colon == std::string_view::npos || colon == 0) {
      findings.error("bag-info", "the line " + quoted(line) + " has no label and value");
    } else {
      if (colon + 1 < line.size() && blanks.find(line[colon + 1]) == std::string_view::npos) {
        findings.warning("bag-info", "no space stands behind the colon of " + quoted(line));
      }
      info.push_back({std::string(trimmed(line.substr(0, colon))),
                      std::string(trimmed(line.substr(colon + 1)))});
    }
  }
  return info;
}

std::string bag_info_value(const BagInfo& info, std::string_view label) {
  const std::string wanted = ascii::to_lower(label);
  for (const auto& [name, value] : info) {
    if (ascii::to_lower(name) == wanted) return value;
  }
  return {};
}

std::vector<std::string> read_fetch_list(std::string_view text, const BagDeclaration& declaration,
                                         Findings findings) {
  std::vector<std::string> paths;
  for (const std::string_view line : lines_of(text)) {
    if (trimmed(line).empty()) continue;
    const std::size_t url_end = line.find_first_of(blanks);
    const std::size_t length_start =
        url_end == std::string_view::npos ? url_end : line.find_first_not_of(blanks, url_end);
    const std::size_t length_end = length_start == std::string_view::npos
                                       ? length_start
                                       : line.find_first_of(blanks, length_start);
    const std::size_t path_start = length_end == std::string_view::npos
                                       ? length_end
                                       : line.find_first_not_of(blanks, length_end);
    if (path_start == std::string_view::npos || url_end == 0) {
      findings.error("bag-fetch", "the line " + quoted(line) + " is no address, length and path");
      continue;
    }
    const std::string_view length = line.substr(length_start, length_end - length_start);
    if (length != "-" && !is_number(length)) {
      findings.error("bag-fetch", "the length " + quoted(length) + " is no number and not '-'");
    }
    if (line.substr(0, url_end).find(':') == std::string_view::npos) {
      findings.error("bag-fetch", quoted(line.substr(0, url_end)) + " is no address");
    }
    std::string path = decoded_path(line.substr(path_start), declaration.is_first());
    if (!is_bag_path(path) || !path.starts_with("data/")) {
      findings.error("bag-path", "fetch.txt names " + quoted(path) + ", which is not below data/");
      continue;
    }
    paths.push_back(std::move(path));
  }
  return paths;
}

std::optional<std::string> manifest_algorithm(std::string_view name, std::string_view beginning) {
  constexpr std::string_view end = ".txt";
  if (!name.starts_with(beginning) || !name.ends_with(end)) return {};
  if (name.size() <= beginning.size() + end.size()) return {};
  return ascii::to_lower(
      name.substr(beginning.size(), name.size() - beginning.size() - end.size()));
}

bool is_bag_path(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.front() == '~') return false;
  if (path.size() > 1 && path[1] == ':') return false;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find_first_of("/\\", start), path.size());
    const std::string_view part = path.substr(start, end - start);
    if (part.empty() || part == "." || part == "..") return false;
    start = end + 1;
  }
  return true;
}

}  // namespace pressmark::archive
