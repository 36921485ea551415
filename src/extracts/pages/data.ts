import { type Council, rememberCouncil, type Rooms } from '#council'
import {
  type Answer,
  type Asked,
  forbidden,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  uploadRoute,
} from '#kit/http/index.ts'
import type { Jobs } from '#kit/jobs/index.ts'
import { mostFileBytes } from '#kit/files/text.ts'
import { forgetUploads, type Incoming, keepUploads, loadJob } from '../jobs.ts'
import { frozenExtracts } from '../store.ts'
import { dataView } from './data.view.ts'

export interface DataRooms extends Rooms {
  readonly jobs: Jobs
  /** The folder that uploads wait in until they are loaded. */
  readonly incoming: Incoming
  /** The council that files are loaded for: one of its own where there is only the demonstration. */
  readonly ownCouncil: () => Promise<Council>
  /**
   * Whether other machines reach this service. Until people sign in, whoever reaches it sees
   * children’s records, so then none are taken in.
   */
  readonly othersReachIt: boolean
}

const openDoors =
  'Other machines can reach this service, and this version has no sign-in yet, so it takes in no files here. Nothing was kept. Whoever runs Sightline can start it without HOST and load them there.'

/** `/data`: what has been loaded, and the form to load more. */
export function dataPages(rooms: DataRooms): readonly Route[] {
  const page = async (
    { request, csrf }: Asked,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const place = await rooms.here(request)
    const extracts = place === null ? [] : await rooms.db.as(place.council.code, frozenExtracts)
    const demonstration = place?.council.demonstration ?? false
    const body = dataView({ extracts, demonstration, csrf: csrf(), errors })
    return show({ title: 'Data', current: '/data', body })
  }
  return [
    route({ method: 'GET', url: '/data', handler: asked => page(asked) }),
    uploadRoute({
      url: '/data',
      fileBytes: mostFileBytes,
      files: 200,
      handler: async ({ files, reply }) => {
        if (rooms.othersReachIt) throw forbidden(openDoors)
        const kept = await keepUploads(rooms.incoming, files)
        if (kept.files === 0) {
          await forgetUploads(rooms.incoming, kept.folder)
          throw invalid([{ field: 'files', message: 'Choose at least one file to load.' }])
        }
        const council = await rooms.ownCouncil()
        // The page that follows is about that council, whichever was looked at before.
        rememberCouncil(reply, council)
        const job = { folder: kept.folder, actor: 'browser' }
        const id = await rooms.jobs.send(loadJob, council.code, job)
        return seeOther(`/data/loading/${id}`)
      },
      refused: asked => page(asked, asked.errors),
    }),
  ]
}
