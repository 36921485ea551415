import type { Tool } from '#practice'
import { read, unread } from './rests.ts'

const CPR = 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)'

export const childrenInCare: Tool = {
  key: 'children-in-care',
  version: 1,
  title: 'Children in care',
  about:
    'Whether a child in care has a home that lasts, people who matter, and a say in their own life.',
  needsChild: true,
  standards: [
    {
      key: 'home',
      title: 'A home that fits',
      asks: 'Is this the right home for this child now, and does everybody do what keeps it so?',
      anchors: {
        outstanding:
          'The child says that they belong; carers have the help that they asked for before it was urgent; strain is seen and met early.',
        good: 'The home was matched to the child’s needs, is stable, near enough to what matters to them, and supported.',
        'requires improvement':
          'The home is safe, but was what there was; gaps in the match are known and help for them is slow.',
        inadequate:
          'The child is unsafe or deeply unhappy there, is somewhere unregistered, or has been moved without thought of what moving does.',
      },
      limiting: true,
      evidence: 'How the home was chosen, and what the child and the carer say of it.',
      compliance: [
        {
          key: 'home-registered',
          asks: 'Is the home registered, or are the carers approved, for this child?',
          rests: unread('Care Standards Act 2000', 'section 11'),
        },
        {
          key: 'home-plan',
          asks: 'Is there a placement plan of today’s home?',
          rests: unread(CPR, 'regulation 9'),
        },
      ],
    },
    {
      key: 'permanence',
      title: 'A plan for growing up',
      asks: 'Does the child know where they will grow up and with whom, and is that being brought about without delay?',
      anchors: {
        outstanding:
          'A second plan was followed beside the first from the start; the child has a lasting home in law and in heart.',
        good: 'There is a clear plan for a lasting home, it was made by the second review, and steps towards it are in time.',
        'requires improvement':
          'The plan is known, and steps towards it have slipped without a good reason.',
        inadequate: 'Months or years have passed without a plan for where the child will grow up.',
      },
      limiting: false,
      evidence: 'The plan, when it was made, and the last step towards it.',
      compliance: [
        {
          key: 'permanence-second',
          asks: 'Was there a plan for permanence by the second review?',
          rests: unread('The Children Act 1989 guidance, volume 2', 'care planning'),
        },
      ],
    },
    {
      key: 'relations',
      title: 'People who matter',
      asks: 'Does the child keep, and grow, relationships with people who will still be there later?',
      anchors: {
        outstanding:
          'Brothers and sisters, family and old friends are part of ordinary life; lost people have been found again safely.',
        good: 'Time with family is planned around what is good for this child, and brothers and sisters see each other.',
        'requires improvement':
          'Family time is arranged around what services can offer; some who matter have dropped away.',
        inadequate: 'The child has lost touch with people who matter, and nobody has asked why.',
      },
      limiting: false,
      evidence: 'Who matters to the child, and when they last saw each of them.',
      compliance: [
        {
          key: 'relations-siblings',
          asks: 'Where brothers or sisters live apart, is the reason recorded and is there a plan for time together?',
        },
        {
          key: 'relations-visitor',
          asks: 'Where the child sees no parent, was an independent visitor considered?',
          rests: unread('Children Act 1989', 'section 23ZB'),
        },
      ],
    },
    {
      key: 'health-school',
      title: 'Health, feelings and school',
      asks: 'Is the child well, cared for when they are not, and getting on at school or in work?',
      anchors: {
        outstanding:
          'Adults around the child share one understanding of what has happened to them and how that shows; they thrive in things they chose.',
        good: 'Health needs are known and met, feelings are taken seriously with help where needed, and school plans raise what they can do.',
        'requires improvement':
          'Assessments are made and what they ask for comes late, or school attendance slips without a plan.',
        inadequate:
          'A serious need in health, mind or learning is not met, or the child has had no fitting school for weeks.',
      },
      limiting: false,
      evidence: 'One need in health and one in learning, and what is done about each.',
      compliance: [
        {
          key: 'health-yearly',
          asks: 'Was there a health assessment in the last 12 months (six for a child under five)?',
          rests: unread(CPR, 'regulation 7'),
        },
        { key: 'health-pep', asks: 'Is there a personal education plan of this or the last term?' },
        { key: 'health-dentist', asks: 'Has the child seen a dentist in the last 12 months?' },
      ],
    },
    {
      key: 'worker',
      title: 'A worker the child can count on',
      asks: 'Does the child have somebody who stays, comes when they said, and does what they promised?',
      anchors: {
        outstanding:
          'The child names their worker as somebody who knows and likes them; promises are kept, and endings are honest.',
        good: 'Visits are regular and in time, alone and about what the child wants; changes of worker are few and explained.',
        'requires improvement':
          'Visits keep to the rule and change of workers costs the child trust; tasks from the child’s wishes drift.',
        inadequate:
          'The child does not know who their worker is, or has not been visited as the law asks.',
      },
      limiting: false,
      evidence: 'How many workers in two years, and one promise with what became of it.',
      compliance: [
        {
          key: 'worker-visits',
          asks: 'Was every visit of the last six months made when it was due?',
          rests: read(CPR, 'regulation 28(2)'),
        },
        {
          key: 'worker-alone',
          asks: 'Was the child seen alone, unless they did not want it?',
          rests: unread(CPR, 'regulation 29'),
        },
      ],
    },
    {
      key: 'review',
      title: 'Reviews that are the child’s own',
      asks: 'Do reviews and the reviewing officer change things for the child?',
      anchors: {
        outstanding:
          'The child shapes or leads their review, and the reviewing officer has made something happen that would not have.',
        good: 'Reviews are in time, the child takes part as they like, and the reviewing officer follows up between them.',
        'requires improvement':
          'Reviews are in time and alike; recommendations come back unfinished each time.',
        inadequate:
          'Reviews are late or without the child’s view, or a poor plan went through them unquestioned.',
      },
      limiting: false,
      evidence: 'One recommendation of the last review, and what became of it.',
      compliance: [
        {
          key: 'review-time',
          asks: 'Was every review of the last year in time?',
          rests: unread(CPR, 'regulation 33'),
        },
        {
          key: 'review-met',
          asks: 'Did the reviewing officer speak with the child before the last review?',
          rests: unread(CPR, 'regulation 36'),
        },
      ],
    },
    {
      key: 'story',
      title: 'The child’s story',
      asks: 'Does the child know why they are in care, in words that they can live with?',
      anchors: {
        outstanding:
          'The child has their story in words, pictures and things, and comes back to it with people they trust.',
        good: 'Somebody has told the child their story, fitting their age, and it is kept for them.',
        'requires improvement': 'Work on the story is planned or begun, and not finished.',
        inadequate:
          'The child holds a wrong or harmful account of why they are in care, and nobody has helped.',
      },
      limiting: false,
      evidence: 'What the child says of why they are in care, and what is kept for them.',
      compliance: [{ key: 'story-begun', asks: 'Has life story work been begun?' }],
    },
  ],
}
