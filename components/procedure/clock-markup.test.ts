import { Fragment, createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Lamp } from '@/components/level/lamp'
import { RulerCell } from '@/components/level/ruler-cell'
import { markupText } from '@/components/ui/markup'
import { LEVELS } from '@/lib/domain/level-scale'
import { on } from '@/lib/domain/plain-date'
import type { Clock, Ruler } from '@/lib/domain/ruler'
import { translator } from '@/lib/i18n/translator'
import { ClockCells } from './clock-cells'

const same = (node: ReactNode) => expect(markupText(node)).toBe(renderToStaticMarkup(node))
const t = translator('zh-CN')
const TODAY = on('2026-11-23')

test('lamps and rulers of every kind are the same', () => {
  for (const level of LEVELS)
    for (const whose of ['AGENCY', 'ENTERPRISE', 'SPECIAL'] as const)
      for (const [used, promised, statutory] of [
        [0, 5, 20],
        [7, 5, 20],
        [22, 20, 21],
        [30, null, 28],
      ] as const) {
        const clock: Clock = { kind: 'clock', whose, used, promised, statutory, level, paused: used === 7 }
        same(h(Fragment, null, h(Lamp, { level, t }), h(RulerCell, { ruler: clock, today: TODAY, t })))
        same(h(ClockCells, { clock, t }))
      }
})

test('what is no clock is drawn the same', () => {
  for (const late of [-9, -2, 0, 4, 12, 40])
    for (const level of LEVELS) {
      const drawn: Ruler[] = [
        { kind: 'planFinish', on: TODAY, late, redAt: 10, level },
        { kind: 'progress', planned: 8_700, actual: late * 300, level },
        { kind: 'verified', on: TODAY, days: Math.abs(late), blueAt: 8, yellowAt: 15 },
        { kind: 'plannedStart', on: TODAY, monthEnds: Math.max(0, late), redAt: 3, level },
        { kind: 'startAhead', on: TODAY, left: Math.abs(late), level },
        { kind: 'enrolment', on: TODAY, months: Math.abs(late), yellowAt: 1, redAt: 2, level },
        { kind: 'talks', on: TODAY, months: Math.abs(late), yellowAt: 2, redAt: 3, level },
        { kind: 'meetings', meetings: Math.abs(late) },
        { kind: 'expires', on: TODAY, left: -late, level },
        { kind: 'noPlan', days: Math.abs(late), blueAt: 5, yellowAt: 10 },
      ]
      for (const ruler of drawn) same(h(RulerCell, { ruler, today: TODAY, t }))
    }
})
