#include "converters/common/month_names.h"

#include <array>
#include <unordered_map>

#include "converters/common/word_set.h"

namespace pressmark {
namespace {

// Of each month the names and usual abbreviations in English, German, French, Spanish, Italian,
// Portuguese, Dutch, Polish, Russian, Ukrainian, Czech, Slovak, Swedish, Norwegian, Danish,
// Finnish, Hungarian, Romanian, Turkish, Greek, Indonesian, Croatian, Serbian, Arabic (of the Gulf
// and Egypt, the Levant and the Maghreb), Catalan, Hebrew, Bulgarian, Estonian, Latvian,
// Lithuanian, Malay and Hindi, with the cases that dates use. "listopad" is November in Polish and
// Czech and October in Croatian; the larger press wins.
constexpr std::array<std::string_view, 12> names_of_months = {
    "ene, enero, gen, gener, gennaio, ian, ianuarie, jaanuar, jaanuaril, jan, janeiro, januar, "
    "januara, januari, january, január, januára, janv, janvier, janvāris, janvārī, jänner, "
    "leden, ledna, oca, ocak, sausio, siječnja, sty, styczeń, stycznia, tammikuu, tammikuuta, "
    "ιαν, ιανουαρίου, січень, січня, янв, январь, января, януари, јануар, јануара, בינואר, "
    "ינואר, جانفي, كانون الثاني, يناير, जनवरी",
    "feb, febbraio, feber, febrer, febrero, februar, februara, februari, februarie, february, "
    "február, februára, februāris, februārī, fev, fevereiro, fevrier, fév, févr, février, "
    "helmikuu, helmikuuta, lut, lutego, luty, subat, vasario, veebruar, veebruaril, veljače, "
    "únor, února, şub, şubat, φεβ, φεβρουαρίου, лютий, лютого, фебруар, фебруара, фев, февр, "
    "февраль, февраля, февруари, בפברואר, פברואר, شباط, فبراير, فيفري, फरवरी",
    "březen, března, kovo, maaliskuu, maaliskuuta, maart, maerz, mar, marca, march, marco, "
    "maret, mars, mart, martie, marts, martā, marzec, marzo, març, março, mrt, mrz, márc, "
    "március, mär, märts, märtsil, märz, ožujka, μαρ, μαρτίου, березень, березня, мар, март, "
    "марта, במרץ, מרץ, آذار, مارس, मार्च",
    "abr, abril, apr, april, aprila, aprile, aprilie, aprill, aprillil, apríla, aprīlis, "
    "aprīlī, avr, avril, balandžio, duben, dubna, huhtikuu, huhtikuuta, kwi, kwiecień, "
    "kwietnia, nis, nisan, travnja, ápr, április, απρ, απριλίου, апр, апрель, апреля, април, "
    "априла, квітень, квітня, אפריל, באפריל, أبريل, أفريل, إبريل, ابريل, نيسان, अप्रैल",
    "gegužės, květen, května, mag, maggio, mai, maig, maijs, maijā, maio, maj, maja, may, "
    "mayis, mayo, mayıs, mei, máj, mája, május, svibnja, toukokuu, toukokuuta, μαΐου, μαι, "
    "μαϊ, май, мая, мај, маја, травень, травня, במאי, מאי, أيار, ماي, مايو, मई",
    "birželio, cze, czerwca, czerwiec, giu, giugno, haz, haziran, iun, iunie, juin, jun, june, "
    "junho, juni, junio, juny, juuni, juunil, jún, júna, június, jūnijs, jūnijā, kesäkuu, "
    "kesäkuuta, lipnja, červen, června, ιουν, ιουνίου, июн, июнь, июня, червень, червня, юни, "
    "јун, јуна, ביוני, יוני, جوان, حزيران, يونيه, يونيو, जून",
    "heinäkuu, heinäkuuta, iul, iulie, juil, juillet, jul, julai, julho, juli, julio, juliol, "
    "july, juuli, juulil, júl, júla, július, jūlijs, jūlijā, liepos, lip, lipca, lipiec, lug, "
    "luglio, srpnja, tem, temmuz, července, červenec, ιουλ, ιουλίου, июл, июль, июля, липень, "
    "липня, юли, јул, јула, ביולי, יולי, تموز, جويلية, يوليه, يوليو, जुलाई",
    "ago, agost, agosto, agt, agustos, agustus, aout, août, aug, august, augusta, augusti, "
    "augustil, augusts, augustus, augustā, augusztus, avgust, avgusta, ağu, ağustos, elokuu, "
    "elokuuta, kolovoza, ogos, rugpjūčio, sie, sierpień, sierpnia, srpen, srpna, αυγ, "
    "αυγούστου, авг, август, августа, серпень, серпня, אוגוסט, באוגוסט, آب, أغسطس, أوت, اغسطس, "
    "अगस्त",
    "eyl, eylül, rugsėjo, rujna, sep, sept, septembar, september, septembra, septembre, "
    "septembrie, septembril, septembris, septembrī, septiembre, set, setembre, setembro, "
    "setiembre, sett, settembre, syyskuu, syyskuuta, szept, szeptember, wrz, wrzesień, "
    "września, září, σεπ, σεπτεμβρίου, вересень, вересня, сен, сент, сентябрь, сентября, "
    "септембар, септембра, септември, בספטמבר, ספטמבר, أيلول, سبتمبر, सितंबर",
    "eki, ekim, lokakuu, lokakuuta, oct, october, octobre, octombrie, octubre, okt, oktobar, "
    "oktober, oktobra, oktobris, oktobrī, oktoober, oktoobril, október, októbra, ott, ottobre, "
    "out, outubro, paź, październik, października, spalio, říjen, října, οκτ, οκτωβρίου, "
    "жовтень, жовтня, окт, октобар, октобра, октомври, октябрь, октября, אוקטובר, באוקטובר, "
    "أكتوبر, اكتوبر, تشرين الأول, अक्टूबर, अक्तूबर",
    "kas, kasim, kasım, lapkričio, lis, listopad, listopada, listopadu, marraskuu, "
    "marraskuuta, noiembrie, nov, novembar, november, novembra, novembre, novembril, "
    "novembris, novembro, novembrī, noviembre, studenog, studenoga, νοε, νοεμβρίου, листопад, "
    "листопада, новембар, новембра, ноември, ноя, нояб, ноябрь, ноября, בנובמבר, נובמבר, "
    "تشرين الثاني, نوفمبر, नवंबर, नवम्बर",
    "ara, aralik, aralık, dec, decembar, december, decembra, decembre, decembrie, decembris, "
    "decembrī, des, desember, desembre, detsember, detsembril, dez, dezember, dezembro, dic, "
    "dicembre, diciembre, disember, déc, décembre, gru, grudnia, grudzień, gruodžio, joulukuu, "
    "joulukuuta, prosinca, prosince, prosinec, δεκ, δεκεμβρίου, грудень, грудня, дек, декабрь, "
    "декабря, декември, децембар, децембра, בדצמבר, דצמבר, ديسمبر, كانون الأول, दिसंबर, "
    "दिसम्बर"};

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
