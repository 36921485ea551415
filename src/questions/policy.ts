import { meetingReaders } from '#meetings'
import { everyone, policy } from '#people'

// Who may do what in this room.

export const askQuestions = policy(
  'questions.ask',
  'Put a question to a meeting, by the form',
  everyone,
)

export const seeQuestions = policy(
  'questions.see',
  'See the questions put to a meeting whose answers are published',
  meetingReaders,
)

export const keepQuestions = policy(
  'questions.keep',
  'Take in questions, accept them, publish answers and write down supplementary questions',
  ['clerk', 'administrator'],
)

export const answerQuestions = policy(
  'questions.answer',
  'See every question, draft its answer and approve it',
  ['clerk', 'administrator', 'director', 'leadership', 'quality-lead', 'plan-owner'],
)

export const questionsPolicies = [askQuestions, seeQuestions, keepQuestions, answerQuestions]
