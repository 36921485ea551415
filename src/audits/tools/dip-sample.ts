import type { Tool } from '#practice'

export const dipSample: Tool = {
  key: 'dip-sample',
  version: 1,
  title: 'Dip sample',
  about:
    'A short look at one question across several children, such as decisions at the front door or return conversations.',
  standards: [
    {
      key: 'decision',
      title: 'The decision was right',
      asks: 'Was the right thing decided for the child, on what was known then?',
      anchors: {
        outstanding:
          'The decision was right, and somebody looked further than they had to so that it was.',
        good: 'The decision was right, and the reasons are there.',
        'requires improvement':
          'The decision was right by luck: something that could have changed it was not asked for.',
        inadequate: 'The decision was wrong, or nobody can tell what it was.',
      },
      limiting: true,
      evidence: 'The decision, the reason, and the one thing that decided it.',
      compliance: [
        { key: 'decision-manager', asks: 'Did somebody who may make this decision make it?' },
        { key: 'decision-reason', asks: 'Is the reason recorded?' },
      ],
    },
    {
      key: 'history',
      title: 'What came before was seen',
      asks: 'Was this seen together with what was known of the child and the family?',
      anchors: {
        outstanding: 'A pattern was seen that no single event would have shown.',
        good: 'Earlier events were looked at and weighed.',
        'requires improvement': 'Earlier events are listed and not weighed.',
        inadequate: 'It was seen as if nothing had come before.',
      },
      limiting: false,
      evidence: 'What came before, and what use was made of it.',
      compliance: [{ key: 'history-checked', asks: 'Were earlier records looked at?' }],
    },
    {
      key: 'timely',
      title: 'In time',
      asks: 'Did it happen at the pace that this child needed?',
      anchors: {
        outstanding: 'It was faster than it had to be because somebody saw that it mattered.',
        good: 'It was in time for what the child needed.',
        'requires improvement': 'It was late, without harm to the child.',
        inadequate: 'It was so late that the child was or could have been harmed.',
      },
      limiting: false,
      evidence: 'When it was asked for, when it was done, and what happened between.',
      compliance: [
        { key: 'timely-standard', asks: 'Was it within the time that law or policy sets?' },
      ],
    },
    {
      key: 'child',
      title: 'The child’s view',
      asks: 'Is the child’s own view there, and did it matter?',
      anchors: {
        outstanding: 'What the child said changed what was done.',
        good: 'The child’s view is recorded and was taken into account.',
        'requires improvement': 'The child’s view is recorded and stands by itself.',
        inadequate: 'Nobody asked, though the child could have been asked.',
      },
      limiting: false,
      evidence: 'What the child said, or why they were not asked.',
      compliance: [],
    },
    {
      key: 'next',
      title: 'What came next',
      asks: 'Did what was decided happen?',
      anchors: {
        outstanding: 'It happened, somebody checked that it helped, and it did.',
        good: 'It happened as decided and when it was to.',
        'requires improvement': 'Some of it happened, or all of it later than decided.',
        inadequate: 'It did not happen, and nobody noticed.',
      },
      limiting: false,
      evidence: 'The next step and the day on which it was taken.',
      compliance: [
        { key: 'next-told', asks: 'Were the family and whoever asked told the outcome?' },
      ],
    },
  ],
}
