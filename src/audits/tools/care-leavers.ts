import type { Tool } from '#practice'
import { read, unread } from './rests.ts'

const CLR = 'Care Leavers (England) Regulations 2010 (SI 2010/2571)'

export const careLeavers: Tool = {
  key: 'care-leavers',
  version: 1,
  title: 'Care leavers and pathway plans',
  about:
    'Whether a young person who leaves care has a home, people, money and a plan that they call their own.',
  needsChild: true,
  standards: [
    {
      key: 'plan',
      title: 'A plan that is the young person’s own',
      asks: 'Is the pathway plan written with the young person, and would they use it?',
      anchors: {
        outstanding:
          'The young person wrote or signed every part of it; it is ambitious, changes when life does, and is on their own telephone rather than in a file.',
        good: 'It is current, says what they want and what will be done by whom and when, and was made with them.',
        'requires improvement':
          'It covers each heading; much is carried over from last time, and the young person was asked at the end.',
        inadequate: 'There is no current plan, or it misses a danger or need that everybody knows.',
      },
      limiting: false,
      evidence: 'One wish of theirs in the plan, and what has been done about it.',
      compliance: [
        {
          key: 'plan-six',
          asks: 'Was the plan reviewed in the last six months?',
          rests: unread(CLR, 'regulation 7'),
        },
        {
          key: 'plan-needs',
          asks: 'Does it rest on a written assessment of needs?',
          rests: unread(CLR, 'regulation 5'),
        },
      ],
    },
    {
      key: 'home',
      title: 'Somewhere safe to live',
      asks: 'Is where they live safe, suitable and theirs for as long as they need?',
      anchors: {
        outstanding:
          'They chose it, keep it, and could come back to carers or staff; what happens if it fails is agreed.',
        good: 'It is suitable and affordable, with the help that keeps it; staying with carers was offered in time.',
        'requires improvement': 'It is safe and does not fit well; a move is needed and is slow.',
        inadequate:
          'They are homeless, in a bed and breakfast, in danger, or in custody without a home to come to.',
      },
      limiting: true,
      evidence:
        'Where they live, whether they call it suitable, and what happens if it breaks down.',
      compliance: [
        {
          key: 'home-suitable',
          asks: 'Is it recorded why the accommodation is suitable?',
          rests: unread(CLR, 'regulation 9'),
        },
        { key: 'home-staying', asks: 'Was staying put or staying close discussed before 18?' },
      ],
    },
    {
      key: 'adviser',
      title: 'A personal adviser who is there',
      asks: 'Does the young person have an adviser who knows them, keeps in touch and gets things done?',
      anchors: {
        outstanding:
          'The adviser was known well before 18, is called in bad times and good, and stays in touch with those who pull away.',
        good: 'They have an adviser from early enough, are seen as often as agreed, and reach them when they need.',
        'requires improvement':
          'Contact is regular and mostly by message; the adviser was named late or has changed often.',
        inadequate: 'They have no adviser, or nobody knows how they are or where.',
      },
      limiting: false,
      evidence: 'When the adviser was named, and the last three times that they met in person.',
      compliance: [
        {
          key: 'adviser-named',
          asks: 'Was an adviser named by 16, or within the time that local policy sets?',
          rests: unread('Children Act 1989', 'Schedule 2, paragraph 19C'),
        },
        {
          key: 'adviser-eight',
          asks: 'Have they met at least every two months?',
          rests: read(CLR, 'regulation 8(2)'),
        },
      ],
    },
    {
      key: 'safe',
      title: 'Safe, and known to be safe',
      asks: 'Are dangers such as exploitation, violence, self-harm or debt seen, and acted on with the young person?',
      anchors: {
        outstanding:
          'The young person trusts people enough to tell; dangers beyond home are met by agencies together and their life is safer for it.',
        good: 'Dangers are assessed with them and there is a plan that they know; it is looked at again when things change.',
        'requires improvement':
          'Dangers are named; what is done is advice to them rather than help.',
        inadequate:
          'A serious danger has no plan, or was put down to the young person’s own choices.',
      },
      limiting: true,
      evidence: 'The gravest danger, and what changed for them in the last three months.',
      compliance: [
        { key: 'safe-current', asks: 'Is there a risk assessment of the last six months?' },
      ],
    },
    {
      key: 'work',
      title: 'Learning, work and money',
      asks: 'Are they getting somewhere that they want to go, with enough to live on?',
      anchors: {
        outstanding:
          'They are doing something that they chose, and doors were opened for them as a good parent would.',
        good: 'They learn or work, or have a real plan to; they have what they are entitled to and know it.',
        'requires improvement':
          'They are out of work and learning with a plan that says to look for it; entitlements came late.',
        inadequate:
          'They have been without work, learning or enough money for months and nobody does anything that helps.',
      },
      limiting: false,
      evidence: 'What they do, what they want to do, and the last step towards it.',
      compliance: [
        {
          key: 'work-offer',
          asks: 'Have they been told of the local offer for care leavers?',
          rests: unread('Children and Social Work Act 2017', 'section 2'),
        },
        {
          key: 'work-papers',
          asks: 'Do they have a passport or other identity, a bank account and a National Insurance number?',
        },
      ],
    },
    {
      key: 'people',
      title: 'People and health',
      asks: 'Do they have people who will be there, and do they look after body and mind with help when they need it?',
      anchors: {
        outstanding:
          'There is somebody, not paid, whom they can call at night; help for mind and body carried on without a gap at 18.',
        good: 'People who matter are in the plan; they have a doctor and a dentist, their health history, and help for feelings.',
        'requires improvement':
          'Support is mostly from professionals; a move between children’s and adults’ health has a gap.',
        inadequate: 'They are alone, or a serious health need is unmet.',
      },
      limiting: false,
      evidence: 'Whom they would call first, and the health need that matters most.',
      compliance: [
        { key: 'people-history', asks: 'Do they have their own health history?' },
        { key: 'people-gp', asks: 'Are they registered with a doctor and a dentist?' },
      ],
    },
  ],
}
