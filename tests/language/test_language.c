/* SPDX-License-Identifier: Apache-2.0 */
/* One text in each language that is told; what is told of none. */
#include "language/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const struct {
    const char *language;
    const char *text;
} texts[] = {
    {"af", "Die ou man het elke aand by die rivier gaan sit en gewag tot die water stil was."},
    {"am", "ወንዙ በሌሊት ይፈስሳል እና ማንም አያየውም"},
    {"ar", "كان الرجل العجوز يجلس كل مساء عند النهر وينتظر حتى يهدأ الماء"},
    {"bg", "Старецът сядаше всяка вечер край реката и чакаше, докато водата утихне напълно."},
    {"bn", "বৃদ্ধ মানুষটি প্রতিদিন সন্ধ্যায় নদীর ধারে বসে থাকতেন"},
    {"bo", "ཆུ་བོ་དེ་མཚན་མོར་རྒྱུགས་པ་རེད།"},
    {"ca", "L'home vell seia cada vespre vora el riu i esperava fins que l'aigua era tranquil·la."},
    {"chr", "ᎤᏪᏴ ᏒᏃᏱ ᎦᏪᏴ ᎠᎴ ᎥᏝ ᎩᎶ ᏯᎪᏩᏘᎭ"},
    {"cs", "Starý muž sedával každý večer u řeky a čekal, až se voda úplně uklidní."},
    {"cy",
     "Roedd yr hen ddyn yn eistedd bob nos wrth yr afon ac yn aros nes bod y dŵr yn llonydd."},
    {"da",
     "Den gamle mand sad hver aften ved åen og ventede på, at vandet skulle blive helt stille."},
    {"de", "Der alte Mann saß jeden Abend am Fluss und wartete, bis das Wasser ganz still war."},
    {"dv", "މުސްކުޅި މީހާ ކޮންމެ ރެއަކު ކޯރު ކައިރީގައި އިށީންދެ އުޅޭ"},
    {"el", "Ο γέρος καθόταν κάθε βράδυ δίπλα στο ποτάμι"},
    {"en",
     "The old man sat by the river every evening and waited until the water was quite still."},
    {"es",
     "El viejo se sentaba cada tarde junto al río y esperaba hasta que el agua estaba quieta."},
    {"et", "Vana mees istus igal õhtul jõe ääres ja ootas, kuni vesi oli täiesti vaikne."},
    {"fa", "پیرمرد هر شب کنار رودخانه می‌نشست و صبر می‌کرد تا آب آرام شود و بعد به خانه می‌رفت"},
    {"fi", "Vanha mies istui joka ilta joen rannalla ja odotti, kunnes vesi oli aivan tyyni."},
    {"fr",
     "Le vieil homme s'asseyait chaque soir près de la rivière et attendait que l'eau soit calme."},
    {"gu", "વૃદ્ધ માણસ દરરોજ સાંજે નદી કિનારે બેસતો હતો"},
    {"he", "האיש הזקן ישב כל ערב ליד הנהר וחיכה"},
    {"hi", "बूढ़ा आदमी हर शाम नदी के किनारे बैठता था और पानी के शांत होने की प्रतीक्षा करता था।"},
    {"hr",
     "Stari je čovjek svake večeri sjedio uz rijeku i čekao dok se voda nije sasvim smirila."},
    {"hu",
     "Az öregember minden este a folyó mellett ült, és várta, hogy a víz egészen csendes legyen."},
    {"hy", "Ծերունին ամեն երեկո նստում էր գետի մոտ"},
    {"id", "Orang tua itu duduk di tepi sungai setiap malam dan menunggu sampai airnya tenang."},
    {"it",
     "Il vecchio sedeva ogni sera vicino al fiume e aspettava che l'acqua fosse del tutto calma."},
    {"ja", "老人は毎晩川のそばに座って水が静かになるのを待っていた"},
    {"ka", "მოხუცი ყოველ საღამოს მდინარესთან იჯდა"},
    {"km", "បុរសចំណាស់អង្គុយក្បែរទន្លេរៀងរាល់ល្ងាច"},
    {"kn", "ಮುದುಕ ಪ್ರತಿ ಸಂಜೆ ನದಿಯ ಬಳಿ ಕುಳಿತಿದ್ದನು"},
    {"ko", "노인은 매일 저녁 강가에 앉아 물이 잔잔해지기를 기다렸다"},
    {"lo", "ຊາຍເຖົ້ານັ່ງຢູ່ແຄມແມ່ນ້ຳທຸກແລງ"},
    {"lt", "Senis kiekvieną vakarą sėdėjo prie upės ir laukė, kol vanduo visiškai nurims."},
    {"lv", "Vecais vīrs katru vakaru sēdēja pie upes un gaidīja, līdz ūdens bija pavisam kluss."},
    {"mk", "Старецот секоја вечер седеше покрај реката и чекаше додека водата не се смири."},
    {"ml", "വൃദ്ധൻ എല്ലാ വൈകുന്നേരവും നദിക്കരയിൽ ഇരുന്നു"},
    {"mn", "ᠥᠪᠭᠡᠨ ᠣᠷᠣᠢ ᠪᠦᠷᠢ ᠭᠣᠣᠯ ᠤᠨ ᠳᠡᠷᠭᠡᠳᠡ ᠰᠠᠭᠤᠳᠠᠭ"},
    {"mr",
     "म्हातारा माणूस दररोज संध्याकाळी नदीच्या काठावर बसत असे आणि पाणी शांत होण्याची वाट पाहत असे."},
    {"my", "အဘိုးအိုသည် ညနေတိုင်း မြစ်ကမ်းတွင် ထိုင်သည်"},
    {"ne", "बूढो मानिस हरेक साँझ नदीको छेउमा बस्थ्यो र पानी शान्त नभएसम्म पर्खन्थ्यो।"},
    {"nl", "De oude man zat elke avond bij de rivier en wachtte tot het water helemaal stil was."},
    {"no",
     "Den gamle mannen satt hver kveld ved elven og ventet til vannet var helt stille igjen."},
    {"nqo", "ߗߍߡߐ߮ ߕߎ߲߬ ߦߋ߫ ߛߌ߰ߟߊ߫ ߓߊ ߘߊ߫ ߟߊ߫ ߥߎߙߊ ߓߍ߯"},
    {"or", "ବୃଦ୍ଧ ଲୋକଟି ପ୍ରତିଦିନ ସନ୍ଧ୍ୟାରେ ନଦୀ କୂଳରେ ବସୁଥିଲେ"},
    {"pa", "ਬੁੱਢਾ ਆਦਮੀ ਹਰ ਸ਼ਾਮ ਨਦੀ ਦੇ ਕੰਢੇ ਬੈਠਦਾ ਸੀ"},
    {"pl",
     "Stary człowiek siadał co wieczór nad rzeką i czekał, aż woda będzie zupełnie spokojna."},
    {"pt",
     "O velho sentava-se todas as noites junto ao rio e esperava até que a água não se mexesse."},
    {"ro", "Bătrânul stătea în fiecare seară lângă râu și aștepta până când apa era liniștită."},
    {"ru", "Старик каждый вечер сидел у реки и ждал, пока вода совсем не успокоится."},
    {"si", "මහලු මිනිසා සෑම සවසකම ගඟ අසල වාඩි විය"},
    {"sk", "Starý muž sedával každý večer pri rieke a čakal, kým sa voda úplne neupokojí."},
    {"sl", "Stari mož je vsak večer sedel ob reki in čakal, da se je voda popolnoma umirila."},
    {"so",
     "Odayga wuxuu fiid kasta fadhiisan jiray webiga agtiisa oo wuxuu sugi jiray biyaha."},
    {"sq", "Plaku ulej çdo mbrëmje pranë lumit dhe priste derisa uji të bëhej krejt i qetë."},
    {"sv",
     "Den gamle mannen satt varje kväll vid ån och väntade tills vattnet var alldeles stilla."},
    {"sw",
     "Mzee huyo alikaa kando ya mto kila jioni na kusubiri mpaka maji yawe yametulia kabisa."},
    {"syr", "ܓܒܪܐ ܣܒܐ ܝܬܒ ܗܘܐ ܠܘܬ ܢܗܪܐ"},
    {"ta", "முதியவர் ஒவ்வொரு மாலையும் ஆற்றங்கரையில் அமர்ந்திருந்தார்"},
    {"te", "ముసలివాడు ప్రతి సాయంత్రం నది దగ్గర కూర్చునేవాడు"},
    {"th", "ชายชรานั่งอยู่ริมแม่น้ำทุกเย็น"},
    {"tl",
     "Ang matanda ay nakaupo sa tabi ng ilog gabi-gabi at nag-aabang habang umaagos ang tubig."},
    {"tr", "Yaşlı adam her akşam nehrin kenarında oturur ve su iyice durulana kadar beklerdi."},
    {"uk", "Старий щовечора сидів біля річки й чекав, доки вода зовсім не заспокоїться."},
    {"ur", "بوڑھا آدمی ہر شام دریا کے کنارے بیٹھتا تھا اور پانی کے ٹھہر جانے کا انتظار کرتا تھا"},
    {"vi", "Ông lão ngồi bên bờ sông mỗi buổi tối và đợi cho đến khi nước thật yên tĩnh."},
    {"yi", "דער אַלטער מאַן איז געזעסן יעדן אָװנט בײַם טײַך"},
    {"zgh", "ⴰⵔⴳⴰⵣ ⴰⵡⵙⵙⴰⵔ ⵉⵇⵇⵉⵎ ⵖⵔ ⵡⴰⵙⵉⴼ"},
    {"zh", "老人每天晚上坐在河边等待水面平静下来"},
};

