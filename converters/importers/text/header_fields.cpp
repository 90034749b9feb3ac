#include "converters/importers/text/header_fields.h"

#include <algorithm>
#include <optional>

#include "converters/importers/text/characters.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t most_lines = 200;
constexpr std::size_t longest_label = 40;  // octets

struct Label {
  std::string_view words;  // lower case
  FieldKind kind;
};

constexpr Label labels[] = {
    {"title", FieldKind::title},
    {"subject", FieldKind::title},
    {"headline", FieldKind::title},
    {"titel", FieldKind::title},
    {"betreff", FieldKind::title},
    {"titre", FieldKind::title},
    {"título", FieldKind::title},
    {"titulo", FieldKind::title},
    {"titolo", FieldKind::title},
    {"заголовок", FieldKind::title},
    {"название", FieldKind::title},
    {"тема", FieldKind::title},
    {"başlık", FieldKind::title},
    {"标题", FieldKind::title},
    {"標題", FieldKind::title},
    {"題名", FieldKind::title},
    {"件名", FieldKind::title},
    {"제목", FieldKind::title},
    {"العنوان", FieldKind::title},
    {"subtitle", FieldKind::subtitle},
    {"deck", FieldKind::subtitle},
    {"untertitel", FieldKind::subtitle},
    {"подзаголовок", FieldKind::subtitle},
    {"author", FieldKind::author},
    {"authors", FieldKind::author},
    {"by", FieldKind::author},
    {"byline", FieldKind::author},
    {"from", FieldKind::author},
    {"writer", FieldKind::author},
    {"autor", FieldKind::author},
    {"autorin", FieldKind::author},
    {"autoren", FieldKind::author},
    {"von", FieldKind::author},
    {"auteur", FieldKind::author},
    {"auteure", FieldKind::author},
    {"auteurs", FieldKind::author},
    {"autore", FieldKind::author},
    {"autora", FieldKind::author},
    {"автор", FieldKind::author},
    {"авторы", FieldKind::author},
    {"yazar", FieldKind::author},
    {"作者", FieldKind::author},
    {"著者", FieldKind::author},
    {"기자", FieldKind::author},
    {"الكاتب", FieldKind::author},
    {"editor", FieldKind::editor},
    {"редактор", FieldKind::editor},
    {"编辑", FieldKind::editor},
    {"translator", FieldKind::translator},
    {"переводчик", FieldKind::translator},
    {"date", FieldKind::date},
    {"published", FieldKind::date},
    {"publication date", FieldKind::date},
    {"posted", FieldKind::date},
    {"datum", FieldKind::date},
    {"veröffentlicht", FieldKind::date},
    {"publié", FieldKind::date},
    {"fecha", FieldKind::date},
    {"data", FieldKind::date},
    {"дата", FieldKind::date},
    {"опубликовано", FieldKind::date},
    {"tarih", FieldKind::date},
    {"日期", FieldKind::date},
    {"时间", FieldKind::date},
    {"日付", FieldKind::date},
    {"날짜", FieldKind::date},
    {"التاريخ", FieldKind::date},
    {"updated", FieldKind::modified},
    {"last updated", FieldKind::modified},
    {"modified", FieldKind::modified},
    {"aktualisiert", FieldKind::modified},
    {"обновлено", FieldKind::modified},
    {"source", FieldKind::source},
    {"agency", FieldKind::source},
    {"quelle", FieldKind::source},
    {"fuente", FieldKind::source},
    {"fonte", FieldKind::source},
    {"источник", FieldKind::source},
    {"来源", FieldKind::source},
    {"來源", FieldKind::source},
    {"المصدر", FieldKind::source},
    {"publication", FieldKind::publication},
    {"newspaper", FieldKind::publication},
    {"journal", FieldKind::publication},
    {"magazine", FieldKind::publication},
    {"site", FieldKind::publication},
    {"website", FieldKind::publication},
    {"издание", FieldKind::publication},
    {"publisher", FieldKind::publisher},
    {"verlag", FieldKind::publisher},
    {"éditeur", FieldKind::publisher},
    {"editorial", FieldKind::publisher},
    {"издательство", FieldKind::publisher},
    {"出版社", FieldKind::publisher},
    {"place", FieldKind::place},
    {"location", FieldKind::place},
    {"ort", FieldKind::place},
    {"место", FieldKind::place},
    {"url", FieldKind::url},
    {"link", FieldKind::url},
    {"permalink", FieldKind::url},
    {"ссылка", FieldKind::url},
    {"language", FieldKind::language},
    {"lang", FieldKind::language},
    {"sprache", FieldKind::language},
    {"язык", FieldKind::language},
    {"语言", FieldKind::language},
    {"keywords", FieldKind::keywords},
    {"tags", FieldKind::keywords},
    {"filed under", FieldKind::keywords},
    {"topics", FieldKind::keywords},
    {"schlagwörter", FieldKind::keywords},
    {"mots-clés", FieldKind::keywords},
    {"palabras clave", FieldKind::keywords},
    {"ключевые слова", FieldKind::keywords},
    {"关键词", FieldKind::keywords},
    {"關鍵詞", FieldKind::keywords},
    {"キーワード", FieldKind::keywords},
    {"section", FieldKind::section},
    {"category", FieldKind::section},
    {"rubrik", FieldKind::section},
    {"рубрика", FieldKind::section},
    {"rights", FieldKind::rights},
    {"copyright", FieldKind::rights},
    {"licence", FieldKind::rights},
    {"license", FieldKind::rights},
    {"doi", FieldKind::doi},
    {"issn", FieldKind::issn},
    {"volume", FieldKind::volume},
    {"issue", FieldKind::issue},
    {"number", FieldKind::issue},
    {"pages", FieldKind::pages},
    {"page", FieldKind::pages},
    {"abstract", FieldKind::abstract_text},
    {"summary", FieldKind::abstract_text},
    {"description", FieldKind::abstract_text},
    {"contact", FieldKind::contact},
    {"contacts", FieldKind::contact},
    {"media contact", FieldKind::contact},
    {"press contact", FieldKind::contact},
    {"media contacts", FieldKind::contact},
    {"press contacts", FieldKind::contact},
    {"media inquiries", FieldKind::contact},
    {"media enquiries", FieldKind::contact},
    {"press office", FieldKind::contact},
    {"for more information", FieldKind::contact},
    {"for further information", FieldKind::contact},
    {"ansprechpartner", FieldKind::contact},
    {"ansprechpartnerin", FieldKind::contact},
    {"medienkontakt", FieldKind::contact},
    {"contact presse", FieldKind::contact},
    {"contacts presse", FieldKind::contact},
    {"contacto de prensa", FieldKind::contact},
    {"contatti", FieldKind::contact},
    {"ufficio stampa", FieldKind::contact},
    {"assessoria de imprensa", FieldKind::contact},
    {"perscontact", FieldKind::contact},
    {"presskontakt", FieldKind::contact},
    {"контакты для сми", FieldKind::contact},
    {"пресс-служба", FieldKind::contact},
    {"媒体联系", FieldKind::contact},
    {"媒体联系人", FieldKind::contact},
    {"phone", FieldKind::contact},
    {"tel", FieldKind::contact},
    {"telephone", FieldKind::contact},
    {"fax", FieldKind::contact},
    {"email", FieldKind::contact},
    {"e-mail", FieldKind::contact},
    {"kontakt", FieldKind::contact},
    {"pressekontakt", FieldKind::contact},
    {"telefon", FieldKind::contact},
    {"contacto", FieldKind::contact},
    {"teléfono", FieldKind::contact},
    {"contatto", FieldKind::contact},
    {"контакты", FieldKind::contact},
    {"телефон", FieldKind::contact},
    {"to", FieldKind::ignored},
    {"cc", FieldKind::ignored},
    {"reply-to", FieldKind::ignored},
    {"sent", FieldKind::ignored},
    {"message-id", FieldKind::ignored},
    {"mime-version", FieldKind::ignored},
    {"content-type", FieldKind::ignored},
    {"content-transfer-encoding", FieldKind::ignored},
    {"x-mailer", FieldKind::ignored},
    {"layout", FieldKind::ignored},
    {"draft", FieldKind::ignored},
    {"length", FieldKind::ignored},
    {"body", FieldKind::ignored},
    {"graphic", FieldKind::ignored},
    {"load-date", FieldKind::ignored},
    {"publication-type", FieldKind::ignored},
    {"journal-code", FieldKind::ignored},
    {"dateline", FieldKind::place},
    {"slug", FieldKind::ignored},
    {"attn", FieldKind::ignored},
};

