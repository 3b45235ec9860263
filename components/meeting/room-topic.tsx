import { Lamp } from '@/components/level/lamp'
import type { PlainDate } from '@/lib/domain/plain-date'
import { askText, historyText, issueText } from '@/lib/i18n/agenda-text'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { RoomTopic } from '@/lib/schemas/sitting'
import { DayLine } from './day-line'

/** Where it is stuck: the issue, else what the rules found and the steward last reported. */
function stuckText({ line, progress }: RoomTopic, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  if (line.issue) {
    const { number, text } = line.issue
    return listed([t('meeting.issue.about', { number, text }), issueText(line.issue, today, locale)], t)
  }
  return listed([historyText(line, today, locale), progress], t) || t('sitting.room.noStuck')
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
  if (last.closedOn) return t('sitting.room.lastDone', { text, day: dayIn(last.closedOn, today) })
  return last.lateWd > 0
    ? t('sitting.room.lastLate', { text, n: last.lateWd })
    : t('sitting.room.lastOpen', { text, day: dayIn(last.dueOn, today) })
}

/** One topic on the wall: colour with its reason and since when, name, whose it is, the clock line, and four facts. */
export function RoomTopicFacts({ topic, today, locale }: { topic: RoomTopic; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { line, level, about, clock } = topic
  const reason = line.now?.reason ?? line.reason
  const history = historyText(line, today, locale)
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
        {level && reason && <span className={`room-why why-${level}`}>{reasonText(reason, locale)}</span>}
        {line.gone && <b className="text-red-ink">{t('sitting.room.gone')}</b>}
        <span className="room-24 ml-auto text-ink-3">
          {line.history?.code === 'TURNED_RED' ? history : t(`meeting.rule.${line.rule}`)}
        </span>
      </div>
      <h1 className="room-name">{line.name}</h1>
      {about && (
        <p className="room-sub">
          {t('sitting.room.owner', { item: itemName(about.item, locale), agency: about.agency })}
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
