import { forbidden, notFound } from 'next/navigation'
import { ChangeList } from '@/components/catalog/change-list'
import { ItemFacts } from '@/components/catalog/item-facts'
import { ItemForm } from '@/components/catalog/item-form'
import { catalogHref } from '@/components/catalog/limit-text'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { catalogAgencies, readCatalog } from '@/lib/data/catalog'
import { relationFor, SIGHT } from '@/lib/domain/access'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import { catalogQuery } from '@/lib/schemas/catalog'

export const generateMetadata = pageTitle('catalog.title')

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CatalogItemPage({ params, searchParams }: Props) {
  const { actor, locale } = await requireActor()
  if (SIGHT.project[actor.role] === undefined) forbidden()
  const t = translator(locale)
  const { version } = catalogQuery.parse(await searchParams)
  const catalog = await readCatalog(actor, version, businessDay())
  const { code } = await params
  const item = catalog?.items.find((i) => i.code === code)
  if (!catalog || !item) notFound()
  const { shown } = catalog
  const changes = catalog.changes.filter((change) => change.code === code)
  const edits = shown.state === 'DRAFT' && relationFor(actor.role, 'catalog.edit') !== null
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8 [&_h2]:mt-6 [&_h2]:text-lg [&_h2]:font-semibold">
      <Link href={catalogHref(shown.number)} className="no-print text-link">
        {t('catalog.back')}
      </Link>
      <h1 className="mt-1 text-xl font-semibold sm:text-2xl">
        {itemName(item, locale)} <span className="text-base font-normal text-ink-3">{item.code}</span>
      </h1>
      <p className="text-ink-2">
        {t('catalog.version', { n: String(shown.number) })} ·{' '}
        {t(`catalog.state.${shown.state}`, { on: shown.effectiveOn ?? '' })}
      </p>
      {changes.length > 0 && (
        <>
          <h2>{t('catalog.changes')}</h2>
          <ChangeList changes={changes} version={shown.number} locale={locale} />
        </>
      )}
      {edits && (
        <>
          <h2>{t('catalog.draft.edit')}</h2>
          <ItemForm
            item={item}
            draft={shown}
            agencies={await catalogAgencies(actor)}
            formKey={issueFormKey(actor.userId)}
            t={t}
          />
        </>
      )}
      <ItemFacts item={item} catalog={catalog} locale={locale} />
    </div>
  )
}
