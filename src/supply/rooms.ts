import type { Definition } from '#indicators'
import type { People } from '#people'
import type { IndicatorRooms } from '#performance'

/** What the pages of this room are given. */
export interface SupplyRooms extends IndicatorRooms {
  readonly definitions: readonly Definition[]
  /** Who a token stands for, and whether personas may still come in. */
  readonly people: Pick<People, 'councils' | 'settings'>
}
