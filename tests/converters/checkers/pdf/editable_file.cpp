#include "tests/converters/checkers/pdf/editable_file.h"

#include <cstdio>
#include <stdexcept>

#include "converters/checkers/pdf/file.h"
#include "core/base/match.h"

namespace pressmark::pdf_check {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

Bytes hexadecimal(const Bytes& octets) {
  Bytes out = "<";
  for (const char c : octets) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 0xF];
  }
  return out + ">";
}

Bytes name_syntax(const Bytes& value) {
  Bytes out = "/";
  for (const char c : value) {
    const auto octet = static_cast<unsigned char>(c);
    if (octet > 0x20 && octet < 0x7F && std::string_view("()<>[]{}/%#").find(c) == Bytes::npos) {
      out += c;
    } else {
      out += Bytes("#") + digits[octet >> 4] + digits[octet & 0xF];
    }
  }
  return out;
}

Bytes real_syntax(double value) {
  char out[64];
  std::snprintf(out, sizeof out, "%.6f", value);
  return out;
}

}  // namespace

Bytes syntax_of(const Object& value) {
  return std::visit(match{[](std::monostate) { return Bytes("null"); },
                          [](bool flag) { return Bytes(flag ? "true" : "false"); },
                          [](std::int64_t number) { return Bytes(std::to_string(number)); },
                          [](double number) { return real_syntax(number); },
                          [](const Name& own) { return name_syntax(own.value); },
                          [](const String& string) { return hexadecimal(string.value); },
                          [](const Reference& reference) {
                            return Bytes(std::to_string(reference.number) + " " +
                                         std::to_string(reference.generation) + " R");
                          },
                          [](const Keyword& keyword) { return keyword.word; },
                          [](const Array& array) {
                            Bytes out = "[";
                            for (const Object& element : array) out += " " + syntax_of(element);
                            return out + " ]";
                          },
                          [](const Dictionary& dictionary) {
                            Bytes out = "<<";
                            for (const auto& [key, entry] : dictionary.entries) {
                              out += " " + name_syntax(key) + " " + syntax_of(entry);
                            }
                            return out + " >>";
                          }},
                    value.data);
}

EditableFile::EditableFile(std::string_view octets) {
  std::vector<CheckFinding> findings;
  const Result<File> file = File::read(octets, findings);
  if (!file) throw std::runtime_error(file.error().message());
  version = octets.substr(5, 3);
  for (const std::string_view key : {"ID", "Info", "Root"}) {
    if (const Object* value = file->trailer().find(key)) set(trailer, key, *value);
  }
  for (const auto& [number, object] : file->objects()) {
    const Object& type = file->get(object.value, "Type");
    if (type.is_name("ObjStm") || type.is_name("XRef")) continue;
    Entry entry{object.value, {}};
    if (object.is_stream) {
      Dictionary& dictionary = std::get<Dictionary>(entry.value.data);
      erase(dictionary, "Length");
      const bool is_image = file->get(object.value, "Subtype").is_name("Image");
      if (is_image) {
        entry.stream = Bytes(object.stream);
      } else {
        entry.stream = *file->unpack(object);
        std::erase_if(dictionary.entries, [](const auto& item) { return item.first == "Filter"; });
      }
    }
    objects.emplace(number, std::move(entry));
  }
}

Bytes EditableFile::write() const {
  Bytes out = "%PDF-" + version + "\n%\xE2\xE3\xCF\xD3\n";
  std::map<std::int64_t, std::size_t> offsets;
  for (const auto& [number, entry] : objects) {
    offsets[number] = out.size();
    out += std::to_string(number) + " 0 obj\n";
    if (entry.stream) {
      Dictionary dictionary = *entry.value.dictionary();
      set(dictionary, "Length", integer(static_cast<std::int64_t>(entry.stream->size())));
      out += syntax_of(Object{dictionary}) + "\nstream\n" + *entry.stream + "\nendstream";
    } else {
      out += syntax_of(entry.value);
    }
    out += "\nendobj\n";
  }
  const std::size_t table = out.size();
  const std::int64_t size = objects.rbegin()->first + 1;
  out += "xref\n0 " + std::to_string(size) + "\n";
  for (std::int64_t number = 0; number < size; ++number) {
    const auto offset = offsets.find(number);
    char row[32];
    std::snprintf(row, sizeof row, "%010zu %05d %c \n",
                  offset == offsets.end() ? std::size_t{0} : offset->second,
                  offset == offsets.end() ? 65535 : 0, offset == offsets.end() ? 'f' : 'n');
    out += row;
  }
  Dictionary end = trailer;
  set(end, "Size", integer(size));
  return out + "trailer\n" + syntax_of(Object{end}) + "\nstartxref\n" + std::to_string(table) +
         "\n%%EOF\n";
}

Dictionary& EditableFile::at(std::int64_t number) {
  return std::get<Dictionary>(objects.at(number).value.data);
}

Dictionary& EditableFile::catalog() { return at(trailer.find("Root")->reference()->number); }
Dictionary& EditableFile::info() { return at(trailer.find("Info")->reference()->number); }

std::vector<std::int64_t> EditableFile::with(std::string_view key, std::string_view value) const {
  std::vector<std::int64_t> found;
  for (const auto& [number, entry] : objects) {
    const Dictionary* dictionary = entry.value.dictionary();
    const Object* own = dictionary == nullptr ? nullptr : dictionary->find(key);
    if (own != nullptr && own->is_name(value)) found.push_back(number);
  }
  return found;
}

Dictionary& EditableFile::first(std::string_view key, std::string_view value) {
  return at(with(key, value).at(0));
}

Object& EditableFile::follow(Dictionary& dictionary, std::string_view key) {
  Object* value = find(dictionary, key);
  if (value == nullptr) throw std::runtime_error("no " + std::string(key));
  const Reference* reference = value->reference();
  return reference == nullptr ? *value : objects.at(reference->number).value;
}

Bytes& EditableFile::stream_of(Dictionary& dictionary, std::string_view key) {
  return *objects.at(find(dictionary, key)->reference()->number).stream;
}

Object name(std::string_view value) { return Object{Name{Bytes(value)}}; }
Object text(std::string_view octets) { return Object{String{Bytes(octets)}}; }
Object integer(std::int64_t value) { return Object{value}; }

Object* find(Dictionary& dictionary, std::string_view key) {
  return const_cast<Object*>(dictionary.find(key));
}

void set(Dictionary& dictionary, std::string_view key, Object value) {
  if (Object* own = find(dictionary, key)) {
    *own = std::move(value);
  } else {
    dictionary.entries.emplace_back(Bytes(key), std::move(value));
  }
}

void erase(Dictionary& dictionary, std::string_view key) {
  if (std::erase_if(dictionary.entries, [key](const auto& item) { return item.first == key; }) !=
      1) {
    throw std::runtime_error("no " + std::string(key));
  }
}

void replace(Bytes& octets, std::string_view old, std::string_view with) {
  const std::size_t place = octets.find(old);
  if (place == Bytes::npos) throw std::runtime_error("no " + std::string(old));
  octets.replace(place, old.size(), with);
}

}  // namespace pressmark::pdf_check
