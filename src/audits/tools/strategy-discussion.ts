import type { Tool } from '#practice'
import { unread } from './rests.ts'

const WT = 'Working Together to Safeguard Children 2023'

export const strategyDiscussion: Tool = {
  key: 'strategy-discussion',
  version: 1,
  title: 'Strategy discussions and section 47 enquiries',
  about:
    'How quickly and how well agencies came together when a child may have suffered significant harm.',
  needsChild: true,
  standards: [
    {
      key: 'timely',
      title: 'In time for the child',
      asks: 'Was the discussion held as soon as the harm was suspected, at the pace that the child’s safety asked for?',
      anchors: {
        outstanding:
          'It was held within hours where danger asked for it, and what was needed to keep the child safe meanwhile was done and written down.',
        good: 'It was held when the threshold was met, without waiting for people or papers, and the child was safe in between.',
        'requires improvement':
          'It came later than it should; the wait did not add to the harm, and nobody wrote why it took so long.',
        inadequate:
          'The child stayed in danger while it was put off, or it was not held although harm was plainly suspected.',
      },
      limiting: true,
      evidence:
        'When harm was first suspected and by whom, when the discussion was held, and what was done between.',
      compliance: [
        {
          key: 'timely-threshold',
          asks: 'Is it written down when and why the threshold was met?',
          rests: unread('Children Act 1989', 'section 47(1)'),
        },
      ],
    },
    {
      key: 'partners',
      title: 'The people who know the child took part',
      asks: 'Did those who know this child, and those who can act, decide together?',
      anchors: {
        outstanding:
          'Everybody who knew the child brought what they knew, somebody questioned the first view, and the decision was better for it.',
        good: 'Social care, police and health took part, with school or others where they knew the child, and their views are on record.',
        'requires improvement':
          'Two agencies decided; another was told afterwards, and something it knew would have mattered.',
        inadequate:
          'One agency decided alone, or what another knew and would have changed the decision was never asked for.',
      },
      limiting: false,
      evidence: 'Who took part and what each contributed; who was missing and why.',
      compliance: [
        {
          key: 'partners-three',
          asks: 'Did social care, police and health all take part?',
          rests: unread(WT, 'chapter 3, strategy discussion'),
        },
        { key: 'partners-referrer', asks: 'Was whoever made the referral part of it, or asked?' },
        { key: 'partners-shared', asks: 'Did everybody who took part get the record of it?' },
      ],
    },
    {
      key: 'decision',
      title: 'A decision that can be followed',
      asks: 'Can a reader see what was known, what was decided and why?',
      anchors: {
        outstanding:
          'Facts, history and what is not known are told apart; other explanations were weighed; the reasons would stand up years later.',
        good: 'What was shared, the risk, the decision and its reasons are recorded, with who does what by when.',
        'requires improvement':
          'The decision is clear, the reasons are thin, or tasks have no name or day beside them.',
        inadequate:
          'The record does not show what was decided, or the decision does not fit what was known.',
      },
      limiting: false,
      evidence: 'The decision and the strongest reason for it, and the tasks with names and days.',
      compliance: [
        { key: 'decision-recorded', asks: 'Was the record made within one working day?' },
        {
          key: 'decision-medical',
          asks: 'Is it recorded whether a medical examination is needed?',
        },
        { key: 'decision-siblings', asks: 'Were other children in the home considered by name?' },
      ],
    },
    {
      key: 'enquiry',
      title: 'The enquiry',
      asks: 'Did the enquiry find out what happened to this child and what they live with?',
      anchors: {
        outstanding:
          'Curious and kind: the child, both parents and others were met more than once where needed, and what they said was checked against what was seen.',
        good: 'The child was seen and heard in a way that suited them; parents and agencies were asked; history was weighed; the conclusion follows.',
        'requires improvement':
          'The steps were taken, but one source carries the conclusion or an adult’s account was not tested.',
        inadequate:
          'The child was not seen, or a conclusion was drawn without asking who would have known.',
      },
      limiting: true,
      evidence: 'When and how the child was seen, what they said, and who else was asked.',
      compliance: [
        {
          key: 'enquiry-seen',
          asks: 'Was the child seen by a social worker during the enquiry?',
          rests: unread('Children Act 1989', 'section 47(4)'),
        },
        {
          key: 'enquiry-qualified',
          asks: 'Was the enquiry led by a qualified social worker?',
          rests: unread(WT, 'chapter 3'),
        },
      ],
    },
    {
      key: 'family',
      title: 'Honest with the family',
      asks: 'Did the family know what the worry was and what could happen, unless that put the child in danger?',
      anchors: {
        outstanding:
          'Parents who were frightened or angry still understood what was happening, were treated with respect and had help to take part.',
        good: 'Both parents were told what the worry was and what would happen; where they were not, the reason is recorded.',
        'requires improvement':
          'Parents were told late or in words that they could not use; one parent was left out.',
        inadequate:
          'The family did not know that there was an enquiry, without a reason, or was misled.',
      },
      limiting: false,
      evidence: 'What each parent was told, when, and what they said.',
      compliance: [
        {
          key: 'family-outcome',
          asks: 'Were the parents, and the child where old enough, told the outcome in writing?',
        },
      ],
    },
    {
      key: 'outcome',
      title: 'The outcome and what came after',
      asks: 'Did the outcome fit what was found, and was the child safer in the weeks after?',
      anchors: {
        outstanding:
          'The outcome was proportionate, everybody understood it, and the record shows the child’s life safer since.',
        good: 'The outcome follows from the enquiry and the next step, conference or help, came in time.',
        'requires improvement':
          'The outcome is right, and what should have followed was slow or left to drift.',
        inadequate:
          'The outcome left a child who was being harmed without protection, or the same harm came again and was not seen as the same.',
      },
      limiting: true,
      evidence:
        'The outcome, who signed it, and what was different for the child four weeks later.',
      compliance: [
        {
          key: 'outcome-conference',
          asks: 'Where a conference was needed, was it held within 15 working days of the strategy discussion?',
          rests: unread(WT, 'chapter 3, initial child protection conference'),
        },
        { key: 'outcome-manager', asks: 'Did a manager sign the outcome with reasons?' },
      ],
    },
  ],
}
