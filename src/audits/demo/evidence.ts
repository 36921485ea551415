import type { Grade, Random } from '#practice'
import { pick } from './story.ts'

// What auditors of a county that does not exist wrote down: of no child, by no one, about no one.

type ByGrade = Readonly<Record<Grade, readonly string[]>>

/** The standards of the whole case file by their keys. */
const ofStandard: Readonly<Record<string, ByGrade>> = {
  voice: {
    outstanding: [
      'Three drawings and a letter are on the record; family time moved to Saturdays because the child asked for it, and the child was told.',
    ],
    good: [
      'Seen alone at each of the last five visits; what the child said about school is in the plan.',
      'The child’s own words open each visit note, and the last review answered two of them.',
    ],
    'requires improvement': [
      'Seen at every visit, twice alone; the notes say more about the parents than about the child.',
      'The child said they sleep badly. It is recorded, and nothing follows from it.',
    ],
    inadequate: [
      'Not seen alone in seven months. A reader could not say what a day is like for this child.',
    ],
  },
  assessment: {
    outstanding: ['History of two generations is weighed, and the family wrote half a page of it.'],
    good: [
      'It draws on school, health and both parents, and its conclusion leads to the plan.',
      'Earlier referrals are listed and weighed; the view of risk follows from them.',
    ],
    'requires improvement': [
      'It describes the last month well; what came in the three years before is not used.',
      'The father’s view is missing, and the record does not say why.',
    ],
    inadequate: [
      'The last assessment is 19 months old and describes another home.',
      'Two reports of injury are not mentioned in it.',
    ],
  },
  risk: {
    outstanding: ['A change in mood was noticed at school and talked through the same day.'],
    good: [
      'Police told us on a Monday; the child was seen on the Monday, with a decision in writing.',
      'Both worries of the spring were looked into within two days.',
    ],
    'requires improvement': [
      'Each worry was answered by itself; three in six weeks were not put together.',
      'The response came after nine days, with no harm to the child.',
    ],
    inadequate: [
      'Four reports in ten weeks, and no strategy discussion until the fifth.',
      'A new adult in the home was known and not asked about for two months.',
    ],
  },
  plan: {
    outstanding: ['Five steps, each with a day and a person; four are done and school is regular.'],
    good: [
      'It says what will be different by the summer and who sees to it; the review moved two steps on.',
      'The aim is that mornings are calm, and the school says they are.',
    ],
    'requires improvement': [
      'Eleven actions, mostly services to attend; two have a date.',
      'The plan has the same words as the one before it, with a new date.',
    ],
    inadequate: ['The plan ended in the winter and there is none since.'],
  },
  family: {
    outstanding: ['An aunt leads the family’s own plan and both parents have a part in it.'],
    good: [
      'Both parents and a grandmother were met, and their disagreement is recorded fairly.',
      'The network map is of this year and three people on it have a step in the plan.',
    ],
    'requires improvement': [
      'The father lives ten minutes away and was spoken to once, by telephone.',
      'Grandparents are named and were not met.',
    ],
    inadequate: ['Nobody asked who else lives in the home.'],
  },
  identity: {
    outstanding: ['The interpreter is the same each time, because the child chose her.'],
    good: [
      'Faith and language are recorded and the foster carers were chosen with them in mind.',
      'How the child’s hearing is helped is in the plan, in the child’s words.',
    ],
    'requires improvement': [
      'Ethnicity and religion are filled in; nothing in the work would differ without them.',
    ],
    inadequate: ['A disability is on the school’s record and not on ours.'],
  },
  oversight: {
    outstanding: [
      'A manager’s question in the second session turned the plan round, and was come back to.',
    ],
    good: [
      'Supervision each month, with reasons for decisions and what became of the last ones.',
      'The manager wrote why the step down was right, and looked again after six weeks.',
    ],
    'requires improvement': [
      'Supervision is regular and goes through tasks; the reason for the change of plan is not there.',
      'The same action stands in three sessions.',
    ],
    inadequate: ['No supervision is recorded for five months while worries grew.'],
  },
  record: {
    outstanding: [
      'Written to the child throughout; they could read it as the story of their life.',
    ],
    good: ['Plain words, up to date, and the reasons for decisions are easy to find.'],
    'requires improvement': [
      'Visits were written up two to three weeks later, some in the same words.',
      'Abbreviations that a family would not know stand on most pages.',
    ],
    inadequate: ['Six weeks are missing, and what happened in them cannot be told.'],
  },
}

/** For standards of the other tools, whatever they ask. */
const ofAny: ByGrade = {
  outstanding: ['It changed what was done, and a second look some weeks later shows that it held.'],
  good: [
    'There in the last three records that were read, with the reason beside each.',
    'Done when it was to be done, and what came of it is written down.',
    'Two examples were seen; in both it led to something.',
  ],
  'requires improvement': [
    'It was done, and what it was for cannot be told from the record.',
    'There in one of the three records that were read.',
    'Late by two weeks, without harm.',
  ],
  inadequate: [
    'Nothing shows that it was done, and nobody had noticed.',
    'It was known to be missing for two months and nothing followed.',
  ],
}

export function evidenceFor(tool: string, standard: string, grade: Grade, random: Random): string {
  const own = tool === 'whole-case-file' ? ofStandard[standard] : undefined
  return pick((own ?? ofAny)[grade], random)
}
