import type { CommitmentsRooms } from '#commitments'
import { allInspections, inspectionPath, mayReadInspection, statementDates } from '#inspections'

/** The dates of the law that follow from inspections, for the workplan; embargoed ones stay unseen. */
export const knownDates: CommitmentsRooms['datesOf'] = async (trx, { today, viewer }) =>
  (await allInspections(trx))
    .filter(each => mayReadInspection(each, viewer, today))
    .flatMap(inspection =>
      statementDates(inspection, today, nothingSet)
        .dues.filter(due => !due.overridden)
        .map(({ title, deadline }) => ({
          id: `${inspection.id} ${title}`,
          title,
          on: deadline.due,
          source: inspection.title,
          href: `${inspectionPath(inspection.id)}/deadlines`,
        })),
    )

/** Only the dates of the law are wanted here, and they depend on no meeting. */
const nothingSet = { boardDates: [], cabinetDates: [], callIn: null, keyDecision: false }
