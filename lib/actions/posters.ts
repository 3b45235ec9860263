import 'server-only'
import { loadPosters } from '@/lib/data/posters'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plateCodeText } from '@/lib/domain/plate-code'
import { qrModules } from '@/lib/files/qr'
import type { PosterFacts } from '@/lib/schemas/monitor-point'

type Poster = PosterFacts &
  Readonly<{
    /** What somebody types who cannot scan, without the protocol. */
    address: string
    /** Its code, as rows of modules. */
    modules: readonly (readonly boolean[])[]
  }>

/**
 * The posters of plates, with what is drawn on them; `loadPosters` says whose and which.
 *
 * @returns also whether they lead to an address others reach; without APP_ORIGIN they lead to this machine
 */
export async function makePosters(
  actor: Actor,
  plateId: string | undefined,
  today: PlainDate,
): Promise<Readonly<{ posters: readonly Poster[]; reachable: boolean }>> {
  const set = process.env.APP_ORIGIN?.replace(/\/+$/, '')
  const origin = set || `http://localhost:${process.env.PORT || '3000'}`
  const posters = (await loadPosters(actor, plateId, today)).map((facts) => {
    const url = `${origin}/r/${plateCodeText(facts.code)}`
    return { ...facts, address: url.replace(/^https?:\/\//, ''), modules: qrModules(url) }
  })
  return { posters, reachable: Boolean(set) }
}
