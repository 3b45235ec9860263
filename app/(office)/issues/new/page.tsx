import { forbidden, notFound } from 'next/navigation'
import { IssueStartForm } from '@/components/issue/issue-start'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { loadIssueStart } from '@/lib/data/issue-day'
import { raisesIssues } from '@/lib/data/issue-raiser'
import { translator } from '@/lib/i18n/translator'
import { issueStart } from '@/lib/schemas/issue'

export const generateMetadata = pageTitle('issue.start.title')

export default async function NewIssuePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!(await raisesIssues(actor))) forbidden()
  const asked = issueStart.parse(await searchParams)
  const start = await loadIssueStart(actor, asked)
  if (!start) notFound()
  const t = translator(locale)
  const { project, procedure, walk } = start
  return (
    <div>
      <BackBar
        href={project ? `/projects/${project.id}` : walk ? `/services/walks/${walk.id}` : '/'}
        title={t('issue.start.title')}
        t={t}
      />
      <div className="px-4 pt-4 pb-8 sm:px-8 sm:pt-6">
        <header className="pb-4">
          <h1 className="text-2xl font-semibold max-sm:sr-only">{t('issue.start.title')}</h1>
          {walk && (
            <p className="mt-1 text-ink-2">
              <Link href={`/services/walks/${walk.id}`} className="text-link">
                {t('walk.toldOn', { item: walk.name })}
              </Link>
            </p>
          )}
          {project && (
            <p className="mt-1 text-ink-2">
              <Link href={`/projects/${project.id}`} className="text-link">
                {project.name}
              </Link>
              {procedure && t('shell.comma') + procedure.name}
            </p>
          )}
        </header>
        <IssueStartForm
          start={start}
          text={asked.text}
          source={asked.source}
          formKey={issueFormKey(actor.userId)}
          t={t}
        />
      </div>
    </div>
  )
}
