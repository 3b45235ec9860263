import { notFound } from 'next/navigation'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { Files } from '@/components/procedure/files'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { FindingForms } from '@/components/walk/finding-forms'
import { FindingHistory } from '@/components/walk/finding-history'
import { FindingFacts } from '@/components/walk/walk-facts'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listFindingPhotos } from '@/lib/data/finding-photos'
import { findFinding } from '@/lib/data/walk-detail'
import { translator } from '@/lib/i18n/translator'
import { isFileAnswer } from '@/lib/schemas/attachment'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('walk.findingPage.title')

export default async function FindingPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ file?: string }>
}) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const { file } = await searchParams
  const today = businessDay()
  const finding = isUuid(id) ? await findFinding(actor, id, today) : null
  if (!finding) notFound()
  const photos = await listFindingPhotos(actor, finding.id)
  const formKey = () => issueFormKey(actor.userId)
  const t = translator(locale)
  const back = `/services/walks/${finding.walk.id}` as const
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <BackBar href={back} title={t('walk.findingPage.title')} t={t} />
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1 max-sm:hidden">
          <Link href={back} className="inline-flex min-h-8 items-center text-link">
            {t('walk.backToWalk')}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <span lang="zh-CN">{finding.walk.item}</span>
            <b className="text-ink">{t(`walk.finding.${finding.state}`)}</b>
            <span>{t(`walk.kind.${finding.kind}`)}</span>
            <span>{finding.owner.name}</span>
          </p>
          <h1 lang="zh-CN" className="mt-1 text-xl font-semibold">
            {finding.text}
          </h1>
          <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            <span className="flex items-center gap-3 text-lg">
              <Lamp level={finding.level} size="m" t={t} />
              <span className={`why-${finding.level}`}>{t(`task.reason.${finding.reason.code}`, finding.reason)}</span>
            </span>
            {finding.clock && <ClockRuler clock={finding.clock} t={t} />}
          </div>
        </header>
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">{t('walk.findingPage.actions')}</h2>
          <FindingForms key={finding.version} finding={finding} formKey={formKey} today={today} locale={locale} />
        </section>
        <div className="pt-6">
          <Files
            place={{ findingId: finding.id }}
            lines={photos.lines}
            mayAdd={photos.mayAdd}
            answer={isFileAnswer(file) ? file : null}
            today={today}
            formKey={formKey()}
            removalKeys={photos.lines.map(formKey)}
            t={t}
          />
        </div>
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('walk.findingPage.history')}</h2>
          <FindingHistory steps={finding.steps} today={today} t={t} />
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('walk.findingPage.facts')}</h2>
        <FindingFacts finding={finding} today={today} locale={locale} />
      </aside>
    </article>
  )
}
