import { TaskTabs } from '@/components/task/task-tabs'
import type { Role } from '@/lib/domain/access'
import {
  SEES_OVERVIEW,
  SEES_PACKS,
  SEES_PROMOTIONS,
  SEES_SERVICES,
  SEES_UPGRADES,
  SEES_VISITS,
  SEES_WALKS,
} from '@/lib/domain/sight'
import type { Translator } from '@/lib/i18n/translator'

const PAGES = [
  ['overview', '/services', SEES_OVERVIEW],
  ['walks', '/services/walks', SEES_WALKS],
  ['packs', '/services/packs', SEES_PACKS],
  ['appeals', '/services/appeals', SEES_OVERVIEW],
  ['visits', '/services/visits', SEES_VISITS],
  ['promotion', '/services/promotion', SEES_PROMOTIONS],
  ['upgrades', '/services/upgrades', SEES_UPGRADES],
  ['jobs', '/services/jobs', SEES_SERVICES],
  ['outbound', '/services/outbound', SEES_SERVICES],
] as const
export type ServicePage = (typeof PAGES)[number][0]

/** The pages of the services, each its tab; a role finds those it may open. */
export function ServiceTabs({ on, role, t }: { on: ServicePage; role: Role; t: Translator }) {
  const tabs = PAGES.filter(([, , sees]) => sees.has(role))
  if (tabs.length < 2) return null
  return (
    <TaskTabs
      label={t('service.tabs')}
      tabs={tabs.map(([name, href]) => ({ name, text: t(`service.tab.${name}`), href, on: name === on }))}
    />
  )
}

/** The head of a page of the services: its name, the pages beside it, and what can be done here. */
export function ServiceHead({
  title,
  on,
  role,
  t,
  children,
}: {
  title: string
  on: ServicePage
  role: Role
  t: Translator
  children?: React.ReactNode
}) {
  return (
    <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
      <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{title}</h1>
      <ServiceTabs on={on} role={role} t={t} />
      {children && <span className="no-print flex flex-wrap gap-x-4 pb-3">{children}</span>}
    </header>
  )
}
