import { forbidden, notFound } from 'next/navigation'
import { PaperBar } from '@/components/project/paper-bar'
import { SlipPaper } from '@/components/task/slip-paper'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { findSlip } from '@/lib/data/slip-list'
import { findTask } from '@/lib/data/task-detail'
import { SEES_TASKS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('task.slip.title')

export default async function SlipPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_TASKS.has(actor.role)) forbidden()
  const { id } = await params
  const today = businessDay()
  const slip = isUuid(id) ? await findSlip(actor, id, today) : null
  const task = slip && (await findTask(actor, slip.taskId, today))
  if (!slip || !task) notFound()
  const heading = await loadPaperHeading(actor)
  return (
    <>
      <PaperBar back={`/tasks/${slip.taskId}`} t={translator(locale)} />
      <SlipPaper slip={slip} task={task} office={heading.office} today={today} locale={locale} />
    </>
  )
}
