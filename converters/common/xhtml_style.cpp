#include "converters/common/xhtml_body.h"

namespace pressmark::xhtml {

// By night images stand on the ground of the day: drawings are black on a transparent ground.
// "monospace, monospace": the generic name alone makes browsers take a smaller size for it.
std::string_view body_style() {
  return R"(:root { color-scheme: light dark; }
h1, h2, h3, h4, h5, h6 {
  line-height: 1.25; text-align: start; hyphens: none;
  break-after: avoid; break-inside: avoid; page-break-after: avoid;
}
h1 { font-size: 1.6em; margin: 0 0 0.4em; }
h2 { font-size: 1.3em; margin: 1.6em 0 0.5em; }
h3 { font-size: 1.15em; margin: 1.4em 0 0.4em; }
h4, h5, h6 { font-size: 1em; margin: 1.2em 0 0.3em; }
p { margin: 0 0 0.7em; orphans: 2; widows: 2; }
header { margin-bottom: 1.5em; }
.kicker { font-size: 0.9em; font-weight: bold; margin: 0 0 0.2em; }
.deck { font-size: 1.15em; line-height: 1.35; }
.byline, .published { margin: 0 0 0.2em; }
.published, .credit, .attribution { font-size: 0.9em; }
.small-caps { font-variant-caps: small-caps; }
blockquote { margin: 1em 1.5em; }
figure { margin: 1.2em 0; break-inside: avoid; page-break-inside: avoid; }
figure.quotation { break-inside: auto; page-break-inside: auto; }
figcaption { font-size: 0.9em; margin-top: 0.4em; }
figure.quotation > figcaption { margin: 0 1.5em; }
.attribution::before { content: "\2014\00A0"; }
figure > a > img { display: block; margin: 0 auto; }
.credit { font-style: italic; }
img { max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) { img { color-scheme: light; background-color: Canvas; } }
figure > img { display: block; margin: 0 auto; }
ul, ol { margin: 0 0 0.7em; padding-inline-start: 1.6em; }
li > ul, li > ol { margin-bottom: 0; }
dt { font-weight: bold; }
dd { margin: 0 0 0.5em 1.5em; }
pre {
  font-size: 0.85em; line-height: 1.35; margin: 1em 0; text-align: start; hyphens: none;
  white-space: pre-wrap; overflow-wrap: break-word;
}
code, pre { font-family: monospace, monospace; }
table { border-collapse: collapse; margin: 1.2em 0; font-size: 0.95em; }
caption { font-weight: bold; text-align: start; margin-bottom: 0.4em; }
th, td {
  border: 1px solid currentColor; padding: 0.25em 0.5em; text-align: start; vertical-align: top;
}
th.centre, td.centre { text-align: center; }
th.end, td.end { text-align: end; }
aside.sidebar, aside.correction, details, .callout {
  border: 1px solid currentColor; padding: 0.7em 1em; margin: 1.2em 0;
}
aside.sidebar > :first-child, aside.correction > :first-child, .callout > :first-child {
  margin-top: 0;
}
.callout > .title { font-weight: bold; margin-bottom: 0.4em; }
summary { font-weight: bold; }
aside.pull-quote { font-size: 1.2em; font-style: italic; margin: 1.2em 0; }
.speaker { font-weight: bold; }
.verse { margin: 1em 1.5em; }
.indent-1 { padding-inline-start: 1em; }
.indent-2 { padding-inline-start: 2em; }
.indent-3 { padding-inline-start: 3em; }
.indent-4 { padding-inline-start: 4em; }
.indent-5 { padding-inline-start: 5em; }
.indent-6 { padding-inline-start: 6em; }
.indent-7 { padding-inline-start: 7em; }
.indent-8 { padding-inline-start: 8em; }
hr { border: 0; border-top: 1px solid currentColor; width: 30%; margin: 1.5em auto; }
sup, sub { line-height: 0; font-size: 0.75em; }
.notes { font-size: 0.9em; margin-top: 2em; }
.notes > hr { width: 100%; margin: 0 0 1em; }
math[display="block"] { margin: 0.7em 0; }
span.formula.display, code.formula.display { display: block; text-align: center; margin: 0.7em 0; }
)";
}

}  // namespace pressmark::xhtml
