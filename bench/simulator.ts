// Figures of trying other rules on one district without a server around it: node … bench/simulator.ts PROJECTS, DATABASE_URL
// being a population of that size with its colours. Prints JSON. A process of its own, because the connection of lib/data
// belongs to one database.
import { scriptActor } from '@/lib/auth/script-actor'
import { closeDatabase } from '@/lib/data/close-database'
import { rankingRunning } from '@/lib/data/ranking-running'
import { findTrial, startTrial } from '@/lib/data/rules-trial'
import { runTrial } from '@/lib/data/run-trial'
import { on } from '@/lib/domain/plain-date'
import { trialAddress } from '@/lib/schemas/rules-trial'
import { once, repeat } from './timing'

const TODAY = on('2026-11-23')
const projects = Number(process.argv[2])
if (!Number.isInteger(projects) || projects < 1) throw new Error('bench/simulator.ts PROJECTS')

/** Changes that reach both procedures and projects. */
const DRAFT = { plan_red_wd: 5, promise_red_wd: 3, fresh_yellow_cd: 12 }

try {
  const actor = await scriptActor('bench-office')
  if (!actor) throw new Error('the population lacks an account')
  const begun = await startTrial(actor, { params: DRAFT }, { today: TODAY })
  if (!begun.ok) throw new Error(`not tried: ${begun.error.code}`)
  const { trialId } = begun.value
  const trial = await once(() => runTrial(trialId))
  if (trial.result) throw trial.result
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024)
  const page = (of: 'projects' | 'procedures') =>
    findTrial(actor, trialId, trialAddress.parse({ of }), TODAY, new Date())
  const found = await page('procedures')
  const running = await once(() => rankingRunning(actor, TODAY, new Date(), { table: 'AGENCY' }))
  console.log(
    JSON.stringify({
      projects,
      trialMs: trial.ms,
      trialMaxRssMb: rssMb,
      turned: { projects: found?.counts?.projects.turned, procedures: found?.counts?.procedures.turned },
      page: await repeat(20, () => page('procedures')),
      runningMonth: {
        ms: running.ms,
        rows: running.result?.rows.length,
        maxRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
      },
    }),
  )
} finally {
  await closeDatabase()
}
