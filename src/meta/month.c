/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of the months, as dates have them: nominative, genitive and usual
 * abbreviations, in lower case. From CLDR's calendars and common usage.
 */
#include "meta/date.h"

/* One string a month, its names between spaces. */
static const char *const names[12] = {
    /* January */
    " january jan januar jänner jän januari janvier janv enero ene gennaio gen janeiro "
    "janúar tammikuu tammikuuta tammi stycznia styczeń sty ledna leden led januára január "
    "siječnja siječanj sij januara јануар јануара јан января январь янв січня січень січ "
    "студзеня студзень януари яну јануари ianuarie ian ιανουαρίου ιανουάριος ιαν ocak oca "
    "yanvar jaanuar jaan janvāris janvārī sausio sausis saus janar gener xaneiro urtarrila "
    "urtarrilaren ionawr eanáir يناير جانفي ژانویه ינואר בינואר ינו जनवरी जन জানুয়ারী "
    "জানুয়ারি มกราคม ม.ค იანვარი იანვრის հունվարի հունվար جنوری ஜனவரி జనవరి જાન્યુઆરી "
    "ಜನವರಿ ജനുവരി қаңтар сту yan जानेवारी जाने იან հնվ қаң januarie জানু जन॰ ",
    /* February */
    " february feb februar februari febr feber février fevrier févr fév febrero febbraio "
    "fevereiro fev febrúar helmikuu helmikuuta helmi lutego luty lut února únor úno "
    "februára február veljače veljača velj фебруар фебруара феб февраля февраль фев февр "
    "лютого лютий лют лютага люты февруари februarie φεβρουαρίου φεβρουάριος φεβ şubat şub "
    "fevral veebruar veebr februāris februārī vasario vasaris vas shkurt febrer febreiro "
    "otsailaren otsaila chwefror feabhra pebrero فبراير شباط فيفري فوریه פברואר בפברואר פבר "
    "फ़रवरी फरवरी ফেব্রুয়ারী ফেব্রুয়ারি กุมภาพันธ์ ก.พ თებერვალი თებერვლის փետրվարի "
    "փետրվար فروری பிப்ரவரி ఫిబ్రవరి ફેબ્રુઆરી ಫೆಬ್ರವರಿ ഫെബ്രുവരി ақпан फेब्रुवारी फेब्रु "
    "თებ փտվ ақп ফেব फ़र॰ ",
    /* March */
    " march mar märz mär maerz mrz maart mrt mars marzo março marts maaliskuu maaliskuuta "
    "maalis marca marzec března březen bře marec ožujka ožujak ožu marta mart март марта "
    "мар березня березень бер сакавіка сакавік martie március márc μαρτίου μάρτιος μαρ "
    "märts martā kovo kovas març martxoaren martxoa mawrth márta marso maret mac machi مارس "
    "آذار מרץ במרץ मार्च মার্চ มีนาคม มี.ค მარტი მარტის մարտի մարտ مارچ மார்ச் మార్చి માર્ચ "
    "ಮಾರ್ಚ್ മാർച്ച് наурыз сак μάρ მარ մրտ нау ",
    /* April */
    " april apr avril avr abril abr aprile apríl huhtikuu huhtikuuta huhti kwietnia kwiecień "
    "kwi dubna duben dub apríla travnja travanj aprila април априла апр апреля апрель "
    "квітня квітень квіт красавіка красавік aprilie április ápr απριλίου απρίλιος απρ nisan "
    "nis aprel aprill aprīlis aprīlī balandžio balandis bal prill apirilaren apirila ebrill "
    "aibreán aprili أبريل ابريل نيسان أفريل آوریل אפריל באפריל अप्रैल এপ্রিল เมษายน เม.ย "
    "აპრილი აპრილის ապրիլի ապրիլ اپریل ஏப்ரல் ఏప్రిల్ એપ્રિલ ಏಪ್ರಿಲ್ ഏപ്രിൽ сәуір кра "
    "एप्रिल एप्रि אפר აპრ ապր сәу এপ্রি ",
    /* May */
    " may mai mei maj mayo maggio mag maio toukokuu toukokuuta touko maja května květen kvě "
    "mája máj svibnja svibanj svi мај маја мая май травня травень трав maí május μαΐου "
    "μαΐος μαιου μάιος μαΐ mayıs maijs maijā gegužės gegužė geg maig maiatzaren maiatza "
    "bealtaine مايو أيار ماي مه מאי במאי मई মে พฤษภาคม พ.ค მაისი მაისის մայիսի մայիս مئی மே "
    "మే મે ಮೇ മേയ് мамыр маю траўня μάι मे მაი մյս мам ",
    /* June */
    " june jun juni juin junio giugno giu junho júní kesäkuu kesäkuuta kesä czerwca czerwiec "
    "cze června červen čvn júna jún lipnja lipanj juna јун јуна јуни июня июнь июн червня "
    "червень черв чэрвеня чэрвень юни iunie iun június ιουνίου ιούνιος ιουν haziran haz "
    "iyun juuni jūnijs jūnijā jūn birželio birželis birž qershor juny xuño ekainaren ekaina "
    "mehefin meitheamh hunyo يونيو يونيه حزيران جوان ژوئن יוני ביוני जून জুন มิถุนายน มิ.ย "
    "ივნისი ივნისის հունիսի հունիս جون ஜூன் జూన్ જૂન ಜೂನ್ ജൂൺ маусым junij junija чэр ιούν "
    "iyn ივნ հնս мау junie ",
    /* July */
    " july jul juli juillet juil julio luglio lug julho júlí heinäkuu heinäkuuta heinä lipca "
    "lipiec lip července červenec čvc júla júl srpnja srpanj jula јул јула јули июля июль "
    "июл липня липень лип ліпеня ліпень юли iulie iul július ιουλίου ιούλιος ιουλ temmuz "
    "tem iyul juuli jūlijs jūlijā jūl liepos liepa liep korrik juliol xullo uztailaren "
    "uztaila gorffennaf iúil hulyo julai يوليو يوليه تموز جويلية ژوئیه ژوئیهٔ יולי ביולי "
    "जुलाई জুলাই กรกฎาคม ก.ค ივლისი ივლისის հուլիսի հուլիս جولائی ஜூலை జులై జూలై જુલાઈ ಜುಲೈ "
    "ജൂലൈ шілде julij julija ліп ιούλ iyl जुलै ივლ հլս шіл julie জুল जुल॰ ",
    /* August */
    " august aug augustus août aout agosto ago agost augusti ágúst elokuu elokuuta elo "
    "sierpnia sierpień sie srpna srpen srp augusta kolovoza kolovoz avgusta avgust август "
    "августа авг аугуст серпня серпень серп жніўня жнівень augusztus αυγούστου αύγουστος "
    "αυγ ağustos ağu avqust augusts augustā rugpjūčio rugpjūtis rugp gusht abuztuaren "
    "abuztua awst lúnasa agustus ogos agosti أغسطس آب أوت اوت اغسطس אוגוסט באוגוסט अगस्त "
    "আগস্ট สิงหาคม ส.ค აგვისტო აგვისტოს օգոստոսի օգոստոս اگست ஆகஸ்ட் ఆగస్టు ઑગસ્ટ ಆಗಸ್ಟ್ "
    "ഓഗസ്റ്റ് тамыз аугуста ágú avg жні αύγ avq ऑगस्ट ऑग אוג აგვ օգս там আগ अग॰ ",
    /* September */
    " september sep sept septembre septiembre setiembre settembre set setembro syyskuu "
    "syyskuuta syys września wrzesień wrz září zář septembra rujna rujan ruj септембар "
    "септембра сеп сентября сентябрь сен сент вересня вересень вер верасня верасень "
    "септември септ septembrie szeptember szept σεπτεμβρίου σεπτέμβριος σεπ eylül eyl "
    "sentyabr septembris septembrī rugsėjo rugsėjis rugs shtator setembre irailaren iraila "
    "medi setyembre septemba سبتمبر أيلول سپتامبر ספטמבר בספטמבר सितंबर सितम्बर সেপ্টেম্বর "
    "กันยายน ก.ย სექტემბერი სექტემბრის սեպտեմբերի սեպտեմբեր ستمبر செப்டம்பர் సెప్టెంబర్ "
    "સપ્ટેમ્બર ಸೆಪ್ಟೆಂಬರ್ സെപ്റ്റംബർ қыркүйек septembar sen सप्टेंबर सप्टें ספט სექ սեպ қыр "
    "sentabr সেপ सित॰ ",
    /* October */
    " october oct oktober okt octobre octubre ottobre ott outubro out október lokakuu "
    "lokakuuta loka października październik paź října říjen říj októbra oktobra octombrie "
    "октобар октобра окт октября октябрь жовтня жовтень жовт кастрычніка кастрычнік "
    "октомври októb οκτωβρίου οκτώβριος οκτ ekim eki oktyabr oktoober oktobris oktobrī "
    "spalio spalis spal tetor urriaren urria hydref oktubre oktoba أكتوبر اكتوبر اکتبر "
    "אוקטובר באוקטובר अक्टूबर अक्तूबर অক্টোবর ตุลาคม ต.ค ოქტომბერი ოქტომბრის հոկտեմբերի "
    "հոկտեմբեր اکتوبر அக்டோபர் అక్టోబర్ ઑક્ટોબર ಅಕ್ಟೋಬರ್ ഒക്ടോബർ қазан oktobar кас ऑक्टोबर "
    "ऑक्टो אוק ოქტ հոկ қаз oktabr অক্টো अक्टू॰ ",
    /* November */
    " november nov novembre noviembre novembro nóvember marraskuu marraskuuta marras "
    "listopada listopad lis listopadu novembra studenoga studenog studeni stu новембар "
    "новембра нов ноября ноябрь ноя нояб листопада листопад лист лістапада лістапад ноември "
    "ноем noiembrie noi νοεμβρίου νοέμβριος νοε kasım kas noyabr novembris novembrī "
    "lapkričio lapkritis lapkr nëntor azaroaren azaroa tachwedd samhain nobyembre novemba "
    "نوفمبر نوامبر נובמבר בנובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน พ.ย ნოემბერი ნოემბრის "
    "նոյեմբերի նոյեմբեր نومبر நவம்பர் నవంబర్ નવેમ્બર ನವೆಂಬರ್ നവംബർ қараша novembar nóv ліс "
    "ное νοέ noy नोव्हेंबर नोव्हें נוב ნოე նոյ қар নভে नव॰ ",
    /* December */
    " december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro "
    "desember des joulukuu joulukuuta joulu grudnia grudzień gru prosince prosinec decembra "
    "prosinca prosinac децембар децембра дец декабря декабрь дек грудня грудень груд снежня "
    "снежань декември decembrie deces δεκεμβρίου δεκέμβριος δεκ aralık ara dekabr detsember "
    "dets decembris decembrī gruodžio gruodis gruod dhjetor desembre decembro abenduaren "
    "abendua rhagfyr nollaig disyembre disember desemba ديسمبر دسامبر דצמבר בדצמבר दिसंबर "
    "दिसम्बर ডিসেম্বর ธันวาคม ธ.ค დეკემბერი დეკემბრის դեկտեմբերի դեկտեմբեր دسمبر டிசம்பர் "
    "డిసెంబర్ ડિસેમ્બર ಡಿಸೆಂಬರ್ ഡിസംബർ желтоқсан decembar сне dek डिसेंबर डिसें דצמ დეკ դեկ "
    "жел ডিসে दिस॰ ",
};

/* Croatian has old names, some of which mean other months to its neighbours. */
static const char *const croatian[12] = {
    [3] = " tra ", [5] = " lip ", [6] = " srp ", [7] = " kol ", [9] = " listopada listopad lis ",
};

/* Whether `list`, words between spaces, has `word`. */
static bool has_word(const char *list, pith_str word)
{
    for (const char *at = list; at != NULL && *at != '\0'; at = strchr(at + 1, ' '))
        if (strncmp(at + 1, word.data, word.size) == 0 && at[1 + word.size] == ' ')
            return true;
    return false;
}

int pith_month_find(pith_str word, pith_str language)
{
    if (word.size == 0)
        return 0;
    bool is_croatian = language.size >= 2 && pith_str_equal_ignoring_case(
        (pith_str){language.data, 2}, PITH_STR("hr"));
    for (int i = 0; i < 12 && is_croatian; i++)
        if (has_word(croatian[i], word))
            return i + 1;
    for (int i = 0; i < 12; i++)
        if (has_word(names[i], word))
            return i + 1;
    return 0;
}
