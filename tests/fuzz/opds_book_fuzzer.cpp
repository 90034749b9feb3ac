// Octets as the package document of a book in a catalogue: what is read can be written in both
// forms, and the feed is well-formed.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "converters/common/json.h"
#include "converters/common/xml_reader.h"
#include "converters/common/zip.h"
#include "converters/opds/catalogue.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pressmark;
  const std::string_view octets(reinterpret_cast<const char*>(data), size);
  const auto book = write_zip(
      {{"META-INF/container.xml",
        "<container><rootfiles><rootfile full-path='OPS/p.opf'/></rootfiles></container>"},
       {"OPS/p.opf", Bytes(octets)},
       {"OPS/a b.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='4'/>"}});
  if (!book) std::abort();
  auto read = opds::read_book("books/a.epub", *book, Limits{});
  if (!read) return 0;
  const auto catalogue = opds::make_catalogue({std::move(read->book)}, "Books", {});
  if (!catalogue) std::abort();
  const opds::Places places{"catalog.atom", "covers/"};
  if (!read_xml(opds::write_atom(*catalogue, places), Limits{}, 20)) std::abort();
  if (!parse_json(opds::write_json(*catalogue, places), Limits{}, 20)) std::abort();
  return 0;
}
