import { TaskTabs } from '@/components/task/task-tabs'
import type { Translator } from '@/lib/i18n/translator'

/** The pages of the briefings: the papers, who drives the projects, and for the office the standard text. */
export function BriefingTabs({
  here,
  writes,
  t,
}: {
  here: 'papers' | 'drive' | 'templates'
  writes: boolean
  t: Translator
}) {
  const tabs = [
    { name: 'papers', href: '/briefings' },
    { name: 'drive', href: '/briefings/drive' },
    ...(writes ? [{ name: 'templates' as const, href: '/briefings/templates' }] : []),
  ] as const
  return (
    <TaskTabs
      label={t('briefing.title')}
      tabs={tabs.map(({ name, href }) => ({ name, href, text: t(`briefing.tab.${name}`), on: name === here }))}
    />
  )
}
