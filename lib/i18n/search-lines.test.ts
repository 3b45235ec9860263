import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { SearchAnswer } from '@/lib/schemas/search'
import { searchSections } from './search-lines'

const TODAY = on('2026-11-23')
const answer: SearchAnswer = {
  projects: {
    hits: [{ id: 'p', number: 7, name: '云创中心', level: 'RED', steward: '王管家', enterprise: '甲公司' }],
    total: 12,
  },
  procedures: { hits: [], total: 0 },
  issues: { hits: [], total: 0 },
  needs: { hits: [], total: 0 },
  complaints: { hits: [], total: 0 },
  supervisions: { hits: [], total: 0 },
  points: { hits: [], total: 0 },
  harbours: { hits: [], total: 0 },
  events: { hits: [], total: 0 },
  walks: {
    hits: [{ id: 'x', number: 4, title: '施工许可', about: ['住建局', '刘局长'], state: 'DONE', on: on('2026-11-20') }],
    total: 1,
  },
  visits: { hits: [], total: 0 },
  promotions: { hits: [], total: 0 },
  upgrades: { hits: [], total: 0 },
  batches: { hits: [], total: 0 },
  tasks: {
    hits: [
      {
        id: 't',
        no: '双轮〔2026〕47-02',
        text: '核发规划许可证',
        project: '云创中心',
        who: '自规局',
        state: 'IN_HAND',
        handed: true,
        level: 'BLUE',
        dueOn: on('2026-11-25'),
      },
    ],
    total: 1,
  },
  people: {
    hits: [
      {
        id: 'w',
        name: '王管家',
        title: null,
        unit: '代办中心',
        role: 'STEWARD',
        phone: '13000001234',
        callable: true,
        list: { as: 'steward', count: 6 },
      },
    ],
    total: 1,
  },
  units: { hits: [{ id: 'f', name: '甲公司', kind: 'ENTERPRISE', projects: 2 }], total: 1 },
}

test('hits as lines: what tells them apart, where they lead, and all of a kind where there are more', () => {
  const sections = searchSections('云创 yc', answer, TODAY, 'zh-CN')
  expect(sections.map((s) => s.key)).toEqual(['projects', 'tasks', 'walks', 'people', 'units'])
  const [projects, tasks, walks, people, units] = sections
  expect(walks?.lines[0]).toMatchObject({
    href: '/services/walks/x',
    title: '施工许可　编号4',
    detail: '住建局　刘局长　已走完　11-20',
  })
  expect(projects?.lines[0]).toMatchObject({
    href: '/projects/p',
    detail: '编号7　管家 王管家　甲公司',
    level: { code: 'RED', word: '红' },
  })
  expect(projects?.all).toEqual({ href: `/projects?q=${encodeURIComponent('云创 yc')}`, words: '全部12条' })
  expect(tasks?.lines[0]).toMatchObject({
    href: '/tasks/t',
    title: '核发规划许可证',
    detail: '双轮〔2026〕47-02　云创中心　自规局　办理中　11-25到期',
    level: { code: 'BLUE' },
  })
  expect(people?.lines[0]).toMatchObject({ href: '/projects?steward=w', detail: '代办中心　项目管家　管6个项目' })
  expect(people?.all).toBeNull()
  expect(units?.lines[0]?.href).toBe('/enterprises/f')
})
