#include <limits>

#include "converters/checkers/pdf/rules.h"

namespace pressmark::pdf_check {
namespace {

constexpr std::int64_t most_objects = 8'388'607;
constexpr std::size_t most_string = 32'767;
constexpr std::size_t most_name = 127;

bool is_line_end(char c) { return c == '\r' || c == '\n'; }

void check_header(const Subject& subject) {
  const std::string_view octets = subject.file.octets();
  const std::string_view version = subject.claims.is_archive_4() ? "%PDF-2." : "%PDF-1.";
  const bool is_header = octets.size() > 10 && octets.starts_with(version) && octets[7] >= '0' &&
                         octets[7] <= (subject.claims.is_archive_4() ? '9' : '7') &&
                         is_line_end(octets[8]);
  if (!is_header) {
    subject.report("pdfa-6.1.2-1", "",
                   "the file does not begin with '" + std::string(version) + "n' and a line end");
    return;
  }
  const std::size_t second = octets[8] == '\r' && octets[9] == '\n' ? 10 : 9;
  const std::string_view comment = octets.substr(second, 5);
  bool is_binary = comment.size() == 5 && comment[0] == '%';
  for (std::size_t i = 1; i < comment.size(); ++i) {
    if (static_cast<unsigned char>(comment[i]) < 128) is_binary = false;
  }
  if (!is_binary) {
    subject.report("pdfa-6.1.2-2", "", "no comment of four octets above 127 follows the header");
  }
}

void check_end(const Subject& subject) {
  const std::string_view octets = subject.file.octets();
  const std::size_t mark = octets.rfind("%%EOF");
  const std::string_view behind =
      mark == std::string_view::npos ? "missing" : octets.substr(mark + 5);
  if (!behind.empty() && behind != "\n" && behind != "\r" && behind != "\r\n") {
    subject.report("pdfa-6.1.3-3", "", "the file does not end with '%%EOF' and one line end");
  }
}

void check_trailer(const Subject& subject) {
  const Dictionary& trailer = subject.file.trailer();
  const Array* id = subject.file.get(trailer, "ID").array();
  bool has_id = id != nullptr && id->size() == 2;
  for (std::size_t i = 0; has_id && i < 2; ++i) {
    const Bytes* part = subject.file.resolve((*id)[i]).string();
    has_id = part != nullptr && !part->empty();
  }
  if (!has_id) subject.report("pdfa-6.1.3-1", "trailer", "the trailer has no ID of two strings");
  if (trailer.find("Encrypt") != nullptr) {
    subject.report("pdfa-6.1.3-2", "trailer", "the file is encrypted");
  }
  const Object* info = trailer.find("Info");
  if (subject.claims.is_archive_4() && info != nullptr) {
    if (subject.file.get(subject.catalog, "PieceInfo").is_null()) {
      subject.report("pdfa4-6.1.3-4", "trailer", "there is an Info dictionary without PieceInfo");
    }
  }
}

class Limits {
 public:
  Limits(const Subject& subject, std::int64_t number)
      : subject_(subject), place_("object " + std::to_string(number)) {}

  void check(const Object& object) {
    if (const auto whole = object.integer()) {
      if (*whole > std::numeric_limits<std::int32_t>::max() ||
          *whole < std::numeric_limits<std::int32_t>::min()) {
        report("pdfa-6.1.13-1", "an integer does not fit in 32 bits");
      }
    } else if (const Bytes* text = object.string()) {
      if (text->size() > most_string) report("pdfa-6.1.13-3", "a string has over 32,767 octets");
    } else if (object.name().size() > most_name) {
      report("pdfa-6.1.13-4", "a name has over 127 octets");
    } else if (const Array* array = object.array()) {
      for (const Object& element : *array) check(element);
    } else if (const Dictionary* dictionary = object.dictionary()) {
      for (const auto& [key, value] : dictionary->entries) {
        if (key.size() > most_name) report("pdfa-6.1.13-4", "a name has over 127 octets");
        check(value);
      }
    }
  }

 private:
  void report(std::string_view code, std::string text) {
    subject_.report(code, place_, std::move(text));
  }
  const Subject& subject_;
  std::string place_;
};

void check_filters(const Subject& subject, std::int64_t number, const IndirectObject& object) {
  const std::string place = "object " + std::to_string(number);
  for (const std::string_view key : {"F", "FFilter", "FDecodeParms"}) {
    if (object.value.dictionary()->find(key) != nullptr) {
      subject.report("pdfa-6.1.7.1-3", place, "the data of a stream are in another file");
    }
  }
  const Object& filter = subject.file.get(object.value, "Filter");
  const Array one = {filter};
  const Array* filters = filter.array() == nullptr ? &one : filter.array();
  for (const Object& element : *filters) {
    const std::string_view name = subject.file.resolve(element).name();
    if (name == "LZWDecode" || name == "LZW") {
      subject.report("pdfa-6.1.7.2-1", place, "a stream is packed with LZW");
    } else if (name == "Crypt") {
      subject.report("pdfa-6.1.7.2-2", place, "a stream is encrypted");
    }
  }
}

}  // namespace

void check_file(const Subject& subject) {
  check_header(subject);
  check_end(subject);
  check_trailer(subject);
  // Part 4 leaves these limits to PDF itself.
  const bool has_limits = !subject.claims.is_archive_4();
  for (const auto& [number, object] : subject.file.objects()) {
    if (has_limits) Limits(subject, number).check(object.value);
    if (object.is_stream) check_filters(subject, number, object);
  }
  if (has_limits && static_cast<std::int64_t>(subject.file.objects().size()) > most_objects) {
    subject.report("pdfa-6.1.13-7", "", "there are more than 8,388,607 objects");
  }
}

}  // namespace pressmark::pdf_check
