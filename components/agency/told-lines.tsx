import { timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { Told } from '@/lib/schemas/agency-day'

/** What somebody said of a procedure and its handler has not read yet, under the row it is about. */
export function ToldLines({ told, today, t }: { told: readonly Told[]; today: PlainDate; t: Translator }) {
  return told.map((line) => (
    <p key={`${line.from}${line.text}`} className="text-ink">
      <b className="mr-2 rounded-[3px] bg-subtle px-1.5 text-xs leading-5">
        {t(`desk.told.${line.mark}`, {
          from: line.from,
          when: line.on === today ? timeOfInstant(new Date(line.at)) : dayIn(line.on, today),
        })}
      </b>
      <span lang="zh-CN">{line.text}</span>
    </p>
  ))
}
