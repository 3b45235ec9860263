import { Lamp } from '@/components/level/lamp'
import { markup } from '@/components/ui/markup'
import { timeOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { matterText } from '@/lib/i18n/matter-text'
import { shortItemName } from '@/lib/i18n/reason-line'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ToldOf, ToldRung } from '@/lib/schemas/notice'

const named = (people: ToldRung['people'], t: Translator): string =>
  listed(
    people.map(({ name, as, instead }) =>
      t(instead ? 'notice.told.personInstead' : 'notice.told.person', { name, as: t(`notice.function.${as}`) }),
    ),
    t,
  )

/** Who was told of a thing, when, and who has looked; what was answered 告知情况. */
export function ToldList({ told, today, locale }: { told: ToldOf; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  if (told.rungs.length === 0 && told.answers.length === 0) return null
  return (
    <section
      className="mb-5 print:hidden"
      {...markup(
        <>
          <h3 className="text-lg font-semibold">{t('notice.told.title')}</h3>
          {told.answers.map((answer) => (
            <p key={`${answer.on} ${answer.reason}`} className="mt-1.5 border-l-[3px] border-control pl-3 text-sm">
              {t('notice.answered', { ...answer, day: dayIn(answer.on, today), newOn: dayIn(answer.newOn, today) })}
            </p>
          ))}
          <ul>
            {told.rungs.map((rung) => {
              const seen = rung.people.filter((one) => one.seen)
              const unseen = rung.people.filter((one) => !one.seen)
              return (
                <li key={rung.key} className="border-b border-divider py-1.5 text-sm">
                  <p className="flex items-baseline gap-2">
                    <Lamp level={rung.level} quiet t={t} />
                    <span className="min-w-0 flex-1">
                      {rung.matter ? matterText(rung.matter, t) : rung.item && shortItemName(rung.item, locale)}
                    </span>
                    <span className="text-xs whitespace-nowrap text-ink-3">
                      {dayIn(rung.on, today)} {timeOfInstant(new Date(rung.at))}
                    </span>
                  </p>
                  <p className="text-ink-2">{t(`notice.step.${rung.step}`)}</p>
                  {seen.length > 0 && (
                    <p>
                      <span className="mr-2 text-ink-3">{t('notice.told.seen')}</span>
                      {named(seen, t)}
                    </p>
                  )}
                  {unseen.length > 0 && (
                    <p>
                      <span className="mr-2 text-ink-3">{t('notice.told.unseen')}</span>
                      {named(unseen, t)}
                    </p>
                  )}
                </li>
              )
            })}
          </ul>
        </>,
      )}
    />
  )
}
