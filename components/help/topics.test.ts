import { describe, expect, test } from 'vitest'
import { MESSAGES } from '@/lib/i18n/messages'
import { topicOf } from './topics'

describe('help about a page', () => {
  test.each([
    ['/', 'today'],
    ['/projects', 'projects'],
    ['/projects/new', 'newProject'],
    ['/projects/remind', 'many'],
    ['/projects/0193/update', 'update'],
    ['/projects/0193', 'project'],
    ['/procedures/0193/finish', 'procedure'],
    ['/meetings/2026-48/agenda', 'meetings'],
    ['/tasks/slips', 'tasks'],
    ['/help', undefined],
    ['//evil.example', undefined],
  ])('%s', (path, topic) => expect(topicOf(path)).toBe(topic))

  test('every text is about some page', () => {
    const paths = [
      '/',
      '/projects',
      '/projects/x',
      '/projects/new',
      '/projects/transfer',
      '/procedures',
      '/procedures/x',
    ]
    const parts = ['update', 'manage', 'edit', 'forecast'].map((part) => `/projects/x/${part}`)
    const rest = Object.keys(MESSAGES.en.help.topic).map((topic) => `/${topic}`)
    const reached = new Set([...paths, ...parts, ...rest].map(topicOf))
    expect(Object.keys(MESSAGES.en.help.topic).filter((topic) => !reached.has(topic as never))).toEqual([])
  })
})
