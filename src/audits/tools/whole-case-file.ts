import type { Tool } from '#practice'
import { unread } from './rests.ts'

export const wholeCaseFile: Tool = {
  key: 'whole-case-file',
  version: 1,
  title: 'Whole case file',
  about: 'The work with one child over the last twelve months, read from beginning to end.',
  needsChild: true,
  standards: [
    {
      key: 'voice',
      title: 'The child is known and heard',
      asks: 'Would somebody who reads this record know this child, and what the child wants to change?',
      anchors: {
        outstanding:
          'The child’s own words run through the record, over time and in more than one way; what the child wanted changed what adults did, and the child was told so.',
        good: 'The child is seen alone at the pace that was agreed, their words and moods are on record, and plans answer what they say.',
        'requires improvement':
          'The child is seen, but the record says more about adults; what the child said is there without a sign that anybody acted on it.',
        inadequate:
          'The child is rarely seen or never alone; nobody reading this could say who the child is or what life is like for them.',
      },
      limiting: false,
      evidence: 'Two things the child said or showed, where they are recorded, and what followed.',
      compliance: [
        {
          key: 'voice-seen',
          asks: 'Was the child seen at every visit that was due in the last six months?',
          rests: unread('Working Together to Safeguard Children 2023', 'chapter 3'),
        },
        {
          key: 'voice-alone',
          asks: 'Was the child seen alone, or is the reason why not written down?',
        },
      ],
    },
    {
      key: 'assessment',
      title: 'Assessment',
      asks: 'Does the assessment explain what life is like for this child, why, and what it leads to?',
      anchors: {
        outstanding:
          'History, culture, both parents and wider family are weighed together; strengths and danger are set out so plainly that the family could agree or disagree with every line.',
        good: 'It brings together history, what the child says and what others know, comes to a view of risk and need, and leads to a plan.',
        'requires improvement':
          'It describes more than it explains; history or a parent is missing, or the conclusion does not follow from what is written.',
        inadequate:
          'There is no assessment that fits the child’s life now, or it misses harm that the record shows.',
      },
      limiting: false,
      evidence:
        'The assessment’s conclusion in your words, and one piece of history it used or missed.',
      compliance: [
        {
          key: 'assessment-45',
          asks: 'Was the last assessment finished within 45 working days of the referral?',
          rests: unread('Working Together to Safeguard Children 2023', 'chapter 3'),
        },
        {
          key: 'assessment-shared',
          asks: 'Was it shared with the family, and their view recorded?',
        },
      ],
    },
    {
      key: 'risk',
      title: 'Response to harm and risk',
      asks: 'When there was harm or a new worry, did people see it and act in time for the child?',
      anchors: {
        outstanding:
          'Small signs were noticed and put together early; action was quick, proportionate, and made with the family where that was safe.',
        good: 'Each worry was looked into when it came, with the right agencies, and the record says what was decided and why.',
        'requires improvement':
          'Worries were answered, but one at a time or late; what they meant together was not asked until somebody else asked it.',
        inadequate:
          'Harm or danger on the record had no fitting response, or the response left the child where the danger was.',
      },
      limiting: true,
      evidence:
        'Each significant event of the year, the day it was known, and the day of the response.',
      compliance: [
        {
          key: 'risk-strategy',
          asks: 'Was a strategy discussion held whenever significant harm was suspected?',
          rests: unread('Children Act 1989', 'section 47, with Working Together 2023, chapter 3'),
        },
        {
          key: 'risk-chronology',
          asks: 'Is there a chronology that was brought up to date this year?',
        },
      ],
    },
    {
      key: 'plan',
      title: 'The plan and what it changes',
      asks: 'Does the plan say what has to be different for this child, by when, and is it becoming so?',
      anchors: {
        outstanding:
          'The family could say the plan by heart; it has few steps, each with a date and a person, and life has measurably changed for the child.',
        good: 'It names what will be different, who does what by when and what happens if not; reviews test it and it moves.',
        'requires improvement':
          'It lists services and tasks; progress is told in what adults attended rather than what the child lives.',
        inadequate:
          'There is no current plan, or the same plan has gone on without change while the child’s life did not get better.',
      },
      limiting: false,
      evidence: 'The most important aim of the plan, and what shows whether it has been reached.',
      compliance: [
        { key: 'plan-current', asks: 'Is there a plan of the last six months?' },
        { key: 'plan-review', asks: 'Was every review held on time?' },
      ],
    },
    {
      key: 'family',
      title: 'Work with the family and those around the child',
      asks: 'Are parents, including those who live elsewhere, and the people around the child part of the work?',
      anchors: {
        outstanding:
          'The family leads where it can; a network of people who stay is named and used, and fathers and other carers are as present as mothers.',
        good: 'Both parents and important relatives are known, spoken with and part of plans; disagreement is recorded with respect.',
        'requires improvement':
          'One parent carries the plan; others are named and not met, or the family was told rather than asked.',
        inadequate:
          'Somebody who matters for the child’s safety or future was never identified or never spoken with.',
      },
      limiting: false,
      evidence: 'Who is in the child’s network, and what each of them does in the plan.',
      compliance: [
        { key: 'family-genogram', asks: 'Is there a family tree or network map?' },
        {
          key: 'family-fathers',
          asks: 'Is each parent’s view recorded, or the reason why it is not?',
        },
      ],
    },
    {
      key: 'identity',
      title: 'Identity, culture and disability',
      asks: 'Is this child’s own identity understood, and does the work fit it?',
      anchors: {
        outstanding:
          'Faith, culture, language, disability, sexuality and how the child sees themself shape what is done and how it is said.',
        good: 'What makes this child who they are is recorded and plans take account of it.',
        'requires improvement':
          'Boxes are filled in, and nothing in the work would differ without them.',
        inadequate:
          'Needs that come from identity or disability were missed, and the child paid for it.',
      },
      limiting: false,
      evidence: 'One way in which the work was shaped by who this child is, or should have been.',
      compliance: [
        {
          key: 'identity-recorded',
          asks: 'Are ethnicity, language, religion and disability recorded?',
        },
      ],
    },
    {
      key: 'oversight',
      title: 'Supervision and management oversight',
      asks: 'Did supervision and managers’ decisions make the work with this child better?',
      anchors: {
        outstanding:
          'Managers asked the question that changed the course of the work, and came back to whether it had worked.',
        good: 'Supervision is regular and thinks about the child; decisions are on record with reasons, and are followed up.',
        'requires improvement':
          'Supervision is there but lists tasks; drift was seen and named, and went on.',
        inadequate:
          'There is no supervision or decision where there had to be one, or a poor decision went unquestioned.',
      },
      limiting: false,
      evidence: 'The last three supervision records: what each decided, and whether it was done.',
      compliance: [
        {
          key: 'oversight-monthly',
          asks: 'Was there supervision as often as the council’s own policy asks?',
        },
      ],
    },
    {
      key: 'record',
      title: 'A record the child could read',
      asks: 'If the child read this record one day, would it be true, kind and clear?',
      anchors: {
        outstanding:
          'It is written to the child or as if to them: warm, honest and plain, with reasons for every decision about their life.',
        good: 'It is up to date, tells facts from opinions, and is written with respect.',
        'requires improvement':
          'It is up to date in parts; copied passages, professional shorthand or blaming words get in the way.',
        inadequate:
          'Important events are missing or wrong, or the words would hurt the child who reads them.',
      },
      limiting: false,
      evidence: 'One sentence that does this well or badly, without names.',
      compliance: [{ key: 'record-summary', asks: 'Is there a summary of the last three months?' }],
    },
  ],
}
