import { describe, expect, test } from 'vitest'
import { allowedHosts, GIVE_UP_MINUTES, mayCall, mayMail, retryAfter } from './delivery'

test('a message nobody takes is tried ever more seldom for two days, and then no more', () => {
  const at: number[] = []
  let age = 0
  for (let tries = 1; ; tries++) {
    const wait = retryAfter(tries, age)
    if (wait === null) break
    age += wait
    at.push(age)
  }
  expect(at.slice(0, 5)).toEqual([5, 20, 65, 200, 560])
  expect(at.at(-1)).toBe(GIVE_UP_MINUTES)
  expect(at.length).toBeLessThan(20)
})

describe('addresses the server may speak to', () => {
  const call = (url: string, allowed = '') => {
    const { protocol, hostname, port } = new URL(url)
    return mayCall({ protocol, host: hostname, port }, allowedHosts(allowed))
  }
  test('known robots by https; everything else only where whoever runs the server allows it', () => {
    expect(call('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k')).toBe(true)
    expect(call('https://oapi.dingtalk.com/robot/send')).toBe(true)
    for (const url of [
      'http://qyapi.weixin.qq.com/',
      'https://qyapi.weixin.qq.com:8443/',
      'https://qyapi.weixin.qq.com.evil.example/',
      'http://127.0.0.1:5432/',
      'http://169.254.169.254/latest/meta-data',
      'https://[::1]/',
      'file:///etc/passwd',
    ])
      expect([url, call(url)]).toEqual([url, false])
    expect(call('http://127.0.0.1:4567/x', '127.0.0.1:4567')).toBe(true)
    expect(call('http://127.0.0.1:4568/x', '127.0.0.1:4567')).toBe(false)
  })
  test('mail servers by name on ports of mail', () => {
    expect(mayMail('smtp.example.gov.cn', 465, [])).toBe(true)
    for (const [host, port] of [
      ['smtp.example.gov.cn', 5432],
      ['127.0.0.1', 25],
      ['localhost', 25],
      ['db.internal', 25],
      ['[::1]', 25],
    ] as const)
      expect([host, mayMail(host, port, [])]).toEqual([host, false])
    expect(mayMail('127.0.0.1', 2525, ['127.0.0.1:2525'])).toBe(true)
  })
})
