#include "converters/checkers/pdf/file.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "converters/checkers/pdf/filters.h"
#include "converters/checkers/pdf/lexer.h"

namespace pressmark::pdf_check {
namespace {

constexpr std::size_t most_unpacked = std::size_t{512} << 20;
constexpr int most_references = 16;
const Object null_object;

Error damaged(std::string text) { return Error(ErrorKind::unrecognised, std::move(text)); }

void report(std::vector<CheckFinding>* findings, std::string code, std::int64_t number,
            std::string text) {
  if (findings == nullptr) return;
  findings->push_back({std::move(code), "object " + std::to_string(number), std::move(text)});
}

bool is_line_end(char c) { return c == '\r' || c == '\n'; }

std::uint64_t big_endian(std::string_view octets) {
  std::uint64_t value = 0;
  for (const char c : octets) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

bool is_keyword(const std::optional<Object>& object, std::string_view word) {
  if (!object) return false;
  const auto* keyword = std::get_if<Keyword>(&object->data);
  return keyword != nullptr && keyword->word == word;
}

// "12 0 obj" with one white space each between, as PDF/A wants it (6.1.9), and a line end behind.
bool is_well_spaced_begin(std::string_view octets, std::size_t offset, std::size_t end) {
  const std::string_view words = octets.substr(offset, end - offset);
  if (std::count_if(words.begin(), words.end(), is_white_space) != 2) return false;
  const bool follows = end < octets.size() && is_line_end(octets[end]);
  return follows && (offset == 0 || is_line_end(octets[offset - 1]));
}

}  // namespace

const Object& File::resolve(const Object& object) const {
  const Object* found = &object;
  for (int i = 0; i < most_references; ++i) {
    const Reference* reference = found->reference();
    if (reference == nullptr) return *found;
    const auto entry = objects_.find(reference->number);
    if (entry == objects_.end()) return null_object;
    found = &entry->second.value;
  }
  return null_object;
}

const Object& File::resolve(const Object* object) const {
  return object == nullptr ? null_object : resolve(*object);
}

const Object& File::get(const Dictionary& dictionary, std::string_view key) const {
  return resolve(dictionary.find(key));
}

const Object& File::get(const Object& dictionary, std::string_view key) const {
  const Dictionary* entries = resolve(dictionary).dictionary();
  return entries == nullptr ? null_object : get(*entries, key);
}

const IndirectObject* File::find(const Object* object) const {
  for (int i = 0; i < most_references && object != nullptr; ++i) {
    const Reference* reference = object->reference();
    if (reference == nullptr) return nullptr;
    const auto entry = objects_.find(reference->number);
    if (entry == objects_.end()) return nullptr;
    object = &entry->second.value;
    if (object->reference() == nullptr) return &entry->second;
  }
  return nullptr;
}

Result<Bytes> File::unpack(const IndirectObject& stream) const {
  const Object& filter = get(stream.value, "Filter");
  const Object& parameters = get(stream.value, "DecodeParms");
  std::vector<const Object*> filters;
  if (const Array* array = filter.array()) {
    for (const Object& element : *array) filters.push_back(&resolve(element));
  } else if (!filter.is_null()) {
    filters.push_back(&filter);
  }
  Bytes octets(stream.stream);
  for (std::size_t i = 0; i < filters.size(); ++i) {
    const Array* many = parameters.array();
    const Object& own = many == nullptr    ? parameters
                        : i < many->size() ? resolve((*many)[i])
                                           : null_object;
    if (filters[i]->is_name("FlateDecode")) {
      Result<Bytes> unpacked = unpack_flate(octets, own, most_unpacked - unpacked_);
      if (!unpacked) return unpacked.error();
      octets = std::move(*unpacked);
    } else if (filters[i]->is_name("ASCIIHexDecode")) {
      octets = unpack_hexadecimal(octets);
    } else {
      return damaged("the filter " + std::string(filters[i]->name()) + " is not read");
    }
    unpacked_ += octets.size();
    if (unpacked_ >= most_unpacked) {
      return Error(ErrorKind::limit, "the file unpacks to more than 512 MiB");
    }
  }
  return octets;
}

bool File::read_classic_section(std::size_t offset, Dictionary& trailer) {
  Lexer lexer(octets_, offset, Lexer::References::no);
  if (!is_keyword(lexer.next(), "xref")) return false;
  while (true) {
    const auto first = lexer.next();
    if (is_keyword(first, "trailer")) break;
    const auto count = lexer.next();
    if (!first || !first->integer() || !count || !count->integer()) return false;
    for (std::int64_t i = 0; i < *count->integer(); ++i) {
      const auto position = lexer.next();
      const auto generation = lexer.next();
      const auto kind = lexer.next();
      if (!position || !position->integer() || !generation || !kind) return false;
      if (is_keyword(kind, "n") && *position->integer() >= 0) {
        places_.try_emplace(*first->integer() + i,
                            Place{static_cast<std::size_t>(*position->integer()), 0});
      }
    }
  }
  Lexer behind(octets_, lexer.position(), Lexer::References::yes);
  auto dictionary = behind.next();
  if (!dictionary || dictionary->dictionary() == nullptr) return false;
  trailer = std::get<Dictionary>(std::move(dictionary->data));
  return true;
}

bool File::read_stream_section(std::size_t offset, Dictionary& trailer) {
  const auto object = read_object(offset, -1, nullptr);
  if (!object || !object->is_stream || !get(object->value, "Type").is_name("XRef")) return false;
  trailer = *object->value.dictionary();
  const Array* widths = get(trailer, "W").array();
  const Result<Bytes> rows = unpack(*object);
  if (!rows || widths == nullptr || widths->size() != 3) return false;
  std::size_t width[3];
  for (std::size_t i = 0; i < 3; ++i) {
    const std::int64_t value = (*widths)[i].integer().value_or(-1);
    if (value < 0 || value > 8) return false;
    width[i] = static_cast<std::size_t>(value);
  }
  const std::size_t row_size = width[0] + width[1] + width[2];
  if (row_size == 0) return false;
  Array whole = {Object{std::int64_t{0}}, Object{get(trailer, "Size").integer().value_or(0)}};
  const Array* index = get(trailer, "Index").array();
  if (index == nullptr) index = &whole;
  std::size_t row = 0;
  for (std::size_t i = 0; i + 1 < index->size(); i += 2) {
    const std::int64_t first = (*index)[i].integer().value_or(0);
    const std::int64_t count = (*index)[i + 1].integer().value_or(0);
    for (std::int64_t n = 0; n < count; ++n, row += row_size) {
      if (row + row_size > rows->size()) return true;
      const std::string_view fields = std::string_view(*rows).substr(row, row_size);
      const std::uint64_t kind = width[0] == 0 ? 1 : big_endian(fields.substr(0, width[0]));
      const std::uint64_t second = big_endian(fields.substr(width[0], width[1]));
      if (kind == 1) places_.try_emplace(first + n, Place{static_cast<std::size_t>(second), 0});
      if (kind == 2) {
        places_.try_emplace(first + n, Place{0, static_cast<std::int64_t>(second)});
      }
    }
  }
  return true;
}

std::optional<Error> File::read_table(std::size_t offset, std::vector<std::size_t>& further) {
  Dictionary trailer;
  if (!read_classic_section(offset, trailer) && !read_stream_section(offset, trailer)) {
    return damaged("there is no cross-reference table at octet " + std::to_string(offset));
  }
  for (const std::string_view key : {"XRefStm", "Prev"}) {
    const Object* value = trailer.find(key);
    const auto next = value == nullptr ? std::nullopt : value->integer();
    if (next && *next >= 0) further.push_back(static_cast<std::size_t>(*next));
  }
  if (trailer_.entries.empty()) trailer_ = std::move(trailer);
  return std::nullopt;
}

std::optional<Error> File::read_tables() {
  const std::size_t mark = octets_.rfind("startxref");
  if (mark == std::string_view::npos) return damaged("the file has no 'startxref'");
  const auto start = Lexer(octets_, mark + 9, Lexer::References::no).next();
  if (!start || !start->integer() || *start->integer() < 0) {
    return damaged("'startxref' has no number behind it");
  }
  std::vector<std::size_t> waiting = {static_cast<std::size_t>(*start->integer())};
  std::set<std::size_t> done;
  while (!waiting.empty()) {
    const std::size_t offset = waiting.front();
    waiting.erase(waiting.begin());
    if (!done.insert(offset).second) continue;
    if (auto error = read_table(offset, waiting)) return error;
  }
  return std::nullopt;
}

bool File::read_stream(std::size_t position, std::int64_t number, IndirectObject& object,
                       std::vector<CheckFinding>* findings) const {
  const std::string_view line_end = octets_.substr(position, 2);
  if (!line_end.starts_with('\n') && line_end != "\r\n") {
    report(findings, "pdfa-6.1.7.1-2", number, "no line feed follows 'stream'");
  }
  position += line_end == "\r\n" ? 2 : line_end.starts_with('\n') ? 1 : 0;
  const std::int64_t length = get(object.value, "Length").integer().value_or(-1);
  const bool fits = length >= 0 && static_cast<std::uint64_t>(length) <= octets_.size() - position;
  std::size_t end = fits ? position + static_cast<std::size_t>(length) : position;
  Lexer behind(octets_, end, Lexer::References::no);
  if (!fits || !is_keyword(behind.next(), "endstream")) {
    report(findings, "pdfa-6.1.7.1-1", number, "Length is not the number of the stream's octets");
    end = octets_.find("endstream", position);
    if (end == std::string_view::npos) return false;
  } else if (!is_line_end(octets_[end])) {
    report(findings, "pdfa-6.1.7.1-2", number, "no line end stands before 'endstream'");
  }
  object.is_stream = true;
  object.stream = octets_.substr(position, end - position);
  return true;
}

std::optional<IndirectObject> File::read_object(std::size_t offset, std::int64_t number,
                                                std::vector<CheckFinding>* findings) const {
  if (offset >= octets_.size()) return std::nullopt;
  Lexer header(octets_, offset, Lexer::References::no);
  const auto own_number = header.next();
  const auto generation = header.next();
  const bool is_header = own_number && own_number->integer() && generation &&
                         generation->integer() && is_keyword(header.next(), "obj");
  if (!is_header || (number >= 0 && *own_number->integer() != number)) return std::nullopt;
  if (!is_well_spaced_begin(octets_, offset, header.position())) {
    report(findings, "pdfa-6.1.9-1", number,
           "'obj' and its numbers are not spaced as they must be");
  }
  Lexer lexer(octets_, header.position(), Lexer::References::yes);
  auto value = lexer.next();
  if (!value) return std::nullopt;
  IndirectObject object{std::move(*value)};
  const auto keyword = lexer.next();
  std::size_t behind = lexer.position();
  if (is_keyword(keyword, "stream") && object.value.dictionary() != nullptr) {
    if (!read_stream(behind, number, object, findings)) return std::nullopt;
    Lexer end(octets_, static_cast<std::size_t>(object.stream.end() - octets_.begin()),
              Lexer::References::no);
    if (!is_keyword(end.next(), "endstream") || !is_keyword(end.next(), "endobj")) {
      return std::nullopt;
    }
    behind = end.position();
  } else if (!is_keyword(keyword, "endobj")) {
    return std::nullopt;
  }
  const bool is_spaced =
      behind < octets_.size() && is_line_end(octets_[behind]) && is_line_end(octets_[behind - 7]);
  if (!is_spaced) {
    report(findings, "pdfa-6.1.9-1", number, "'endobj' does not stand between line ends");
  }
  return object;
}

std::optional<Error> File::read_packed(std::int64_t container) {
  const std::string subject = "object stream " + std::to_string(container);
  const auto entry = objects_.find(container);
  if (entry == objects_.end() || !entry->second.is_stream) return damaged(subject + " is missing");
  const Result<Bytes> octets = unpack(entry->second);
  if (!octets) return octets.error();
  const std::int64_t count = get(entry->second.value, "N").integer().value_or(0);
  const std::int64_t first = get(entry->second.value, "First").integer().value_or(-1);
  if (first < 0 || static_cast<std::uint64_t>(first) > octets->size()) {
    return damaged(subject + " has no First");
  }
  Lexer index(*octets, 0, Lexer::References::no);
  for (std::int64_t i = 0; i < count; ++i) {
    const auto number = index.next();
    const auto offset = index.next();
    if (!number || !number->integer() || !offset || !offset->integer() || *offset->integer() < 0) {
      return damaged(subject + " has a damaged index");
    }
    const auto place = places_.find(*number->integer());
    if (place == places_.end() || place->second.container != container) continue;
    const auto position = static_cast<std::size_t>(first + *offset->integer());
    auto value = Lexer(*octets, position, Lexer::References::yes).next();
    if (!value) return damaged("object " + std::to_string(*number->integer()) + " is damaged");
    objects_.emplace(*number->integer(), IndirectObject{std::move(*value)});
  }
  return std::nullopt;
}

Result<File> File::read(std::string_view octets, std::vector<CheckFinding>& findings) {
  if (octets.substr(0, 1024).find("%PDF-") == std::string_view::npos) {
    return damaged("this is no PDF file: it has no header");
  }
  File file(octets);
  if (auto error = file.read_tables()) return *error;
  std::set<std::int64_t> containers;
  // Lengths may stand in objects of their own, so all objects are read twice: the second time,
  // the lengths are known.
  for (std::vector<CheckFinding>* sink :
       {static_cast<std::vector<CheckFinding>*>(nullptr), &findings}) {
    for (const auto& [number, place] : file.places_) {
      if (place.container != 0) {
        containers.insert(place.container);
        continue;
      }
      if (auto object = file.read_object(place.offset, number, sink)) {
        file.objects_.insert_or_assign(number, std::move(*object));
      } else if (sink != nullptr) {
        return damaged("object " + std::to_string(number) + " is damaged");
      }
    }
  }
  for (const std::int64_t container : containers) {
    if (auto error = file.read_packed(container)) return *error;
  }
  return file;
}

}  // namespace pressmark::pdf_check
