import { Lamp } from '@/components/level/lamp'
import { isDrawn } from '@/components/level/measure-ruler'
import { RulerCell } from '@/components/level/ruler-cell'
import { Mixed } from '@/components/ui/mixed'
import type { PlainDate } from '@/lib/domain/plain-date'
import { askText, historyText, issueText, mergedText } from '@/lib/i18n/agenda-text'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { itemName, reasonLine } from '@/lib/i18n/reason-line'
import { ownerText, reasonText } from '@/lib/i18n/reason-text'
import { rulerText } from '@/lib/i18n/ruler-text'
import { numberText, progressText } from '@/lib/i18n/task-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { Decision } from '@/lib/schemas/meeting'
import type { RoomTopic } from '@/lib/schemas/sitting'
import { DayLine } from './day-line'

/** What speaks for its colour now; of a project nobody may look up, what spoke for it at the line. */
const reasonOf = ({ line }: RoomTopic) => (line.now ? line.now.reason : line.reason)

/** Since when it is so stands beside the colour, what was decided under 上次议定; where it is stuck is another matter. */
const SINCE: ReadonlySet<string> = new Set(['TURNED_RED', 'YELLOW_FOR', 'TASK'])

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

function effectText({ line, start, turn, level }: RoomTopic, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  if (line.gone) return t('sitting.room.goneEffect')
  const joined = (...said: (string | null)[]) => said.filter(Boolean).join(locale === 'en' ? ' ' : '')
  const turned = turn && t('sitting.room.turn', { day: dayIn(turn.on, today), level: t(`level.short.${turn.to}`) })
  if (!start) return turned ?? t('sitting.room.noEffect')
  const plan = dayIn(start.plannedOn, today)
  if (start.begun) return joined(t('sitting.room.startBegun'), turned)
  if (start.lateWd > 0 && start.foreseenOn)
    return t('sitting.room.startLate', { plan, foreseen: dayIn(start.foreseenOn, today), n: start.lateWd })
  // A project that is red is not “in time”: what is still to spare of its start is said, and no more.
  const ok = level === 'RED' ? 'sitting.room.startStill' : 'sitting.room.startOk'
  const foreseen = start.foreseenOn ? dayIn(start.foreseenOn, today) : ''
  return joined(t(start.foreseenOn ? ok : 'sitting.room.startUnknown', { plan, foreseen }), turned)
}

/** A decision and how far it is; one that is still open with its age and how often its day was moved. */
function decisionText(one: Decision, told: boolean, today: PlainDate, t: Translator): string {
  const text = [told ? numberText(one.no) : null, one.who, one.text].filter(Boolean).join(' ')
  const age =
    told && one.closedOn === null ? t('meeting.decided.age', { n: one.ageWd, extensions: one.extensions }) : null
  return t('sitting.room.lastSaid', { text, progress: listed([progressText(one, today, t), age], t) })
}

/** What it is on the agenda for, where that is an unfinished task, then the latest decision where it is another one. */
function lastText(topic: RoomTopic, today: PlainDate, locale: Locale): string {
  const { line, last, unfinished } = topic
  const t = translator(locale)
  const latest = last && last.id !== unfinished?.id ? decisionText(last, unfinished !== null, today, t) : null
  if (unfinished)
    return [decisionText(unfinished, true, today, t), latest].filter(Boolean).join(locale === 'en' ? ' ' : '')
  const history = line.history?.code === 'TASK' ? historyText(line, today, locale) : null
  if (history) return [`${history}${t('sitting.room.stop')}`, latest].filter(Boolean).join(locale === 'en' ? ' ' : '')
  return latest ?? t('sitting.room.noLast')
}

/** One topic on the wall: colour with its reason and since when, name, whose it is, the clock line, and four facts. */
export function RoomTopicFacts({ topic, today, locale }: { topic: RoomTopic; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  const { line, level, about, clock } = topic
  const reason = reasonOf(topic)
  const why =
    level && (reason ? reasonText(reason, locale) : reasonLine(level, undefined, line.now?.lead ?? null, locale))
  // What its one-page sheet draws, where no procedure's clock speaks for the colour.
  const drawn = line.gone ? null : (line.now?.ruler ?? null)
  const ruler = drawn?.kind === 'clock' || isDrawn(drawn) ? drawn : null
  const history = historyText(line, today, locale)
  const merged = mergedText(line, today, locale)
  const facts = [
    ['stuck', stuckText(topic, today, locale)],
    ['effect', effectText(topic, today, locale)],
    ['last', lastText(topic, today, locale)],
    ['ask', askText(line, today, locale)],
  ] as const
  // A topic somebody added speaks of no project: rows that could only say “none” are left out.
  const empty = new Set([t('sitting.room.noStuck'), t('sitting.room.noEffect'), t('sitting.room.noLast'), ''])
  const shown = line.projectId ? facts : facts.filter(([name, text]) => name === 'ask' || !empty.has(text))
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
      <h1 lang="zh-CN" className="room-name">
        {line.name}
      </h1>
      {merged && <p className="room-sub">{t('meeting.mergedIn', { topics: merged })}</p>}
      {about && (
        <p className="room-sub">
          {t('sitting.room.owner', {
            item: itemName(about.item, locale),
            agency: ownerText(about.owner, locale) ?? about.agency,
          })}
        </p>
      )}
      {clock ? (
        <DayLine line={clock} today={today} t={t} />
      ) : (
        ruler && (
          <div className="room-ruler">
            <RulerCell ruler={ruler} today={today} t={t} />
            <span>{rulerText(ruler, today, t)}</span>
          </div>
        )
      )}
      <dl className="room-facts">
        {shown.map(([name, text]) => (
          <div key={name}>
            <dt>{t(`sitting.room.${name}`)}</dt>
            <dd className={name === 'ask' ? 'font-semibold' : undefined}>
              <Mixed text={text || t('sitting.room.noLast')} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
