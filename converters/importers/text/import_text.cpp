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
#include "converters/importers/text/byline.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/date_line.h"
#include "converters/importers/text/dateline.h"
#include "converters/importers/text/endnotes.h"
#include "converters/importers/text/front.h"
#include "converters/importers/text/header_fields.h"
#include "converters/importers/text/item_type.h"
#include "converters/importers/text/language.h"
#include "converters/importers/text/lines.h"
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
    if (rules_.has(Rule::gutenberg)) cut_frame();
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
    if (rules_.has(Rule::end_marks)) leave_out_marks();

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
    if (rules_.has(Rule::credits)) find_credits(builder);
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

  void cut_frame() {
    const Frame book = find_book(lines_);
    const std::size_t cut = lines_.size() - (book.end - book.begin);
    if (cut == 0) return;
    context_.diagnostics.report(frame_cut, std::to_string(cut));
    if (book.begin > 0) {
      found(Rule::gutenberg, lines_.front(), lines_[book.begin - 1], lines_[book.begin - 1].text);
    }
    if (book.end < lines_.size()) {
      found(Rule::gutenberg, lines_[book.end], lines_.back(), lines_[book.end].text);
    }
    lines_.resize(book.end);
    lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(book.begin));
  }

  // Page turns anywhere; end marks among the last lines, where nothing but credits follows.
  void leave_out_marks() {
    constexpr std::size_t last_lines = 8;
    constexpr std::size_t last_marks = 3;
    const std::size_t tail = lines_.size() - std::min(lines_.size(), last_lines);
    const auto report = [&](const Line& line, std::string_view words) {
      context_.diagnostics.report(line_left_out,
                                  Location{static_cast<int>(line.number), line.indent + 1}, words);
      found(Rule::end_marks, line, line, words);
    };
    std::size_t kept = 0;
    std::uint16_t blanks = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line line = lines_[i];
      const bool last = i > 0 && i + last_marks >= lines_.size();
      const bool is_final = i + 1 == lines_.size();
      const bool alone = line.begins_group() && (is_final || lines_[i + 1].begins_group());
      const bool page_ends = !is_final && lines_[i + 1].page_start;
      const bool sign =
          last && (is_agency_sign(line.text) || (is_row_of_editors(line.text) && is_of_agency()));
      if (is_page_turn(line.text, page_ends) ||
          (i > 0 && i >= tail && is_end_mark(line.text, alone)) || sign) {
        if (sign) sign_off_ = agency_of_sign_off(line.text);
        report(line, line.text);
        blanks = std::max<std::uint16_t>(line.blanks, 1);
        continue;
      }
      if (i + 1 == lines_.size()) {
        const std::size_t mark = trailing_end_mark(line.text);
        if (mark > 0) report(line, line.text.substr(line.text.size() - mark));
        line.text = trim(line.text.substr(0, line.text.size() - mark));
      }
      line.blanks = std::max(line.blanks, blanks);
      blanks = 0;
      lines_[kept++] = line;
    }
    lines_.resize(kept);
  }

  // Whether the first lines have an agency's dateline or routing.
  bool is_of_agency() const {
    constexpr std::size_t first_lines = 20;
    const LinesLeft first = LinesLeft(lines_).first(std::min(lines_.size(), first_lines));
    return std::ranges::any_of(first, [](const Line& line) {
      return slug_kind(line.text) == SlugKind::routing ||
             find_dateline(line.text, DatelineForms::with_agency_only, {}).has_value();
    });
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

  // "SOURCE Riverton Ferry": who issued a press release is its author, where nobody else is.
  bool add_issuer(std::string_view words, const Line& line) {
    constexpr std::string_view label = "SOURCE ";
    constexpr std::size_t most_words = 12;
    Metadata& record = document_.metadata;
    if (record.text(Variable::genre) != "press release" || !words.starts_with(label)) return false;
    const std::string_view name = trim(words.substr(label.size()));
    if (split_words(name).size() > most_words || !is_upper(first_of(name))) return false;
    if (!record.with_role(Role::author).empty()) return false;
    record.contributors.push_back({Role::author, literal_name(std::string(name)), "",
                                   evidence_at(line, "text:credit", 0.85)});
    return true;
  }

  bool apply_label_below(std::string_view words, const Line& line, Builder& builder) {
    const auto label = label_below(words);
    if (!label) return false;
    HeaderFields fields;
    fields.fields.push_back(
        {label->kind, std::string(label->label), std::string(label->value), line, 0.8});
    apply_header_fields(fields, builder, document_.language, document_);
    return true;
  }

  // Credits among the last groups of lines; they stay in the text.
  void find_credits(Builder& builder) {
    constexpr std::size_t last_groups = 4;
    constexpr std::size_t last_lines = 40;  // a text without blank lines is one group
    constexpr std::size_t most_lines = 6;
    std::size_t groups = 0;
    const std::size_t first = lines_.size() - std::min(lines_.size(), last_lines);
    for (std::size_t i = lines_.size(); i-- > first && groups < last_groups;) {
      const bool alone = lines_[i].begins_group();
      const bool single = i + 1 == lines_.size() || lines_[i + 1].begins_group() ||
                          find_credit(lines_[i].text).has_value() ||
                          label_below(lines_[i].text).has_value();
      groups += alone || single;
      if (!alone && !single) continue;
      std::string words(lines_[i].text);
      std::size_t end = i + 1;
      for (; end < std::min(lines_.size(), i + most_lines); ++end) {
        if (lines_[end].begins_group() || find_credit(words) || label_below(words)) break;
        words += ' ';
        words += lines_[end].text;
      }
      if (is_copyright_notice(words)) {
        document_.metadata.offer(Variable::rights, words,
                                 evidence_at(lines_[i], "text:rights", 0.8));
        found(Rule::credits, lines_[i], lines_[end - 1], words);
        continue;
      }
      if (add_issuer(words, lines_[i])) {
        found(Rule::credits, lines_[i], lines_[end - 1], words);
        continue;
      }
      if (apply_label_below(words, lines_[i], builder)) {
        found(Rule::credits, lines_[i], lines_[end - 1], words);
        continue;
      }
      auto credit = find_credit(words);
      if (!credit) credit = find_credit(credit_at_end(words));
      if (!credit) continue;
      found(Rule::credits, lines_[i], lines_[end - 1], words);
      apply_credit(*credit, words, lines_[i], document_);
    }
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
