import { RulerScale } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { Provisional } from '@/components/level/provisional'
import { RulerCell } from '@/components/level/ruler-cell'
import { ShortTurn } from '@/components/level/short-turn'
import { cellScale } from '@/components/procedure/cell-scale'
import { ClockCells } from '@/components/procedure/clock-cells'
import { runningText } from '@/components/procedure/running-text'
import { Link } from '@/components/ui/link'
import { isMoveOf, type Role, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { ownerText, reasonText } from '@/lib/i18n/reason-text'
import { rulerText } from '@/lib/i18n/ruler-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ReminderLine } from '@/lib/schemas/reminder'
import type { WorkItem } from '@/lib/schemas/workbench'

const BESIDE_SHOWN = 2

/**
 * Where an item is done, and what the button says to somebody of a role: where it is somebody else's move, that one is
 * reminded, as long as he has not been told today.
 */
function stepOf(
  item: WorkItem,
  line: ReminderLine | undefined,
  role: Role,
  t: Translator,
): { href: string; label: string } {
  const reason = item.reasons[0]
  if (reason?.owner && !isMoveOf(role, reason.owner) && line?.to && line.refusal === null && line.told === null)
    return {
      href: `/projects/remind?id=${item.id}`,
      label: reason.owner.kind === 'ENTERPRISE' ? t('workbench.act.remind', { name: line.to }) : t('reminder.send'),
    }
  if (reason?.dimension === 'D1' && reason.subjectId) {
    const href = `/procedures/${reason.subjectId}`
    if (reason.code === 'NO_PLAN' && relationFor(role, 'procedure.replan'))
      return { href, label: t('workbench.act.plan') }
    return { href, label: t(isMoveOf(role, reason.owner) ? 'workbench.act.procedure' : 'workbench.act.look') }
  }
  if ((reason?.dimension === 'D7' || reason?.code === 'TALKS_STALLED') && relationFor(role, 'project.update'))
    return { href: `/projects/${item.id}/update`, label: t('workbench.act.update') }
  return { href: `/projects/${item.id}`, label: t('workbench.act.project') }
}

/** What wants somebody, worst first, each with its clock and the day it turns: lines on a desk, cards in a hand. */
export function WorkbenchList({
  items,
  lines,
  role,
  today,
  locale,
}: {
  items: readonly WorkItem[]
  /** Whom a reminder about each project would tell, for who may remind. */
  lines: ReadonlyMap<string, ReminderLine>
  role: Role
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const clockIn = ({ ruler }: WorkItem) => (ruler?.kind === 'clock' ? ruler : null)
  const days = cellScale(items.map((item) => ({ clock: clockIn(item) })))
  return (
    <div>
      <div className="hidden border-b border-control text-sm text-ink-2 lg:block">
        <div className="grid grid-cols-[var(--col-lamp)_minmax(0,1fr)_200px_164px_104px] items-end gap-x-2 pb-1">
          <span>{t('workbench.column.level')}</span>
          <span>{t('workbench.column.what')}</span>
          <span>
            <RulerScale />
          </span>
          <span>{t('workbench.column.next')}</span>
          <span />
        </div>
      </div>
      <ul className="max-lg:-mx-4 max-lg:bg-page sm:max-lg:-mx-8">
        {items.map((item, i) => {
          const reason = item.reasons[0]
          const step = stepOf(item, lines.get(item.id), role, t)
          const about = reason?.dimension === 'D1' && reason.subjectId ? `/procedures/${reason.subjectId}` : null
          const clock = clockIn(item)
          const why = reason && reasonText(reason, locale)
          const subject = reason?.item && (locale === 'en' ? reason.item.nameEn : reason.item.nameZh)
          const owner = reason?.owner && t('workbench.owner', { name: ownerText(reason.owner, locale) ?? '' })
          return (
            <li
              key={item.id}
              className="grid gap-x-2 border-divider max-lg:mb-2 max-lg:border-y max-lg:bg-card max-lg:px-4 max-lg:py-3.5 sm:max-lg:px-8 lg:grid-cols-[var(--col-lamp)_minmax(0,1fr)_200px_164px_104px] lg:items-center lg:border-b lg:py-[11px]"
            >
              <span className="flex items-center gap-2">
                <Lamp level={item.level} size="m" t={t} />
                <span className={`text-lg lg:hidden why-${item.level}`}>{why}</span>
              </span>
              <div className="min-w-0">
                <p className="max-lg:mt-1">
                  <Link
                    href={`/projects/${item.id}`}
                    lang={languageOf(item.name, locale)}
                    className="text-lg font-semibold hover:text-link max-sm:py-[11px]"
                  >
                    {item.name}
                  </Link>
                  {subject && (
                    <span className="ml-2.5 text-ink-2 max-lg:hidden">
                      {about ? (
                        <Link href={about} aria-label={`${item.name} ${subject}`} className="hover:text-link">
                          {subject}
                        </Link>
                      ) : (
                        subject
                      )}
                    </span>
                  )}
                </p>
                <p className="max-lg:hidden">
                  <span className={`why-${item.level}`}>{why}</span>
                  <Provisional when={reason?.provisional} t={t} />
                  {owner && <span className="ml-2.5 text-ink-3">{owner}</span>}
                </p>
                {item.beside.slice(0, BESIDE_SHOWN).map((line) => (
                  <p key={line.id} className="text-sm text-ink-2">
                    <Link
                      href={`/procedures/${line.id}`}
                      className="hover:text-link max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
                    >
                      {t('workbench.beside', {
                        item: locale === 'en' ? line.nameEn : line.nameZh,
                        left: runningText(line, t),
                        owner: line.agency,
                      })}
                    </Link>
                  </p>
                ))}
                {item.beside.length > BESIDE_SHOWN && (
                  <p className="text-sm">
                    <Link href={`/projects/${item.id}`} className="inline-flex items-center text-link max-sm:min-h-11">
                      {t('workbench.besideMore', { n: item.beside.length - BESIDE_SHOWN })}
                    </Link>
                  </p>
                )}
                <p className="flex items-baseline gap-x-3 text-ink-2 max-sm:[&:lang(en)]:flex-col lg:hidden">
                  <span className="min-w-0 flex-1">
                    {subject}
                    {subject && owner && (locale === 'en' ? ', ' : '，')}
                    <span className="whitespace-nowrap max-sm:[&:lang(en)]:whitespace-normal">{owner}</span>
                  </span>
                  <span className="sm:whitespace-nowrap">
                    <ShortTurn turn={item} today={today} locale={locale} />
                  </span>
                </p>
              </div>
              <span className="max-lg:hidden">
                {item.ruler && <RulerCell ruler={item.ruler} today={today} t={t} />}
              </span>
              <div className="mt-2 lg:hidden">
                {clock ? (
                  <ClockCells clock={clock} days={days} t={t} />
                ) : (
                  item.ruler && <p className="text-sm text-ink-3">{rulerText(item.ruler, today, t)}</p>
                )}
              </div>
              <div>
                <p className="font-semibold max-lg:hidden">
                  <ShortTurn turn={item} today={today} locale={locale} />
                </p>
                {item.lastVerifiedOn && reason?.dimension === 'D7' && (
                  <p className="text-xs text-ink-3">
                    {t('workbench.lastSeen', { day: dayIn(item.lastVerifiedOn, today) })}
                  </p>
                )}
              </div>
              <div className="flex gap-2 max-lg:mt-2 max-lg:max-w-[460px]">
                <Link
                  href={step.href}
                  aria-label={`${step.label}${t('shell.comma')}${item.name}`}
                  className={`btn min-w-0 flex-1 max-lg:btn-big lg:h-auto! lg:min-h-8 lg:px-1.5 lg:whitespace-normal ${i === 0 ? 'btn-primary' : ''}`}
                >
                  {step.label}
                </Link>
                {about && about !== step.href && (
                  <Link
                    href={about}
                    aria-label={`${t('workbench.act.look')}${t('shell.comma')}${item.name}`}
                    className="btn btn-big flex-1 lg:hidden"
                  >
                    {t('workbench.act.look')}
                  </Link>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
