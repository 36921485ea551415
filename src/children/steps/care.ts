import {
  adoptions,
  careEpisodes,
  careReviews,
  deprivations,
  type History,
  missingEpisodes,
  periodsOfCare,
  permanencePlans,
  placements,
  previousPermanence,
  uasc,
} from '#records'
import {
  careEnds,
  inWords,
  legalStatuses,
  participation,
  placementInWords,
  reversed,
} from '../code-words.ts'
import { rowsOf } from '../rows.ts'
import { type Step, stepsFrom, type Told } from './step.ts'
import { lasting, sentence, untilInWords, yesNo } from './words.ts'

const part = 'care' as const

export function careSteps(history: History, child: number): readonly Step[] {
  return [
    ...periodSteps(history, child),
    ...placementSteps(history, child),
    ...stepsFrom(
      history,
      careReviews,
      rowsOf(history, careReviews, child).map(row => ({
        on: row.heldOn,
        part,
        title: 'Review of the child’s care',
        says: [row.participation !== '' && sentence(inWords(participation, row.participation))],
      })),
    ),
    ...missingSteps(history, child),
    ...permanenceSteps(history, child),
    ...stepsFrom(
      history,
      uasc,
      rowsOf(history, uasc, child).map(row => ({
        on: row.startedOn,
        part,
        title: 'Known as a child seeking asylum without a parent',
        says: [untilInWords(row.startedOn, row.endedOn, history.asOf)],
      })),
    ),
    ...stepsFrom(
      history,
      deprivations,
      rowsOf(history, deprivations, child).map(row => ({
        on: row.startedOn,
        part,
        title: 'Order that takes away the child’s liberty',
        says: [untilInWords(row.startedOn, row.endedOn, history.asOf)],
      })),
    ),
  ]
}

function periodSteps(history: History, child: number): readonly Step[] {
  const { asOf } = history
  const periods = rowsOf(history, periodsOfCare, child)
  const episodes = rowsOf(history, careEpisodes, child)
  const beganUnder = (startedOn: number | null): string => {
    const first = episodes.find(row => row.startedOn !== null && row.startedOn >= (startedOn ?? 0))
    const words = legalStatuses[first?.legalStatus ?? '']
    return words === undefined ? '' : `, ${words}`
  }
  const began = periods.map(row => ({
    on: row.startedOn,
    part,
    title: `Came into care${beganUnder(row.startedOn)}`,
    says: [untilInWords(row.startedOn, row.endedOn, asOf)],
    seenOn: row.endedOn ?? asOf,
  }))
  const ended = periods.map(row => ({
    on: row.endedOn,
    part,
    title: 'Left care',
    says: [row.endReason !== '' && sentence(inWords(careEnds, row.endReason))],
  }))
  const changed = episodes.flatMap((row, place): Told[] => {
    const before = episodes[place - 1]
    const isNew =
      before !== undefined &&
      ['L', 'B', 'U'].includes(row.startReason) &&
      before.legalStatus !== row.legalStatus
    return isNew
      ? [{ on: row.startedOn, part, title: `In care ${inWords(legalStatuses, row.legalStatus)}` }]
      : []
  })
  return stepsFrom(history, careEpisodes, [...began, ...ended, ...changed])
}

function placementSteps(history: History, child: number): readonly Step[] {
  return stepsFrom(
    history,
    placements,
    rowsOf(history, placements, child).map(row => ({
      on: row.startedOn,
      part,
      title: `Lived ${placementInWords(row.type)}`,
      says: [untilInWords(row.startedOn, row.endedOn, history.asOf)],
      seenOn: row.endedOn ?? history.asOf,
    })),
  )
}

function missingSteps(history: History, child: number): readonly Step[] {
  return stepsFrom(
    history,
    missingEpisodes,
    rowsOf(history, missingEpisodes, child).map(row => ({
      on: row.startedOn,
      part,
      title: row.kind === 'A' ? 'Away without permission' : 'Went missing',
      says: [
        row.startedOn !== null && row.endedOn !== null && row.endedOn >= row.startedOn
          ? row.endedOn === row.startedOn
            ? 'Found on the same day.'
            : `Found after ${lasting(row.startedOn, row.endedOn)}.`
          : 'When the child was found is not recorded.',
        yesNo(
          row.interviewOffered,
          'A return interview was offered.',
          'No return interview was offered.',
        ),
        yesNo(row.interviewAccepted, 'The child accepted it.', 'The child did not take it up.'),
      ],
    })),
  )
}

function permanenceSteps(history: History, child: number): readonly Step[] {
  return [
    ...stepsFrom(
      history,
      permanencePlans,
      rowsOf(history, permanencePlans, child).flatMap((row, place, all) =>
        all[place - 1]?.plan === row.plan || row.plan === ''
          ? []
          : [{ on: row.recordedOn, part, title: `Plan for a lasting home: ${row.plan}` }],
      ),
    ),
    ...stepsFrom(
      history,
      previousPermanence,
      rowsOf(history, previousPermanence, child)
        .filter(row => row.kind !== 'Z1')
        .map(row => ({ on: row.orderedOn, part, title: 'An earlier order for a lasting home' })),
    ),
    ...stepsFrom(
      history,
      adoptions,
      rowsOf(history, adoptions, child).flatMap((row): Told[] => [
        { on: row.decidedOn, part, title: 'Decision that the child should be adopted' },
        { on: row.placementOrderOn, part, title: 'Placement order made by the court' },
        { on: row.matchedOn, part, title: 'Matched with the people who are to adopt them' },
        { on: row.placedOn, part, title: 'Moved in with the people who are to adopt them' },
        { on: row.adoptedOn, part, title: 'Adopted' },
        {
          on: row.reversedOn,
          part,
          title: 'Decision that the child should no longer be adopted',
          says: [row.reversedReason !== '' && `Because ${inWords(reversed, row.reversedReason)}.`],
        },
      ]),
    ),
  ]
}
