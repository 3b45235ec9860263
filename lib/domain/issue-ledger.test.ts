import { expect, test } from 'vitest'
import { isIssueLedger } from './issue-ledger'
import type { GridCell } from './ledger-grid'

const sheet = (header: string) => ({
  name: '一',
  hidden: false,
  date1904: false,
  merges: [],
  rows: [
    {
      number: 1,
      hidden: false,
      cells: new Map(
        header
          .split(',')
          .map((text, i): [number, GridCell] => [i + 1, { kind: 'text', text, formula: false, long: false }]),
      ),
    },
  ],
})

test.each([
  ['序号,问题编号,来源,企业(项目)名称,问题诉求,问题类别,提出日期,级别,牵头单位,办理时限,办理结果,企业是否满意', true],
  ['企业问题诉求,问题交办单位,当前进展情况,解决问题时限,回访情况', true],
  ['序号,项目名称,所属专班,总投资(万元),阶段,存在问题,需协调解决事项', false],
  ['项目名称,事项名称,申报日期,受理日期,状态,办理结果', false],
])('%s', (header, is) => expect(isIssueLedger([sheet(header)])).toBe(is))
