import type { Theme } from '#findings'
import type { Grade, Random } from '#practice'
import type { Voice } from '../audit.ts'
import type { Direction } from '../sides.ts'
import { pick } from './story.ts'

// What people of a county that does not exist said. Nobody is named and nobody is blamed.

/** What audits found that goes to the inbox, with its theme. */
export const found: readonly (readonly [Theme, string])[] = [
  ['plans', 'Plans do not say what will be different for the child, or by when.'],
  ['management-oversight', 'Supervision notes say what was done and not why a decision was taken.'],
  ['strategy-and-protection', 'Health was not asked before the strategy discussion ended.'],
  ['plans', 'Plans list services and leave out who does what by when.'],
  ['management-oversight', 'The same action stands in three sessions of supervision.'],
  ['voice', 'What the child said is there, and nothing that followed from it.'],
  ['assessments', 'A parent who lives elsewhere was not spoken to.'],
  ['visits', 'Visits are recorded a week late, in the same words each time.'],
]

const said: Readonly<
  Record<Voice['who'], { better: readonly string[]; worse: readonly string[] }>
> = {
  child: {
    better: [
      'She comes when she says she will. I told her about school and they changed the bus.',
      'I know what the plan is. I helped to write it.',
      'They asked me before the meeting what I wanted said.',
    ],
    worse: [
      'I have had three workers. I say the same things each time.',
      'They talk to my mum. I would like to be asked too.',
      'I do not know what happens next.',
    ],
  },
  parent: {
    better: [
      'She was honest with us about what had to change, and she noticed when it did.',
      'We were told what was decided, and why, once we asked.',
      'They rang my sister too, and that helped most.',
    ],
    worse: [
      'I was told about the plan after it was made.',
      'Letters come with words that I have to look up.',
      'I work until six and visits are at four.',
    ],
  },
  carer: {
    better: [
      'I get an answer the same day, and I am asked what I see at home.',
      'The review was held here, so that the child could stay in their own room.',
    ],
    worse: [
      'I heard about the new plan from the school.',
      'We have waited since spring for an answer about the holiday.',
    ],
  },
}

const notAsked: Readonly<Record<Voice['who'], readonly string[]>> = {
  child: [
    'The child is under three. How they were with their carers is described instead.',
    'The child was in a week of exams and asked to be left alone.',
    'The child did not want to talk to one more person.',
  ],
  parent: [
    'The family was not asked: a conference was the same week.',
    'Two calls and a letter had no answer.',
    'It would not have been safe to ring the home.',
  ],
  carer: ['The child lives at home with a parent.', 'The carer was away in the week of the audit.'],
}

/** What each of the three said, or why they were not asked. @param asks how often they are asked, 0 to 1 */
export function voicesFor(grade: Grade, asks: number, random: Random): readonly Voice[] {
  const isBetter = grade === 'good' || grade === 'outstanding'
  const one = (who: Voice['who'], share: number): Voice => {
    if (random() >= share)
      return { who, words: '', agreed: false, because: pick(notAsked[who], random) }
    // People are of more than one mind about the same work.
    const tone = random() < 0.8 === isBetter ? 'better' : 'worse'
    return { who, words: pick(said[who][tone], random), agreed: true, because: '' }
  }
  return [one('child', asks * 0.8), one('parent', asks), one('carer', asks * 0.4)]
}

const own: Readonly<Record<Grade, readonly string[]>> = {
  outstanding: [
    'I am proud of how the family took the lead. I would write down sooner why it worked.',
  ],
  good: [
    'I know this child well and the plan is moving. I would ask health earlier next time.',
    'The visits went well. I would write them up on the day.',
    'I am glad about the work with the grandparents; the assessment could be shorter.',
  ],
  'requires improvement': [
    'I took this over in the spring and I am still catching up with what came before.',
    'I know this child, and I would begin sooner with the father next time.',
    'The plan is too long. I would ask for three things and not eleven.',
  ],
  inadequate: [
    'I had twenty-six children that month and this one waited. I have said so in supervision.',
    'I can see now that the reports belonged together.',
  ],
}
export const ownWordsFor = (grade: Grade, random: Random): string => pick(own[grade], random)

const learned: Readonly<Record<Grade, readonly string[]>> = {
  outstanding: [
    'Ask the family to write their own first page. Everything after it was shorter and better.',
  ],
  good: [
    'One question at the start of supervision kept the child in view: what has changed for them?',
    'Reading the history before the first visit saved the family telling it again.',
  ],
  'requires improvement': [
    'A plan with fewer steps would have been easier for everybody to keep.',
    'A date beside each step would have shown the delay a month earlier.',
  ],
  inadequate: [
    'Put reports side by side in one list as they come; one by one none of them looked large.',
  ],
}
export const learningFor = (grade: Grade, random: Random): string => pick(learned[grade], random)

/** In words for young people; some with words that a family would not use, so that they are marked. */
export const youngTexts: readonly string[] = [
  'Your worker knows you and listens. When you said that mornings were hard, they talked to your school. The plan says what will be better by summer.',
  'The LAC review was late. Nobody told you why. Your worker has said sorry and there is a new day for it.',
  'You were seen a lot, and mostly with other people in the room. We have asked that somebody sees you on your own.',
  'Contact with your siblings was moved three times. It should be on a day that you know. We have asked for one day that stays.',
  'Your placement is kind and you feel safe there. Your plan still says what adults do and not what you want.',
  'When things got worse at home, people came quickly. They told you what would happen next. That was good work.',
  'Adults wrote that you were hard to reach. We think that nobody had asked where you like to talk.',
  'You said that you would like the same worker. You had three in a year. The new one has promised to stay until summer.',
  'The meeting about you was at school, because you asked for that. Your drawing was on the table.',
  'People asked what you think and wrote it down. Then nothing changed. We have asked them to tell you why.',
  'Somebody should have come sooner when you were worried. They come every week now, and you can ring.',
  'Your step down plan says who helps when things get hard again. Your family helped to write it.',
  'Your pathway plan has good ideas in it. You told us you have not seen it. We have asked that you get your own copy.',
]

export const moderationReasons: Readonly<Record<Direction, readonly string[]>> = {
  same: [
    'The grade follows from the practice that was seen. The form was filled in briefly, and that is not the work.',
    'Read with the record open: the same view of the plan and of risk.',
  ],
  down: [
    'The visits are on time; what was learned in them did not reach the plan, and that is what is graded.',
    'The record is tidy. For the child little has changed in eight months.',
  ],
  up: [
    'The record is thin and the work is not: the school and the parent both say what has changed.',
    'The form marks a missing date. The practice it stands for was done, and well.',
  ],
}

export const alertActs: readonly string[] = [
  'A manager visited with the worker the same day; the child was seen alone and is with an aunt tonight.',
  'A strategy discussion was held with police and health; the plan for the next days is on the record.',
  'The worker and manager saw the child at school and spoke with both parents; visits are twice a week now.',
  'The record was read by the manager, supervision was brought forward, and three overdue steps were taken.',
]
export const alertSeen: readonly string[] = [
  'Read the record and rang the school: the child was seen on each day that was agreed.',
  'Saw the notes of two visits since and the new plan. The child says that it is calmer.',
  'Spoke with the health visitor, who has seen the child twice since.',
]
