import type { Translator } from '@/lib/i18n/translator'

type Within = Readonly<{ from?: string | undefined; to?: string | undefined; taskforce?: string | undefined }>
type Kept = Readonly<{ name: 'from' | 'to' | 'taskforce'; value: string }>

/** What a figure asks a list for and no field of it does: days, and whose projects; kept while the fields are used. */
export const periodKept = (filter: Within): readonly Kept[] =>
  (['from', 'to', 'taskforce'] as const).flatMap((name) => {
    const value = filter[name]
    return value === undefined ? [] : [{ name, value }]
  })

/** The same as chips, each with what drops it. @param label what the days are of: 办结日期, 提出日期 */
export function periodChips({ from, to, taskforce }: Within, label: string, t: Translator) {
  return [
    {
      name: 'from',
      label,
      text: from || to ? t('briefing.chip.between', { from: from ?? '…', to: to ?? '…' }) : undefined,
      drops: { from: undefined, to: undefined },
    },
    {
      name: 'taskforce',
      label: t('briefing.chip.taskforce'),
      text: taskforce && t('briefing.chip.thisTaskforce'),
      drops: { taskforce: undefined },
    },
  ] as const
}
