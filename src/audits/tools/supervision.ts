import type { Tool } from '#practice'

export const supervision: Tool = {
  key: 'supervision',
  version: 1,
  title: 'Supervision',
  about:
    'Whether supervision and managers’ decisions make the work with children better and workers stronger.',
  standards: [
    {
      key: 'regular',
      title: 'It happens, and it has room',
      asks: 'Does supervision happen as agreed, with time to think, in a relationship that the worker can use?',
      anchors: {
        outstanding:
          'It is protected even in bad weeks; the worker brings what troubles them and leaves with more than they came with.',
        good: 'It is regular, private and long enough, with an agreement that both know; a missed one is made up for soon.',
        'requires improvement':
          'It happens, with gaps that are not made up for, or is too short to think in.',
        inadequate:
          'There are gaps of months, or it is taken up by talk in passing that leaves no trace.',
      },
      limiting: false,
      evidence: 'The dates of the last six sessions, and what was agreed about how they work.',
      compliance: [
        {
          key: 'regular-policy',
          asks: 'Was every session of the last six months held as the council’s policy asks?',
        },
        {
          key: 'regular-agreement',
          asks: 'Is there a supervision agreement that was looked at this year?',
        },
      ],
    },
    {
      key: 'child',
      title: 'The child is in the room',
      asks: 'When children are talked about, is it about what life is like for them?',
      anchors: {
        outstanding:
          'A reader meets the child in the notes: what they said, how they are, what has changed since last time.',
        good: 'Each discussion comes back to what the child lives and whether it is better.',
        'requires improvement':
          'Discussion is about adults, events and dates; the child is named and not seen.',
        inadequate: 'The child is absent, and danger that the record shows is not talked about.',
      },
      limiting: true,
      evidence: 'One child’s discussion, in a sentence, and what it changed.',
      compliance: [
        {
          key: 'child-each',
          asks: 'Was every child discussed at least as often as the policy asks?',
        },
      ],
    },
    {
      key: 'thinking',
      title: 'Thinking, not only tasks',
      asks: 'Does supervision test what is believed and help the worker to see it in another way?',
      anchors: {
        outstanding:
          'Feelings, bias and other explanations are explored; the worker’s mind was changed, or came out surer, for good reasons.',
        good: 'The manager asks open questions, history and theory are used, and the plan is tested.',
        'requires improvement':
          'It goes through tasks with some questions; what the worker believes is mostly taken as it is.',
        inadequate:
          'It is a list, or the manager agrees with what plainly needed to be questioned.',
      },
      limiting: false,
      evidence: 'One question that the manager asked, and where it led.',
      compliance: [],
    },
    {
      key: 'decisions',
      title: 'Decisions that are followed up',
      asks: 'Are decisions clear, with reasons, and does the next session know whether they were carried out?',
      anchors: {
        outstanding:
          'Each decision has a reason, a name and a day; drift was seen at once and something was done about it.',
        good: 'Decisions and reasons are recorded, and what was asked last time is looked at.',
        'requires improvement': 'Actions are set, and come back from one session to the next.',
        inadequate:
          'Nobody can tell what was decided, or the same action stood undone while a child went without.',
      },
      limiting: false,
      evidence: 'Three actions of the session before last, and what became of each.',
      compliance: [
        { key: 'decisions-record', asks: 'Is each decision on the child’s own record too?' },
        { key: 'decisions-soon', asks: 'Was the record made within five working days?' },
      ],
    },
    {
      key: 'worker',
      title: 'Support, workload and growth',
      asks: 'Is the worker well, fairly loaded and growing?',
      anchors: {
        outstanding:
          'Strain was seen before it harmed; work was shared out otherwise; what the worker learnt is visible in their practice.',
        good: 'Wellbeing, workload and learning are talked about and something follows from it.',
        'requires improvement': 'They are talked about, and what is agreed is not done.',
        inadequate: 'The worker is overwhelmed, it is known, and nothing is done.',
      },
      limiting: false,
      evidence: 'How many children the worker has, how they are, and what they are learning.',
      compliance: [
        { key: 'worker-load', asks: 'Is the number of children recorded and looked at?' },
        { key: 'worker-plan', asks: 'Is there a development plan of the last year?' },
      ],
    },
    {
      key: 'challenge',
      title: 'Poor work is named, good work too',
      asks: 'Does the manager see the quality of the work for themselves and say so, kindly and clearly?',
      anchors: {
        outstanding:
          'The manager reads records, observes and hears from families; praise and criticism are precise, and practice is better for it.',
        good: 'The manager looks at work themselves; weak work is named with help to put it right, strong work is shared.',
        'requires improvement':
          'The manager relies on what the worker tells; weak work is hinted at.',
        inadequate:
          'Weak work that put a child at a disadvantage was known, or could have been, and was not named.',
      },
      limiting: false,
      evidence: 'One piece of work that the manager looked at, and what they said of it.',
      compliance: [
        {
          key: 'challenge-observed',
          asks: 'Was the worker’s practice observed in the last 12 months?',
        },
        {
          key: 'challenge-audit',
          asks: 'Was an audit of their work talked through, where there was one?',
        },
      ],
    },
  ],
}
