#include "converters/importers/text/import_text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>

#include "converters/common/digest.h"
#include "converters/common/encoding.h"
#include "converters/importers/text/below_text.h"
#include "converters/importers/text/builder.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/credits_below.h"
#include "converters/importers/text/date_line.h"
#include "converters/importers/text/endnotes.h"
#include "converters/importers/text/front.h"
#include "converters/importers/text/header_fields.h"
#include "converters/importers/text/item_type.h"
#include "converters/importers/text/language.h"
#include "converters/importers/text/lines.h"
#include "converters/importers/text/lines_left_out.h"
#include "converters/importers/text/mail.h"
#include "converters/importers/text/person.h"
#include "converters/importers/text/readers.h"
#include "converters/importers/text/wire_marks.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

// Lines that are kept for each node that the document may have: a text of very short lines.
constexpr std::size_t lines_for_a_node = 4;

// Lines that header fields are looked for in.
constexpr std::size_t header_lines = 256;

std::string in_quotes(std::string_view name) { return "'" + std::string(name) + "'"; }

Error too_many_nodes(const Source& source, const Limits& limits) {
  return Error(ErrorKind::limit,
               in_quotes(source.name) + " has more paragraphs than the limit of " +
                   std::to_string(limits.nodes) + " nodes allows",
               "check that this is one article, or split it");
}

void report_decoding(const DecodedText& decoded, Diagnostics& diagnostics) {
  if (decoded.evidence == EncodingEvidence::detection ||
      decoded.evidence == EncodingEvidence::fallback) {
    diagnostics.report(encoding_guessed, decoded.encoding);
  }
  if (decoded.replaced > 0) diagnostics.report(octets_replaced, std::to_string(decoded.replaced));
  if (decoded.removed > 0) diagnostics.report(controls_removed, std::to_string(decoded.removed));
}

// Whether the text begins as pages of HTML and XML do.
bool begins_like_markup(std::string_view text) {
  const std::string start = fold(trim(utf8::prefix(text, 200)));
  for (const std::string_view sign : {"<!doctype", "<html", "<?xml", "<head", "<body", "<tei"}) {
    if (start.starts_with(sign)) return true;
  }
  return false;
}

bool has_words(const Lines& lines) {
  return std::ranges::any_of(lines, [](const Line& line) {
    return has_letter(line.text) || line.text.find_first_of("0123456789") != std::string_view::npos;
  });
}

// One import: the steps in their order, each in the words of a rule.
class Import {
 public:
  Import(const Source& source, const Rules& rules, Context& context, Trace* trace)
      : source_(source), rules_(rules), context_(context), trace_(trace) {}

  // The text of a mail: its header has fields, however few are known.
  Result<Document> run_mail(const DecodedText& decoded) {
    least_fields_ = 1;
    auto document = run(decoded);
    if (document) document->provenance.media_type = "message/rfc822";
    return document;
  }