// Octets of the label before its colon, and of both; absent where the line has no label.
struct LabelLength {
  std::size_t label;
  std::size_t with_colon;
};
std::optional<LabelLength> label_length(std::string_view text) {
  const std::size_t ascii = text.substr(0, longest_label + 1).find(':');
  const std::size_t wide = text.substr(0, longest_label + 3).find("：");
  const std::size_t colon = std::min(ascii, wide);
  if (colon == std::string_view::npos || colon == 0) return {};
  if (text.substr(colon).starts_with("://")) return {};
  return LabelLength{colon, colon + (ascii < wide ? 1 : 3)};
}

// A value of YAML without its quotation marks.
std::string_view unquoted(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front()) {
    return value.substr(1, value.size() - 2);
  }
  return value;
}

class FieldReader {
 public:
  FieldReader(const Lines& lines, std::size_t least) : lines_(lines), least_(least) {}

  HeaderFields read() {
    const bool framed = lines_[0].text == "---" && lines_.size() > 2;
    std::size_t i = framed ? 1 : 0;
    for (; i < std::min(lines_.size(), most_lines); ++i) {
      const Line& line = lines_[i];
      if (framed && (line.text == "---" || line.text == "...")) {
        closed_ = true;
        ++i;
        break;
      }
      if (!framed && i > 0 && line.begins_group()) break;
      if (!add(line, framed)) break;
    }
    const bool ended = framed ? closed_ : i == lines_.size() || lines_[i].begins_group();
    if (!ended || known_ < least_ || known_ * 2 < labels_) return {};
    result_.lines = i;
    return std::move(result_);
  }

