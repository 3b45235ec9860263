import { TaskTabs } from '@/components/task/task-tabs'
import type { Translator } from '@/lib/i18n/translator'

/** The two lists of work: what is looked for, and the days people meet. */
export const JobSections = ({ on, t }: { on: 'needs' | 'events'; t: Translator }) => (
  <TaskTabs
    label={t('job.sections')}
    tabs={[
      { name: 'needs', text: t('job.needs'), href: '/services/jobs', on: on === 'needs' },
      { name: 'events', text: t('job.events'), href: '/services/jobs/events', on: on === 'events' },
    ]}
  />
)
