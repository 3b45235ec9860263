import { expect, test } from 'vitest'
import { IDLE } from './form-state'
import { staleAnswer } from './stale-answer'

test('whoever was overtaken finds the way to the latest state: its page, else this one loaded anew', () => {
  const stale = { code: 'CONFLICT' } as const
  expect(staleAnswer(IDLE, stale, '/procedures/1', 'zh-CN').latest).toEqual({
    href: '/procedures/1',
    label: '看最新情况',
  })
  expect(staleAnswer(IDLE, stale, undefined, 'zh-CN')).toMatchObject({ renew: '看最新情况' })
  expect(staleAnswer(IDLE, { code: 'FORBIDDEN' }, '/procedures/1', 'zh-CN')).toEqual(IDLE)
})
