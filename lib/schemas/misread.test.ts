import { expect, test } from 'vitest'
import { creationQuery } from './creation-query'
import { misread } from './misread'
import { procedureFilter } from './procedure-queue'
import { projectFilter } from './project'
import { warningQuery } from './warning'

test.each([
  ['a colour there is not', projectFilter, { level: 'PURPLE', size: '50' }, ['level=PURPLE']],
  ['a colour of the queue', procedureFilter, { level: 'purple' }, ['level=purple']],
  ['a name the board does not know', warningQuery, { level: 'RED' }, ['level=RED']],
  ['days there are not', warningQuery, { from: '2026-02-30', to: 'x' }, ['from=2026-02-30', 'to=x']],
  ['a page before the first, and an id that is none', projectFilter, { page: '0', unit: '7' }, ['page=0', 'unit=7']],
  ['what can be read', projectFilter, { level: 'RED', q: '热力', page: '2', view: 'mine', id: ['a', 'b'] }, []],
  ['a condition given twice: one counts', projectFilter, { level: ['RED', 'YELLOW'] }, ['level=YELLOW']],
  ['the same given twice', procedureFilter, { level: ['RED', 'RED'] }, []],
  ['twice, and neither can be read', projectFilter, { stage: ['A', 'B'] }, ['stage=A', 'stage=B']],
  ['days no works take', creationQuery, { worksWd: '-5', startOn: '2026-02-30' }, ['worksWd=-5', 'startOn=2026-02-30']],
  ['days they may take', creationQuery, { worksWd: '240', startOn: '2026-11-24' }, []],
  ['what is empty, and what the framework adds', warningQuery, { from: '', _rsc: '1a2b' }, []],
  ['a name every object has', projectFilter, { constructor: 'x' }, ['constructor=x']],
] as const)('%s', (_, schema, params, expected) => {
  expect(misread(schema, params as Record<string, string | string[]>)).toEqual(expected)
})
