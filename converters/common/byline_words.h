// converters/common/byline_words.h: the words around names in bylines, as data, in lower
// case.
#pragma once

#include "converters/common/word_set.h"

namespace pressmark {

const WordSet& byline_openers();    // "by", "von", "written by": what follows is an author
const WordSet& byline_joiners();    // "and", "und", "&"
const WordSet& position_words();    // words of roles: "editor", "reporter"
const WordSet& profession_words();  // of those, whoever writes texts: "reporter", not "news"
// Places, times, titles of rank and things: "tower", "monday", "prince", "demand". Names that
// nothing else calls an author's have none of them. Usual family names ("Park", "Bay", "King") are
// left out.
const WordSet& common_words();
const WordSet& name_particles();  // "van", "de la"
const WordSet& name_suffixes();   // "jr", "iii", "phd"
const WordSet& name_titles();     // "dr", "prof": not part of a name

}  // namespace pressmark
