// cli/input_source.h: the octets behind an operand: a file, standard input, or an address.
#pragma once

#include <string>

#include "cli/article_input.h"
#include "cli/console.h"
#include "core/base/result.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// A source, and what the server that sent it says it is ("text/html"); empty where it is not known.
struct ReceivedSource {
  Source source;
  std::string media_type = {};
};

// Reads a file, standard input for "-", or, where the settings allow it, an http or https URL. The
// source has the settings' address, encoding, language and time of capture; for a fetched one
// what they leave open is as the transfer says it was.
//
// Fails with ErrorKind::unreadable for a folder and for what cannot be read, with ErrorKind::limit
// for more than Limits::input_bytes, with ErrorKind::usage for a URL without --fetch.
Result<ReceivedSource> receive_source(const std::string& operand, const ImportSettings& settings,
                                      const Console& console);

// A source of octets that were read already, with what the settings say of it.
Source source_of(Bytes octets, std::string name, const ImportSettings& settings);

// The octets of a file or of standard input, as above.
Result<Bytes> read_input(const std::string& path, std::size_t most_bytes, const Console& console);

// What a source read from an operand is called: the last part of a path or of a URL's path, the
// host of a URL without one, "-" for standard input.
std::string source_name(const std::string& operand);

// "a" of "b/a.html": what output names are made of. "article" for standard input.
std::string stem_of(const std::string& operand);

}  // namespace pressmark::cli
