#include "converters/exporters/pdf/writer/podofo_objects.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "core/base/match.h"

namespace pressmark::pdf {
namespace {

bool is_printable_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

// What PoDoFo's versions call differently. PdfString reads text as PDFDocEncoding (0.9) or UTF-8
// (0.10 and later) unless it is told that it has the octets as they are written.
#if PODOFO_VERSION < PODOFO_MAKE_VERSION(0, 10, 0)

using Integer = PoDoFo::pdf_int64;
using ObjectNumber = PoDoFo::pdf_objnum;

PoDoFo::PdfString string_of(const Bytes& octets) {
  return {octets.data(), static_cast<PoDoFo::pdf_long>(octets.size())};
}

PoDoFo::PdfData data_of(const std::string& text) { return {text.data(), text.size()}; }

void add_element(PoDoFo::PdfArray& array, const PoDoFo::PdfObject& element) {
  array.push_back(element);
}

Bytes syntax_of(const PoDoFo::PdfVariant& value) {
  PoDoFo::PdfRefCountedBuffer buffer;
  PoDoFo::PdfOutputDevice device(&buffer);
  value.Write(&device, PoDoFo::ePdfWriteMode_Compact);
  return Bytes(buffer.GetBuffer(), device.GetLength());
}

std::string name_of(const PoDoFo::PdfError& error) {
  return PoDoFo::PdfError::ErrorName(error.GetError());
}

void write_no_log() {
  PoDoFo::PdfError::EnableDebug(false);
  PoDoFo::PdfError::EnableLogging(false);
}

#else

using Integer = std::int64_t;
using ObjectNumber = std::uint32_t;

PoDoFo::PdfString string_of(const Bytes& octets) {
  return PoDoFo::PdfString::FromRaw(PoDoFo::bufferview(octets.data(), octets.size()), false);
}

PoDoFo::PdfData data_of(const std::string& text) {
  return PoDoFo::PdfData(PoDoFo::bufferview(text.data(), text.size()));
}

void add_element(PoDoFo::PdfArray& array, PoDoFo::PdfObject element) {
  array.Add(std::move(element));
}

Bytes syntax_of(const PoDoFo::PdfVariant& value) { return value.ToString(); }

std::string name_of(const PoDoFo::PdfError& error) {
  return std::string(PoDoFo::PdfError::ErrorName(error.GetCode()));
}

void write_no_log() { PoDoFo::PdfCommon::SetMaxLoggingSeverity(PoDoFo::PdfLogSeverity::None); }

#endif

PoDoFo::PdfObject to_podofo(const Value& value);

PoDoFo::PdfVariant array_to_podofo(const Array& array) {
  PoDoFo::PdfArray out;
  out.reserve(array.size());  // it would copy its elements deeply to grow
  for (const Value& element : array) add_element(out, to_podofo(element));
  return out;
}

PoDoFo::PdfVariant dictionary_to_podofo(const Dictionary& dictionary) {
  PoDoFo::PdfDictionary out;
  for (const auto& [key, value] : dictionary.entries()) out.AddKey(key, to_podofo(value));
  return out;
}

PoDoFo::PdfObject to_podofo(const Value& value) {
  using PoDoFo::PdfVariant;
  return std::visit(
      match{
          [](const Null&) { return PdfVariant(); },
          [](bool flag) { return PdfVariant(flag); },
          [](std::int64_t number) { return PdfVariant(static_cast<Integer>(number)); },
          [](const Real& real) {
            // Raw, because PoDoFo prints six digits; it sets no blank before raw data.
            const std::string text = ' ' + decimal(real.thousandths);
            return PdfVariant(data_of(text));
          },
          [](const PdfName& value_name) { return PdfVariant(PoDoFo::PdfName(value_name.name)); },
          [](const TextString& text) {
            return PdfVariant(
                string_of(is_printable_ascii(text.utf8) ? text.utf8 : utf16_with_mark(text.utf8)));
          },
          [](const ByteString& bytes) { return PdfVariant(string_of(bytes.octets)); },
          [](const Reference& reference) {
            return PdfVariant(PoDoFo::PdfReference(static_cast<ObjectNumber>(reference.number), 0));
          },
          [](const Array& array) { return array_to_podofo(array); },
          [](const Dictionary& dictionary) { return dictionary_to_podofo(dictionary); },
      },
      value.data);
}

// PoDoFo reports to standard error unless told not to, by a switch of the whole process.
bool silence_podofo() {
  write_no_log();
  return true;
}

}  // namespace

Result<Bytes> serialise(const Value& value) {
  static const bool silenced = silence_podofo();
  static_cast<void>(silenced);
  try {
    return syntax_of(to_podofo(value));
  } catch (const PoDoFo::PdfError& error) {
    return Error(ErrorKind::internal, "PoDoFo cannot write a value: " + name_of(error));
  }
}

}  // namespace pressmark::pdf
