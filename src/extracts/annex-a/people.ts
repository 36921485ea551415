import { vocabulary } from './vocabulary.ts'

/** Sex as the record holds it; what is neither male nor female, or not known, is U. */
export const sex = vocabulary({
  codes: ['M', 'F', 'U'],
  aliases: { '1': 'M', '2': 'F', '0': 'U', '9': 'U', I: 'U', N: 'U', X: 'U' },
  words: [
    [/trans|neither|non binary|dysphoria|unable to classify|another|other/, 'U'],
    [/not |unknown|unborn|unspecified|indeterminate|withheld/, 'U'],
    [/^(fem|girl|woman)/, 'F'],
    [/^(male?|boy|man)\b/, 'M'],
  ],
})

// The main codes of the Department for Education's ethnic categories, which Annex A asks for, and
// the extended codes that authorities may use below them (Common Basic Data Set, code set CS023;
// unverified).
const extended: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['WBRI', 'WCOR WENG WNIR WSCO WWEL WOWB'],
      ['WROM', 'WROG WROR WROO WROT'],
      [
        'WOTH',
        'WALB WBOS WCRO WGRE WGRK WGRC WITA WKOS WPOR WSER WTUR WTUK WTUC WEUR WEEU WWEU WOTW',
      ],
      ['MWAS', 'MWAP MWAI MWAO'],
      ['MOTH', 'MAOE MABL MACH MBOE MBCH MCOE MWOE MWCH MOTM MAFR'],
      ['APKN', 'AMPK AKPA AOPK'],
      ['AOTH', 'AAFR AKAO ANEP ASNL ASLT ASRO AOTA'],
      ['BAFR', 'BANN BCON BGHA BNGN BSLN BSOM BSUD BAOF'],
      ['BOTH', 'BEUR BNAM BOTB'],
      ['CHNE', 'CHKC CMAL CSNG CTWN COCH'],
      ['OOTH', 'OAFG OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OPOL OTHA'],
      ['OOTH', 'OVIE OYEM OOEG ARAB'],
    ] as const
  ).flatMap(([main, codes]) => codes.split(' ').map(code => [code, main] as const)),
)

// The sixteen categories of the 2001 census, which many case systems still write.
const census2001 = {
  a1: 'WBRI',
  a2: 'WIRI',
  a3: 'WOTH',
  b1: 'MWBC',
  b2: 'MWBA',
  b3: 'MWAS',
  b4: 'MOTH',
  c1: 'AIND',
  c2: 'APKN',
  c3: 'ABAN',
  c4: 'AOTH',
  d1: 'BCRB',
  d2: 'BAFR',
  d3: 'BOTH',
  e1: 'CHNE',
  e2: 'OOTH',
  a4: 'WOTH',
}

const main =
  'WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT'

export const ethnicity = vocabulary({
  codes: main.split(' '),
  aliases: extended,
  anywhere: true,
  whole: {
    ...census2001,
    ...Object.fromEntries(
      Object.entries(census2001).map(([code, main]) => [`${code[0]} ${code}`, main]),
    ),
    n: 'NOBT',
    ns: 'NOBT',
    nk: 'NOBT',
    u: 'NOBT',
    unk: 'NOBT',
    '0': 'NOBT',
    '9': 'NOBT',
    both: 'BOTH',
    british: 'WBRI',
    irish: 'WIRI',
  },
  words: [
    [/not refused/, 'NOBT'],
    [/refus|declin|did not wish|prefer not|not divulged|undeclared/, 'REFU'],
    [
      /\bnot (yet |been )?\w+|unknown|unborn|no data|no info|information|unspecified|pending/,
      'NOBT',
    ],
    [/white.*(carib|carrib)|(carib|carrib).*white/, 'MWBC'],
    [/white.*\bafrica|\bafrica.*white/, 'MWBA'],
    [/white.*\basian\b|\basian\b.*white|white and (indian|pakistani|bangladeshi)/, 'MWAS'],
    [
      /mixed|multiple|\bdual\b|^(white|black|asian|chinese) and (white|black|asian|chinese)\b/,
      'MOTH',
    ],
    [/travell?er/, 'WIRT'],
    [/gypsy|gipsy|\broma\b|romany/, 'WROM'],
    [/any other black|other black|black other|black.* other background/, 'BOTH'],
    [/any other asian|other asian|asian other/, 'AOTH'],
    [/any other white|other white|white other|white.* other background|other european/, 'WOTH'],
    [/any other ethnic|other ethnic groups? other|\barab\b/, 'OOTH'],
    [/pakistan|kashmir|mirpuri/, 'APKN'],
    [/bangladesh|bengali/, 'ABAN'],
    [/chinese|\bchina\b/, 'CHNE'],
    [
      /afghan|iran|syria|iraq|kurd|vietnam|filipin|latin|japan|korea|morocc|egypt|libya|lebanese/,
      'OOTH',
    ],
    [/yemen|malay|thai\b|polynes|middle east|south american|central american/, 'OOTH'],
    [
      /west indian|guyan|antigu|baham|dominica|grenad|montserrat|st kitts|st vincent|trinidad|barbad/,
      'BCRB',
    ],
    [/\bindian\b/, 'AIND'],
    [/sri lank|nepal|tamil|sinhal|asian/, 'AOTH'],
    [
      /black african caribbean black brit(ish)?( |$)(?=.*carib)|^(?!.*african caribbean).*(carib|carrib|jamaic)/,
      'BCRB',
    ],
    [
      /black african caribbean black brit(ish)?( |$)(?=.*africa)|^(?!.*african caribbean).*africa/,
      'BAFR',
    ],
    [
      /somali|nigeri|ghana|congo|eritre|ethiop|gambia|sudan|sierra leon|angol|ugand|zimbabw|kenya/,
      'BAFR',
    ],
    [/\bblack\b/, 'BOTH'],
    [/english|british|scottish|welsh|cornish|northern irish/, 'WBRI'],
    [/\birish\b/, 'WIRI'],
    [
      /white|european|turkish|greek|italian|portug|polish|albania|kosov|cypriot|bosnia|croat|serb/,
      'WOTH',
    ],
    [/other|arab/, 'OOTH'],
  ],
})
