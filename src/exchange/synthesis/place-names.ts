import type { Chance } from './chance.js';

/** What names of one sound are put together from: a beginning, one or two middles, an ending. */
interface Sound {
  readonly countries: string;
  readonly beginnings: readonly string[];
  readonly middles: readonly string[];
  readonly endings: readonly string[];
}

const sound = (countries: string, beginnings: string, middles: string, endings: string): Sound => ({
  countries,
  beginnings: beginnings.split(' '),
  middles: middles.split(' '),
  endings: endings.split(' '),
});

/** The first is that of countries which no other one names. */
const SOUNDS: readonly Sound[] = [
  sound(
    '',
    'Al Ash Bex Brad Cal Dal Els Fen Gran Har Kel Lang Mar Nor Pel Ross Stan Tam Wal Whit',
    'a al den e er ing is o or ran ren ster ten um wer',
    'bridge bury combe field ford ham hurst leigh mere port stead stone ton ville wick worth',
  ),
  sound(
    'de at ch li lu nl be',
    'Alt Bär Blan Dorn Eich Fried Gräf Grün Hal Kirch Lüd Mühl Neu Ober Rös Schön Stein Wald Wör Zell',
    'ach al ben den el em en er ing is kel ler ol schen under',
    'au bach berg brück burg dorf feld furt hausen heim hofen horst kirchen rode stadt wald',
  ),
  sound(
    'fr it es pt ro mt mc sm ad br mx ar cl pe co bo cu ec uy py ve ni sv gt hn cr pa do pr ao mz cv st tl ht ci sn ml ma tn dz',
    'Al Bel Bé Cam Cas Cor Fon Gran Lé Mar Mon Nova Pé Por Ro San São Tor Val Ver',
    'ba ca cha de gue la le li ma na ra re sa ta vi',
    'ção bal bella çon done gnac gnano llón mar mont nella nova ranza réal ssé tella ville',
  ),
  sound(
    'pl cz sk ua ru by rs hr si ba me mk bg lt lv md',
    'Bela Boro Brz Čer Dob Gór Hra Jas Kal Kras Lub Mir Nov Ost Pod Rad Slav Š Vel Zá',
    'a bi do e go i la lo mi na no ra ro sla ti',
    'čov bice brod ce dec grad hora ice in ków mysl nik ov ovce sk vá žany',
  ),
  sound(
    'se no dk fi is fo gl ee',
    'Åk Berg Björn Dal Eld Fjäl Gran Hä Jär Kal Lilje Mån Nor Ös Piet Rov Sol Tor Vä Ytt',
    'a an de e er in ka la li mo na re sa ta vi',
    'ås bæk borg by dal fors havn holm järvi köping lahti lund mäki niemi sund vik',
  ),
  sound(
    'hu tr az kz kg uz tm al xk ge am',
    'Ak Bal Bö Çam Csor Dér Er Gö Hód Kara Kő Mar Nagy Öz Sár Sza Tepe Ü Ye Za',
    'a ba da e ga i la le ma na ra re si ta ya',
    'baş bekés çay dere földe hisar kent kút köy lar mező pınar szeg telek tepe vár',
  ),
  sound(
    'jp',
    'Aka Asa Fuji Hana Iwa Kawa Kita Kuro Mina Naga Nishi Ō Sato Shira Taka Tō Umi Waka Yama Yū',
    'bo da ga ha ka ki ma mi na no ra ri sa to zu',
    'be chi gawa hama hara jō kura machi mori mura no oka saki shima yama zawa',
  ),
  sound(
    'cn tw hk mo kr kp vn th kh la mm mn sg',
    'An Bao Chang Đà Dong Fu Guang Hai Hwa Jin Lí Lin Nan Pho Qing Shan Thi Xi Yong Zhu',
    'an chu en guan hai hong ji kang li ming ping rui shu wei yan',
    'ān cheng dao gang ham hoi jiang ju kou lin ning pu shan san yang zhou',
  ),
  sound(
    'id my ph bn tl pg fj',
    'Ba Ban Ci Gunung Ka Kali Ku Lam Ma Mer Pa Pal Pura Ra Sa Sem Si Suka Ta Wono',
    'ba da gi jo ka la li ma na nga ra ri sa ta wi',
    'asri baru bumi datu giri harjo jaya karta langu mas negara pang raya rejo sari tani',
  ),
  sound(
    'sa ae eg iq ir jo lb sy ps il ye om qa kw bh ly sd pk af in bd np lk',
    'Al Bah Dar Fara Ghaz Ham Jab Kar Lah Mah Nab Qal Raj Sha Sul Tal Umm War Yaz Zar',
    'a al an ba da ha i ja ka la mi na ra si wa',
    'abad bad dah gah ghar īyah kot nagar pur rān sar stan tān ūn wan zah',
  ),
];

const SOUND_OF = new Map(SOUNDS.flatMap((one) => one.countries.split(' ').map((country) => [country, one])));

/** How many names of 100 have one middle; there are few of those, so that some places share their names. */
const SHORT = 15;

/** An invented name with the sound of a country, by its key. That a place of this name exists is chance. */
export function placeName(country: string, chance: Chance): string {
  const { beginnings, middles, endings } = SOUND_OF.get(country) ?? (SOUNDS[0] as Sound);
  const second = chance.below(100) < SHORT ? '' : chance.one(middles);
  return `${chance.one(beginnings)}${chance.one(middles)}${second}${chance.one(endings)}`.normalize('NFC');
}
