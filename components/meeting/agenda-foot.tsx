import { Lamp } from '@/components/level/lamp'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { addTopic, cancelMeeting, proposeTopics, sendAgenda } from '@/lib/actions/meetings'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { type Agenda, ASK_MAX, type LateRed, TITLE_MAX, TOPIC_REASON_MAX } from '@/lib/schemas/meeting'
import { meetingHref } from './week-link'

type Props = Readonly<{ agenda: Agenda; weekOf: PlainDate; formKey: () => string; locale: Locale }>
type LateRedsProps = Readonly<{ reds: readonly LateRed[]; today: PlainDate }>

const summary = 'inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11'

/** Lets the rules propose the agenda, for the first time or again. */
export function BuildForm({
  weekOf,
  again,
  formKey,
  locale,
}: {
  weekOf: PlainDate
  again: boolean
  formKey: () => string
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <Form action={proposeTopics} formKey={formKey()} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="weekOf" value={weekOf} />
      <Submit quiet={again}>{t(again ? 'meeting.agenda.rebuild' : 'meeting.agenda.build')}</Submit>
      {again && <span className="text-sm text-ink-3">{t('meeting.agenda.rebuildHint')}</span>}
    </Form>
  )
}

const About = ({ agenda, weekOf }: { agenda: Agenda; weekOf: PlainDate }) => (
  <>
    <input type="hidden" name="weekOf" value={weekOf} />
    <input type="hidden" name="version" value={agenda.version} />
  </>
)

/** Whom an agenda calls as it stands: what sending it says, before and after. */
export function calledBy(agenda: Agenda) {
  const open = agenda.lines.filter((line) => line.state === 'OPEN')
  return {
    n: open.length,
    units: new Set(open.flatMap((line) => line.orgs.map(({ id }) => id))).size,
    people: new Set(open.flatMap((line) => line.people.map(({ id }) => id))).size,
    leaders: new Set(
      open.flatMap((line) => [line.leader, ...line.merged.map(({ leader }) => leader)].flatMap((one) => one?.id ?? [])),
    ).size,
  }
}

/** Sends the agenda, always at hand: what will happen stands beside the button, and pressing it asks once more. */
export function SendBar({ agenda, weekOf, today, formKey, locale }: Props & Readonly<{ today: PlainDate }>) {
  const t = translator(locale)
  const { n, ...called } = calledBy(agenda)
  if (agenda.state !== 'DRAFT' || n === 0) return null
  const alone = agenda.lines.filter(
    (line) => line.state === 'OPEN' && line.orgs.length + line.people.length === 0 && line.leader === null,
  )
  return (
    <div className="no-print mt-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-control bg-card py-3 sm:sticky sm:bottom-0 sm:-mx-8 sm:-mb-8 sm:px-8">
      <Link href={meetingHref(weekOf, '/sheets')} className="btn">
        {t('meeting.agenda.sheets', { n })}
      </Link>
      <details className="group flex-1 open:basis-full sm:text-right">
        <summary className="inline-flex cursor-pointer flex-wrap items-center justify-end gap-x-4 gap-y-1">
          <span className="text-ink-2">{t('meeting.agenda.sendTo', { n, ...called })}</span>
          <span className="btn btn-primary group-open:hidden">{t('meeting.agenda.send')}</span>
        </summary>
        <Form
          action={sendAgenda}
          formKey={formKey()}
          label={t('meeting.agenda.send')}
          className="mt-2 flex flex-wrap items-end justify-end gap-3 text-left"
        >
          <About agenda={agenda} weekOf={weekOf} />
          {n > agenda.maxTopics && (
            <TextField
              name="overReason"
              label={t('meeting.agenda.over', { n, max: agenda.maxTopics })}
              maxLength={TOPIC_REASON_MAX}
              className="min-w-0 flex-1 basis-60"
            />
          )}
          {agenda.on < today && (
            <p className="basis-full border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-3 py-2">
              {t('meeting.agenda.sendPast', { day: dayIn(agenda.on, today) })}
            </p>
          )}
          {alone.length > 0 && (
            <p className="basis-full border-l-[3px] border-[var(--yellow-border)] bg-yellow-tint px-3 py-2">
              {t('meeting.agenda.nobody', {
                n: alone.length,
                names: listed(
                  alone.map(({ name }) => name),
                  t,
                ),
              })}
            </p>
          )}
          <p className="self-center">{t('meeting.agenda.sendHint')}</p>
          <Submit>{t('meeting.agenda.sendDo')}</Submit>
        </Form>
      </details>
    </div>
  )
}

