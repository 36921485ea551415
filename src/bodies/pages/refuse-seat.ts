import { longDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { invalid } from '#kit/http/index.ts'
import { type Body, bodyOn, holdsOn, type Seat } from '../body.ts'
import { executiveOn, executiveOutsideScrutiny } from '../standing.ts'
import { allBodies, allHolders, allPosts, allSeats, seatsOf } from '../store/index.ts'

/** @throws invalid where the body, the law or somebody in the seat says that it cannot be taken */
export async function refuseSeat(trx: Trx, body: Body, seat: Seat): Promise<void> {
  const seats = await seatsOf(trx, body.id)
  const now = seats.filter(each => holdsOn(each, seat.fromOn))
  const refuse = (field: string, message: string): never => {
    throw invalid([{ field, message }])
  }
  if (!bodyOn(body, seat.fromOn))
    refuse('fromOn', `${body.name} is not there on ${longDay(seat.fromOn)}. Enter another day.`)
  if (seat.kind === 'chair' && now.some(({ kind }) => kind === 'chair'))
    refuse('kind', 'Somebody is in the chair on that day. End their seat first.')
  if (seat.personId !== null && now.some(({ personId }) => personId === seat.personId))
    refuse('person', 'They have a seat there on that day. End that one first.')
  if (seat.personId === null || seat.kind === 'observer') return
  if (body.kind === 'cabinet') await refuseOfScrutiny(trx, seat)
  if (body.kind !== 'scrutiny') return
  const executive = executiveOn(
    await allBodies(trx),
    await allSeats(trx),
    await allPosts(trx),
    await allHolders(trx),
    seat.fromOn,
  )
  if (executive.has(seat.personId))
    refuse('person', `They are a member of the cabinet on that day. ${noBoth}`)
}

const { document, paragraph } = executiveOutsideScrutiny
const noBoth = `The cabinet may not sit on overview and scrutiny (${document}, ${paragraph}).`

/** @throws invalid where whoever joins the cabinet still sits on a scrutiny committee */
async function refuseOfScrutiny(trx: Trx, seat: Seat): Promise<void> {
  const scrutiny = (await allBodies(trx)).filter(({ kind }) => kind === 'scrutiny')
  const other = (await allSeats(trx)).find(
    each =>
      each.personId === seat.personId &&
      each.kind !== 'observer' &&
      holdsOn(each, seat.fromOn) &&
      scrutiny.some(({ id }) => id === each.bodyId),
  )
  const body = scrutiny.find(({ id }) => id === other?.bodyId)
  if (body !== undefined)
    throw invalid([
      { field: 'person', message: `They sit on ${body.name}. End that seat first. ${noBoth}` },
    ])
}
