import { type Council, isTryOut, type Rooms } from '#council'
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
import { permits, viewerOf, type Way, waysOpenTo } from '#people'
import { mostFileBytes } from '#kit/files/text.ts'
import { forgetUploads, type Incoming, keepUploads, loadJob } from '../jobs.ts'
import { loadData } from '../policy.ts'
import { frozenExtracts } from '../store.ts'
import { dataView } from './data.view.ts'

export interface DataRooms extends Rooms {
  readonly jobs: Jobs
  /** The folder that uploads wait in until they are loaded. */
  readonly incoming: Incoming
  /** Ways to what other rooms say of the data. */
  readonly waysFromData?: readonly Way[]
}

/** `/data`: what has been loaded, and the form to load more. */
export function dataPages(rooms: DataRooms): { readonly see: Route; readonly load: Route } {
  const page = async (
    { request, csrf }: Asked,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const place = await rooms.here(request)
    const extracts = place === null ? [] : await rooms.db.as(place.council.code, frozenExtracts)
    const viewer = viewerOf(request)
    const body = dataView({
      extracts,
      ways: waysOpenTo(viewer, rooms.waysFromData ?? []),
      mayLoad: permits(loadData, viewer),
      demonstration: isShow(place?.council),
      csrf: csrf(),
      errors,
    })
    return show({ title: 'Data', current: '/data', body })
  }
  return {
    see: route({ method: 'GET', url: '/data', handler: asked => page(asked) }),
    load: uploadRoute({
      url: '/data',
      fileBytes: mostFileBytes,
      files: 200,
      handler: async ({ files, request }) => {
        const council = (await rooms.here(request))?.council
        if (council === undefined || isShow(council)) throw forbidden(onlyToLookAt)
        const kept = await keepUploads(rooms.incoming, files)
        if (kept.files === 0) {
          await forgetUploads(rooms.incoming, kept.folder)
          throw invalid([{ field: 'files', message: 'Choose at least one file to load.' }])
        }
        const job = { folder: kept.folder, actor: viewerOf(request).id }
        const id = await rooms.jobs.send(loadJob, council.code, job)
        return seeOther(`/data/loading/${id}`)
      },
      refused: asked => page(asked, asked.errors),
    }),
  }
}

/** The demonstration county is to look at: nothing is added to it. */
function isShow(council: Council | undefined): boolean {
  return council !== undefined && council.demonstration && !isTryOut(council)
}

const onlyToLookAt =
  'The demonstration county is only to look at. Go to Data and choose “Try files of your own”.'
