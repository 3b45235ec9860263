import { expect, test } from 'vitest'
import { reasonLine } from './reason-line'

test('a clock that is past its day, as a waived one can be, is over by days and not left with fewer than none', () => {
  const lead = (remaining: number) => ({
    item: { nameZh: '施工许可证', nameEn: 'Construction permit' },
    remaining,
    paused: null,
    owner: null,
  })
  const said = (remaining: number) => reasonLine('GREY', undefined, lead(remaining) as never, 'zh-CN')
  expect([said(-2), said(2)]).toEqual(['施工许可证 超期2工作日', '施工许可证 剩余2工作日'])
})
