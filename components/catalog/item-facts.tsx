import { Link } from '@/components/ui/link'
import { lawArticle, withoutWorkingNotes } from '@/lib/domain/law-article'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { CatalogItemLine, CatalogView } from '@/lib/schemas/catalog'
import { CatalogText } from './catalog-text'
import { catalogHref, statutoryText } from './limit-text'

type Status = 'SOURCED' | 'UNCERTAIN' | 'DERIVED' | 'COMPARABLE' | 'OUR DESIGN'

/** Everything the catalogue says of an item: limits with their law, papers, what comes before and after, validity. */
export function ItemFacts({ item, catalog, locale }: { item: CatalogItemLine; catalog: CatalogView; locale: Locale }) {
  const t = translator(locale)
  const { shown, items, templates } = catalog
  const link = (code: string) => {
    const other = items.find((i) => i.code === code)
    return (
      <li key={code}>
        <Link href={catalogHref(shown.number, code)} className="inline-block min-h-6 text-link hover:underline">
          {other ? itemName(other, locale) : code}
        </Link>
      </li>
    )
  }
  const law = [item.lawTitle, lawArticle(item.lawArticle)].filter(Boolean).join(' ')
  const after = items.filter((other) => other.predecessors.includes(item.code))
  const used = templates.filter((template) => template.items.some((line) => line.code === item.code))
  const status = (code: string | null) => code && t(`catalog.lawStatus.${code as Status}`)
  const rows: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('catalog.column.agency'), locale === 'en' ? item.agencyNameEn : item.agencyName],
    [
      t('catalog.column.statutory'),
      `${statutoryText(item, t)}${item.sourceStatus ? `　${status(item.sourceStatus)}` : ''}`,
    ],
    [
      t('catalog.law'),
      law &&
        (item.sourceUrl ? (
          <a
            href={item.sourceUrl}
            target="_blank"
            rel="noreferrer"
            lang="zh-CN"
            className="inline-block min-h-6 text-link hover:underline"
          >
            {law}
          </a>
        ) : (
          <span lang="zh-CN">{law}</span>
        )),
    ],
    [
      t('catalog.column.promised'),
      `${t('catalog.wd', { n: String(item.promisedWd) })}　${status(item.promisedStatus)}`,
    ],
    [t('catalog.plan'), t('catalog.wd', { n: String(item.planWd) })],
    [
      t('catalog.column.marks'),
      [
        item.keyNode && t('catalog.keyNode'),
        item.tolerance && t('catalog.tolerance'),
        item.commitment && t('catalog.commitment'),
      ]
        .filter(Boolean)
        .join('　'),
    ],
    [t('catalog.result'), item.result && <CatalogText text={item.result} locale={locale} />],
    [
      t('catalog.validity'),
      item.validityMonths !== null && (
        <>
          {t('catalog.months', { n: String(item.validityMonths) })}
          {item.validityNote && (
            <>
              {'　'}
              <CatalogText text={item.validityNote} locale={locale} />
            </>
          )}
        </>
      ),
    ],
    [
      t('catalog.applies'),
      item.appliesWhen && <CatalogText text={withoutWorkingNotes(item.appliesWhen)} locale={locale} />,
    ],
    [t('catalog.predecessors'), item.predecessors.length > 0 && <ul>{item.predecessors.map(link)}</ul>],
    [t('catalog.successors'), after.length > 0 && <ul>{after.map((other) => link(other.code))}</ul>],
    [
      t('catalog.inTemplates'),
      used.length > 0 && (
        <ul>
          {used.map((template) => {
            const line = template.items.find((l) => l.code === item.code)
            return (
              <li key={template.code}>
                {itemName(template, locale)}
                <span className="ml-2 text-ink-3">
                  {line && t(`catalog.${line.need}`)}
                  {line?.promised && `　${t('catalog.templatePromise', { n: String(line.promised) })}`}
                </span>
              </li>
            )
          })}
        </ul>
      ),
    ],
    [t('catalog.notes'), item.notes && <CatalogText text={item.notes} locale={locale} />],
  ]
  return (
    <>
      <dl className="mt-4 grid max-w-[860px] grid-cols-[96px_1fr] gap-x-4 gap-y-1.5 sm:grid-cols-[140px_1fr]">
        {rows.map(([label, value]) =>
          value ? (
            <div key={label} className="contents">
              <dt className="text-ink-3">{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <h2>{t('catalog.materials')}</h2>
      {item.materials.length === 0 ? (
        <p className="text-ink-3">{t('catalog.noMaterials')}</p>
      ) : (
        <ol className="mt-1 list-decimal pl-5">
          {item.materials.map((material) => (
            <li key={material}>
              <CatalogText text={material} locale={locale} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
