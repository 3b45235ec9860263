import { forbidden, notFound } from 'next/navigation'
import { ChangeList } from '@/components/catalog/change-list'
import { BeginDraft, DraftTools } from '@/components/catalog/draft-tools'
import { ItemTable } from '@/components/catalog/item-table'
import { catalogHref } from '@/components/catalog/limit-text'
import { TemplateList } from '@/components/catalog/template-list'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { readCatalog } from '@/lib/data/catalog'
import { relationFor, SIGHT } from '@/lib/domain/access'
import type { CatalogStage } from '@/lib/domain/catalog-item'
import { addDays } from '@/lib/domain/plain-date'
import { translator } from '@/lib/i18n/translator'
import { catalogQuery } from '@/lib/schemas/catalog'

export const generateMetadata = pageTitle('catalog.title')

type Query = Record<string, string | string[] | undefined>

export default async function CatalogPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, locale } = await requireActor()
  if (SIGHT.project[actor.role] === undefined) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const { version, done } = catalogQuery.parse(await searchParams)
  const catalog = await readCatalog(actor, version, today)
  if (!catalog) notFound()
  const { shown, versions, items, templates, changes } = catalog
  const draft = versions.find((v) => v.state === 'DRAFT')
  const mayDraft = relationFor(actor.role, 'catalog.draft') !== null
  const stages = [...new Set(items.map((item) => item.stage as CatalogStage))]
  const changed = new Set(changes.map((change) => change.code))
  const latest = versions.find((v) => v.effectiveOn !== null)?.effectiveOn ?? today
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8 [&_h2]:mt-7 [&_h2]:text-lg [&_h2]:font-semibold">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('catalog.title')}</h1>
      <p className="mt-1 max-w-[720px] text-ink-2">
        {t('catalog.intro', { n: String(items.length), m: String(templates.length), number: String(shown.number) })}
      </p>
      {done && (
        <p role="status" className="mt-2 text-green-ink">
          {t(`catalog.done.${done}`)}
        </p>
      )}
      <nav aria-label={t('catalog.versions')} className="no-print mt-3 flex flex-wrap gap-2">
        {versions.map((v) => (
          <Link
            key={v.id}
            href={catalogHref(v.number)}
            aria-current={v.id === shown.id ? 'page' : undefined}
            className={`btn ${v.id === shown.id ? 'border-ink! font-semibold' : ''}`}
          >
            {t('catalog.version', { n: String(v.number) })}
            <span className="font-normal text-ink-2">{t(`catalog.state.${v.state}`, { on: v.effectiveOn ?? '' })}</span>
          </Link>
        ))}
      </nav>
      {shown.note && <p className="mt-2 text-ink-2">{shown.note}</p>}
      {mayDraft && !draft && <BeginDraft formKey={issueFormKey(actor.userId)} t={t} />}
      {mayDraft && draft && draft.id !== shown.id && (
        <Link href={catalogHref(draft.number)} className="mt-3 inline-block text-link">
          {t('catalog.draft.open', { n: String(draft.number) })}
        </Link>
      )}
      {(changes.length > 0 || shown.state === 'DRAFT') && (
        <>
          <h2 id="changes">{t('catalog.changes')}</h2>
          {shown.state === 'DRAFT' && (
            <p className="text-ink-2">{t('catalog.draft.banner', { n: String(shown.number) })}</p>
          )}
          <p className="mb-1 text-ink-2">
            {changes.length > 0 ? t('catalog.changedItems', { n: changes.length }) : t('catalog.draft.nothing')}
          </p>
          {changes.length > 0 && <ChangeList changes={changes} version={shown.number} locale={locale} />}
          {shown.state === 'DRAFT' && mayDraft && (
            <DraftTools
              draft={shown}
              earliest={addDays(latest > today ? latest : today, 1)}
              mayPublish={relationFor(actor.role, 'catalog.publish') !== null && changes.length > 0}
              formKeys={[issueFormKey(actor.userId), issueFormKey(actor.userId)]}
              t={t}
            />
          )}
        </>
      )}
      <h2 id="items">{t('catalog.items')}</h2>
      {stages.map((stage) => (
        <ItemTable
          key={stage}
          stage={t(`procedure.stage.${stage}`)}
          items={items.filter((item) => item.stage === stage)}
          changed={changed}
          version={shown.number}
          locale={locale}
        />
      ))}
      <h2 id="templates">{t('catalog.templates')}</h2>
      <TemplateList templates={templates} items={items} version={shown.number} locale={locale} />
    </div>
  )
}
