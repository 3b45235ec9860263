import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { makeDistrict, START } from './district.fixture'
import { freshenLevels } from './freshen-levels'
import { walkedFindings } from './invariant-walk'
import { moveProcedure } from './procedure-moves'

test('a move that meets the beginning of a day never leaves a colour of the day before behind', async () => {
  const day = on('2026-11-09')
  for (let round = 0; round < 12; round++) {
    const d = await makeDistrict()
    const common = { procedureId: d.first.id, version: d.first.version }
    await moveProcedure(d.agency, { ...common, kind: 'ACCEPT', on: START }, { today: START })
    const finish = { ...common, version: d.first.version + 1, kind: 'FINISH' as const, on: day }
    // Each round the move comes a little later into the evaluation.
    const [moved] = await Promise.all([
      pause(round * 2).then(() => moveProcedure(d.agency, finish, { today: day })),
      freshenLevels(d.districtId, day),
    ])
    expect(moved.ok).toBe(true)
    const findings: unknown[] = []
    for await (const finding of walkedFindings(d.districtId, day)) findings.push(finding)
    expect(findings, `round ${round}`).toEqual([])
  }
})