/** Projects that turned red too late for the rules; the office may take them on 截数后转红. */
export function LateReds({ reds, weekOf, today, formKey, locale }: Omit<Props, 'agenda'> & LateRedsProps) {
  const t = translator(locale)
  if (reds.length === 0) return null
  return (
    <section className="no-print pt-6">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {t('meeting.agenda.lateReds', { n: reds.length })}
        <span className="ml-3 text-sm font-normal text-ink-2">{t('meeting.agenda.lateRedsHint')}</span>
      </h2>
      <ul>
        {reds.map(({ projectId, name, from, on }) => (
          <li key={projectId} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-divider py-2">
            <Lamp level="RED" quiet t={t} />
            <span className="min-w-0 flex-1">
              <Link href={`/projects/${projectId}`} className="hover:text-link">
                {name}
              </Link>
              <span className="ml-3 text-ink-2">
                {from
                  ? t('meeting.history.TURNED_RED', { day: dayIn(on, today), from: t(`level.short.${from}`) })
                  : t('meeting.history.TURNED_RED_NEW')}
              </span>
            </span>
            <Form action={addTopic} formKey={formKey()}>
              <input type="hidden" name="weekOf" value={weekOf} />
              <input type="hidden" name="projectId" value={projectId} />
              <input type="hidden" name="title" value={name.slice(0, TITLE_MAX)} />
              <input type="hidden" name="ask" value={t('meeting.agenda.lateRedAsk')} />
              <Submit quiet label={t('meeting.agenda.takeOnOf', { name })}>
                {t('meeting.agenda.takeOn')}
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the office does with the whole agenda besides sending it: add to it, draft it again, or not meet at all. */
export function AgendaFoot({ agenda, weekOf, formKey, locale }: Props) {
  const t = translator(locale)
  return (
    <div className="no-print mt-6 space-y-4 border-t border-control pt-4">
      <details>
        <summary className={summary}>{t('meeting.agenda.add')}</summary>
        <Form
          action={addTopic}
          formKey={formKey()}
          label={t('meeting.agenda.add')}
          className="mt-2 flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="weekOf" value={weekOf} />
          <TextField
            name="title"
            label={t('meeting.agenda.addTitle')}
            maxLength={TITLE_MAX}
            className="flex-1 basis-52"
          />
          <TextField name="ask" label={t('meeting.agenda.addAsk')} maxLength={ASK_MAX} className="flex-1 basis-60" />
          <Submit quiet>{t('meeting.agenda.add')}</Submit>
        </Form>
      </details>
      {agenda.state === 'DRAFT' && <BuildForm weekOf={weekOf} again formKey={formKey} locale={locale} />}
      {/* Once it has begun, a meeting is closed and not cancelled. */}
      {agenda.startedAt === null && (
        <details>
          <summary className={summary}>{t('meeting.agenda.cancel')}</summary>
          <Form
            action={cancelMeeting}
            formKey={formKey()}
            label={t('meeting.agenda.cancel')}
            className="mt-2 flex flex-wrap items-end gap-3"
          >
            <About agenda={agenda} weekOf={weekOf} />
            <input type="hidden" name="to" value="CANCELLED" />
            <TextField
              name="reason"
              label={t('meeting.agenda.cancelWhy')}
              maxLength={TOPIC_REASON_MAX}
              className="min-w-0 flex-1 basis-60"
            />
            <Submit quiet>{t('meeting.agenda.cancelDo')}</Submit>
          </Form>
        </details>
      )}
    </div>
  )
}

/** Nothing to discuss: the system proposes not to meet 本周不开会，以周报代会. */
export function NothingToDiscuss({
  agenda,
  weekOf,
  mayDecide,
  formKey,
  locale,
}: {
  agenda: Agenda
  weekOf: PlainDate
  mayDecide: boolean
  formKey: () => string
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <div className="my-4 border-l-[3px] border-ink bg-zebra px-4 py-3">
      <p className="mb-2 text-lg font-semibold">{t('meeting.agenda.nothing')}</p>
      {mayDecide && (
        <Form action={cancelMeeting} formKey={formKey()}>
          <input type="hidden" name="weekOf" value={weekOf} />
          <input type="hidden" name="version" value={agenda.version} />
          <input type="hidden" name="to" value="REPORT_ONLY" />
          <input type="hidden" name="reason" value={t('meeting.agenda.replaceWhy')} />
          <Submit>{t('meeting.agenda.replace')}</Submit>
        </Form>
      )}
    </div>
  )
}
