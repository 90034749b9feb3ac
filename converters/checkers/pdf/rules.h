// converters/checkers/pdf/rules.h: the rules by subject, one source file each.
#pragma once

#include "converters/checkers/pdf/content.h"
#include "converters/checkers/pdf/structure_tree.h"
#include "converters/checkers/pdf/subject.h"

namespace pressmark::pdf_check {

// Header, trailer, limits, filters (ISO 19005-3, 6.1).
void check_file(const Subject& subject);

// The XMP packet, its agreement with the Info dictionary, the catalog's entries for readers
// (ISO 19005-3, 6.6; ISO 14289-1, 5 and 7.1).
void check_metadata(const Subject& subject);

// Types, kids, headings, tables, notes, alternative texts, languages (ISO 19005-3, 6.7; ISO
// 14289-1, 7.1 to 7.9).
void check_structure(const Subject& subject, const StructureTree& tree);

// Embedding, widths, Unicode values of what is shown (ISO 19005-3, 6.2.11; ISO 14289-1, 7.21).
void check_fonts(const Subject& subject, const UsedContent& used);

// Page sizes, colours, images, actions, annotations (ISO 19005-3, 6.2 to 6.5; ISO 14289-1, 7.18).
void check_pages(const Subject& subject, const StructureTree& tree, const UsedContent& used);

// Embedded files (ISO 19005-3, 6.8).
void check_attachments(const Subject& subject);

// What the packet claims; nothing where it has none or is damaged.
Claims claims_of(const File& file, const Dictionary& catalog);

}  // namespace pressmark::pdf_check
