import { vocabulary } from './vocabulary.ts'

// Who made a contact or referral: the source codes of the children in need census, which Annex A
// uses for both lists. Where the words name a group of codes and not which of them, the group's
// "other" is taken with a doubt.
const group = (name: string) =>
  `This names ${name} without saying which, so it was counted as other ${name}.`

export const source = vocabulary({
  codes: '1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10'.split(' '),
  whole: {
    br: '1A',
    fath: '1A',
    moth: '1A',
    gran: '1A',
    par: '1A',
    pol: '6',
    hous: '4',
    hou: '4',
    sch: '2A',
    ewo: '2B',
    nk: '10',
    oth: '8',
    anon: '9',
    nspc: '8',
    cafs: '7',
    hmp: '7',
    individual: '1D',
  },
  words: [
    [/^individuals?( other)?$/, '1D', group('individuals')],
    [/^health( services?)?$/, '3F', group('health services')],
    [/^(la|local authority) services?$/, '5B', group('services of a local authority')],
    [/other internal|(not|other than|exclud\w*)( in)?( social care and)? housing/, '5B'],
    [/stranger/, '1D'],
    [/external.*(la\b|authorit|adult)|(la|local authority) services? external/, '5C'],
    [/school (health )?nurs|nursing school nurse/, '3C'],
    [/health visit|^hv$|family nurse/, '3B'],
    [/\bgps?\b|general practi|^g p\b|surgery/, '3A'],
    [/\ba and e\b|accident|casualty|emergency (dep|dept|unit|room)|\baande\b/, '3E'],
    [/primary (health|care)|walk in centre/, '3D'],
    [/children s? ?cent|childrens cent|sure start/, '8'],
    [
      /fostering agency|independent|voluntary|charit|nspcc|barnardo|\bfire\b|refuge|womens aid|n s p c c/,
      '8',
    ],
    [/police|merlin/, '6'],
    [/education (welfare|psych|support|other|not school|dep|health)|send\b|\bsen\b|\bewo\b/, '2B'],
    [/^(?!.*not school).*(\bschools?\b|academy|nurser|\bpru\b|preschool|senco)/, '2A'],
    [/educat|college|connexions|early years|training provider|universit/, '2B'],
    [
      /hospital|midwi|camhs|ambulance|paediatric|medical|clinic|hospice|\bnhs\b|mental health/,
      '3F',
    ],
    [
      /health|nurse|maternity|psychiat|matron|consultant|optom|audiolog|\bward\b|\bcmht\b|\bcpn\b|hosptial|dentist|doctor|drug|alcohol|substance|addiction|physio/,
      '3F',
    ],
    [
      /cafcass|court|probation|prison|immigration|solicitor|\blegal\b|\bhmp\b|home office|\buk ?ba\b/,
      '7',
    ],
    [/housing|landlord|homeless/, '4'],
    [/anonym|^anon\b/, '9'],
    [/^unk|unknown$|not (known|recorded|stated|mapped|specified)|unkown/, '10'],
    [/\bself\b|young person themsel|^(child|young person)$/, '1C'],
    [/another (la|local)|other (la\b|local auth)|out of (borough|area) social/, '5C'],
    [
      /youth (offend|service|support)|young peoples? s? ?(support )?services?|portage|targeted|contact centre|\bcouncil\b|youth justice|\byo[st]\b|\byjs\b|early help|other internal|internal|leisure|librar/,
      '5B',
    ],
    [
      /social (care|services?|work)|adult(s|s s)? (services|team|social)|emergency duty|\bedt\b|\bmash\b|\blado\b|children s? ?services|childrens services|with disab|out of hours|occupational therap|local authority|^la\b/,
      '5A',
    ],
    [/neighbour|friend|acquaint|child ?minder/, '1B'],
    [/foster carer|adoptive parent|step ?parent/, '1A'],
    [/family support|family intervention|support worker|outreach/, '8'],
    [
      /family|relativ|parent|carer|mother|father|\bmum\b|\bdad\b|grand|aunt|uncle|sister|brother/,
      '1A',
    ],
    [/\bson\b|daughter|husband|wife|partner|sibling|cousin|niece|nephew|guardian/, '1A'],
    [
      /member of (the )?public|general public|household|elected member|parliament|councillor|\bmp\b|community member|individual/,
      '1D',
    ],
    [
      /agency|agencies|organisation|advocate|home ?start|victim support|\bidva\b|hostel|residential|care home|provider|project|childline|military|forces|third party|commissioned|marac|\bother\b|domestic|benefits|job ?centre|ofsted|church|faith|charity/,
      '8',
    ],
  ],
})
