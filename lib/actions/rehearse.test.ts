import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { type Rehearsal, rehearsed } from './rehearse'

const schema = z
  .object({
    name: z.string().min(2),
    phone: z.string().regex(/^1\d{10}$/),
    from: z.string().regex(/^\d+$/).optional(),
    to: z.string().regex(/^\d+$/).optional(),
    days: z
      .record(z.string(), z.object({ begin: z.string().max(4).optional(), end: z.string().optional() }))
      .default({}),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'REVERSED' })
const today = on('2026-11-23')
const actor = {} as Actor

/** What the write was asked about, and what came of it. */
async function ask(raw: Record<string, unknown>, rehearsal: Rehearsal, refuses = 'NAME_TAKEN') {
  const asked: unknown[] = []
  const rehearse = async (_: Actor, input: unknown) => {
    asked.push(input)
    return { code: refuses }
  }
  const found = await rehearsed(
    schema,
    raw,
    actor,
    today,
    rehearsal,
    Object.assign(() => null, { rehearse }),
  )
  return { asked, found }
}

test('what cannot be read is left out, and what cannot be done without is stood in for', async () => {
  const { asked, found } = await ask(
    { name: 'Plant', phone: '12', from: 'x', days: { A: { begin: 'too long', end: '3' } } },
    { standIns: () => ({ phone: '10000000000' }) },
  )
  expect(asked).toEqual([{ name: 'Plant', phone: '10000000000', days: { A: { end: '3' } } }])
  expect(found?.failure).toEqual({ code: 'NAME_TAKEN' })
})

test('complaints that hid behind others come up', async () => {
  const { found } = await ask({ phone: '10000000000', from: '9', to: '1' }, { standIns: () => ({ name: 'Plant' }) })
  expect(found?.complaints.flatMap(({ issues }) => issues.map(({ message }) => message))).toEqual(['REVERSED'])
})

test('without what stands in for it nothing is asked', async () => {
  const { asked, found } = await ask({ name: 'Plant', phone: '12' }, {})
  expect(asked).toEqual([])
  expect(found?.failure).toBeNull()
})

test('nothing is said of a field that is judged by one that cannot be read, nor of its own row', async () => {
  const { found } = await ask({ name: 'Plant', phone: '12' }, { judgedBy: { to: ['from'] } })
  const unsure = (field: string, ...wrong: string[]) => found?.unsure(field, new Set(wrong))
  expect([unsure('to', 'from'), unsure('from', 'to'), unsure('name', 'phone')]).toEqual([true, false, false])
  expect([unsure('days.A.end', 'days.A.begin'), unsure('days.B.end', 'days.A.begin')]).toEqual([true, false])
})

test('an action that is no write is not rehearsed', async () => {
  expect(await rehearsed(schema, {}, actor, today, {}, () => null)).toBeNull()
})
