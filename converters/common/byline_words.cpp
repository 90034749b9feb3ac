#include "converters/common/byline_words.h"

#include "converters/common/word_set.h"

namespace pressmark {
namespace {

constexpr std::string_view byline_openers_list =
    "a cura di, a post by, added by, af, analysis by, article by, article de, "
    "article written by, articolo di, artikel van, artikel von, as told to, auteur, auteure, "
    "auteurs, author, authors, autor, autor tekstu, autor:, autora, autore, autoren, autores, "
    "autori, autoria, autorin, autorka, autorzy, autrice, av, beitrag von, bericht von, "
    "blog beitrag von, blog by, by, by line, byline, bởi, column by, compiled by, "
    "contributed by, created by, da, de, di, ditulis oleh, dodał, dodała, door, edited by, "
    "ein artikel von, ein beitrag von, ein gastbeitrag von, ein kommentar von, ein text von, "
    "eine analyse von, eingestellt von, erstellt von, escribe, escrito por, essay by, "
    "forfatter, foto und text, from, gastbeitrag von, geplaatst door, gepostet von, "
    "geschreven door, geschrieben am, geschrieben von, guest post by, haberi yazan, interview, "
    "interview by, interview mit, interview von, journalist, kirjoittaja, kirjoittanut, "
    "kolumne von, medically reviewed by, muhabir, napisala, napisao, napisał, napisała, "
    "napsal, napsala, napísal, napísala, od, oleh, opinion by, opracował, opracowała, "
    "opublikował, par, penulis, piše, por, post by, postado por, posted by, posté par, "
    "produced by, propos recueillis par, przez, pubblicato da, publicado por, publicerad av, "
    "publisert av, published by, publié par, redactado por, redakteur, redakteurin, "
    "redatto da, reported by, reporter, reporting by, researched by, review by, rédaction, "
    "rédigé par, scris de, scritto da, skrevet af, skrevet av, skribent, skriven av, story by, "
    "submitted by, szerző, tarafından, tekst, tekst van, teksti, testo, testo di, text, "
    "text av, text by, text und foto, text von, texte, texte de, texte par, texto, texto de, "
    "texto por, theo, this article was written by, this post was written by, "
    "this story was written by, toimittaja, tác giả, verfasser, verfasserin, verfasst von, "
    "veröffentlicht von, viết bởi, von, words, words by, written and photographed by, "
    "written by, yazan, yazar, yazarı, écrit par, írta, článek od, γράφει, γράφει η, γράφει ο, "
    "επιμέλεια, κείμενο, συντάκτης, συντάκτρια, της, του, автор, автор статьи, автор текста, "
    "автора, авторы, написал, написала, опубликовал, опубликовала, пише, редактор, текст, כתב, "
    "מאת, الكاتب, بقلم, تأليف, كتب, كتبت, نوشته, نویسنده, द्वारा, लेखक, লেখক, ผู้เขียน, โดย, "
    "ライター, 作者, 執筆, 執筆者, 投稿者, 撰文, 撰稿, 文, 本文作者, 筆者, 著者, 記者, 记者, "
    "通讯员, 글, 글쓴이, 기자, 작성자";

constexpr std::string_view byline_joiners_list =
    "&, +, a, and, as well as, avec, com, con, dan, e, en, et, i, in collaboration with, ja, "
    "met, mit, och, og, sowie, und, ve, with, y, és, și, και, и, та, و";

constexpr std::string_view position_words_list =
    "analyst, assistant, associate, at, attorney, aus, author, autor, autorin, autos, bei, "
    "blogger, bureau, business, caporedattore, ceo, chef, chefredakteur, chefredakteurin, "
    "chief, chroniqueur, co-author, co-founder, coach, colaborador, colaboradora, columnist, "
    "consultant, contributing, contributor, contributors, correspondant, correspondante, "
    "correspondent, corresponsal, critic, cto, deputy, desk, developer, dietitian, digital, "
    "director, doctor, dziennikarka, dziennikarz, economist, editor, editor-in-chief, editora, "
    "editorial, editors, editör, engineer, envoyé, envoyée, executive, expert, fellow, for, "
    "foto, fotograf, fotografin, founder, freelance, freelancer, geschäftsführer, "
    "geschäftsführerin, giornalista, guest, head, health, historian, host, in, intern, "
    "inviato, jornalista, journalist, journalista, journaliste, journalisti, journalistin, "
    "korrespondent, korrespondentin, lawyer, lead, leiter, leiterin, manager, managing, md, "
    "mitarbeiter, mitarbeiterin, muhabir, muhabiri, news, nutritionist, of, online, owner, "
    "partner, periodista, phd, photo, photographer, photographs, photos, physician, political, "
    "president, pressesprecher, pressesprecherin, principal, producer, professor, "
    "projektleiter, projektleiterin, redacteur, redactor, redactora, redactrice, redakteur, "
    "redakteure, redakteurin, redaktor, redaktorka, redaktör, redator, redattore, redattrice, "
    "reporter, reporters, reporting, repórter, researcher, ressortleiter, ressortleiterin, "
    "reviewer, rédacteur, rédactrice, science, senior, special, specialist, sports, staff, "
    "staffer, stellvertretender, strategist, student, teacher, tech, therapist, toimittaja, "
    "verslaggever, vice, volontär, volontärin, writer, writers, yazar, δημοσιογράφος, "
    "συντάκτης, автор, журналист, журналистка, колумнист, корреспондент, корреспондентка, "
    "обозреватель, редактор, المراسل, محرر, ライター, 編集, 编辑, 記者, 记者, 기자, 논설위원, "
    "특파원";

constexpr std::string_view name_particles_list =
    "'t, abu, af, al, ap, av, ben, bin, d', da, dal, dalla, das, de, degli, dei, del, della, "
    "den, der, des, di, do, dos, du, e, el, i, ibn, la, le, op, st, ten, ter, thi, und, van, "
    "van't, vom, von, y, zu, zum, zur";

constexpr std::string_view name_suffixes_list =
    "bsc, cfa, cfp, cfp®, cpa, dds, do, dvm, esq, esq., ii, iii, iv, jd, jr, jr., llm, m.d, "
    "m.d., ma, mba, md, mph, ms, msc, ph.d, ph.d., phd, psyd, rd, rdn, rn, sr, sr.";

constexpr std::string_view name_titles_list =
    "capt., col., dame, dipl.-ing, dipl.-ing., don, doña, dr, dr., frau, gen., gov., herr, "
    "ing, ing., lord, lt., m., madame, mag, mag., mme, monsieur, mr, mr., mrs, mrs., ms, ms., "
    "prof, prof., professor, rep., rev, rev., sen., sgt., sir";

constexpr std::string_view profession_words_list =
    "autor, autorin, author, blogger, chefredakteur, chefredakteurin, columnist, contributor, "
    "correspondent, editor, editor-in-chief, giornalista, journalist, journaliste, "
    "journalistin, korrespondent, korrespondentin, periodista, redakteur, redakteurin, "
    "redaktor, redactor, redactora, reporter, rédacteur, rédactrice, volontär, volontärin, "
    "writer";

constexpr std::string_view common_words_list =
    "abbey, accident, airport, anniversary, appointment, autumn, avenue, award, birthday, "
    "breakfast, bridge, brunch, building, candle, castle, cathedral, championship, chance, "
    "choice, christmas, city, coast, cup, december, default, demand, design, dinner, dream, "
    "easter, emperor, empire, empress, evening, february, festival, fire, freitag, friday, "
    "garden, gate, grand, great, gulf, halloween, harbor, harbour, heart, high, highway, "
    "house, invitation, island, islands, january, july, lake, league, light, lights, lunch, "
    "marathon, market, mittwoch, monday, montag, morning, mount, mountain, mountains, museum, "
    "nature, new, night, noon, november, ocean, october, olympic, order, palace, peak, phone, "
    "place, plaza, popular, prince, princess, public, republic, request, royal, samstag, "
    "saturday, sea, season, september, sonntag, square, stadium, states, station, summit, "
    "sunday, temple, theater, theatre, thursday, tower, tuesday, united, valley, village, "
    "virtue, wednesday, week, weekend, wonder, year";

}  // namespace

const WordSet& byline_openers() {
  static const WordSet words(byline_openers_list);
  return words;
}

const WordSet& byline_joiners() {
  static const WordSet words(byline_joiners_list);
  return words;
}

const WordSet& position_words() {
  static const WordSet words(position_words_list);
  return words;
}

const WordSet& common_words() {
  static const WordSet words(common_words_list);
  return words;
}

const WordSet& profession_words() {
  static const WordSet words(profession_words_list);
  return words;
}

const WordSet& name_particles() {
  static const WordSet words(name_particles_list);
  return words;
}

const WordSet& name_suffixes() {
  static const WordSet words(name_suffixes_list);
  return words;
}

const WordSet& name_titles() {
  static const WordSet words(name_titles_list);
  return words;
}

}  // namespace pressmark
