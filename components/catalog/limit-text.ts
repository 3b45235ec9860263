import type { Translator } from '@/lib/i18n/translator'
import type { CatalogItemLine } from '@/lib/schemas/catalog'

type Limit = Pick<CatalogItemLine, 'statutoryDays' | 'statutoryUnit'>

/** A statutory limit with its unit: working days, calendar days, or none. */
export const statutoryText = ({ statutoryDays, statutoryUnit }: Limit, t: Translator): string =>
  statutoryDays === null
    ? t('catalog.noLimit')
    : t(statutoryUnit === 'CD' ? 'catalog.cd' : 'catalog.wd', { n: String(statutoryDays) })

/** Where a page of the catalogue is, in a version. */
export const catalogHref = (version: number, code = ''): `/catalog${string}` =>
  `/catalog${code && `/${code}`}?version=${version}`
