// converters/importers/html/codes.h: what the HTML importer reports.
#pragma once

#include "core/base/diagnostics.h"

namespace pressmark::html::codes {

inline constexpr DiagnosticCode replaced_octets{
    "html.replaced-octets", Severity::warning,
    "octets that are no text in the page's encoding became U+FFFD"};
inline constexpr DiagnosticCode guessed_encoding{
    "html.guessed-encoding", Severity::note,
    "the page does not say its encoding; it was told from its octets"};
inline constexpr DiagnosticCode flattened{
    "html.flattened", Severity::note,
    "elements that are nested too deeply were left out, their text was kept"};
inline constexpr DiagnosticCode dropped_attributes{
    "html.dropped-attributes", Severity::note,
    "attributes beyond 500 of one element were left out"};
inline constexpr DiagnosticCode remote_image{
    "html.remote-image", Severity::warning,
    "an image is not beside the page; its address was kept"};
inline constexpr DiagnosticCode unfetched_image{
    "html.unfetched-image", Severity::warning,
    "an image could not be fetched; its address was kept"};
inline constexpr DiagnosticCode missing_image{"html.missing-image", Severity::warning,
                                              "an image is not beside the page"};
inline constexpr DiagnosticCode unreadable_image{
    "html.unreadable-image", Severity::warning,
    "an image is damaged or of an unknown kind; it was left out"};
inline constexpr DiagnosticCode unread_image{"html.unread-image", Severity::warning,
                                             "an image beside the page could not be read"};
inline constexpr DiagnosticCode large_image{"html.large-image", Severity::warning,
                                            "an image is larger than the limit; it was left out"};
inline constexpr DiagnosticCode dropped_drawing{"html.dropped-drawing", Severity::warning,
                                                "a drawing or program in the page was left out"};
inline constexpr DiagnosticCode dead_link{
    "html.dead-link", Severity::note, "a link leads to no place in the article; its text was kept"};
inline constexpr DiagnosticCode dropped_link{
    "html.dropped-link", Severity::note,
    "a link leads nowhere outside a browser; its text was kept"};
inline constexpr DiagnosticCode relative_link{
    "html.relative-link", Severity::note,
    "a relative link became text, as nothing says the page's address (--url does)"};
inline constexpr DiagnosticCode dropped_media{
    "html.dropped-media", Severity::warning,
    "embedded media was left out: it has no address that leads there (--url makes relative ones "
    "whole)"};
inline constexpr DiagnosticCode dropped_frame{
    "html.dropped-frame", Severity::note, "a frame that does not say it holds media was left out"};
inline constexpr DiagnosticCode embed{"html.embed", Severity::note, "embedded media became a link"};
inline constexpr DiagnosticCode layout_table{"html.layout-table", Severity::note,
                                             "a table that only arranges the page was unfolded"};
inline constexpr DiagnosticCode unplaced_note{
    "html.unplaced-note", Severity::note,
    "a note is referred to from no place in the article; it follows the text"};

}  // namespace pressmark::html::codes
