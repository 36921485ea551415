import type { Tool } from '#practice'
import { unread } from './rests.ts'

const WT = 'Working Together to Safeguard Children 2023'

export const childProtectionPlan: Tool = {
  key: 'child-protection-plan',
  version: 1,
  title: 'Child protection plan',
  about: 'Whether a plan is making a child safer, and whether everybody in it knows how.',
  needsChild: true,
  standards: [
    {
      key: 'danger',
      title: 'What the danger is',
      asks: 'Could each person in the plan say what has harmed or could harm this child, in the same plain words?',
      anchors: {
        outstanding:
          'The family helped to write it; it says what adults do or fail to do, what that does to this child, and how bad it would be if nothing changed.',
        good: 'The harm, its pattern and its effect on this child are stated plainly and shared by agencies and family.',
        'requires improvement':
          'It names a category and incidents; what they mean for this child is left to the reader.',
        inadequate:
          'The plan does not say what the child has to be safe from, or misses a danger that is on record.',
      },
      limiting: true,
      evidence: 'The danger in the plan’s words, and in the family’s.',
      compliance: [{ key: 'danger-category', asks: 'Does the category fit what is written?' }],
    },
    {
      key: 'plan',
      title: 'A plan that makes the child safer',
      asks: 'Does the plan say what will be different in the child’s day, who does what, and what happens if it does not?',
      anchors: {
        outstanding:
          'Few steps, made with the family, each tied to the child’s safety; everybody knows what will be done the day it fails.',
        good: 'Outcomes, actions, names and days are clear; there is a safety plan for now and a plan for if things get worse.',
        'requires improvement':
          'Actions are many and are about services; how anybody would know that the child is safer is not said.',
        inadequate:
          'There is no plan that could make the child safer, or the family does not have it.',
      },
      limiting: false,
      evidence: 'The most important step, and what shows that it is or is not being done.',
      compliance: [
        {
          key: 'plan-outline',
          asks: 'Was an outline plan agreed at the conference?',
          rests: unread(WT, 'chapter 3'),
        },
        { key: 'plan-contingency', asks: 'Does it say what happens if it does not work?' },
        {
          key: 'plan-copy',
          asks: 'Do the parents, and the child where old enough, have the plan?',
        },
      ],
    },
    {
      key: 'core-group',
      title: 'The core group',
      asks: 'Does the core group keep the plan moving and change it when it does not work?',
      anchors: {
        outstanding:
          'It works as a team with the family: it notices what does not change, asks why, and alters the plan within weeks.',
        good: 'It meets on time with the right people and the family, tests progress against the plan, and records who does what next.',
        'requires improvement':
          'It meets and shares news; the plan stays as it was whether or not anything changes.',
        inadequate:
          'It does not meet, or meets without those who matter, and the plan stands still.',
      },
      limiting: false,
      evidence: 'The last two core groups: who came, and what they changed.',
      compliance: [
        {
          key: 'core-first',
          asks: 'Did it first meet within 10 working days of the conference?',
          rests: unread(WT, 'chapter 3, core group'),
        },
        {
          key: 'core-six',
          asks: 'Has it met at least every six weeks since, or as often as local procedure asks?',
        },
      ],
    },
    {
      key: 'visits',
      title: 'Seeing the child',
      asks: 'Is the child seen often enough, alone, and in a way that tells what life at home is like?',
      anchors: {
        outstanding:
          'Visits have a purpose that comes from the plan, some are unannounced, and together they tell a story that only this child could tell.',
        good: 'The child is seen at least as often as agreed, alone and at home, with where they sleep; what is seen is used.',
        'requires improvement':
          'Visits are on time and alike: the child is seen, and little is learnt.',
        inadequate:
          'The child has not been seen as the plan says, or was never seen alone, without anybody acting on it.',
      },
      limiting: true,
      evidence: 'The last three visits: who saw the child, where, and what they learnt.',
      compliance: [
        {
          key: 'visits-due',
          asks: 'Was every visit of the last three months made when it was due?',
        },
        { key: 'visits-bedroom', asks: 'Was the child’s bedroom seen in that time?' },
      ],
    },
    {
      key: 'parents',
      title: 'Work with parents',
      asks: 'Do parents know what has to change, and do they have help that could bring it about?',
      anchors: {
        outstanding:
          'Parents say in their own words what has to change and have come to own it; help fits them, and both parents are in it.',
        good: 'Both parents are worked with honestly, have fitting help, and know what would end the plan.',
        'requires improvement':
          'Much is asked and little is offered, or one parent does all of it.',
        inadequate:
          'The parent whose behaviour is the danger is not worked with, or signs of change were believed without being tested.',
      },
      limiting: false,
      evidence: 'What each parent has to change, the help they have, and what has changed.',
      compliance: [{ key: 'parents-both', asks: 'Is the work with each parent recorded?' }],
    },
    {
      key: 'drift',
      title: 'Review, and no drift',
      asks: 'Did conferences and managers make sure that the plan ended, went on or led to court at the right time?',
      anchors: {
        outstanding:
          'Somebody independent asked the hard question early, and the course was changed before harm came again.',
        good: 'Reviews test change against the danger; where it stalls, legal advice or another step is taken in time.',
        'requires improvement':
          'Reviews go on from one to the next; everybody sees that little changes, and the next step comes late.',
        inadequate:
          'The plan goes on and the harm goes on, or the plan ended although the danger had not.',
      },
      limiting: true,
      evidence: 'How long the plan has lasted, what changed at each review, and who asked why not.',
      compliance: [
        {
          key: 'drift-first',
          asks: 'Was the first review within three months?',
          rests: unread(WT, 'chapter 3, review conference'),
        },
        {
          key: 'drift-six',
          asks: 'Was each later review within six months of the one before?',
          rests: unread(WT, 'chapter 3, review conference'),
        },
        {
          key: 'drift-legal',
          asks: 'Was legal advice considered where the plan has lasted over 12 months?',
        },
      ],
    },
  ],
}
