import { expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import type { ProcedureLine } from '@/lib/schemas/project-detail'
import { teamOf } from './project-team'

const line = (id: string, agency: string, state: ProcedureLine['state']) =>
  ({ id, agency, state, level: 'GREEN', reason: null }) as ProcedureLine

test('N are the agencies of the procedures and those that were added; the project unit is none of them', () => {
  const lines = [
    line('1', '住建局', 'ACCEPTED'),
    line('2', '住建局', 'DONE'),
    line('3', '项目单位', 'ACCEPTED'),
    line('4', '自规局', 'NA'),
  ]
  const added = [{ org: { shortName: '街道办' }, person: null }]
  const team = teamOf(lines, added, new Map(), { role: 'OFFICE' } as Actor)
  expect(team.map(({ name, running, finished }) => [name, running, finished])).toEqual([
    ['住建局', 1, 1],
    ['街道办', 0, 0],
  ])
})
