// converters/exporters/pdf/layout/page_maker.h: puts the divided flow on pages, with running heads,
// page numbers and destinations.
#pragma once

#include <string>
#include <vector>

#include "converters/exporters/pdf/layout/flow.h"
#include "converters/exporters/pdf/layout/page_breaker.h"
#include "converters/exporters/pdf/layout/page_style.h"
#include "converters/exporters/pdf/layout/paragraph.h"

namespace pressmark::pdf {

void move(Item& item, Length right, Length down);

// Grounds first, then rules and heads, then the content in reading order; what belongs to one piece
// of content stands together.
void sort_items(Page& page);

PageMetrics page_metrics(const PageStyle& style);

// Fills layout.pages and layout.destinations. `title` is the running head from the second page on.
void make_pages(ArticleFlow flow, const PageStyle& style, const std::string& title,
                ParagraphSetter& setter, Layout& layout);

}  // namespace pressmark::pdf
