// core/pipeline/format.h: a row of the table of formats, and how to find one.
//
// The table itself is converters/formats.cpp: one readable list, no registration by static objects.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark {

// An article as received, before it is understood.
struct Source {
  Bytes bytes;
  std::string name;      // file name without folders, or "-"
  std::string url;       // where it was fetched or saved from; base of relative links; may be empty
  std::string encoding;  // what the caller says it is (IANA name); empty: find out
  std::string language;  // what the caller says it is (BCP 47); empty: find out
  Date retrieved;        // when it was captured; empty: unknown
};

// Options as the user gave them, by key; each format parses its own into a struct.
using OptionValues = std::map<std::string, std::string>;

struct Option {
  std::string_view key;            // "toc-depth"
  std::string_view default_value;  // as text
  std::string_view help;           // one sentence
};

// The two ways to use a format.
enum class Side { read, write };

struct Format {
  std::string_view name;        // "epub": what -t and -f take
  std::string_view title;       // "EPUB 3.3 publication"
  std::string_view media_type;  // "application/epub+zip"
  // Without the full stop, the usual one first; none for a format that is only chosen by name.
  std::vector<std::string_view> extensions;
  bool binary = false;       // not for a terminal
  bool record_only = false;  // writes the citation record alone, not the article
  // Whether its output refers to the article's images by converters/common/resource_names.h, so
  // that the caller has to put them beside it; a format that does so on demand has the option
  // "images" with the value "beside" for it.
  bool images_beside = false;
  // Absent where the format cannot be read or written.
  std::function<Result<Document>(const Source&, const OptionValues&, Context&)> read;
  std::function<Result<Bytes>(const Document&, const OptionValues&, Context&)> write;
  // Writes several articles, at least one, as one output in their order; `title` is that of the
  // whole, empty: the first article's. Absent where the format has no form of its own for that.
  std::function<Result<Bytes>(const std::vector<Document>& articles, const std::string& title,
                              const OptionValues&, Context&)>
      write_many;
  // How reading comes to its result, as lines of text for people: what was considered and why the
  // article is what it is. Absent where reading concludes nothing. Fails as `read` does.
  std::function<Result<std::string>(const Source&, const OptionValues&, Context&)> inspect;
  // What each side takes; both may have a key of the same name.
  std::vector<Option> read_options;
  std::vector<Option> write_options;
  std::vector<const DiagnosticCode*> codes;  // every diagnostic it can report
};

using Formats = std::vector<Format>;

// By name; null where there is none.
const Format* find_format(const Formats& formats, std::string_view name);
// By the extension of a file name, upper or lower case, among those that can be read, or written.
const Format* find_readable_by_file_name(const Formats& formats, std::string_view file_name);
const Format* find_writable_by_file_name(const Formats& formats, std::string_view file_name);

const std::vector<Option>& options_of(const Format& format, Side side);
bool has_option(const Format& format, Side side, std::string_view key);

// "text's options for reading are: rules, raw-paragraphs", for messages.
std::string describe_options(const Format& format, Side side);

// Fails with ErrorKind::usage for a key that is none of the format's options on that side: the
// message names key, format and side, the remedy lists the side's options and says where the key
// belongs to the other one.
Result<Done> check_options(const Format& format, Side side, const OptionValues& values);

}  // namespace pressmark
