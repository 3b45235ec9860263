import { forbidden } from 'next/navigation'
import { CreationForm } from '@/components/project/creation-form'
import { CreationQuestions } from '@/components/project/creation-questions'
import { Link } from '@/components/ui/link'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { creationChoices, listTemplates, proposeProject } from '@/lib/data/project-proposal'
import { relationFor } from '@/lib/domain/access'
import { parsePlainDate } from '@/lib/domain/plain-date'
import { startDoubt } from '@/lib/domain/plan-start'
import { translator } from '@/lib/i18n/translator'
import { worksDays } from '@/lib/schemas/project-change'

export const generateMetadata = pageTitle('creation.title')

type Query = { template?: string; startOn?: string; worksWd?: string; step?: string; applies?: string | string[] }

export default async function NewProjectPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'project.create')) forbidden()
  const query = await searchParams
  const today = businessDay()
  const t = translator(locale)
  const templates = await listTemplates(actor, today)
  const chosen = templates.find((template) => template.code === query.template) ?? templates[0]
  if (!chosen) return <p className="px-8 pt-16 text-center text-ink-2">{t('creation.noTemplates')}</p>
  const startOn = parsePlainDate(query.startOn) ?? today
  const applies = [query.applies ?? []].flat().filter((code) => chosen.questions.some((q) => q.code === code))
  const worksWd = worksDays.parse(query.worksWd ?? null)
  const back = new URLSearchParams([
    ['template', chosen.code],
    ['startOn', startOn],
    ...(worksWd === null ? [] : [['worksWd', String(worksWd)]]),
    ...applies.map((code) => ['applies', code]),
  ])
  const plan = query.step === '2' ? await proposeProject(actor, chosen.code, startOn, applies, worksWd, today) : null
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('creation.title')}</h1>
      <p className="mb-5 text-ink-2">
        {t(plan ? 'creation.step2' : 'creation.step1')}
        {plan && (
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
      {plan ? (
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
