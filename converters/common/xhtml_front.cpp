// The title block as XHTML.
#include "converters/common/title_block.h"
#include "converters/common/xhtml_body.h"
#include "core/model/walk.h"

namespace pressmark::xhtml {

std::string datetime_of(const Date& date) {
  const DatePart& day = date.start;
  if (date.circa || date.end || day.season != 0 || !date.literal.empty() || day.empty()) return {};
  if (!day.year) return day.day == 0 ? std::string{} : day_string(date);
  return *day.year >= 1 && *day.year <= 9999 ? to_string(date) : std::string{};
}

void BodyWriter::title_block() {
  const FrontMatter& front = document_.front;
  const auto line = [this](std::string_view class_value, const Inlines& content) {
    if (content.empty()) return;
    out_->start("p").attribute("class", class_value);
    inlines(content);
    end();
    new_line();
  };
  out_->start("header");
  new_line();
  line("kicker", front.kicker);
  if (const std::string title = title_of(document_); !title.empty()) {
    out_->start("h1");
    semantics("title", {});
    if (text_of(front.headline).empty()) {
      out_->text(title);
    } else {
      inlines(front.headline);
    }
    end();
    new_line();
  }
  line("deck", front.deck);
  for (const Inlines& byline : front.bylines) line("byline", byline);
  if (const std::string names = byline_of_authors(document_); !names.empty()) {
    out_->start("p").attribute("class", "byline").text(names);
    end();
    new_line();
  }
  published();
  end();
  new_line();
}

// "Example Times, 2026-11-20": the site or journal, and the day, where they are known.
void BodyWriter::published() {
  const Metadata& record = document_.metadata;
  const std::string& container = record.text(Variable::container_title);
  const std::string& site = container.empty() ? record.text(Variable::site) : container;
  const Date& issued = record.date(DateVariable::issued);
  // A date without a year is the dateline's, and stands there.
  const bool dated = issued.start.year.has_value();
  if (site.empty() && !dated) return;
  out_->start("p").attribute("class", "published").text(site);
  if (!site.empty() && dated) out_->text(", ");
  if (dated) {
    const std::string value = datetime_of(issued);
    out_->start(value.empty() ? "span" : "time").attribute_if("datetime", value);
    out_->text(day_string(issued));
    end();
  }
  end();
  new_line();
}

}  // namespace pressmark::xhtml
