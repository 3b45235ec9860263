import { expect, test } from 'vitest'
import { markupText } from '@/components/ui/markup'
import { translator } from '@/lib/i18n/translator'
import { ChangeMark } from './change-mark'

const t = translator('zh-CN')
const said = (rank: number | null, before: { rank: number | null } | null) =>
  markupText(ChangeMark({ rank, before, t })).replace(/<[^>]+>/g, '')

test.each([
  ['in no table the month before', 4, null, '新'],
  ['in the table then, not ranked', 4, { rank: null }, '上月未排'],
  ['at the same place', 4, { rank: 4 }, '—名次没变'],
  ['not ranked now', null, { rank: 4 }, '—'],
])('%s', (_, rank, before, words) => expect(said(rank, before)).toBe(words))
