import type { Tool } from '#practice'

export const observation: Tool = {
  key: 'observation',
  version: 1,
  title: 'Observation of practice',
  about:
    'What it is like to be worked with: a visit, meeting or conversation, watched with everybody’s agreement.',
  standards: [
    {
      key: 'prepared',
      title: 'Prepared, with a purpose',
      asks: 'Did the worker know why they were there, and did the family?',
      anchors: {
        outstanding:
          'The purpose was shared and agreed at the start, came from the plan, and the worker was ready for what might come.',
        good: 'The worker knew the family’s story and said what the visit was for.',
        'requires improvement': 'The purpose was there, and the family had to guess it.',
        inadequate: 'The worker did not know the family or why they were there.',
      },
      limiting: false,
      evidence: 'What the worker said at the start, as near to their words as you can.',
      compliance: [{ key: 'prepared-consent', asks: 'Did the family agree to your being there?' }],
    },
    {
      key: 'relationship',
      title: 'Warmth, respect and honesty',
      asks: 'Would you have felt listened to, taken seriously and told the truth?',
      anchors: {
        outstanding:
          'Trust was plain; hard things were said so that they could be heard, and people were seen to relax or to think.',
        good: 'The worker was warm and honest, listened more than spoke, and shared power where they could.',
        'requires improvement':
          'The worker was polite; questions came from the worker’s list more than from what people said.',
        inadequate: 'The worker was cold, blaming or dishonest, or people were left hurt.',
      },
      limiting: false,
      evidence: 'A moment that shows it, without names.',
      compliance: [],
    },
    {
      key: 'child',
      title: 'Being with the child',
      asks: 'Did the worker meet the child as a person, in the child’s own way?',
      anchors: {
        outstanding:
          'The worker followed the child’s lead in play, talk or silence, noticed what was not said, and left the child larger.',
        good: 'The child was spoken with apart, in words and ways that suited them, and knew what would happen with what they said.',
        'requires improvement':
          'The child was spoken with, mostly with adults by, or by questions that wanted one answer.',
        inadequate: 'The child was not met although they were there, or was put under pressure.',
      },
      limiting: false,
      evidence: 'What the child did and said, and how the worker answered.',
      compliance: [{ key: 'child-alone', asks: 'Was the child offered time alone?' }],
    },
    {
      key: 'curious',
      title: 'Curious and clear about danger',
      asks: 'Did the worker notice, ask, and say plainly what worried them?',
      anchors: {
        outstanding:
          'The worker wondered aloud, tested what they were told with care, and people understood the worry better afterwards.',
        good: 'The worker asked about what they saw and heard, and named worries and strengths.',
        'requires improvement':
          'Signs were seen and not followed up, or worries wrapped in so many words that nobody heard them.',
        inadequate: 'Danger in plain sight was not seen or not named.',
      },
      limiting: true,
      evidence: 'What there was to notice, and what the worker did with it.',
      compliance: [],
    },
    {
      key: 'agreed',
      title: 'What was agreed',
      asks: 'Did everybody leave knowing what happens next?',
      anchors: {
        outstanding:
          'The family summed up in their own words what they and the worker would do, and wanted to.',
        good: 'Next steps were agreed with names and days, and fit the plan.',
        'requires improvement':
          'The worker said what would happen; whether it was agreed was not clear.',
        inadequate: 'Nothing was agreed, or something was promised that could not be kept.',
      },
      limiting: false,
      evidence: 'The next steps as the family would tell them.',
      compliance: [
        {
          key: 'agreed-recorded',
          asks: 'Did the worker’s record afterwards agree with what you saw?',
        },
      ],
    },
    {
      key: 'reflection',
      title: 'Thinking about it afterwards',
      asks: 'Did the worker see in their own practice what you saw, and learn from it?',
      anchors: {
        outstanding: 'The worker named it before you did, and knows what to try next time.',
        good: 'The worker reflected openly and took something from it.',
        'requires improvement': 'The worker told what happened rather than what they did.',
        inadequate: 'The worker could not see a serious weakness when it was shown.',
      },
      limiting: false,
      evidence: 'What the worker said, and what they will try.',
      compliance: [
        {
          key: 'reflection-family',
          asks: 'Was the family asked what the visit was like for them?',
        },
      ],
    },
  ],
}
