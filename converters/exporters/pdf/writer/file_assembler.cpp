#include "converters/exporters/pdf/writer/file_assembler.h"

#include <algorithm>
#include <cstdint>

#include "converters/common/deflate.h"
#include "converters/common/digest.h"
#include "converters/exporters/pdf/writer/podofo_objects.h"

namespace pressmark::pdf {
namespace {

// Readers unpack a whole object stream to get at one object, and some keep few of them: one of some
// hundred pages, of about a million octets, costs them less than many small ones, and compresses
// better.
constexpr std::size_t objects_per_stream = 10'000;
// Levels from 10 on parse nearly optimally. That saves a twelfth of what is long (attachments and
// the objects of long articles) and a hundredth of a page, where it would take half of the time of
// a short article: the levels between save five thousandths of its octets for a twentieth of that.
constexpr std::size_t long_stream = 64 * 1024;
int level_for(std::string_view octets) { return octets.size() < long_stream ? 6 : 10; }

void append_big_endian(Bytes& out, std::uint64_t value, int octets) {
  for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((value >> shift) & 0xFF));
  }
}

// PNG's "up" filter (predictor 12 of ISO 32000-1, 7.4.4.4): neighbouring rows of a cross-reference
// table differ little.
Bytes predict_up(std::string_view rows, std::size_t width) {
  Bytes out;
  out.reserve(rows.size() + rows.size() / width);
  for (std::size_t start = 0; start < rows.size(); start += width) {
    out.push_back(2);
    for (std::size_t i = start; i < start + width; ++i) {
      const unsigned above = i < width ? 0 : static_cast<unsigned char>(rows[i - width]);
      out.push_back(static_cast<char>(static_cast<unsigned char>(rows[i]) - above));
    }
  }
  return out;
}

}  // namespace

Reference FileAssembler::reserve() {
  objects_.emplace_back();
  return Reference{static_cast<int>(objects_.size())};
}

FileAssembler::Object& FileAssembler::at(Reference object) {
  return objects_[static_cast<std::size_t>(object.number) - 1];
}

void FileAssembler::fail(Error error) {
  if (!error_) error_ = std::move(error);
}

void FileAssembler::set(Reference object, const Value& value) {
  Result<Bytes> octets = serialise(value);
  if (!octets) return fail(octets.error());
  at(object).value = std::move(*octets);
  at(object).is_set = true;
}

Reference FileAssembler::add(const Value& value) {
  const Reference object = reserve();
  set(object, value);
  return object;
}

void FileAssembler::set_stream(Reference object, Dictionary dictionary, Bytes octets,
                               Packing packing) {
  if (packing == Packing::deflate) {
    Result<Bytes> packed = zlib_compress(octets, level_for(octets));
    if (!packed) return fail(packed.error());
    octets = std::move(*packed);
    dictionary.set("Filter", name("FlateDecode"));
  }
  dictionary.set("Length", static_cast<std::int64_t>(octets.size()));
  set(object, Value(std::move(dictionary)));
  at(object).stream = std::move(octets);
  at(object).stream.shrink_to_fit();  // compressors reserve for the worst case
  at(object).is_stream = true;
}

Reference FileAssembler::add_stream(Dictionary dictionary, Bytes octets, Packing packing) {
  const Reference object = reserve();
  set_stream(object, std::move(dictionary), std::move(octets), packing);
  return object;
}

void FileAssembler::pack_objects() {
  const std::size_t count = objects_.size();
  std::vector<std::size_t> plain;
  for (std::size_t i = 0; i < count; ++i) {
    if (!objects_[i].is_stream) plain.push_back(i);
  }
  places_.assign(count, Place{});
  for (std::size_t start = 0; start < plain.size(); start += objects_per_stream) {
    const std::size_t end = std::min(plain.size(), start + objects_per_stream);
    const Reference container = reserve();
    std::string index;
    Bytes values;
    for (std::size_t i = start; i < end; ++i) {
      Object& object = objects_[plain[i]];
      index += std::to_string(plain[i] + 1) + ' ' + std::to_string(values.size()) + ' ';
      values += object.value;
      values += '\n';
      object.value = Bytes();
      places_[plain[i]] = Place{container.number, static_cast<int>(i - start)};
    }
    const auto first = static_cast<std::int64_t>(index.size());
    set_stream(
        container,
        {{"Type", name("ObjStm")}, {"N", static_cast<std::int64_t>(end - start)}, {"First", first}},
        std::move(index) + values, Packing::deflate);
  }
  places_.resize(objects_.size());
}

Result<Bytes> FileAssembler::finish(std::string_view version, Reference catalog,
                                    std::optional<Reference> info) {
  for (std::size_t i = 0; i < objects_.size() && !error_; ++i) {
    if (!objects_[i].is_set) {
      fail(Error(ErrorKind::internal, "object " + std::to_string(i + 1) + " was never set"));
    }
  }
  if (!error_) pack_objects();
  if (error_) return *error_;

  Bytes file = "%PDF-" + std::string(version) + "\n%\xE2\xE3\xCF\xD3\n";
  std::size_t size = 1024;
  for (const Object& object : objects_) size += object.value.size() + object.stream.size() + 64;
  file.reserve(size);

  // Rows of the cross-reference stream: type, offset or container, index.
  constexpr std::size_t row_width = 1 + 5 + 2;
  Bytes rows;
  const auto add_row = [&rows](int type, std::uint64_t second, int third) {
    append_big_endian(rows, static_cast<std::uint64_t>(type), 1);
    append_big_endian(rows, second, 5);
    append_big_endian(rows, static_cast<std::uint64_t>(third), 2);
  };
  add_row(0, 0, 0xFFFF);
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    if (places_[i].container != 0) {
      add_row(2, static_cast<std::uint64_t>(places_[i].container), places_[i].index);
      continue;
    }
    add_row(1, file.size(), 0);
    file += std::to_string(i + 1) + " 0 obj\n";
    file += objects_[i].value;
    file += "\nstream\n";
    file += objects_[i].stream;
    file += "\nendstream\nendobj\n";
    objects_[i] = Object{};
  }

  const std::size_t table_offset = file.size();
  add_row(1, table_offset, 0);
  const std::optional<Bytes> digest = from_hex(sha256_hex(file).substr(0, 32));
  Dictionary trailer{
      {"Type", name("XRef")},
      {"Size", static_cast<std::int64_t>(objects_.size() + 2)},
      {"W", Array{1, 5, 2}},
      {"Root", catalog},
      {"ID", Array{ByteString{*digest}, ByteString{*digest}}},
      {"DecodeParms", Dictionary{{"Predictor", 12}, {"Columns", static_cast<int>(row_width)}}},
  };
  if (info) trailer.set("Info", *info);
  const Reference table = reserve();
  set_stream(table, std::move(trailer), predict_up(rows, row_width), Packing::deflate);
  if (error_) return *error_;
  file += std::to_string(table.number) + " 0 obj\n";
  file += at(table).value;
  file += "\nstream\n";
  file += at(table).stream;
  file += "\nendstream\nendobj\nstartxref\n" + std::to_string(table_offset) + "\n%%EOF\n";
  objects_.clear();
  places_.clear();
  return file;
}

}  // namespace pressmark::pdf
