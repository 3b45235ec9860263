import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/domain/access'
import { type BriefingBody, briefingOf, sealedBriefing, signsOf } from '@/lib/domain/briefing/paper'
import { ownWords, periodWords } from '@/lib/domain/briefing/period'
import type { Figure, Period } from '@/lib/domain/figure'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Briefing, BriefingEdition, Prisma } from '@/prisma/generated/client'
import { countFigures } from './briefing-sources'
import { districtTemplates } from './briefing-texts'
import { fromDb } from './date'
import type { Tx } from './db'
import { loadLevelContext } from './level-context'
import { loadPaperTitle } from './paper-heading'
import { issuerOf } from './paper-issuer'

/** A briefing as far as what it says depends on it. */
export type Composed = Pick<Briefing, 'districtId' | 'taskforceId' | 'fromOn' | 'toOn' | 'year' | 'number'> &
  Readonly<{ taskforce: Readonly<{ shortName: string }> | null }>

export const periodOf = ({ fromOn, toOn }: Pick<Briefing, 'fromOn' | 'toOn'>): Period => ({
  from: fromDb(fromOn),
  to: fromDb(toOn),
})

/** What the whole district is called in a text. */
const WHOLE = '全区'

/** Templates of one paper alone, as they are kept. */
export const textsOf = ({ texts }: Pick<BriefingEdition, 'texts'>): Readonly<Record<string, string>> =>
  texts as Readonly<Record<string, string>>

/** The body of a published edition as it is kept. */
export const bodyOf = ({ body }: Pick<BriefingEdition, 'body'>): BriefingBody => body as unknown as BriefingBody
export const json = (body: BriefingBody) => body as unknown as Prisma.InputJsonValue

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Fingerprint of everything a reader of a published edition sees. */
export const checksumOf = (edition: Parameters<typeof sealedBriefing>[0]): string => sha256(sealedBriefing(edition))
/** What a draft says, in short: whether it still says so. */
export const fingerprintOf = (body: BriefingBody): string => sha256(signsOf(body))

/** What a draft is counted as of: its day alone, so that counted again on it the paper is the same. */
export const draftMoment = (today: PlainDate): Date => new Date(`${today}T00:00:00+08:00`)

/** Everything a text of a briefing is made of, counted now. */
export type Counted = Readonly<{
  figures: readonly Figure[]
  templates: ReadonlyMap<string, string>
  words: ReadonlyMap<string, string>
}>

/** Counts what a briefing can state, for an actor. */
export async function countBriefing(tx: Tx, actor: Actor, briefing: Composed, today: PlainDate): Promise<Counted> {
  const period = periodOf(briefing)
  const [figures, templates] = await Promise.all([
    countFigures(actor, period, { taskforceId: briefing.taskforceId }, today),
    districtTemplates(tx, briefing.districtId),
  ])
  return { figures, templates, words: ownWords(period, briefing.taskforce?.shortName ?? WHOLE) }
}

/** Writes an edition of a briefing from what was counted, with the words of this paper before those of the district. */
export async function composeBriefing(
  tx: Tx,
  briefing: Composed,
  edition: Pick<BriefingEdition, 'nth' | 'texts'>,
  { figures, templates, words }: Counted,
  today: PlainDate,
): Promise<Readonly<{ body: BriefingBody; rulesVersion: number }>> {
  const [{ district }, { issuer }, { rulesVersion }] = await Promise.all([
    loadPaperTitle(tx, briefing.districtId),
    issuerOf(tx, briefing.districtId),
    loadLevelContext(tx, briefing.districtId, today),
  ])
  const again = edition.nth > 1 ? `（更正第${edition.nth}版）` : ''
  const body = briefingOf(
    {
      head: {
        mark: `${district}工作简报`,
        number: `〔${briefing.year}〕第${briefing.number}期${again}`,
        unit: issuer,
        on: today,
      },
      title: `${briefing.taskforce?.shortName ?? district}工作情况（${periodWords(periodOf(briefing))}）`,
      words,
    },
    new Map([...templates, ...Object.entries(textsOf(edition))]),
    figures,
  )
  return { body, rulesVersion }
}