 private:
  // False where the line is none of a header's.
  bool add(const Line& line, bool framed) {
    if (line.indent > lines_[0].indent && !result_.fields.empty()) {
      append(framed && line.text.starts_with("- ") ? line.text.substr(2) : line.text);
      return true;
    }
    if (framed && line.text.starts_with("- ") && labels_ > 0) {
      append(line.text.substr(2));
      return true;
    }
    const auto length = label_length(line.text);
    if (!length) return false;
    const std::string_view label = trim(line.text.substr(0, length->label));
    ++labels_;
    const auto kind = kind_of_label(label);
    known_ += kind.has_value();
    const std::string_view value = unquoted(line.text.substr(length->with_colon));
    result_.fields.push_back(
        {kind.value_or(FieldKind::unknown), std::string(label), std::string(value), line});
    return true;
  }

  void append(std::string_view words) {
    std::string& value = result_.fields.back().value;
    const FieldKind kind = result_.fields.back().kind;
    const bool listed = kind == FieldKind::keywords || kind == FieldKind::author;
    if (!value.empty()) value += listed ? ", " : " ";
    value += unquoted(words);
  }

  const Lines& lines_;
  std::size_t least_;  // labels that must be known
  HeaderFields result_;
  std::size_t labels_ = 0;
  std::size_t known_ = 0;
  bool closed_ = false;
};

}  // namespace

std::optional<FieldKind> kind_of_label(std::string_view label) {
  const std::string folded = fold(label);
  const auto found = std::ranges::find(labels, std::string_view(folded), &Label::words);
  if (found == std::end(labels)) return {};
  return found->kind;
}

std::optional<LabelledWords> divide_label(std::string_view words) {
  const auto length = label_length(words);
  if (!length) return {};
  const std::string_view label = trim(words.substr(0, length->label));
  const std::string_view value = trim(words.substr(length->with_colon));
  const auto kind = kind_of_label(label);
  if (!kind || value.empty()) return {};
  return LabelledWords{*kind, label, value};
}

HeaderFields read_header_fields(const Lines& lines, std::size_t least) {
  if (lines.empty()) return {};
  return FieldReader(lines, least).read();
}

std::size_t find_field_block(const Lines& lines) {
  constexpr std::size_t most_above = 8;
  for (std::size_t i = 1; i < std::min(lines.size(), most_above); ++i) {
    if (!lines[i].begins_group()) continue;
    const auto length = label_length(lines[i].text);
    if (!length || !is_capitals(lines[i].text.substr(0, length->label))) continue;
    const HeaderFields fields = read_header_fields(
        Lines(lines.begin() + static_cast<std::ptrdiff_t>(i),
              lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), i + most_lines))));
    const bool titled = std::ranges::any_of(
        fields.fields, [](const Field& field) { return field.kind == FieldKind::title; });
    return titled ? i : 0;
  }
  return 0;
}

}  // namespace pressmark::plain_text
