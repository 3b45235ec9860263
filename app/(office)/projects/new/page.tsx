import { forbidden } from 'next/navigation'
import { CreationForm } from '@/components/project/creation-form'
import { CreationQuestions } from '@/components/project/creation-questions'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { creationChoices, listTemplates, proposeProject, proposeStart } from '@/lib/data/project-proposal'
import { relationFor } from '@/lib/domain/access'
import { startDoubt } from '@/lib/domain/plan-start'
import { translator } from '@/lib/i18n/translator'
import { creationQuery } from '@/lib/schemas/creation-query'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('creation.title')

export default async function NewProjectPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'project.create')) forbidden()
  const asks = await searchParams
  const query = creationQuery.parse(asks)
  const today = businessDay()
  const t = translator(locale)
  const templates = await listTemplates(actor, today)
  if (templates.length === 0) return <p className="px-8 pt-16 text-center text-ink-2">{t('creation.noTemplates')}</p>
  // A process nobody knows does not quietly become another one.
  const chosen = query.template ? templates.find(({ code }) => code === query.template) : templates[0]
  const startOn = query.startOn ?? (await proposeStart(actor, today))
  const known = (code: string) => chosen?.questions.some((q) => q.code === code) ?? false
  const applies = query.applies.filter(known)
  const worksWd = query.worksWd ?? null
  const back = new URLSearchParams([
    ['template', chosen?.code ?? ''],
    ['startOn', startOn],
    ...(worksWd === null ? [] : [['worksWd', String(worksWd)]]),
    ...applies.map((code) => ['applies', code]),
  ])
  const plan =
    chosen && query.step === '2' ? await proposeProject(actor, chosen.code, startOn, applies, worksWd, today) : null
  const unread = [
    ...misread(creationQuery, asks),
    ...(chosen ? query.applies.filter((code) => !known(code)).map((code) => `applies=${code.slice(0, 20)}`) : []),
  ]
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('creation.title')}</h1>
      <p className="mb-5 text-ink-2">
        {t(plan ? 'creation.step2' : 'creation.step1')}
        {chosen && plan && (
          <>
            　
            {t('creation.chosen', {
              template: locale === 'en' ? chosen.nameEn : chosen.nameZh,
              n: plan.items.length,
              day: startOn,
            })}
            {worksWd !== null && `${t('shell.comma')}${t('creation.worksGiven', { n: worksWd })}`}
            <Link href={`/projects/new?${back}`} className="ml-3 text-link underline">
              {t('creation.change')}
            </Link>
          </>
        )}
      </p>
      <Misread parts={unread} words={(parts) => t('shell.misread', { parts })} />
      {!chosen && (
        <p role="alert" className="mb-4 border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-4 py-3">
          {t('creation.unknown', { template: query.template?.slice(0, 20) ?? '' })}
        </p>
      )}
      {chosen && plan ? (
        <CreationForm
          plan={plan}
          template={chosen.code}
          startOn={startOn}
          doubt={startDoubt(startOn, today)}
          worksWd={worksWd}
          applies={applies}
          choices={await creationChoices(actor)}
          draft={draftOf(actor, 'new')}
          formKey={issueFormKey(actor.userId)}
          locale={locale}
        />
      ) : (
        <CreationQuestions
          templates={templates}
          chosen={chosen}
          startOn={startOn}
          worksWd={worksWd}
          applies={applies}
          locale={locale}
        />
      )}
    </div>
  )
}
