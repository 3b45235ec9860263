import { RulerScale } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { RulerCell } from '@/components/level/ruler-cell'
import { Link } from '@/components/ui/link'
import { movesProcedures, type Role, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn, dayWithWeekday } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { ownerText, reasonText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { WorkItem } from '@/lib/schemas/workbench'

/** Where an item is done, and what the button says to somebody of a role. */
function stepOf(item: WorkItem, role: Role, t: Translator): { href: string; label: string } {
  const reason = item.reasons[0]
  if (reason?.dimension === 'D1' && reason.subjectId) {
    const href = `/procedures/${reason.subjectId}`
    if (reason.code === 'NO_PLAN' && relationFor(role, 'procedure.replan'))
      return { href, label: t('workbench.act.plan') }
    return { href, label: t(movesProcedures(role) ? 'workbench.act.procedure' : 'workbench.act.look') }
  }
  if (reason?.dimension === 'D7' && relationFor(role, 'project.update'))
    return { href: `/projects/${item.id}/update`, label: t('workbench.act.update') }
  return { href: `/projects/${item.id}`, label: t('workbench.act.project') }
}

/** What wants somebody, worst first, each with its clock and the day it turns. */
export function WorkbenchList({
  items,
  role,
  today,
  locale,
}: {
  items: readonly WorkItem[]
  role: Role
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <div>
      <div className="hidden border-b border-control text-sm text-ink-2 lg:block">
        <div className="grid grid-cols-[60px_minmax(0,1fr)_200px_164px_104px] items-end gap-x-2 pb-1">
          <span>{t('workbench.column.level')}</span>
          <span>{t('workbench.column.what')}</span>
          <span>
            <RulerScale />
          </span>
          <span>{t('workbench.column.next')}</span>
          <span />
        </div>
      </div>
      <ul>
        {items.map((item, i) => {
          const reason = item.reasons[0]
          const step = stepOf(item, role, t)
          return (
            <li
              key={item.id}
              className="grid grid-cols-[60px_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5 border-b border-divider py-3 lg:grid-cols-[60px_minmax(0,1fr)_200px_164px_104px] lg:py-[11px]"
            >
              <span className="max-lg:self-start">
                <Lamp level={item.level} size="m" t={t} />
              </span>
              <div className="min-w-0">
                <p>
                  <Link href={`/projects/${item.id}`} className="text-lg font-semibold hover:text-link">
                    {item.name}
                  </Link>
                  {reason?.item && (
                    <span className="ml-2.5 text-ink-2">
                      {locale === 'en' ? reason.item.nameEn : reason.item.nameZh}
                    </span>
                  )}
                </p>
                <p>
                  {reason && <span className={`why-${item.level}`}>{reasonText(reason, locale)}</span>}
                  {reason?.owner && (
                    <span className="ml-2.5 text-ink-3">
                      {t('workbench.owner', { name: ownerText(reason.owner, locale) ?? '' })}
                    </span>
                  )}
                </p>
              </div>
              <span className="max-lg:col-start-2">{item.ruler && <RulerCell ruler={item.ruler} t={t} />}</span>
              <div className="max-lg:col-start-2 max-lg:flex max-lg:gap-2">
                <p className="font-semibold">{nextText(item, today, locale)}</p>
                {item.lastVerifiedOn && reason?.dimension === 'D7' && (
                  <p className="text-xs text-ink-3">
                    {t('workbench.lastSeen', { day: dayIn(item.lastVerifiedOn, today) })}
                  </p>
                )}
              </div>
              <span className="max-lg:col-start-2">
                <Link href={step.href} className={`btn w-full ${i === 0 ? 'btn-primary' : ''}`}>
                  {step.label}
                </Link>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function nextText(item: WorkItem, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  if (!item.nextLevelOn || !item.nextLevel) return t('workbench.stays')
  if (item.nextLevel === item.level)
    return t('workbench.ownerChanges', {
      day: dayIn(item.nextLevelOn, today),
      owner: ownerText(item.nextOwner, locale) ?? t('level.nobody'),
    })
  return t('workbench.turns', {
    day: dayWithWeekday(item.nextLevelOn, today, locale),
    level: t(`level.short.${item.nextLevel}`),
  })
}
