// Gives a population its colours and nothing else: node … bench/colours.ts PROJECTS, for what is measured of a district that
// somebody has worked in.
import { scriptActor } from '@/lib/auth/script-actor'
import { refreshAll } from '@/lib/data/all-levels'
import { closeDatabase } from '@/lib/data/close-database'
import { on } from '@/lib/domain/plain-date'
import { once } from './timing'

try {
  const actor = await scriptActor('bench-office')
  if (!actor) throw new Error('the population lacks an account')
  const { ms } = await once(() => refreshAll(actor.districtId, on('2026-11-23'), 'RULES', null))
  console.log(JSON.stringify({ colouredMs: ms }))
} finally {
  await closeDatabase()
}
