import { exportFinancing, type FinancingExport } from '@/lib/actions/export-events'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { handedOut, refused } from './answers'

const LIST = {
  harbours: '/financing/harbours',
  events: '/financing/events',
  intentions: '/financing/events',
} as const

/** Hands out a list of the financing services as a workbook. */
export const takeFinancing =
  (kind: FinancingExport) =>
  async (request: Request): Promise<Response> => {
    const { actor, locale } = await requireActor()
    // Taking a file is remembered and counted: no other site may make somebody take one.
    if ((await originOfRequest()) === 'foreign') return refused({ code: 'FOREIGN' }, locale, LIST[kind])
    const { searchParams } = new URL(request.url)
    const values = Object.fromEntries(searchParams)
    const now = new Date()
    const moment = { today: businessDay(), now, clock: timeOfInstant(now) }
    const made = await exportFinancing(actor, { kind, values, query: searchParams.toString() }, moment)
    return made.ok ? handedOut(made.value) : refused(made.error, locale, LIST[kind])
  }
