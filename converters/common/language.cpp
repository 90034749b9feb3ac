#include "converters/common/language.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>

#include "core/base/ascii.h"

namespace pressmark {
namespace {

// The first part of a tag in lower case: "pt" of "pt-BR".
std::string primary(std::string_view tag) {
  return ascii::to_lower(tag.substr(0, tag.find_first_of("-_")));
}

// The script part of a tag ("arab" of "az-Arab-IR") in lower case; empty where it has none.
std::string script(std::string_view tag) {
  for (std::size_t start = 0; start < tag.size();) {
    const std::size_t end = std::min(tag.find('-', start), tag.size());
    if (start > 0 && end - start == 4 && !(tag[start] >= '0' && tag[start] <= '9')) {
      return ascii::to_lower(tag.substr(start, 4));
    }
    start = end + 1;
  }
  return {};
}

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// Languages that are written from right to left unless the tag names another script, and the
// scripts that are.
constexpr std::array<std::string_view, 18> right_to_left_languages = {
    "ar", "arc", "arz", "ckb", "dv", "fa", "glk", "he", "iw",
    "ji", "ks",  "lrc", "mzn", "ps", "sd", "ug",  "ur", "yi"};
constexpr std::array<std::string_view, 9> right_to_left_scripts = {
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"};

struct Marks {
  std::string_view languages;  // each between spaces
  QuotationMarks marks;
};

constexpr QuotationMarks english = {"“", "”", "‘", "’"};
constexpr std::array marks_of_languages = {
    Marks{" bg cs da de et is ka lt sk sl ", {"„", "“", "‚", "‘"}},
    Marks{" bs hr hu mk pl ro sr ", {"„", "”", "‚", "’"}},
    Marks{" fr ", {"«\u00A0", "\u00A0»", "“", "”"}},
    Marks{" be hy it kk ky ru uk ", {"«", "»", "„", "“"}},
    Marks{" az ca el es eu fa gl nb nn no pt-PT sq ", {"«", "»", "“", "”"}},
    Marks{" fi sv ", {"”", "”", "’", "’"}},
    Marks{" ja zh-Hant zh-TW zh-HK yue ", {"「", "」", "『", "』"}},
    Marks{" ar ur ", {"”", "“", "’", "‘"}},
    Marks{" he yi ", {"”", "”", "’", "’"}},
    Marks{" de-CH fr-CH it-CH ", {"«", "»", "‹", "›"}},
};

// "de-CH" is looked for before "de".
const QuotationMarks* find_marks(std::string_view tag) {
  const std::string wanted = " " + std::string(tag) + " ";
  for (const Marks& row : marks_of_languages) {
    if (row.languages.find(wanted) != std::string_view::npos) return &row.marks;
  }
  return nullptr;
}

// In the order of Label.
struct Labels {
  std::string_view language;
  std::array<std::string_view, 10> words;
};

constexpr std::array words_of_languages = {
    Labels{"en",
           {"Contents", "Notes", "Source", "Image", "Untitled", "Back to the text", "Cover",
            "Rights", "Pages", "Unknown"}},
    Labels{"ar",
           {"المحتويات", "الحواشي", "المصدر", "صورة", "بلا عنوان", "العودة إلى النص", "الغلاف",
            "الحقوق", "الصفحات", "غير معروف"}},
    Labels{"cs",
           {"Obsah", "Poznámky", "Zdroj", "Obrázek", "Bez názvu", "Zpět k textu", "Obálka", "Práva",
            "Strany", "Neznámý"}},
    Labels{"da",
           {"Indhold", "Noter", "Kilde", "Billede", "Uden titel", "Tilbage til teksten", "Forside",
            "Rettigheder", "Sider", "Ukendt"}},
    Labels{"de",
           {"Inhalt", "Anmerkungen", "Quelle", "Bild", "Ohne Titel", "Zurück zum Text", "Umschlag",
            "Rechte", "Seiten", "Unbekannt"}},
    Labels{"el",
           {"Περιεχόμενα", "Σημειώσεις", "Πηγή", "Εικόνα", "Χωρίς τίτλο", "Επιστροφή στο κείμενο",
            "Εξώφυλλο", "Δικαιώματα", "Σελίδες", "Άγνωστος"}},
    Labels{"es",
           {"Índice", "Notas", "Fuente", "Imagen", "Sin título", "Volver al texto", "Cubierta",
            "Derechos", "Páginas", "Desconocido"}},
    Labels{"fa",
           {"فهرست", "یادداشت‌ها", "منبع", "تصویر", "بدون عنوان", "بازگشت به متن", "جلد",
            "حقوق", "صفحه‌ها", "ناشناس"}},
    Labels{"fi",
           {"Sisällys", "Viitteet", "Lähde", "Kuva", "Nimetön", "Takaisin tekstiin", "Kansi",
            "Oikeudet", "Sivut", "Tuntematon"}},
    Labels{"fr",
           {"Table des matières", "Notes", "Source", "Image", "Sans titre", "Retour au texte",
            "Couverture", "Droits", "Pages", "Inconnu"}},
    Labels{"he",
           {"תוכן העניינים", "הערות", "מקור", "תמונה", "ללא כותרת", "חזרה לטקסט", "כריכה", "זכויות",
            "עמודים", "לא ידוע"}},
    Labels{"it",
           {"Indice", "Note", "Fonte", "Immagine", "Senza titolo", "Torna al testo", "Copertina",
            "Diritti", "Pagine", "Sconosciuto"}},
    Labels{"ja",
           {"目次", "注", "出典", "画像", "無題", "本文に戻る", "表紙", "権利", "ページ", "不明"}},
    Labels{"ko",
           {"목차", "주석", "출처", "그림", "제목 없음", "본문으로 돌아가기", "표지", "권리",
            "페이지", "미상"}},
    Labels{"nl",
           {"Inhoud", "Noten", "Bron", "Afbeelding", "Zonder titel", "Terug naar de tekst",
            "Omslag", "Rechten", "Pagina’s", "Onbekend"}},
    Labels{"no",
           {"Innhold", "Noter", "Kilde", "Bilde", "Uten tittel", "Tilbake til teksten", "Omslag",
            "Rettigheter", "Sider", "Ukjent"}},
    Labels{"pl",
           {"Spis treści", "Przypisy", "Źródło", "Ilustracja", "Bez tytułu", "Powrót do tekstu",
            "Okładka", "Prawa", "Strony", "Nieznany"}},
    Labels{"pt",
           {"Índice", "Notas", "Fonte", "Imagem", "Sem título", "Voltar ao texto", "Capa",
            "Direitos", "Páginas", "Desconhecido"}},
    Labels{"ru",
           {"Содержание", "Примечания", "Источник", "Изображение", "Без названия",
            "Вернуться к тексту", "Обложка", "Права", "Страницы", "Неизвестный"}},
    Labels{"sv",
           {"Innehåll", "Noter", "Källa", "Bild", "Utan titel", "Tillbaka till texten", "Omslag",
            "Rättigheter", "Sidor", "Okänd"}},
    Labels{"tr",
           {"İçindekiler", "Notlar", "Kaynak", "Görsel", "Başlıksız", "Metne dön", "Kapak",
            "Haklar", "Sayfalar", "Bilinmiyor"}},
    Labels{"uk",
           {"Зміст", "Примітки", "Джерело", "Зображення", "Без назви", "Повернутися до тексту",
            "Обкладинка", "Права", "Сторінки", "Невідомий"}},
    Labels{"zh",
           {"目录", "注释", "来源", "图片", "无题", "返回正文", "封面", "权利", "页码", "佚名"}},
};

}  // namespace

Direction direction_of_language(std::string_view tag) {
  if (tag.empty()) return Direction::inherit;
  const std::string written = script(tag);
  const bool right_to_left = written.empty() ? contains(right_to_left_languages, primary(tag))
                                             : contains(right_to_left_scripts, written);
  return right_to_left ? Direction::right_to_left : Direction::left_to_right;
}

Direction direction_of(const Document& document) {
  if (document.direction != Direction::inherit) return document.direction;
  const Direction implied = direction_of_language(document.language);
  return implied == Direction::inherit ? Direction::left_to_right : implied;
}

std::string marc_language(std::string_view tag) {
  using Pair = std::pair<std::string_view, std::string_view>;
  // Codes that differ in ISO 639-2's bibliographic and terminological sets.
  constexpr std::array<Pair, 20> bibliographic = {
      Pair{"deu", "ger"}, Pair{"fra", "fre"}, Pair{"zho", "chi"}, Pair{"ces", "cze"},
      Pair{"nld", "dut"}, Pair{"ell", "gre"}, Pair{"slk", "slo"}, Pair{"ron", "rum"},
      Pair{"eus", "baq"}, Pair{"sqi", "alb"}, Pair{"hye", "arm"}, Pair{"mya", "bur"},
      Pair{"kat", "geo"}, Pair{"isl", "ice"}, Pair{"mkd", "mac"}, Pair{"mri", "mao"},
      Pair{"msa", "may"}, Pair{"fas", "per"}, Pair{"bod", "tib"}, Pair{"cym", "wel"}};
  std::string code = uloc_getISO3Language(primary(tag).c_str());
  if (code.size() != 3) return "und";
  for (const auto& [terminological, other] : bibliographic) {
    if (code == terminological) return std::string(other);
  }
  return code;
}

QuotationMarks quotation_marks(std::string_view tag) {
  if (const QuotationMarks* exact = find_marks(tag)) return *exact;
  if (const QuotationMarks* general = find_marks(primary(tag))) return *general;
  return english;
}

std::string_view label(Label label, std::string_view tag) {
  std::string wanted = primary(tag);
  if (wanted == "nb" || wanted == "nn") wanted = "no";
  const auto* row = std::find_if(words_of_languages.begin(), words_of_languages.end(),
                                 [&](const Labels& labels) { return labels.language == wanted; });
  if (row == words_of_languages.end()) row = words_of_languages.begin();
  return row->words[static_cast<std::size_t>(label)];
}

}  // namespace pressmark
