#include "converters/common/month_names.h"

#include <array>
#include <unordered_map>

#include "converters/common/word_set.h"

namespace pressmark {
namespace {

// Of each month the names and usual abbreviations in English, German, French, Spanish, Italian,
// Portuguese, Dutch, Polish, Russian, Ukrainian, Czech, Slovak, Swedish, Norwegian, Danish,
// Finnish, Hungarian, Romanian, Turkish, Greek, Indonesian, Croatian, Arabic, Catalan, Hebrew,
// Bulgarian and Hindi, with the cases that dates use. "listopad" is November in Polish and Czech
// and October in Croatian; the larger press wins.
constexpr std::array<std::string_view, 12> names_of_months = {
    "ene, enero, gen, gener, gennaio, ian, ianuarie, jan, janeiro, januar, januari, january, "
    "január, januára, janv, janvier, jänner, leden, ledna, oca, ocak, siječnja, sty, styczeń, "
    "stycznia, tammikuu, tammikuuta, ιαν, ιανουαρίου, січень, січня, янв, январь, января, "
    "януари, בינואר, ינואר, يناير, जनवरी",
    "feb, febbraio, feber, febrer, febrero, februar, februari, februarie, february, február, "
    "februára, fev, fevereiro, fevrier, fév, févr, février, helmikuu, helmikuuta, lut, lutego, "
    "luty, subat, veljače, únor, února, şub, şubat, φεβ, φεβρουαρίου, лютий, лютого, фев, "
    "февр, февраль, февраля, февруари, בפברואר, פברואר, شباط, فبراير, फरवरी",
    "březen, března, maaliskuu, maaliskuuta, maart, maerz, mar, marca, march, marco, maret, "
    "mars, mart, martie, marts, marzec, marzo, març, março, mrt, mrz, márc, március, mär, "
    "märz, ožujka, μαρ, μαρτίου, березень, березня, мар, март, марта, במרץ, מרץ, آذار, مارس, "
    "मार्च",
    "abr, abril, apr, april, aprile, aprilie, apríla, avr, avril, duben, dubna, huhtikuu, "
    "huhtikuuta, kwi, kwiecień, kwietnia, nis, nisan, travnja, ápr, április, απρ, απριλίου, "
    "апр, апрель, апреля, април, квітень, квітня, אפריל, באפריל, أبريل, إبريل, ابريل, نيسان, "
    "अप्रैल",
    "květen, května, mag, maggio, mai, maig, maio, maj, maja, may, mayis, mayo, mayıs, mei, "
    "máj, mája, május, svibnja, toukokuu, toukokuuta, μαΐου, μαι, μαϊ, май, мая, травень, "
    "травня, במאי, מאי, أيار, مايو, मई",
    "cze, czerwca, czerwiec, giu, giugno, haz, haziran, iun, iunie, juin, jun, june, junho, "
    "juni, junio, juny, jún, júna, június, kesäkuu, kesäkuuta, lipnja, červen, června, ιουν, "
    "ιουνίου, июн, июнь, июня, червень, червня, юни, ביוני, יוני, حزيران, يونيه, يونيو, जून",
    "heinäkuu, heinäkuuta, iul, iulie, juil, juillet, jul, julho, juli, julio, juliol, july, "
    "júl, júla, július, lip, lipca, lipiec, lug, luglio, srpnja, tem, temmuz, července, "
    "červenec, ιουλ, ιουλίου, июл, июль, июля, липень, липня, юли, ביולי, יולי, تموز, يوليه, "
    "يوليو, जुलाई",
    "ago, agost, agosto, agt, agustos, agustus, aout, août, aug, august, augusta, augusti, "
    "augustus, augusztus, ağu, ağustos, elokuu, elokuuta, kolovoza, sie, sierpień, sierpnia, "
    "srpen, srpna, αυγ, αυγούστου, авг, август, августа, серпень, серпня, אוגוסט, באוגוסט, آب, "
    "أغسطس, اغسطس, अगस्त",
    "eyl, eylül, rujna, sep, sept, september, septembra, septembre, septembrie, septiembre, "
    "set, setembre, setembro, setiembre, sett, settembre, syyskuu, syyskuuta, szept, "
    "szeptember, wrz, wrzesień, września, září, σεπ, σεπτεμβρίου, вересень, вересня, сен, "
    "сент, сентябрь, сентября, септември, בספטמבר, ספטמבר, أيلول, سبتمبر, सितंबर",
    "eki, ekim, lokakuu, lokakuuta, oct, october, octobre, octombrie, octubre, okt, oktober, "
    "október, októbra, ott, ottobre, out, outubro, paź, październik, października, říjen, "
    "října, οκτ, οκτωβρίου, жовтень, жовтня, окт, октомври, октябрь, октября, אוקטובר, "
    "באוקטובר, أكتوبر, اكتوبر, अक्टूबर",
    "kas, kasim, kasım, lis, listopad, listopada, listopadu, marraskuu, marraskuuta, "
    "noiembrie, nov, november, novembra, novembre, novembro, noviembre, studenog, studenoga, "
    "νοε, νοεμβρίου, листопад, листопада, ноември, ноя, нояб, ноябрь, ноября, בנובמבר, נובמבר, "
    "نوفمبر, नवंबर",
    "ara, aralik, aralık, dec, december, decembra, decembre, decembrie, des, desember, "
    "desembre, dez, dezember, dezembro, dic, dicembre, diciembre, déc, décembre, gru, grudnia, "
    "grudzień, joulukuu, joulukuuta, prosinca, prosince, prosinec, δεκ, δεκεμβρίου, грудень, "
    "грудня, дек, декабрь, декабря, декември, בדצמבר, דצמבר, ديسمبر, दिसंबर"};

std::unordered_map<std::string_view, int> months_by_name() {
  std::unordered_map<std::string_view, int> months;
  int month = 0;
  for (const std::string_view names : names_of_months) {
    ++month;
    for (const std::string_view name : words_of_list(names)) months[name] = month;
  }
  return months;
}

}  // namespace

int month_of_name(std::string_view word) {
  static const std::unordered_map<std::string_view, int> months = months_by_name();
  const auto found = months.find(word);
  return found == months.end() ? 0 : found->second;
}

}  // namespace pressmark
