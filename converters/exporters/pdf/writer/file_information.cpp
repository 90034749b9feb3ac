#include "converters/exporters/pdf/writer/file_information.h"
#include "converters/common/article_identifier.h"

#include "core/model/walk.h"

namespace pressmark::pdf {
namespace {

std::string first_not_empty(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) return value;
  }
  return {};
}

// Metadata strings are lines: what the source has of tabs and line ends becomes blanks.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::string digits(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

bool has_writable_year(const Date& date) {
  return date.start.year && *date.start.year >= 1 && *date.start.year <= 9999;
}

// Time of day with seconds and offset; empty where the date has no whole one.
struct TimeOfDay {
  std::string clock;   // "08:30:00"
  std::string offset;  // "Z" or "+03:00"
};
std::optional<TimeOfDay> time_of_day(const Date& date) {
  const std::size_t offset = date.time.find_first_of("Z+-");
  if (date.start.day == 0 || offset == std::string::npos) return std::nullopt;
  TimeOfDay time{date.time.substr(0, offset), date.time.substr(offset)};
  if (time.clock.size() == 5) time.clock += ":00";
  const bool is_whole = time.clock.size() == 8 && (time.offset == "Z" || time.offset.size() == 6);
  return is_whole ? std::optional(time) : std::nullopt;
}

std::string joined(const std::vector<std::string>& values, std::string_view separator) {
  std::string out;
  for (const std::string& value : values) {
    if (!out.empty()) out += separator;
    out += value;
  }
  return out;
}

void collect_prism(const Metadata& metadata, FileInformation& information) {
  const std::pair<std::string_view, Variable> properties[] = {
      {"publicationName", Variable::container_title},
      {"issn", Variable::issn},
      {"volume", Variable::volume},
      {"number", Variable::issue},
      {"startingPage", Variable::page_first},
      {"pageRange", Variable::page},
      {"section", Variable::section},
      {"doi", Variable::doi},
      {"url", Variable::url},
  };
  for (const auto& [property, variable] : properties) {
    std::string value = one_line(metadata.text(variable));
    if (!value.empty()) information.prism.emplace_back(property, std::move(value));
  }
  if (!information.issued.empty()) {
    information.prism.emplace_back("publicationDate", information.issued);
  }
}

}  // namespace

FileInformation describe_file(const Document& article, std::string_view language,
                              const std::optional<Date>& time) {
  const Metadata& metadata = article.metadata;
  FileInformation information;
  information.title = first_not_empty({one_line(metadata.text(Variable::title)),
                                       one_line(text_of(article.front.headline)),
                                       one_line(metadata.text(Variable::headline)),
                                       one_line(article.provenance.source_name), "Untitled"});
  for (const Contributor& contributor : metadata.contributors) {
    const std::string shown = one_line(display_name(contributor.name));
    if (shown.empty()) continue;
    (contributor.role == Role::author ? information.authors : information.contributors)
        .push_back(shown);
  }
  information.description = first_not_empty({one_line(metadata.text(Variable::abstract_text)),
                                             one_line(metadata.text(Variable::subtitle))});
  for (const auto& keyword : metadata.keywords) {
    if (std::string value = one_line(keyword.value); !value.empty()) {
      information.keywords.push_back(std::move(value));
    }
  }
  information.publisher = first_not_empty(
      {one_line(metadata.text(Variable::publisher)), one_line(metadata.text(Variable::source))});
  information.identifier = one_line(article_identifier(article));
  information.source = first_not_empty(
      {one_line(metadata.text(Variable::url)), one_line(article.provenance.source_url)});
  information.rights = one_line(metadata.text(Variable::rights));
  information.license = one_line(metadata.text(Variable::license));
  information.language = std::string(language);
  const Date& issued = metadata.date(DateVariable::issued);
  information.issued = xmp_date(issued);
  for (const Date& date : {time.value_or(Date{}), metadata.date(DateVariable::modified), issued}) {
    if (!information.created && has_writable_year(date)) information.created = date;
  }
  collect_prism(metadata, information);
  return information;
}

std::string xmp_date(const Date& date) {
  if (!has_writable_year(date)) return {};
  std::string out = digits(*date.start.year, 4);
  if (date.start.month != 0) out += '-' + digits(date.start.month, 2);
  if (date.start.day != 0) out += '-' + digits(date.start.day, 2);
  if (const auto time = time_of_day(date)) out += 'T' + time->clock + time->offset;
  return out;
}

std::string pdf_date(const Date& date) {
  if (!has_writable_year(date)) return {};
  std::string out = "D:" + digits(*date.start.year, 4);
  if (date.start.month != 0) out += digits(date.start.month, 2);
  if (date.start.day != 0) out += digits(date.start.day, 2);
  if (const auto time = time_of_day(date)) {
    for (const char c : time->clock) {
      if (c != ':') out += c;
    }
    out += time->offset == "Z" ? "Z"
                               : time->offset.substr(0, 3) + '\'' + time->offset.substr(4) + '\'';
  }
  return out;
}

Dictionary info_dictionary(const FileInformation& information) {
  Dictionary info{{"Title", text_string(information.title)},
                  {"Creator", text_string("Pressmark")},
                  {"Producer", text_string("Pressmark")}};
  const auto set_if = [&info](std::string_view key, const std::string& value) {
    if (!value.empty()) info.set(key, text_string(value));
  };
  set_if("Author", joined(information.authors, "; "));
  set_if("Subject", information.description);
  set_if("Keywords", joined(information.keywords, ", "));
  if (information.created) {
    set_if("CreationDate", pdf_date(*information.created));
    set_if("ModDate", pdf_date(*information.created));
  }
  return info;
}

}  // namespace pressmark::pdf
