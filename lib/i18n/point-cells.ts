import type { PointKey } from '@/lib/domain/point-export'
import type { PointRow } from '@/lib/schemas/monitor-point'
import type { Translator } from './translator'

const withPhone = ({ name, phone }: Readonly<{ name: string; phone: string | null }>): string =>
  phone ? `${name} ${phone}` : name

/** One cell of the register of monitoring points in a workbook. */
export function pointCell(key: PointKey, row: PointRow, t: Translator): string | number | null {
  switch (key) {
    case 'kind':
      return t(`point.kind.${row.kind}`)
    case 'enterprise':
      return row.enterprise?.name ?? null
    case 'supervisor':
      return withPhone(row.supervisor)
    case 'unit':
      return row.supervisor.unit
    case 'contact':
      return withPhone(row.contact)
    case 'state':
      return t(`point.state.${row.state}`)
    case 'plate':
      return t(`point.stand.${row.stand}`)
    default:
      return row[key]
  }
}
