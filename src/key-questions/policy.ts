import { type Policy, policy, signedIn } from '#people'

export const seeKeyQuestions: Policy = policy(
  'key-questions.see',
  'See the nine questions to ask, with what answers them',
  signedIn.filter(role => role !== 'young-reviewer'),
)

export const keyQuestionsPolicies: readonly Policy[] = [seeKeyQuestions]
