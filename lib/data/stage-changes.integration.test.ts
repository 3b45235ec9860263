import { expect, test } from 'vitest'
import { stageChange } from '@/lib/schemas/project-change'
import { db } from './db'
import { makeDistrict, START } from './district.fixture'
import { changeStage } from './stage-changes'

test('a step back is approved by the office, and by nobody the form does not offer', async () => {
  const d = await makeDistrict()
  const { version } = await db.project.findUniqueOrThrow({ where: { id: d.projectId } })
  const said = { projectId: d.projectId, version, stage: 'PERMITTING', status: 'SUSPENDED', on: START, reason: '缓建' }
  const say = (approverId: string) =>
    changeStage(d.office, stageChange.parse({ ...said, approverId }), { today: START })
  const stranger = await makeDistrict()
  for (const other of [d.steward, d.agency, stranger.office])
    expect(await say(other.personId)).toMatchObject({ error: { code: 'APPROVER_NOT_ENTITLED' } })
  expect((await say(d.office.personId)).ok).toBe(true)
})
