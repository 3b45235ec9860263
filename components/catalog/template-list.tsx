import { Link } from '@/components/ui/link'
import { catalogText } from '@/lib/i18n/catalog-text'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { CatalogItemLine, CatalogTemplateLine } from '@/lib/schemas/catalog'
import { CatalogText } from './catalog-text'
import { catalogHref } from './limit-text'

/** The items each kind of project goes through, and which of them depend on the case. */
export function TemplateList({
  templates,
  items,
  version,
  locale,
}: {
  templates: readonly CatalogTemplateLine[]
  items: readonly CatalogItemLine[]
  version: number
  locale: Locale
}) {
  const t = translator(locale)
  const named = new Map(items.map((item) => [item.code, item]))
  const name = (code: string) => {
    const item = named.get(code)
    return item ? itemName(item, locale) : code
  }
  return (
    <div className="max-w-[960px]">
      {templates.map((template) => {
        const required = template.items.filter((line) => line.need === 'required').length
        return (
          <details key={template.code} id={template.code} className="border-b border-divider py-2">
            <summary>
              <h3 className="inline font-semibold">{itemName(template, locale)}</h3>
              <span className="ml-3 text-ink-3">
                {t('catalog.counts', { n: String(required), m: String(template.items.length - required) })} ·{' '}
                {t('catalog.target', { n: String(template.targetAgencyWd) })}
              </span>
            </summary>
            {template.description && (
              <p className="text-ink-2">
                <CatalogText text={template.description} locale={locale} />
              </p>
            )}
            <p className="text-ink-2">
              {t('catalog.start', { list: template.startConditions.map(name).join(locale === 'en' ? '; ' : '、') })}
            </p>
            <ol className="mt-1 grid gap-x-6 sm:grid-cols-2">
              {template.items.map((line) => (
                <li key={line.code} className="py-0.5">
                  <Link href={catalogHref(version, line.code)} className="text-link hover:underline">
                    {name(line.code)}
                  </Link>
                  <span className="ml-2 text-sm text-ink-3">
                    {t(`catalog.${line.need}`)}
                    {line.condition && `　${t('catalog.condition', { text: catalogText(line.condition, locale) })}`}
                    {line.promised && <>　{t('catalog.templatePromise', { n: String(line.promised) })}</>}
                  </span>
                </li>
              ))}
            </ol>
          </details>
        )
      })}
    </div>
  )
}
