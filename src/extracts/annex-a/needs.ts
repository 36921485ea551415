import { vocabulary } from './vocabulary.ts'

// The words of lists 6, 7, 9, 10 and 11.

/** The child's need: N1 to N8 of the children in need census and the SSDA903, N9 and N0. */
export const need = vocabulary({
  codes: ['N0', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'],
  anywhere: true,
  whole: { no: 'N0', '0': 'N0' },
  // Some case systems number what is below N1 to N9: '1f Domestic violence'.
  first: '123456789'.split('').map(digit => [new RegExp(`^${digit}[a-z] `), `N${digit}`] as const),
  words: [
    [/parent\w* (disab|ill)|parents? s? ?(disab|ill)|parentill|parental (health|mental)/, 'N3'],
    [/abuse|neglect/, 'N1'],
    [/(child|young person)\w* s? ?(disab|ill)|^disab|childdis/, 'N2'],
    [/acute stress|in stress|famstres/, 'N4'],
    [/dysfunc|famdysf/, 'N5'],
    [/unacceptable|behaviou?r|unacbeha/, 'N6'],
    [/low income|lowincm/, 'N7'],
    [/young carer|parents? with|ill parents/, 'N3'],
    [/harm\b|exploitation|genital|section 47/, 'N1'],
    [/learning disab|(physical|sensory|own) disab|child with disab|^cin disab/, 'N2'],
    [/homeless|acute distress/, 'N4'],
    [/absent|asylum|absprnt|privately fostered/, 'N8'],
    [/other than child|not child in need|notcin/, 'N9'],
    [/not (stated|recorded|specified|yet|known)|no need code|unknown|not yet determined/, 'N0'],
  ],
})

/** Why an episode of need ended: RC1 to RC9 of the children in need census. */
export const closure = vocabulary({
  codes: ['RC1', 'RC2', 'RC3', 'RC4', 'RC5', 'RC6', 'RC7', 'RC8', 'RC9'],
  anywhere: true,
  words: [
    [/adopted|adoption order/, 'RC1'],
    [/\bdied\b|death|deceased/, 'RC2'],
    [/special g/, 'RC4'],
    [/residence order|arrangements? order/, 'RC3'],
    [/adult/, 'RC6'],
    [
      /(transfer|moved|left).*(another|other) (la\b|local|auth)|transfer.*another|moved out of area/,
      'RC5',
    ],
    [/transfer.*(la\b|local auth)|left area/, 'RC5'],
    [/assess.*(early help|referred to)|(early help).*assess/, 'RC9'],
    [/after.*assess|nfa|no further action|not in need after/, 'RC8'],
    [
      /ceased|no longer|other reason|work.*complet|aim|step|declin|refus|changed status|closed|(reached|turned) 18|withdr|objectives|inappropriate|eligib|not required|successful|circumstances|custody|in error|^other/,
      'RC7',
    ],
  ],
})

/** The record's word for the case status of list 6. */
export const status = vocabulary({
  whole: { a: 'care', b: 'protection', c: 'need', d: 'assessment', e: 'closed' },
  words: [
    [/closed|care leaver/, 'closed'],
    [/looked after|\bcla\b|\blac\b|\bin care\b/, 'care'],
    [/protection|\bcpp?\b/, 'protection'],
    [/assess|asmt/, 'assessment'],
    [/need|\bcin\b/, 'need'],
  ],
})

/** Category of abuse; two or more together are MUL. */
export const abuse = vocabulary({
  codes: ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'],
  aliases: { PA: 'PHY', PHYSAB: 'PHY', CSA: 'SAB', EMOT: 'EMO', SEX: 'SAB' },
  whole: {
    a: 'NEG',
    b: 'PHY',
    c: 'SAB',
    d: 'EMO',
    e: 'MUL',
    // One answer for each of neglect, physical, sexual and emotional.
    ynnn: 'NEG',
    nynn: 'PHY',
    nnyn: 'SAB',
    nnny: 'EMO',
  },
  first: [
    [/^(?=[yn]{4}$)(.*y.*y)/, 'MUL'],
    [/mul|not recommended/, 'MUL'],
    [/(?=.*neg)(?=.*(phy|sex|emo))/, 'MUL'],
    [/(?=.*phy)(?=.*(sex|emo))/, 'MUL'],
    [/(?=.*sex)(?=.*emo)/, 'MUL'],
  ],
  words: [
    [/neglect/, 'NEG'],
    [/physical/, 'PHY'],
    [/sexual/, 'SAB'],
    [/emotion/, 'EMO'],
  ],
})

/** Eligibility of a care leaver; 'eligible' is one who is still in care at 16 or 17. */
export const eligibility = vocabulary({
  whole: {
    a: 'relevant',
    b: 'former',
    c: 'qualifying',
    d: 'eligible',
    r: 'relevant',
    fr: 'former',
    q: 'qualifying',
    e: 'eligible',
  },
  words: [
    [/qualif|qual\b/, 'qualifying'],
    [/former|pa to 25/, 'former'],
    [/relevant|relavent/, 'relevant'],
    [/eligible/, 'eligible'],
    [/^other|^c q|not mapped/, ''],
    [/care leaver/, 'qualifying'],
  ],
})

/** Whether the council is in touch with a care leaver, by the words of the SSDA903. */
export const inTouch = vocabulary({
  codes: ['YES', 'NO', 'DIED', 'REFU', 'NREQ', 'RHOM'],
  whole: {
    a: 'YES',
    b: 'NO',
    c: 'DIED',
    d: 'REFU',
    e: 'NREQ',
    f: 'RHOM',
    y: 'YES',
    n: 'NO',
    '1': 'YES',
    '0': 'NO',
    '2': 'NO',
    true: 'YES',
    false: 'NO',
  },
  first: [
    [/died|death/, 'DIED'],
    [/return.*(home|parent)|rhom/, 'RHOM'],
    [/no longer requires?|nreq/, 'NREQ'],
    [/refus|refu\b/, 'REFU'],
    [/not recorded|no contact recorded|no care leaver|unknown/, ''],
    [/^(\d{1,2} )?yes\b|^in touch/, 'YES'],
    [/^(\d{1,2} )?no\b|^not in touch/, 'NO'],
  ],
})

/** What a care leaver does: the codes of the SSDA903. F3 and P3 were split in 2016. */
export const activity = vocabulary({
  codes: 'F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0'.split(' '),
  anywhere: true,
  words: [
    [/pregnan|parenting/, 'G6'],
    [/illness|disab/, 'G4'],
    [/not in|neet/, 'G5'],
    [/part time.*apprent/, 'P4'],
    [/(full time)?.*apprent(?!.*not)(?<!not (an )?apprent)/, 'F4'],
    [/part time.*(other than|not) higher/, 'P2'],
    [/(other than|not) higher/, 'F2'],
    [/part time.*higher/, 'P1'],
    [/higher/, 'F1'],
    [/part time.*(train|employ)/, 'P3'],
    [/full time.*(train|employ)/, 'F3'],
    [/part time.*educ/, 'P2'],
    [/full time.*educ/, 'F2'],
    [/not recorded|not in touch|unknown/, ''],
  ],
})

/** Where a care leaver lives: a letter of the SSDA903. */
export const accommodation = vocabulary({
  codes: [...'BCDEGHKRSTUVWXYZ0'],
  // 1 and 2 after the letter say suitable and unsuitable, in the older form of the SSDA903.
  aliases: Object.fromEntries(
    [...'BCDEGHKRSTUVWXYZ'].flatMap(letter =>
      ['1', '2'].map(digit => [`${letter}${digit}`, letter] as const),
    ),
  ),
  first: [[/^(b and b|bed and breakfast)/, 'W']],
  words: [
    [/former foster|foster placement|foster carer|staying put/, 'Z'],
    [/parent|relative|family/, 'B'],
    [/community home|residential care|residential placement/, 'C'],
    [/semi ?ind|transitional|self contained/, 'D'],
    [/supported lodging/, 'E'],
    [/abroad/, 'G'],
    [/deport/, 'H'],
    [/foyer|supported accom/, 'T'],
    [/lodging/, 'K'],
    [/(residence|address|whereabouts) (is )?not|whereabouts unknown|not known|unknown/, 'R'],
    [/no fixed|homeless/, 'S'],
    [/independ|own tenancy|universit/, 'U'],
    [/emergency/, 'V'],
    [/bed and b/, 'W'],
    [/custody|prison|offender/, 'X'],
    [/other|friends/, 'Y'],
    [/not recorded|not stated|no information/, ''],
  ],
})

/** Why a child is no longer to be placed for adoption: RD1 to RD4 of the SSDA903. */
export const reversal = vocabulary({
  codes: ['RD1', 'RD2', 'RD3', 'RD4'],
  anywhere: true,
  words: [
    [/needs.*change/, 'RD1'],
    [/court.*(not|overturn)|placement order not/, 'RD2'],
    [/adopters/, 'RD3'],
    [/other reason|disrupt|^other/, 'RD4'],
  ],
})

export const leftAdoption = vocabulary({
  whole: { '1': 'withdrew', '2': 'on hold', '3': 'refused' },
  words: [
    [/withdr/, 'withdrew'],
    [/hold/, 'on hold'],
    [/refus/, 'refused'],
  ],
})
