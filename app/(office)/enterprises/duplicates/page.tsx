import { forbidden } from 'next/navigation'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { listDuplicates } from '@/lib/data/enterprise-duplicates'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import type { EnterpriseTwin } from '@/lib/schemas/enterprise'

export const generateMetadata = pageTitle('enterprise.pairs.title')

export default async function DuplicatesPage() {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'enterprise.merge') === null) forbidden()
  const t = translator(locale)
  const pairs = await listDuplicates(actor)
  const twin = ({ id, name, creditCode, street, projects }: EnterpriseTwin) => (
    <>
      <Link href={`/enterprises/${id}`} className="font-semibold hover:text-link">
        {name}
      </Link>
      <span className="flex flex-wrap gap-x-3 text-sm text-ink-2">
        <span>{creditCode ?? t('enterprise.noCode')}</span>
        {street && <span>{street}</span>}
        {projects > 0 && <span>{t('enterprise.projectsN', { n: projects })}</span>}
      </span>
    </>
  )
  return (
    <div>
      <BackBar href="/enterprises" title={t('enterprise.pairs.title')} t={t} />
      <div className="px-4 pt-4 pb-8 sm:px-8 sm:pt-5">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href="/enterprises" className="text-link">
            {t('enterprise.back')}
          </Link>
        </p>
        <h1 className="text-2xl font-semibold max-sm:sr-only">{t('enterprise.pairs.title')}</h1>
        <p className="max-w-3xl pt-1 pb-4 text-ink-2">{t('enterprise.pairs.hint')}</p>
        {pairs.length === 0 ? (
          <p className="pt-16 text-center text-lg font-semibold">{t('enterprise.pairs.none')}</p>
        ) : (
          <ul className="border-t border-control">
            {pairs.map(({ a, b, reason }) => (
              <li
                key={`${a.id} ${b.id}`}
                className="grid gap-x-6 gap-y-1 border-b border-divider py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_9rem_6rem] lang-en:sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_13rem_10rem]"
              >
                <div className="min-w-0">{twin(a)}</div>
                <div className="min-w-0">{twin(b)}</div>
                <p className="text-ink-2">{t(`enterprise.reason.${reason}`)}</p>
                <p className="sm:text-right">
                  <Link
                    href={`/enterprises/merge?a=${a.id}&b=${b.id}`}
                    aria-label={t('enterprise.pairs.compareOf', { a: a.name, b: b.name })}
                    className="inline-flex items-center text-link max-sm:min-h-11"
                  >
                    {t('enterprise.pairs.compare')}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
