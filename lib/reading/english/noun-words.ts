/** What a word can be within a counted noun, told from its letters and closed classes alone. */
export type WordKind = "stop" | "verb" | "plural" | "mass" | "participle" | "adverb" | "modifier" | "noun";

/** Words that end a counted noun: what follows them says where, when or how. */
const STOP = set(
  // Prepositions and conjunctions.
  "aboard about above according across after against ahead along alongside amid amidst among amongst and around as at atop because before behind below beneath beside besides between beyond but by concerning despite down during except following for from given if in including instead into like near nor of off on onto or out over per plus regarding round rather since so than that though through throughout till to together toward towards under underneath unless unlike until up upon versus via when where whereas whether which while who whom whose with within without worth yet",
  // Determiners and pronouns.
  "a all an another any anyone both each either enough every everyone few he her his how i it its last least less many most much my neither next no none our same several she some the their them themselves there these they this those us we what whatever you your",
  "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half",
  // Verbs that help others.
  "am are be been being can cannot could did do does had has have is may might must ought shall should was were will would",
  // Adverbs without an ending that tells them.
  "abroad again ago all-told alone already also altogether always apart away either elsewhere else even ever far here indoors just later meanwhile never not now often once online only otherwise outdoors perhaps quite so sometimes soon still then therefore thereby today tomorrow tonight too twice very well year-on-year year-over-year on-year yesterday yet annually earlier apiece compared due thanks",
  // Small words of other European languages.
  "em que na de do da dos das para neste nesta im der die den des und et les du y el los las con por un una al del um uma com pela pelo ao pour avec dans par sur aux mit für auf bei von zu nel nella della dei di",
);
/** Words that say where and when behind a noun and of what kind before it: "300 firms overseas", "46 overseas markets". */
const BEFORE_OR_BEHIND = set(
  "overseas nearby offshore overnight daily weekly monthly yearly high long deep strong tall wide past outside inside home back further more fewer other such overall worldwide nationwide downstairs upstairs",
);
/** Past forms that no ending tells, and "not" run together with a verb. */
const IRREGULAR_PAST =
  /^(?:arose|ate|beat|became|began|bent|bit|bled|blew|bought|broke|brought|built|burnt|came|caught|chose|clung|crept|cut|dealt|drank|drew|drove|dug|fed|fell|felt|fled|flew|forgot|fought|found|froze|gave|got|grew|heard|held|hid|hit|hung|hurt|kept|knelt|knew|laid|lay|led|left|lent|lost|made|meant|met|paid|put|quit|ran|rang|read|rode|rose|said|sang|sank|sat|saw|sent|set|shone|shook|shot|shrank|shut|slept|slid|sold|sought|spent|split|spoke|spread|sprang|stole|stood|stuck|struck|stung|swam|swept|swore|swung|taught|thought|threw|told|took|tore|understood|underwent|went|wept|woke|won|wore|wound|withdrew|wrote|gone|done|taken|given|seen|known|shown|grown|thrown|drawn|flown|driven|written|chosen|\p{L}+n['’]t)$/iu;
/** Verbs in the form that follows a plural, and that name no counted thing. */
const BASE_VERB = set(
  "accept achieve acquire add admit affect agree allow announce appear apply argue arise arrive ask assemble assist attend attract avoid await bear become begin believe belong borrow bring build buy call carry charge choose claim close come commute compete complain connect consider consist contain continue contribute create cultivate cycle decide deliver demand depend descend deserve design develop die differ disagree discover donate drink drive earn eat emerge emit employ enable encourage endure enjoy ensure enter escape establish evolve excel exist expect export face fail feel fight find flow fly follow gain gather generate get give go grow handle happen hear help hire hold hope identify import improve include inhabit inspect invest involve join keep know lack launch lead learn leave lie like live look lose maintain make manage manufacture mean meet migrate move need obtain occur offer operate oppose order own participate pay perform persist plan play pollute possess predict prefer prepare prevent process produce protect provide pursue put qualify race reach read receive regard reject rely remain rent reopen replied report represent require reside resign respond result retire return revolve ride rise run sail say see seek seem sell send serve settle share sign sit sleep smoke solve speak specialise specialize spend stand start stay strike struggle study suffer supply support surround survive suspect take talk target teach tell tend test think trade train transfer transport travel treat try turn understand use vary visit vote wait walk want watch wear weigh win wish withstand work worry write yield",
);
/** Of those, the ones that may also stand before a plural: "work permits", "share offers". */
const NOUN_TOO = set(
  "build call charge claim close cycle demand design drink drive export face fail fight help hire import join launch lead live look move need offer open order plan play process race rent report result return ride rise run sail share sign sit sleep smoke spend stand start strike study supply support talk target test trade train transfer transport travel turn use visit vote wait walk watch wish work",
);
/** Verbs in the form that follows a singular, unlike any usual plural. */
const THIRD_PERSON =
  /^(?:accepts|adds|agrees|allows|appears|applies|arrives|asks|attends|becomes|begins|believes|belongs|brings|buys|carries|comes|commutes|comprises|concerns|considers|consists|contains|continues|creates|depends|derives|dies|drives|earns|eats|employs|enjoys|enters|exceeds|exists|expects|expires|faces|fails|falls|feels|finds|flows|generates|gets|gives|goes|grows|happens|holds|includes|involves|keeps|knows|lacks|learns|leaves|lies|lives|loses|makes|means|meets|needs|occurs|operates|originates|owns|passes|pays|prefers|produces|provides|puts|reaches|receives|relies|remains|requires|resides|rises|runs|says|seeks|seems|sees|sells|sends|serves|sits|speaks|spends|stands|stems|stays|suffers|supports|survives|takes|teaches|tells|tends|thinks|travels|uses|wants|wears|works|writes)$/i;
/** Plurals that stand before another noun in any number. */
const BEFORE_NOUN = set(
  "sales sports goods systems customs logistics operations communications telecommunications services arts semiconductors savings arms physics mathematics economics electronics robotics politics athletics ethics genetics graphics optics analytics mechanics statistics",
);
/** Plurals that stand right before a plural, but count by themselves elsewhere. */
const BEFORE_PLURAL = set(
  "accounts admissions affairs antiques assets awards benefits bonds careers claims contents cosmetics drugs earnings effects futures games graphics industries jobs markets materials means news parts pensions plastics products records reserves resources results rights savings securities skills solutions talks textiles trades weapons works women men",
);
/** Words in -s that are no plural. */
const NO_PLURAL = set(
  "business process access wireless express glass class press gas bus plus us news atlas bias canvas texas kansas arkansas paris diabetes campus christmas alias",
);
const IRREGULAR_PLURAL =
  /^(?:people|children|(?:\p{L}+-?)?(?:wo)?men|teeth|feet|mice|geese|oxen|lice|criteria|phenomena|alumni|bacteria|nuclei|fungi|stimuli|\p{L}+s-(?:by|in-law|up)|passersby|hectares?|kilometres?|kilometers?|metres?|meters?|litres?|liters?|tonnes?|tons?|km|kg|kW|[kMGTPE]?W|[kMGT]Wh|[kMGTPE]B|[KMGT]bps|EFLOPS|Eflops|EFlops|PFLOPS|[kMG]?Hz|[kM]?VA|[kMG]Wp|kV|TEUs?|ppm|ft|lb|oz|mph|hp|rpm|mAh|ha|m|mm|cm|nm|mu)$/u;
/** Adjectives that say of people what became of them. */
const PREDICATE = /^(?:alive|available|dead|homeless|ill)$/;
/** Nouns that count many without an ending. */
const MASS = set(
  "staff crew personnel aircraft spacecraft hovercraft police cattle livestock poultry sheep deer fish bison salmon trout cod swine vermin offspring troops youth folk manpower head barrel",
);
/** Nouns in -ing and -ed that name a thing or a trade; other such words are forms of verbs. */
const NOUN_ENDED =
  /^(?:advertising|banking|bedding|billing|boarding|bonding|booking|borrowing|branding|brewing|briefing|broadcasting|building|camping|casting|catering|ceiling|cleaning|clothing|coating|coding|computing|consulting|cooking|cooling|crossing|cycling|dating|diving|drilling|dining|drinking|dressing|dwelling|engineering|evening|farming|filing|financing|fishing|flooring|forging|funding|gambling|gaming|hearing|heating|hiking|housing|hunting|investing|king|knitting|leasing|learning|lending|licensing|lighting|listing|lodging|logging|machining|manufacturing|marketing|meeting|messaging|milling|mining|morning|moulding|networking|nursing|offering|outing|outsourcing|packaging|packing|painting|parking|piping|planning|plating|polling|posting|pricing|printing|processing|programming|prospecting|publishing|pudding|purchasing|racing|rating|recording|recruiting|recycling|refining|ring|roofing|sailing|saving|schooling|screening|settling|sewing|shipbuilding|shipping|shopping|sibling|skiing|smelting|sourcing|spending|spring|steelmaking|streaming|string|surfing|swimming|teaching|testing|thing|ticketing|trading|training|tracking|trucking|tutoring|understanding|video-?gaming|wedding|welding|wing|wiring|unemployed|hundred|seabed|watershed|biped|thoroughbred|infrared|crossbreed|newlywed)$/i;
/** Nouns and adjectives in -ly. */
const NOT_ADVERB =
  /^(?:family|assembly|supply|monopoly|anomaly|ally|fly|butterfly|reply|early|only|friendly|\p{L}+-friendly|elderly|likely|costly|deadly|lonely|lovely|orderly|quarterly|fortnightly|hourly|nightly|bi-?weekly|scholarly|belly|jelly|jolly|ugly|silly|unruly|unlikely|july|italy|sicily|melancholy|homily|lily|bully|rally|tally|valley|holy|oily|curly|hilly|chilly)$/iu;

/** What a word is by itself; who asks knows what stands beside it. */
export function kindOf(word: string): WordKind {
  const low = word.toLowerCase();
  if (IRREGULAR_PLURAL.test(word.replace(/[²³]$/, ""))) return "plural";
  if (/^(?:\p{Lu}\.){2,}$/u.test(word)) return "noun";
  // "IT companies", "US firms" are no "it" and "us".
  if (/^\p{Lu}{2,}$/u.test(word)) return "noun";
  if (BEFORE_OR_BEHIND.has(low)) return "adverb";
  if (STOP.has(low)) return "stop";
  if (MASS.has(low)) return "mass";
  if (IRREGULAR_PAST.test(low) || BASE_VERB.has(low)) return "verb";
  if (/\p{L}-\p{L}*(?:ed|ing|made|built|run|born|bound|free|owned)$/iu.test(word)) return "modifier";
  if (isParticiple(low) || PREDICATE.test(low)) return "participle";
  if (/ly$/.test(low) && low.length > 4 && !NOT_ADVERB.test(low)) return "adverb";
  if (BEFORE_NOUN.has(low)) return "noun";
  if (/^(?:sq\.?|square|cubic|nautical|light)$/.test(low)) return "modifier";
  return isPluralByEnding(word, low) ? "plural" : "noun";
}

/** Whether a plural is no head where another plural follows it ("special effects shots"). */
export function isBeforePlural(word: string): boolean {
  return BEFORE_PLURAL.has(word.toLowerCase());
}

/** Whether a verb may be a noun before a plural ("work permits"). */
export function isNounToo(word: string): boolean {
  return NOUN_TOO.has(word.toLowerCase());
}

/** Whether a word follows a singular as its verb ("the workforce commutes"). */
export function isThirdPerson(word: string): boolean {
  return THIRD_PERSON.test(word);
}

function isParticiple(low: string): boolean {
  if (!/(?:ed|ing)$/.test(low) || NOUN_ENDED.test(low)) return false;
  return (
    (low.length > 4 || /^(?:used|aged|died|owed|tied|lied)$/.test(low)) &&
    !/^(?:\p{L}?\p{L}?eed|speed|breed|greed|bring|sling|swing|sting|cling|fling)$/u.test(low)
  );
}

function isPluralByEnding(word: string, low: string): boolean {
  if (NO_PLURAL.has(low) || /['’]s?$/.test(word) || /-(?:us|is)$/.test(low)) return false;
  return low.length > 2 && /[^s]s$/.test(low) && !/(?:ous|sis|us)$/.test(low) && !/^[A-Z]+S$/.test(word);
}

function set(...words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((some) => some.split(" ")));
}
