import { TaskTabs } from '@/components/task/task-tabs'
import type { Role } from '@/lib/domain/access'
import { SEES_EVENTS, SEES_INTENTIONS } from '@/lib/domain/finance-event-sight'
import { SEES_HARBOURS } from '@/lib/domain/harbour-sight'
import { SEES_FINANCING } from '@/lib/domain/sight'
import type { Translator } from '@/lib/i18n/translator'

const PLACES = [
  ['needs', '/financing', SEES_FINANCING],
  ['harbours', '/financing/harbours', SEES_HARBOURS],
  ['events', '/financing/events', SEES_EVENTS],
  ['intentions', '/financing/events/intentions', SEES_INTENTIONS],
] as const
export type FinancingPlace = (typeof PLACES)[number][0]

/** The pages of 融资 beside its needs; a role finds those it may open. */
export function PlaceTabs({ at, role, t }: { at: FinancingPlace; role: Role; t: Translator }) {
  return (
    <TaskTabs
      label={t('financeEvent.places.label')}
      tabs={PLACES.filter(([, , sees]) => sees.has(role)).map(([name, href]) => ({
        name,
        text: t(`financeEvent.places.${name}`),
        href,
        on: name === at,
      }))}
    />
  )
}
