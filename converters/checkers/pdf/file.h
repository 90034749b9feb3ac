// converters/checkers/pdf/file.h: a PDF file taken apart: its objects by number, its streams
// unpacked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/checkers/pdf/object.h"
#include "converters/common/check_report.h"
#include "core/base/result.h"

namespace pressmark::pdf_check {

struct IndirectObject {
  Object value;  // of a stream: its dictionary
  bool is_stream = false;
  std::string_view stream;  // as it stands in the file, still packed
};

// Where an object is, by the cross-reference table.
struct Place {
  std::size_t offset = 0;      // in the file, where it is in no object stream
  std::int64_t container = 0;  // else the number of the object stream
};

class File {
 public:
  // Reads every object that the cross-reference tables list; `octets` must outlive the file.
  // What breaks a rule of how objects are written goes to `findings`. Fails with
  // ErrorKind::unrecognised where the octets are no PDF file or its tables cannot be followed, and
  // with ErrorKind::limit where streams unpack to more than 512 MiB in all.
  static Result<File> read(std::string_view octets, std::vector<CheckFinding>& findings);

  std::string_view octets() const { return octets_; }
  const Dictionary& trailer() const { return trailer_; }
  const std::map<std::int64_t, IndirectObject>& objects() const { return objects_; }

  // The object behind a reference, however many references lie between; the null object where
  // there is none. Other objects are returned as they are.
  const Object& resolve(const Object& object) const;
  const Object& resolve(const Object* object) const;
  // The value of a key, resolved; the null object where it is not there.
  const Object& get(const Dictionary& dictionary, std::string_view key) const;
  const Object& get(const Object& dictionary, std::string_view key) const;

  const IndirectObject* find(const Object* reference) const;

  // The octets of a stream behind its filters. Fails with ErrorKind::unrecognised for damaged data
  // and for filters of images, with ErrorKind::limit as above.
  Result<Bytes> unpack(const IndirectObject& stream) const;

 private:
  explicit File(std::string_view octets) : octets_(octets) {}

  std::optional<Error> read_tables();
  std::optional<Error> read_table(std::size_t offset, std::vector<std::size_t>& further);
  bool read_classic_section(std::size_t offset, Dictionary& trailer);
  bool read_stream_section(std::size_t offset, Dictionary& trailer);
  std::optional<IndirectObject> read_object(std::size_t offset, std::int64_t number,
                                            std::vector<CheckFinding>* findings) const;
  bool read_stream(std::size_t position, std::int64_t number, IndirectObject& object,
                   std::vector<CheckFinding>* findings) const;
  std::optional<Error> read_packed(std::int64_t container);

  std::string_view octets_;
  Dictionary trailer_;
  std::map<std::int64_t, Place> places_;
  std::map<std::int64_t, IndirectObject> objects_;
  mutable std::size_t unpacked_ = 0;  // octets, of all streams together
};

}  // namespace pressmark::pdf_check