static pith_str str(const char *text)
{
    return (pith_str){text, strlen(text)};
}

static void tells_each_language(void **state)
{
    (void)state;
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        pith_str found = pith_language_detect(str(texts[i].text));
        if (pith_str_equal(found, str(texts[i].language)))
            continue;
        print_error("%s: told to be '%.*s'\n", texts[i].language, (int)found.size, found.data);
        wrong++;
    }
    assert_int_equal(wrong, 0);
    assert_true(sizeof texts / sizeof *texts >= 65);
}

static void tells_nothing_of_little(void **state)
{
    (void)state;
    assert_int_equal(pith_language_detect(str("")).size, 0);
    assert_int_equal(pith_language_detect(str("2024-05-06, 12:30 — 99 %")).size, 0);
    assert_int_equal(pith_language_detect(str("Amen.")).size, 0);
    assert_int_equal(pith_language_detect(str("Xkcd qwrt zzxv bnmp kljh gfds wrtp vbnx")).size, 0);
}

/* Foreign names and numbers in a text do not change its language. */
static void goes_by_the_most_of_a_text(void **state)
{
    (void)state;
    pith_str mixed = str("Компания Microsoft выпустила новую версию Windows 11, и пользователи "
                         "смогут установить её уже сегодня.");
    assert_true(pith_str_equal(pith_language_detect(mixed), str("ru")));
    pith_str tokyo = str("東京都千代田区の公園で春の祭典が開催された");
    assert_true(pith_str_equal(pith_language_detect(tokyo), str("ja")));
}

/* Case says nothing of the language. */
static void folds_case(void **state)
{
    (void)state;
    pith_str capitals = str("СТАРИК КАЖДЫЙ ВЕЧЕР СИДЕЛ У РЕКИ И ЖДАЛ, ПОКА ВОДА НЕ УСПОКОИТСЯ");
    assert_true(pith_str_equal(pith_language_detect(capitals), str("ru")));
    pith_str czech = str("STARÝ MUŽ SEDÁVAL KAŽDÝ VEČER U ŘEKY A ČEKAL, AŽ SE VODA ÚPLNĚ UKLIDNÍ");
    assert_true(pith_str_equal(pith_language_detect(czech), str("cs")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_each_language),
        cmocka_unit_test(tells_nothing_of_little),
        cmocka_unit_test(goes_by_the_most_of_a_text),
        cmocka_unit_test(folds_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