  Result<Document> run(const DecodedText& decoded) {
    fill_provenance(decoded);
    lines_ = split_lines(decoded, lines_for_a_node * context_.limits.nodes);
    if (lines_.size() > lines_for_a_node * context_.limits.nodes) {
      return too_many_nodes(source_, context_.limits);
    }
    if (!has_words(lines_)) {
      return Error(ErrorKind::no_article, "there is no text in " + in_quotes(source_.name));
    }
    if (rules_.has(Rule::gutenberg)) cut_book_frame(lines_, context_.diagnostics, trace_);
    HeaderFields fields;
    std::size_t slugs = 0;  // lines above the header fields: "FOR IMMEDIATE RELEASE"
    if (rules_.has(Rule::header_fields)) {
      while (rules_.has(Rule::slugs) && slugs < lines_.size() &&
             slug_kind(lines_[slugs].text) != SlugKind::none) {
        ++slugs;
      }
      if (slugs == 0) slugs = masthead_ = find_field_block(lines_);
      fields = read_header_fields(Lines(lines_.begin() + static_cast<std::ptrdiff_t>(slugs),
                                        lines_.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                             lines_.size(), slugs + header_lines))),
                                  least_fields_);
    }
    for (const Field& field : fields.fields) {
      found(Rule::header_fields, field.line, field.line, field.label + ": " + field.value);
    }
    const auto start = lines_.begin() + static_cast<std::ptrdiff_t>(slugs);
    lines_.erase(start, start + static_cast<std::ptrdiff_t>(fields.lines));
    if (masthead_ > 0) take_masthead(language_of_dates(fields));
    if (rules_.has(Rule::end_marks)) {
      sign_off_ = leave_out_marks(lines_, context_.diagnostics, trace_);
    }

    Vocabulary vocabulary(lines_);
    Joiner joiner(vocabulary, rules_);
    if (rules_.has(Rule::notes)) take_endnotes(lines_, joiner, notes_, context_.diagnostics);
    trace_notes();
    if (!lines_.empty()) lines_.front().blanks = std::max<std::uint16_t>(lines_.front().blanks, 1);

    Builder builder(rules_, find_shape(lines_), vocabulary, notes_, context_, trace_);
    find_speakers(lines_, builder);
    guess_ = guess();
    apply_header_fields(fields, builder, language_of_dates(fields), document_);
    if (!fields.fields.empty()) builder.place_inlines(LinesLeft(&fields.fields.front().line, 1));
    set_language();
    const FrontResult front = read_front(lines_, builder, source_.retrieved, document_);
    keep_body(front);
    build_body(builder);
    if (builder.is_over_limit()) return too_many_nodes(source_, context_.limits);
    if (!sign_off_.empty()) {
      document_.metadata.offer(Variable::source, std::string(sign_off_),
                               Evidence{.source = "text:end-mark", .confidence = 0.8});
    }
    if (rules_.has(Rule::credits)) read_credits_below(lines_, builder, document_);
    divide_names();
    choose_item_type(front.press_release, document_);
    if (document_.front.headline.empty() && rules_.has(Rule::headline) && !lines_.empty()) {
      context_.diagnostics.report(no_headline, utf8::prefix(lines_.front().text, 60));
    }
    return std::move(document_);
  }

 private:
  void found(Rule rule, const Line& first, const Line& last, std::string_view words) {
    if (trace_ == nullptr) return;
    trace_->add(rule, static_cast<int>(first.number), static_cast<int>(last.number),
                describe(rule).confidence, words);
  }

  void trace_notes() {
    if (trace_ == nullptr) return;
    for (const auto& [label, note] : notes_) {
      trace_->add(Rule::notes, note.from.line, note.last_line, describe(Rule::notes).confidence,
                  "[" + label + "] " + note.text);
    }
  }

  // What stands above the fields of a database: whose it is, the paper, the day.
  void take_masthead(std::string_view language) {
    Metadata& record = document_.metadata;
    for (std::size_t i = 0; i < masthead_; ++i) {
      const Line& line = lines_[i];
      const auto because = [&](double sure) { return evidence_at(line, "text:masthead", sure); };
      found(Rule::header_fields, line, line, line.text);
      if (is_copyright_notice(line.text)) {
        record.offer(Variable::rights, std::string(line.text), because(0.8));
      } else if (const auto date = find_date_line(line.text, language)) {
        record.offer(DateVariable::issued, date->values.front().date, because(0.9));
      } else if (record.text(Variable::container_title).empty()) {
        record.offer(Variable::container_title, std::string(line.text), because(0.8));
      } else {
        std::string& more = record.extra["Masthead"];
        more += (more.empty() ? "" : "; ") + std::string(line.text);
      }
    }
    lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(masthead_));
  }

  void fill_provenance(const DecodedText& decoded) {
    Provenance& provenance = document_.provenance;
    provenance.source_name = source_.name;
    provenance.source_url = source_.url;
    provenance.media_type = "text/plain";
    provenance.encoding = decoded.encoding;
    provenance.sha256 = sha256_hex(source_.bytes);
    provenance.bytes = source_.bytes.size();
    provenance.retrieved = source_.retrieved;
    provenance.importer = "text";
  }

  std::optional<GuessedLanguage> guess() const {
    if (!source_.language.empty() || !rules_.has(Rule::language)) return {};
    return guess_language(sample());
  }

  // What is known of the language before the header fields are read, and what they say of it.
  std::string_view language_of_dates(const HeaderFields& fields) const {
    for (const Field& field : fields.fields) {
      if (field.kind == FieldKind::language) return field.value;
    }
    if (!source_.language.empty()) return source_.language;
    return guess_ ? std::string_view(guess_->tag) : std::string_view();
  }

  void set_language() {
    Metadata& record = document_.metadata;
    if (!source_.language.empty()) {
      document_.language = source_.language;
      record.set(Variable::language, source_.language, Evidence{.source = "caller"});
    }
    if (!document_.language.empty() || !rules_.has(Rule::language)) {
      set_direction();
      return;
    }
    if (!guess_) {
      context_.diagnostics.report(language_unknown, source_.name);
      return;
    }
    document_.language = guess_->tag;
    if (trace_ != nullptr) trace_->add(Rule::language, 0, 0, guess_->confidence, guess_->tag);
    record.set(
        Variable::language, std::string(guess_->tag),
        Evidence{.source = "text:language", .confidence = guess_->confidence, .inferred = true});
    set_direction();
  }
  void set_direction() {
    if (is_right_to_left(document_.language)) document_.direction = Direction::right_to_left;
  }

  // Names that lines of the text gave are divided again where only the language tells how.
  void divide_names() {
    const std::string& language = document_.language;
    for (Contributor& contributor : document_.metadata.contributors) {
      const std::string_view source = contributor.evidence.source;
      if (!contributor.name.is_person() || source.starts_with("text:header")) continue;
      contributor.name = parse_person(display_name(contributor.name), language);
    }
  }

  // Enough of the text to tell its language by.
  std::string sample() const {
    constexpr std::size_t enough = 32768;
    std::string words;
    for (const Line& line : lines_) {
      if (words.size() > enough) break;
      words += line.text;
      words += '\n';
    }
    return words;
  }

  // Leaves of the lines what goes into the body; what the front matter's rules did not take stands
  // above the rest.
  void keep_body(const FrontResult& front) {
    std::size_t start = front.lines;
    if (front.dateline > 0) {
      Line& line = lines_[start];
      line.text = trim(line.text.substr(front.dateline));
      line.blanks = std::max<std::uint16_t>(line.blanks, 1);
      if (line.text.empty()) ++start;
    }
    if (start < lines_.size()) {
      lines_[start].blanks = std::max<std::uint16_t>(lines_[start].blanks, 1);
    }
    Lines above;
    for (const auto& [first, end] : front.unread) {
      const std::size_t at = above.size();
      above.insert(above.end(), lines_.begin() + static_cast<std::ptrdiff_t>(first),
                   lines_.begin() + static_cast<std::ptrdiff_t>(end));
      above[at].blanks = std::max<std::uint16_t>(above[at].blanks, 1);
    }
    const std::size_t taken = std::min(start, lines_.size());
    lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(taken));
    lines_.insert(lines_.begin(), above.begin(), above.end());
    lines_above_ = above.size();
  }

  // No line that only stands above the story heads a part of it.
  void add_lines_above(LinesLeft lines, Builder& builder) {
    Blocks above = builder.build(lines);
    for (Block& block : above) {
      auto* heading = std::get_if<Heading>(&block.node);
      if (heading != nullptr) block.node = Paragraph{std::move(heading->children)};
    }
    document_.body.insert(document_.body.begin(), std::make_move_iterator(above.begin()),
                          std::make_move_iterator(above.end()));
  }

  void build_body(Builder& builder) {
    const LinesLeft body = lines_;
    builder.set_indent(indent_of_text(body));
    document_.body = builder.build(body.subspan(lines_above_));
    if (lines_above_ > 0) add_lines_above(body.first(lines_above_), builder);
    // A note whose mark stands where no note can be (in code, in another note) is not lost.
    for (auto& [label, note] : notes_) {
      if (!note.used) unused_.push_back(&note);
    }
    std::ranges::sort(unused_, {}, [](const NoteText* note) { return note->from.line; });
    for (NoteText* note : unused_) {
      note->used = true;
      Block block = paragraph(builder.inlines(note->text));
      if (trace_ != nullptr) trace_->place(note->from.line, note->last_line);
      block.from = note->from;
      document_.body.push_back(std::move(block));
    }
  }

  static Evidence evidence_at(const Line& line, const char* source, double confidence) {
    return Evidence{.source = source,
                    .from = {static_cast<int>(line.number), line.indent + 1},
                    .confidence = confidence};
  }

  const Source& source_;
  const Rules& rules_;
  Context& context_;
  Trace* trace_;
  Document document_;
  std::optional<GuessedLanguage> guess_;
  Lines lines_;
  Notes notes_;
  std::size_t least_fields_ = 2;  // that the header must have
  std::size_t masthead_ = 0;      // lines above the fields of a database
  std::size_t lines_above_ = 0;   // the story, that no rule of the front matter took
  std::vector<NoteText*> unused_;
  std::string_view sign_off_;  // the agency below the story
};

