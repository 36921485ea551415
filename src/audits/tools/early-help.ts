import type { Tool } from '#practice'
import { unread } from './rests.ts'

const WT = 'Working Together to Safeguard Children 2023'

export const earlyHelp: Tool = {
  key: 'early-help',
  version: 1,
  title: 'Early help',
  about:
    'Whether help came early enough, fitted the family and changed something for the children.',
  needsChild: true,
  standards: [
    {
      key: 'way-in',
      title: 'The way in',
      asks: 'Did the family get to the right help quickly, with their agreement, and without telling their story again and again?',
      anchors: {
        outstanding:
          'Somebody whom the family trusts came with them; help began within days and they told their story once.',
        good: 'The decision was quick and right, the family agreed and knew what would happen.',
        'requires improvement':
          'The family waited or was passed on, though nothing grew worse for it.',
        inadequate:
          'Help came so late that things grew worse, or the children needed protection and this was not seen.',
      },
      limiting: true,
      evidence: 'The days from asking to the first help, and what the family agreed to.',
      compliance: [
        {
          key: 'way-in-consent',
          asks: 'Is the family’s agreement recorded?',
          rests: unread(WT, 'chapter 3, early help'),
        },
        { key: 'way-in-checked', asks: 'Were earlier referrals looked at?' },
      ],
    },
    {
      key: 'assessment',
      title: 'Understanding the whole family',
      asks: 'Does the assessment say what each child lives and what the family wants to be different?',
      anchors: {
        outstanding:
          'Each child is a person of their own in it; parents recognise themselves; what is strong is used.',
        good: 'Every child and both parents are in it, needs and strengths are clear, and it leads to a plan.',
        'requires improvement':
          'It is about the one child or the one problem that brought them; others are named.',
        inadequate: 'There is none, or it misses what a reader can see from the referrals.',
      },
      limiting: false,
      evidence: 'What the family wants to be different, in their words.',
      compliance: [
        { key: 'assessment-each', asks: 'Was each child in the home seen or spoken with?' },
        { key: 'assessment-time', asks: 'Was it made within the time that local policy sets?' },
      ],
    },
    {
      key: 'plan',
      title: 'A plan with the family',
      asks: 'Is there one plan, which the family helped to make and everybody around them works to?',
      anchors: {
        outstanding:
          'The family leads the plan; friends, relatives and services each have a part, and it changes as life does.',
        good: 'It has clear aims, names and days, and the family has it; services work together.',
        'requires improvement': 'There is a plan that services follow each on their own.',
        inadequate: 'There is no plan, or it is a list of referrals.',
      },
      limiting: false,
      evidence: 'The first aim, who does what, and how anybody will know that it is reached.',
      compliance: [
        {
          key: 'plan-lead',
          asks: 'Is a lead practitioner named?',
          rests: unread(WT, 'chapter 3, early help'),
        },
        { key: 'plan-team', asks: 'Did the team around the family meet in the last six weeks?' },
      ],
    },
    {
      key: 'help',
      title: 'Help that changes something',
      asks: 'Did the help fit, and is something better for the children?',
      anchors: {
        outstanding:
          'Change is plain to the children themselves, can be shown, and the family could keep it up alone.',
        good: 'The help rests on what is known to work, fits the family, and children are better for it.',
        'requires improvement': 'Help was given and attended; what it changed is hard to tell.',
        inadequate:
          'The help did not fit, nothing changed and it went on, or it ended because it was not attended.',
      },
      limiting: false,
      evidence: 'What is different for each child, and what shows it.',
      compliance: [
        { key: 'help-measured', asks: 'Was change measured at the beginning and since?' },
      ],
    },
    {
      key: 'risk',
      title: 'When worries grow',
      asks: 'Did workers notice when it was no longer enough, and act?',
      anchors: {
        outstanding:
          'Small signs were talked over early with a safeguarding adviser and the family; the step up was smooth.',
        good: 'Risk is looked at each time; where it grew, the step up was timely and explained.',
        'requires improvement': 'It was noticed and took another event before anybody acted.',
        inadequate: 'Children were being harmed while early help went on as before.',
      },
      limiting: true,
      evidence:
        'The moments at which a step up was or could have been considered, and what was decided.',
      compliance: [
        {
          key: 'risk-recorded',
          asks: 'Is it recorded at each review why the level of help is right?',
        },
      ],
    },
    {
      key: 'ending',
      title: 'A good ending',
      asks: 'Did help end when it should, with the family knowing whom to turn to?',
      anchors: {
        outstanding:
          'The family ended it, has people around them, and was asked months later how things are.',
        good: 'It ended because aims were reached, was planned with them, and they know how to come back.',
        'requires improvement': 'It ended in time and abruptly, or goes on out of habit.',
        inadequate: 'It was closed with needs unmet, or because the family did not answer.',
      },
      limiting: false,
      evidence: 'Why it ended or goes on, and what the family says of it.',
      compliance: [
        { key: 'ending-feedback', asks: 'Was the family asked what they thought of the help?' },
      ],
    },
  ],
}
