#include "converters/exporters/pdf/writer/podofo_objects.h"

#include <podofo/podofo.h>

#include <algorithm>

#include "core/base/match.h"

namespace pressmark::pdf {
namespace {

bool is_printable_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

PoDoFo::PdfObject to_podofo(const Value& value);

PoDoFo::PdfVariant octets_to_podofo(const Bytes& octets) {
  return PoDoFo::PdfString(octets.data(), static_cast<PoDoFo::pdf_long>(octets.size()));
}

PoDoFo::PdfVariant array_to_podofo(const Array& array) {
  PoDoFo::PdfArray out;
  out.reserve(array.size());  // it would copy its elements deeply to grow
  for (const Value& element : array) out.push_back(to_podofo(element));
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
          [](std::int64_t number) { return PdfVariant(static_cast<PoDoFo::pdf_int64>(number)); },
          [](const Real& real) {
            // Raw, because PoDoFo prints six digits; it sets no blank before raw data.
            const std::string text = ' ' + decimal(real.thousandths);
            return PdfVariant(PoDoFo::PdfData(text.data(), text.size()));
          },
          [](const PdfName& value_name) { return PdfVariant(PoDoFo::PdfName(value_name.name)); },
          [](const TextString& text) {
            return octets_to_podofo(is_printable_ascii(text.utf8) ? text.utf8
                                                                  : utf16_with_mark(text.utf8));
          },
          [](const ByteString& bytes) { return octets_to_podofo(bytes.octets); },
          [](const Reference& reference) {
            return PdfVariant(
                PoDoFo::PdfReference(static_cast<PoDoFo::pdf_objnum>(reference.number), 0));
          },
          [](const Array& array) { return array_to_podofo(array); },
          [](const Dictionary& dictionary) { return dictionary_to_podofo(dictionary); },
      },
      value.data);
}

// PoDoFo reports to standard error unless told not to, by a switch of the whole process.
bool silence_podofo() {
  PoDoFo::PdfError::EnableDebug(false);
  PoDoFo::PdfError::EnableLogging(false);
  return true;
}

}  // namespace

Result<Bytes> serialise(const Value& value) {
  static const bool silenced = silence_podofo();
  static_cast<void>(silenced);
  try {
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    to_podofo(value).Write(&device, PoDoFo::ePdfWriteMode_Compact);
    return Bytes(buffer.GetBuffer(), device.GetLength());
  } catch (const PoDoFo::PdfError& error) {
    return Error(ErrorKind::internal, std::string("PoDoFo cannot write a value: ") +
                                          PoDoFo::PdfError::ErrorName(error.GetError()));
  }
}

}  // namespace pressmark::pdf