// The text of a mail whose encodings are undone, as one that was plain from the start.
Result<Document> import_mail(const Source& source, MailText mail, const Options& options,
                             Context& context, Trace* trace) {
  for (const std::string& part : mail.parts_left_out) {
    context.diagnostics.report(mail_part_left_out, part);
  }
  if (!mail.has_text) {
    return Error(ErrorKind::no_article,
                 "the mail " + in_quotes(source.name) + " has no part of plain text",
                 "save its page of HTML as a file of its own and convert that");
  }
  if (!mail.fields_left_out.empty()) {
    std::string names;
    for (const std::string& name : mail.fields_left_out) {
      names += (names.empty() ? "" : ", ") + name;
    }
    context.diagnostics.report(mail_fields_left_out, names);
  }
  if (trace != nullptr) {
    trace->add(Rule::mail, 1, static_cast<int>(std::max<std::size_t>(mail.header_lines, 2) - 1),
               describe(Rule::mail).confidence, mail.encoding);
  }
  DecodedText decoded{.text = std::move(mail.text),
                      .encoding = mail.encoding,
                      .evidence = EncodingEvidence::declaration,
                      .replaced = mail.replaced,
                      .removed = mail.removed};
  report_decoding(decoded, context.diagnostics);
  return Import(source, options.rules, context, trace).run_mail(decoded);
}

}  // namespace

Result<Document> import_text(const Source& source, const Options& options, Context& context,
                             Trace* trace) {
  if (source.encoding.empty()) {
    if (const auto what = looks_binary(source.bytes)) {
      return Error(ErrorKind::unrecognised,
                   in_quotes(source.name) + " is no text but looks like " + *what,
                   "name its format with --from, or its encoding with --encoding if it is text");
    }
  } else if (!canonical_encoding(source.encoding)) {
    return Error(ErrorKind::usage, "unknown character encoding " + in_quotes(source.encoding),
                 "use a name such as utf-8, windows-1251, shift_jis or gb18030");
  }
  if (options.rules.has(Rule::mail) && source.encoding.empty()) {
    if (auto mail = read_mail(source.bytes)) {
      return import_mail(source, std::move(*mail), options, context, trace);
    }
  }
  const DecodedText decoded = decode_text(source.bytes, source.encoding, "");
  report_decoding(decoded, context.diagnostics);
  if (begins_like_markup(decoded.text)) {
    context.diagnostics.report(looks_like_markup, utf8::prefix(decoded.text, 60));
  }
  return Import(source, options.rules, context, trace).run(decoded);
}

}  // namespace pressmark::plain_text
