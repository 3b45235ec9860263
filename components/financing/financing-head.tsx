import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { type Role, relationFor } from '@/lib/domain/access'
import { SEES_EVENTS } from '@/lib/domain/finance-event-sight'
import { SEES_HARBOURS } from '@/lib/domain/harbour-sight'
import type { Translator } from '@/lib/i18n/translator'
import { needsHref, resultsHref } from './financing-link'

export type FinancingSection = 'needs' | 'listed' | 'results' | 'products' | 'harbours' | 'events'

/** The lists of the bridge side by side; a list a role has nothing in is not there. */
export function FinancingHead({ role, here, t }: { role: Role; here: FinancingSection; t: Translator }) {
  const sections: readonly Readonly<{ name: FinancingSection; href: string; for: readonly Role[] }>[] = [
    {
      name: 'needs',
      href: needsHref({}),
      for: ['OFFICE', 'CONTACT', 'STEWARD', 'TASKFORCE', 'BANK', 'HEAD', 'LEADER'],
    },
    { name: 'listed', href: needsHref({ state: 'listed' }), for: ['OFFICE', 'STEWARD'] },
    { name: 'results', href: resultsHref({}), for: ['OFFICE', 'CONTACT', 'STEWARD', 'BANK'] },
    { name: 'products', href: '/financing/products', for: ['OFFICE', 'CONTACT', 'BANK'] },
    { name: 'harbours', href: '/financing/harbours', for: [...SEES_HARBOURS] },
    { name: 'events', href: '/financing/events', for: [...SEES_EVENTS] },
  ]
  return (
    <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
      <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('financing.title')}</h1>
      <TaskTabs
        label={t('financing.tabs')}
        tabs={sections
          .filter((section) => section.for.includes(role))
          .map(({ name, href }) => ({ name, text: t(`financing.section.${name}`), href, on: name === here }))}
      />
      {relationFor(role, 'financing.file') !== null && (
        <Link href="/financing/new" className="no-print btn btn-primary mb-2">
          {t('financing.file')}
        </Link>
      )}
    </header>
  )
}
