import { figures as kept, settings } from './why.ts'
import type { Register } from './table.ts'

/** What people set beside figures, enter, compare with and hand on. */
export const figures = {
  'marks.targets': {
    title: 'Targets',
    users: 'owner_id=owner set_by=set_by_name withdrawn_by',
    words: 'words reason withdrawn_why',
    other: 'indicator dimension slice',
    kept: settings,
  },
  'marks.notes': {
    title: 'Notes on charts',
    users: 'made_by=made_by_name withdrawn_by',
    words: 'words withdrawn_why',
    other: 'indicator dimension slice',
    kept: settings,
  },
  'marks.rebasings': {
    title: 'Decisions on limits',
    users: 'decided_by=decided_by_name undone_by',
    words: 'reason undone_why',
    other: 'indicator dimension slice',
    kept: settings,
  },
  'marks.events': {
    title: 'What was done with targets, notes and limits',
    users: 'actor=actor_name',
    words: 'words before',
    other: 'mark_kind action',
    kept: settings,
  },
  'series.values': {
    title: 'Figures that they entered',
    users: 'entered_by=entered_by_name',
    words: 'note because',
    other: 'indicator dimension slice source entered_by_post',
    kept,
  },
  'comparators.imports': {
    title: 'Published statistics that they brought',
    users: 'brought_by=brought_by_name',
    other: 'file_name kind source refusals notes',
    secret: 'sha256',
    kept,
  },
  'comparators.cuts': { title: 'Published statistics', other: 'measure places symbols', kept },
  'comparators.dictionary': {
    title: 'What is published',
    other: 'code name better year_kind owner',
    kept,
  },
  'comparators.neighbour_sets': { title: 'Sets of neighbours', kept },
  'comparators.neighbours': {
    title: 'Neighbours',
    other: 'code name region neighbours closeness',
    kept,
  },
  'comparators.places': { title: 'Places', other: 'code level name new_code', kept },
  'supply.tokens': {
    title: 'Tokens for programs',
    users: 'user_id',
    other: 'name',
    secret: 'token_hash',
    handedBy: 'the tokens for programs',
    kept: 'tokens',
  },
  'supply.proposals': {
    title: 'Issues of figures that they prepared',
    users: 'prepared_by=prepared_by_name',
    signed: 'ended_by_name',
    words: 'reason',
    other: 'title choice state',
    kept,
  },
  'supply.issues': {
    title: 'Issues of figures',
    signed: 'prepared_by_name approved_by_name',
    words: 'reason',
    other: 'title contents counts',
    kept,
  },
} as const satisfies Register
