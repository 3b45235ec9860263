import { Link } from '@/components/ui/link'
import type { TermChange } from '@/lib/domain/catalog-item'
import { catalogText } from '@/lib/i18n/catalog-text'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ItemChange } from '@/lib/schemas/catalog'
import { catalogHref } from './limit-text'

function Change({ change, locale, t }: { change: TermChange; locale: Locale; t: Translator }) {
  if (change.field === 'materials') {
    const list = (names: readonly string[]) =>
      names.map((name) => catalogText(name, locale)).join(locale === 'en' ? '; ' : '、')
    return (
      <>
        {change.added.length > 0 && (
          <ins className="no-underline">{t('catalog.added', { list: list(change.added) })}</ins>
        )}{' '}
        {change.removed.length > 0 && <del>{t('catalog.removed', { list: list(change.removed) })}</del>}
      </>
    )
  }
  const text = (value: string | number) => (typeof value === 'number' ? t('catalog.wd', { n: String(value) }) : value)
  return (
    <>
      <del className="text-ink-3">{text(change.from)}</del> →{' '}
      <ins className="font-semibold no-underline">{text(change.to)}</ins>
    </>
  )
}

/** What a version changes, item by item: old → new, by whom, why, and what it rests on. */
export function ChangeList({
  changes,
  version,
  locale,
}: {
  changes: readonly ItemChange[]
  version: number
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ul className="max-w-[960px] border-t border-divider">
      {changes.map((item) => (
        <li key={item.code} className="border-b border-divider py-2">
          <Link href={catalogHref(version, item.code)} className="text-link hover:underline">
            {itemName(item, locale)}
          </Link>
          <span className="ml-1.5 text-xs text-ink-3">{item.code}</span>
          <dl className="grid grid-cols-[56px_1fr] gap-x-3">
            {item.changes.map((change) => (
              <div key={change.field} className="contents">
                <dt className="text-ink-3">{t(`catalog.field.${change.field}`)}</dt>
                <dd>
                  <Change change={change} locale={locale} t={t} />
                </dd>
              </div>
            ))}
          </dl>
          {item.edits.map((edit) => (
            <p key={edit.at} className="text-sm text-ink-3">
              {t('catalog.by', { name: edit.by, reason: edit.reason, source: edit.source })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
