import { PageAnswer } from '@/components/meeting/page-answer'
import { ParameterTable } from '@/components/rule/parameter-table'
import { RuleList } from '@/components/rule/rule-list'
import { RulesChanges } from '@/components/rule/rules-changes'
import { TaskRules } from '@/components/task/task-rules'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadRules } from '@/lib/data/rule-versions'
import { rulesDesk } from '@/lib/data/rules-proposals'
import { parameterTable, ruleBook } from '@/lib/domain/rule-book'
import { SEES_TASKS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { ruleBookAddress } from '@/lib/schemas/rules-trial'

export const generateMetadata = pageTitle('ruleBook.title')

const OF_PROCEDURES = /^[PK]/

export default async function RulesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const { just } = ruleBookAddress.parse(asks)
  const [{ parameters, current, versions }, desk] = await Promise.all([
    loadRules(actor, today),
    rulesDesk(actor, today),
  ])
  const rules = ruleBook(parameters)
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8 [&_h2]:mt-7 [&_h2]:text-lg [&_h2]:font-semibold">
      <Misread parts={misread(ruleBookAddress, asks)} words={(parts) => t('shell.misread', { parts })} />
      {just && <PageAnswer>{t(`rulesTrial.just.${just}`)}</PageAnswer>}
      <h1 className="text-xl font-semibold sm:text-2xl">{t('ruleBook.title')}</h1>
      <p className="mt-1 max-w-[720px] text-ink-2">
        {current
          ? t('ruleBook.intro', { n: String(current.number), day: current.effectiveOn })
          : t('ruleBook.defaults')}
      </p>
      <p className="max-w-[720px] text-ink-3">{t('ruleBook.readOnly')}</p>
      <nav aria-label={t('ruleBook.parts')} className="no-print mt-3 flex flex-wrap gap-x-5 gap-y-1 [&_a]:text-link">
        <a href="#parameters">{t('ruleBook.parameters')}</a>
        <a href="#procedures">{t('ruleBook.procedures')}</a>
        <a href="#projects">{t('ruleBook.projects')}</a>
        {SEES_TASKS.has(actor.role) && <a href="#tasks">{t('ruleBook.tasks')}</a>}
        {desk && <a href="#changes">{t('rulesTrial.changes')}</a>}
        <a href="#versions">{t('ruleBook.versions')}</a>
      </nav>
      <h2 id="parameters">{t('ruleBook.parameters')}</h2>
      <ParameterTable lines={parameterTable(parameters)} t={t} />
      <h2 id="procedures">{t('ruleBook.procedures')}</h2>
      <RuleList rules={rules.filter(({ id }) => OF_PROCEDURES.test(id))} locale={locale} />
      <h2 id="projects">{t('ruleBook.projects')}</h2>
      <RuleList rules={rules.filter(({ id }) => !OF_PROCEDURES.test(id))} locale={locale} />
      {SEES_TASKS.has(actor.role) && (
        <>
          <h2 id="tasks">{t('ruleBook.tasks')}</h2>
          <TaskRules t={t} />
        </>
      )}
      {desk && <RulesChanges desk={desk} formKey={() => issueFormKey(actor.userId)} today={today} t={t} />}
      <h2 id="versions">{t('ruleBook.versions')}</h2>
      <ul>
        {versions.map((version) => (
          <li key={version.number}>
            {t('ruleBook.versionLine', { n: String(version.number), day: version.effectiveOn })}
            {version.number === current?.number && <b className="ml-2">{t('ruleBook.current')}</b>}
            {version.effectiveOn > today && <span className="ml-2 text-ink-3">{t('ruleBook.coming')}</span>}
            {version.note && <span className="ml-2 text-ink-2">{version.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
