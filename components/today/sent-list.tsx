import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { SentLine } from '@/lib/schemas/reminder'

/** Who was told what and when, who has seen it, and what came of it. */
export function SentList({
  lines,
  instructions,
  today,
  locale,
}: {
  lines: readonly SentLine[]
  /** A leader's own sentences; else reminders. */
  instructions: boolean
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (lines.length === 0)
    return <p className="mb-7 text-sm text-ink-2">{t(instructions ? 'reminder.saidNone' : 'reminder.sentNone')}</p>
  return (
    <section id="sent" className="mb-7 scroll-mt-14">
      <div className="flex items-baseline gap-2 border-b border-control pb-1">
        <h2 className="flex-1 text-lg font-semibold">
          {t(instructions ? 'reminder.said' : 'reminder.sent', { n: lines.length })}
        </h2>
        <span className="text-xs text-ink-3">{t('reminder.sentHint')}</span>
      </div>
      <ul>
        {lines.map((line) => (
          <li key={line.id} className="border-b border-divider py-2">
            <p className="flex items-baseline gap-2">
              <Link
                href={line.procedureId ? `/procedures/${line.procedureId}` : `/projects/${line.projectId}`}
                className="min-w-0 flex-1 truncate hover:text-link"
              >
                {line.project}
                {line.item && <span className="ml-2 text-ink-2">{itemName(line.item, locale)}</span>}
              </Link>
              <Lamp level={line.level} quiet t={t} />
            </p>
            {line.text && (
              <p lang="zh-CN" className="text-sm text-ink-2">
                {line.text}
              </p>
            )}
            <p className="flex items-baseline gap-2 text-xs text-ink-3">
              <span className="flex-1">
                {line.to} {line.on === today ? timeOfInstant(new Date(line.at)) : dayIn(line.on, today)}
                {line.dueOn && `　${t('reminder.due', { day: dayIn(line.dueOn, today) })}`}
              </span>
              <span className={line.late ? 'font-semibold text-red-ink' : 'text-ink-2'}>
                {line.late ? t('reminder.late') : t(`reminder.state.${line.state}`)}
              </span>
            </p>
            {line.answer && <p className="text-sm">{t('reminder.answer', { text: line.answer })}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
