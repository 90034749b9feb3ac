#include "converters/common/agency_names.h"

#include "converters/common/word_set.h"

namespace pressmark {
namespace {

constexpr std::string_view agencies =
    "aa, aap, abi, acn, adnkronos, afp, afp news, afp時事, afp＝時事, afx, agence france-presse, "
    "agencia brasil, agencia efe, agerpres, agi, agência brasil, amna, ana, ana-mpa, anadolu, "
    "anadolu agency, andina, ani, anka, anp, ansa, antara, ap, ap news, apa, app, armenpress, "
    "askanews, associated press, ata, ats, azertac, bbc, belga, belta, bernama, beta, bloomberg, "
    "bna, bno news, bns, bss, bta, canadian press, cna, cnn, cnn.co.jp, cns, colpisa, "
    "corr. itar-tass, corr. tass, cp, ctk, dha, dire, dnd, deutsche presse-agentur, dow jones, "
    "dpa, "
    "dpa-afx, dyn, efe, elta, epd, erbol, estadão conteúdo, europa press, europapress, fars, "
    "fena, folhapress, hina, ians, iha, ilna, interfax, interfax-ukraine, interfax.ru, ips, irna, "
    "isna, italpress, itar-tass, jiji, jiji press, jta, kathpress, kazinform, kcna, "
    "keystone-sda, kna, knight ridder, kuna, kyodo, kyodo news, lapresse, leta, lusa, mcclatchy, "
    "mediafax, mehr, mena, mia, mti, na, newsis, nna, notimex, npr, ntb, nzpa, pa media, pap, "
    "petra, pl, prensa latina, press association, press trust of india, prime, pti, qna, rbc, "
    "refinitiv, regnum, reuters, ria, ria novosti, ritzau, rnz, sana, sda, servimedia, sid, sita, "
    "spa, "
    "sputnik, sta, stt, ttxvn, vov, tanjug, tasnim, tasr, tass, taz, telam, the associated press, "
    "the canadian press, thomson reuters, thomson reuters foundation, tna, tps, trend, "
    "tribune news service, tt, télam, ukrinform, unb, uni, unian, united press international, "
    "upi, vna, wam, xinhua, yonhap, čtk, аиф, белта, бта, интерфакс, интерфакс-украина, "
    "итар-тасс, казинформ, корр. итар-тасс, корр. тасс, прайм, рбк, регнум, рейтер, риа, "
    "риа новости, росбалт, тасс, укринформ, укрінформ, інтерфакс, інтерфакс-україна, рбк-україна, "
    "унн, униан, уніан, أ ب, أ ش أ, أ ف ب, أ.ف.ب, "
    "ا ف ب, الأناضول, بترا, د ب أ, د.ب.أ, رويترز, سانا, سبأ, شينخوا, قنا, كونا, واس, وام, "
    "وكالة الأنباء الألمانية, وكالات, معا, وفا, بنا, ونا, "
    "ロイター, ブルームバーグ, タス, 新華社＝中国通信, 朝鮮通信, "
    "中国新闻网, 中央社, 中新社, 中新网, 中国经济网, 中国网, 中国青年网, 环球网, 央广网, 新浪, "
    "法新, 路透, 美聯社, 中通社, 韩联社, 共同社, 人民网, 共同, 共同社, 共同通信, 央视网, 新华社, "
    "新华网, "
    "新華社, 時事, 時事通信, 法新社, 澎湃新闻, 美联社, "
    "भाषा, वार्ता, आईएएनएस, एएनआई, पीटीआई, ایرنا, ایسنا, فارس, تسنیم, مهر, ایلنا, میزان, "
    "聯合ニュース, 路透社, 連合ニュース, 뉴스1, 뉴스핌, 뉴시스, 머니투데이, 이데일리, 로이터, "
    "로이터 뉴스1, 연합뉴스, ＡＦＰ";

constexpr std::string_view press_release_wires =
    "accesswire, antara/business wire, business wire, businesswire, cision, cnw, cnw group, "
    "ein presswire, globe newswire, globenewswire, kyodo jbn, marketwatch, marketwire, "
    "marketwired, news aktuell, newsfile, newsfile corp, newsfile corp., newswire, nnd, ots, "
    "pr newswire, pr newswire asia, presseportal, pressetext, prnewswire, prweb";

}  // namespace

bool is_agency_name(std::string_view name) {
  static const WordSet names(agencies);
  return names.contains(name);
}

bool is_press_release_wire_name(std::string_view name) {
  static const WordSet names(press_release_wires);
  return names.contains(name);
}

}  // namespace pressmark
