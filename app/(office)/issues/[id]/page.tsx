import { forbidden, notFound } from 'next/navigation'
import { IssueCard } from '@/components/issue/issue-card'
import { IssueFacts } from '@/components/issue/issue-facts'
import { IssueBox, IssueForms } from '@/components/issue/issue-forms'
import { IssueHistory } from '@/components/issue/issue-history'
import { IssueLeft } from '@/components/issue/issue-left'
import { IssueRelayRuler } from '@/components/issue/issue-relay'
import { Lamp } from '@/components/level/lamp'
import { Files } from '@/components/procedure/files'
import { BackBar } from '@/components/shell/back-bar'
import { Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listIssueAttachments } from '@/lib/data/attachments'
import { findIssue } from '@/lib/data/issue-detail'
import { findLeftIssue } from '@/lib/data/issue-left'
import { SIGHT } from '@/lib/domain/access'
import { issueNumberText, issueStandingText } from '@/lib/i18n/issue-text'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'
import { isFileAnswer } from '@/lib/schemas/attachment'
import { isUuid } from '@/lib/schemas/id'
import { SlipsAbout } from '../../supervision/_parts/slips-about'

export const generateMetadata = pageTitle('issue.title')

export default async function IssuePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ file?: string }>
}) {
  const { actor, locale } = await requireActor()
  if (SIGHT.project[actor.role] === undefined) forbidden()
  const { id } = await params
  const { file } = await searchParams
  const today = businessDay()
  const issue = isUuid(id) ? await findIssue(actor, id, today) : null
  const t = translator(locale)
  if (!issue) {
    const left = isUuid(id) ? await findLeftIssue(actor, id) : null
    return left ? <IssueLeft left={left} today={today} t={t} /> : notFound()
  }
  const files = await listIssueAttachments(actor, issue.id)
  const formKey = () => issueFormKey(actor.userId)
  const { project, lead, person, relay } = issue
  const no = issueNumberText(issue, t)
  const back = project?.open ? (`/projects/${project.id}` as const) : '/'
  const notes = [
    issue.reopened > 0 && t('issue.reopenedTimes', { n: issue.reopened }),
    issue.urged > 0 && t('issue.urgedTimes', { n: issue.urged }),
  ]
  const warnings = [
    lead?.gone
      ? t('issue.bad.leadDissolved', { unit: lead.name })
      : issue.leadGone && lead && t('issue.bad.leadGone', { unit: lead.name }),
    project?.gone && issue.holder && t('issue.bad.projectGone'),
    issue.enterpriseSilent && issue.holder && t('issue.bad.enterpriseSilent'),
    issue.ownAnswer && t('issue.bad.ownAnswer'),
  ].filter((text) => typeof text === 'string')
  const acts =
    issue.moves.some((move) => move !== 'REPORT') ||
    issue.mayUrge ||
    issue.mayRevisit ||
    issue.extension.mayAsk ||
    issue.extension.askedUntilOn !== null ||
    issue.choices.relations !== null
  const phone = person?.callable ? person.phone : null
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_320px]">
      <BackBar href={back} title={no} t={t} />
      <div className="px-4 pt-4 pb-8 sm:px-8 sm:pt-5">
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b-2 border-ink pb-2">
          <h1 className="text-2xl font-semibold">{issue.title}</h1>
          <p className="text-ink-2 max-sm:w-full">
            {project?.open ? (
              <Link href={`/projects/${project.id}`} className="hover:text-link">
                {project.name}
              </Link>
            ) : (
              (project?.name ?? issue.enterprise?.name)
            )}
            <span className="sm:hidden">
              {(project || issue.enterprise) && t('shell.comma')}
              {t(`issue.tier.${issue.tier}`)}
            </span>
          </p>
          <span className="flex-1" />
          <span className="text-ink-2 max-sm:hidden">{no}</span>
        </header>
        <div className="grid gap-x-8 gap-y-3 pt-4 xl:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
          <div>
            <p className="flex flex-wrap items-center gap-3 pb-2 text-lg">
              <Lamp level={issue.level} size="m" t={t} />
              <span>{issueStandingText(issue, today, t)}</span>
              <span className="text-base text-ink-2">{t(`issue.state.${issue.state}`)}</span>
            </p>
            <IssueFacts issue={issue} today={today} t={t} />
            {notes.some(Boolean) && <p className="py-1 text-sm text-ink-2">{listed(notes, t)}</p>}
            {warnings.map((text) => (
              <p key={text} className="my-2 border-l-[3px] border-[var(--yellow-border)] bg-zebra px-3 py-2">
                {text}
              </p>
            ))}
          </div>
          {relay?.lanes.some(({ cells }) => cells.some((cell) => cell !== 'none')) && (
            <div className="min-w-0">
              {[false, true].map((narrow) => (
                <div key={String(narrow)} className={narrow ? 'sm:hidden' : 'max-sm:hidden'}>
                  <IssueRelayRuler
                    relay={relay}
                    units={issue.units}
                    taskforce={issue.taskforce}
                    provisional={issue.dueProvisional && relay.dueOn === issue.dueOn}
                    narrow={narrow}
                    today={today}
                    t={t}
                  />
                </div>
              ))}
            </div>
          )}
        </div>
        {phone && person && (
          <p className="no-print pt-3">
            <a href={`tel:${phone}`} title={phone} className="btn btn-primary max-sm:btn-big max-sm:w-full">
              <Phone size={18} strokeWidth={1.5} aria-hidden="true" />
              {t('issue.call', { name: person.name })}
            </a>
          </p>
        )}
        {acts && (
          <section className="no-print pt-4" id="act">
            <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('issue.form.title')}</h2>
            <IssueForms key={issue.version} issue={issue} formKey={formKey} today={today} t={t} />
          </section>
        )}
        <div className="pt-5 empty:hidden">
          <Files
            place={{ issueId: issue.id }}
            lines={files.lines}
            mayAdd={files.mayAdd}
            answer={isFileAnswer(file) ? file : null}
            today={today}
            formKey={formKey()}
            removalKeys={files.lines.map(formKey)}
            t={t}
          />
        </div>
        <SlipsAbout of="issue" id={issue.id} actor={actor} locale={locale} />
        <section className="pt-5">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">
            {t('issue.history')}
            {issue.counts.passed + issue.counts.answered > 0 && (
              <span className="ml-3 text-xs font-normal text-ink-3">{t('issue.counts', issue.counts)}</span>
            )}
          </h2>
          <IssueHistory steps={issue.steps} today={today} t={t} />
          <div className="no-print">
            <IssueBox key={issue.version} issue={issue} formKey={formKey} t={t} />
          </div>
        </section>
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <IssueCard issue={issue} today={today} t={t} />
      </aside>
    </article>
  )
}
