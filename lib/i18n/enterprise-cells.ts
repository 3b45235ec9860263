import type { EnterpriseKey, JobKey, OutboundKey } from '@/lib/domain/enterprise-export'
import type { EnterpriseRow } from '@/lib/schemas/enterprise'
import type { JobRow } from '@/lib/schemas/job'
import type { OutboundRow } from '@/lib/schemas/outbound'
import { foreignText, payText } from './enterprise-text'
import { listed } from './joined'
import type { Locale } from './locale'
import { type Translator, translator } from './translator'

type Cell = string | number | null

/** One cell of the register of enterprises in a workbook; `index` from 0. */
export function enterpriseCell(key: EnterpriseKey, row: EnterpriseRow, index: number, t: Translator): Cell {
  switch (key) {
    case 'row':
      return index + 1
    case 'name':
      return row.name
    case 'creditCode':
      return row.creditCode
    case 'size':
      return row.size && t(`enterprise.size.${row.size}`)
    case 'industry':
      return row.industry && t(`enterprise.industry.${row.industry}`)
    case 'street':
      return row.street?.name ?? null
    case 'founded':
      return row.foundedOn
    case 'standings':
      return (
        listed(
          row.standings.map((standing) => t(`enterprise.standing.${standing}`)),
          t,
        ) || null
      )
    case 'projects':
      return row.projects
    case 'issues':
      return row.issues
    case 'needs':
      return row.needs
    case 'state':
      return t(`enterprise.state.${row.state}`)
  }
}

/** One cell of the list of posts in a workbook. */
export function jobCell(key: JobKey, row: JobRow, index: number, t: Translator): Cell {
  switch (key) {
    case 'row':
      return index + 1
    case 'enterprise':
      return row.enterprise.name
    case 'post':
      return row.post
    case 'number':
      return row.number
    case 'pay':
      return payText(row, t)
    case 'raised':
      return row.raisedOn
    case 'intended':
      return row.intended
    case 'state':
      return t(`job.state.${row.state}`)
    case 'note':
      return row.note
  }
}

/** One cell of the list of business abroad in a workbook. */
export function outboundCell(key: OutboundKey, row: OutboundRow, index: number, locale: Locale): Cell {
  const t = translator(locale)
  switch (key) {
    case 'row':
      return index + 1
    case 'enterprise':
      return row.enterprise.name
    case 'kind':
      return t(`outbound.kind.${row.kind}`)
    case 'country':
      return row.country && t(`outbound.country.${row.country}`)
    case 'amount':
      return row.amount && foreignText(row.amount, locale)
    case 'filingNo':
      return row.filingNo
    case 'on':
      return row.on
    case 'note':
      return row.note
  }
}
