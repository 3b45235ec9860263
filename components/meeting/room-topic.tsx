import { Lamp } from '@/components/level/lamp'
import type { PlainDate } from '@/lib/domain/plain-date'
import { askText, historyText, issueText, mergedText } from '@/lib/i18n/agenda-text'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { itemName, reasonLine } from '@/lib/i18n/reason-line'
import { ownerText, reasonText } from '@/lib/i18n/reason-text'
import { progressText } from '@/lib/i18n/task-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { RoomTopic } from '@/lib/schemas/sitting'
import { DayLine } from './day-line'

/** What speaks for its colour now; of a project nobody may look up, what spoke for it at the line. */
const reasonOf = ({ line }: RoomTopic) => (line.now ? line.now.reason : line.reason)

/** Since when it is so stands beside the colour; where it is stuck is another matter. */
const SINCE: ReadonlySet<string> = new Set(['TURNED_RED', 'YELLOW_FOR'])

/** Where it is stuck: the issue, else the obstacle the rules found, what the steward last reported, and what is known besides. */
function stuckText(topic: RoomTopic, today: PlainDate, locale: Locale): string {
  const { line, level, progress } = topic
  const t = translator(locale)
  if (line.issue) {
    const { number, text } = line.issue
    return listed([t('meeting.issue.about', { number, text }), issueText(line.issue, today, locale)], t)
  }
  const history = line.history && !SINCE.has(line.history.code) ? historyText(line, today, locale) : null
  const reason = reasonOf(topic)
  const obstacle = level && reason ? reasonLine(level, reason, null, locale) : null
  const lacks = line.history?.code === 'FACTOR'
  return listed(lacks ? [history, obstacle, progress] : [obstacle, progress, history], t) || t('sitting.room.noStuck')
}

function effectText({ start, turn }: RoomTopic, today: PlainDate, t: Translator): string {
  const turned = turn && t('sitting.room.turn', { day: dayIn(turn.on, today), level: t(`level.short.${turn.to}`) })
  if (!start) return turned ?? t('sitting.room.noEffect')
  const plan = dayIn(start.plannedOn, today)
  if (start.begun) return `${t('sitting.room.startBegun')}${turned ?? ''}`
  if (start.lateWd > 0 && start.foreseenOn)
    return t('sitting.room.startLate', { plan, foreseen: dayIn(start.foreseenOn, today), n: start.lateWd })
  return `${t(start.foreseenOn ? 'sitting.room.startOk' : 'sitting.room.startUnknown', { plan })}${turned ?? ''}`
}

function lastText({ last }: RoomTopic, today: PlainDate, t: Translator): string {
  if (!last) return t('sitting.room.noLast')
  const text = [last.who, last.text].filter(Boolean).join(' ')
  return t('sitting.room.lastSaid', { text, progress: progressText(last, today, t) })
}

/** One topic on the wall: colour with its reason and since when, name, whose it is, the clock line, and four facts. */
export function RoomTopicFacts({ topic, today, locale }: { topic: RoomTopic; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { line, level, about, clock } = topic
  const reason = reasonOf(topic)
  const why =
    level && (reason ? reasonText(reason, locale) : reasonLine(level, undefined, line.now?.lead ?? null, locale))
  const history = historyText(line, today, locale)
  const merged = mergedText(line, today, locale)
  const facts = [
    ['stuck', stuckText(topic, today, locale)],
    ['effect', effectText(topic, today, t)],
    ['last', lastText(topic, today, t)],
    ['ask', askText(line, today, locale)],
  ] as const
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {level && (
          <span className="room-lamp">
            <Lamp level={level} t={t} />
          </span>
        )}
        {level && why && <span className={`room-why why-${level}`}>{why}</span>}
        {line.gone && <b className="text-red-ink">{t('sitting.room.gone')}</b>}
        <span className="room-24 ml-auto text-ink-3">
          {line.history?.code === 'TURNED_RED' ? history : t(`meeting.rule.${line.rule}`)}
        </span>
      </div>
      <h1 className="room-name">{line.name}</h1>
      {merged && <p className="room-sub">{t('meeting.mergedIn', { topics: merged })}</p>}
      {about && (
        <p className="room-sub">
          {t('sitting.room.owner', {
            item: itemName(about.item, locale),
            agency: ownerText(about.owner, locale) ?? about.agency,
          })}
        </p>
      )}
      {clock && <DayLine line={clock} today={today} t={t} />}
      <dl className="room-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{t(`sitting.room.${name}`)}</dt>
            <dd className={name === 'ask' ? 'font-semibold' : undefined}>{text || t('sitting.room.noLast')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
