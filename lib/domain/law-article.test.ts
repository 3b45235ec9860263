import { expect, test } from 'vitest'
import { lawArticle, withoutWorkingNotes } from './law-article'

test.each([
  ['第九条、第十一条(无天数规定)', '第九条、第十一条'],
  ['第四十一条(规划设计要点15日);城乡规划法第三十八条', '第四十一条；城乡规划法第三十八条'],
  ['第二十条', '第二十条'],
  ['大型15个工作日,中型及以下10个工作日(凭记忆,待核)', null],
  ['第十二条（简化20日，重点30日）；登记表自行填报', '第十二条'],
  [null, null],
])('of %s the article is shown', (noted, shown) => {
  expect(lawArticle(noted)).toBe(shown)
})

test('what is still to be checked is the keeper’s, everything else stays', () => {
  expect(withoutWorkingNotes('年用电≥500万千瓦时(阈值待核)')).toBe('年用电≥500万千瓦时')
  expect(withoutWorkingNotes('工程投资≥30万元(国家限额;省可调整)')).toBe('工程投资≥30万元(国家限额;省可调整)')
})
