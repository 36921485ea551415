import type { Tool } from '#practice'

/** Stands for the tool of an audit that was done elsewhere, with questions that we do not have. */
export const broughtTool: Tool = {
  key: 'brought',
  version: 1,
  title: 'Audit brought from elsewhere',
  about: 'Done in Word or a spreadsheet, with other questions: its grades came along.',
  standards: [],
}
