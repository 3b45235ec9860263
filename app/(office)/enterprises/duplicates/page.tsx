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
  const th = 'border-b border-control bg-thead px-2.5 py-1 text-left text-sm font-normal text-ink-2'
  const td = 'border-b border-divider px-2.5 py-2 align-top'
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
          <section tabIndex={0} aria-label={t('enterprise.pairs.title')} className="overflow-x-auto">
            <table className="w-full min-w-[44rem] border-separate border-spacing-0">
              <caption className="sr-only">{t('enterprise.pairs.caption', { n: pairs.length })}</caption>
              <thead>
                <tr>
                  {(['a', 'b', 'why', 'compare'] as const).map((name) => (
                    <th key={name} scope="col" className={th}>
                      {name === 'compare' ? (
                        <span className="sr-only">{t('enterprise.pairs.compare')}</span>
                      ) : (
                        t(`enterprise.pairs.${name}`)
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {pairs.map(({ a, b, reason }) => (
                  <tr key={`${a.id} ${b.id}`}>
                    <td className={td}>{twin(a)}</td>
                    <td className={td}>{twin(b)}</td>
                    <td className={td}>{t(`enterprise.reason.${reason}`)}</td>
                    <td className={`${td} text-right whitespace-nowrap`}>
                      <Link
                        href={`/enterprises/merge?a=${a.id}&b=${b.id}`}
                        aria-label={t('enterprise.pairs.compareOf', { a: a.name, b: b.name })}
                        className="inline-flex items-center text-link max-sm:min-h-11"
                      >
                        {t('enterprise.pairs.compare')}
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
    </div>
  )
}
