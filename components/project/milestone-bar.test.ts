import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { translator } from '@/lib/i18n/translator'
import type { MilestoneLine } from '@/lib/schemas/project-detail'
import { MilestoneBar } from './milestone-bar'

test('a milestone whose day nobody gave is not shown as reached, though a later one is', () => {
  const line = (kind: MilestoneLine['kind'], actualOn: string | null): MilestoneLine => ({
    kind,
    plannedOn: null,
    baselineOn: null,
    actualOn: actualOn === null ? null : on(actualOn),
    monthOnly: false,
    moves: 0,
    forecast: null,
    lateWd: 0,
  })
  const milestones = [
    line('SIGNING', '2026-03-02'),
    line('SITE', null),
    line('START', '2026-09-01'),
    line('PRODUCTION', null),
  ]
  const html = renderToStaticMarkup(h(MilestoneBar, { milestones, today: on('2026-11-23'), t: translator('zh-CN') }))
  const reached = [...html.matchAll(/<b class="([^"]*)">/g)].map(([, classes = '']) => !classes.includes('font-normal'))
  expect(reached).toEqual([true, false, true, false])
})
