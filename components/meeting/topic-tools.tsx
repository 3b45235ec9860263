import { Check, Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { ArrowDown, ArrowUp } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { dropTopic, editTopic, mergeTopic, moveTopic, settleTopic } from '@/lib/actions/meetings'
import type { PlainDate } from '@/lib/domain/plain-date'
import { askText } from '@/lib/i18n/agenda-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { type AgendaLine, ASK_MAX, TOPIC_REASON_MAX } from '@/lib/schemas/meeting'

type Props = Readonly<{
  line: AgendaLine
  others: readonly AgendaLine[]
  units: readonly Readonly<{ id: string; name: string }>[]
  formKey: () => string
  today: PlainDate
  locale: Locale
}>

/** What every form about a topic says first. */
const About = ({ line }: { line: AgendaLine }) => (
  <>
    <input type="hidden" name="itemId" value={line.id} />
    <input type="hidden" name="version" value={line.version} />
  </>
)

const summary = 'inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11'

/** How somebody settled it before the meeting. */
export function SettleForm({ line, formKey, locale }: Pick<Props, 'line' | 'formKey' | 'locale'>) {
  const t = translator(locale)
  return (
    <Form
      action={settleTopic}
      formKey={formKey()}
      label={t('meeting.agenda.settleOf', { name: line.name })}
      className="flex flex-wrap items-end gap-3"
    >
      <About line={line} />
      <TextField
        name="reason"
        label={t('meeting.agenda.settleHow')}
        maxLength={TOPIC_REASON_MAX}
        className="min-w-0 flex-1 basis-60"
      />
      <Submit quiet>{t('meeting.agenda.settle')}</Submit>
    </Form>
  )
}

/** What the office does with a topic: order, wording, who is called; off the agenda or into another. */
export function TopicTools({ line, others, units, formKey, today, locale }: Props) {
  const t = translator(locale)
  const { name } = line
  const invited = new Set(line.orgs.map((org) => org.id))
  const arrow = (to: 'UP' | 'DOWN') => (
    <Form action={moveTopic} formKey={formKey()}>
      <About line={line} />
      <input type="hidden" name="to" value={to} />
      <Submit quiet label={t(to === 'UP' ? 'meeting.agenda.up' : 'meeting.agenda.down', { name })}>
        {to === 'UP' ? <ArrowUp size={16} aria-hidden="true" /> : <ArrowDown size={16} aria-hidden="true" />}
      </Submit>
    </Form>
  )
  return (
    // Wide enough, the row keeps its columns and its buttons where they are; what is edited opens below it.
    <div className="no-print mt-2 flex flex-wrap items-start gap-x-3 gap-y-2 md:pl-[112px] xl:contents">
      <div className="flex gap-x-3 xl:items-start">
        {arrow('UP')}
        {arrow('DOWN')}
      </div>
      <details className="no-print group min-w-0 flex-1 xl:open:col-span-full xl:open:pl-[112px]">
        <summary
          className={`${summary} xl:w-12 xl:justify-end xl:group-open:absolute xl:group-open:top-2 xl:group-open:right-0`}
          aria-label={t('meeting.agenda.editOf', { name })}
        >
          {t('meeting.agenda.edit')}
        </summary>
        <div className="mt-2 space-y-5 rounded-md border border-control p-4">
          {line.projectId && (
            <p>
              <Link href={`/issues/new?project=${line.projectId}&source=MEETING`} className="text-link">
                {t('issue.start.fromTopic')}
              </Link>
            </p>
          )}
          <Form
            action={editTopic}
            formKey={formKey()}
            label={t('meeting.agenda.editOf', { name })}
            className="space-y-3"
          >
            <About line={line} />
            <TextField
              name="ask"
              label={t('meeting.agenda.ask')}
              hint={t('meeting.agenda.askHint')}
              initial={line.ask ?? ''}
              placeholder={line.ask ? undefined : askText(line, today, locale)}
              maxLength={ASK_MAX}
            />
            <fieldset>
              <legend className="mb-1 font-semibold">{t('meeting.agenda.orgs')}</legend>
              <div className="flex flex-wrap gap-x-4">
                {line.orgs.map((org) => (
                  <Check key={org.id} name="orgIds[]" value={org.id} label={org.name} initial />
                ))}
              </div>
            </fieldset>
            <div className="flex flex-wrap items-end gap-3">
              <Choice
                name="orgIds[]"
                label={t('meeting.agenda.addOrg')}
                empty={t('meeting.agenda.noOrg')}
                options={units.filter((u) => !invited.has(u.id)).map((u) => ({ value: u.id, label: u.name }))}
                className="w-52"
              />
              <TextField
                name="minutes"
                type="number"
                inputMode="numeric"
                label={t('meeting.agenda.minutesLabel')}
                initial={String(line.minutes)}
                className="w-28"
              />
              <Submit quiet label={t('meeting.agenda.saveOf', { name })}>
                {t('meeting.agenda.save')}
              </Submit>
            </div>
          </Form>
          <SettleForm line={line} formKey={formKey} locale={locale} />
          <Form
            action={dropTopic}
            formKey={formKey()}
            label={t('meeting.agenda.dropOf', { name })}
            className="flex flex-wrap items-end gap-3"
          >
            <About line={line} />
            <TextField
              name="reason"
              label={t('meeting.agenda.dropWhy')}
              maxLength={TOPIC_REASON_MAX}
              className="min-w-0 flex-1 basis-60"
            />
            <Submit quiet>{t('meeting.agenda.drop')}</Submit>
          </Form>
          {others.length > 0 && (
            <Form
              action={mergeTopic}
              formKey={formKey()}
              label={t('meeting.agenda.mergeOf', { name })}
              className="flex flex-wrap items-end gap-3"
            >
              <About line={line} />
              <Choice
                name="intoId"
                label={t('meeting.agenda.mergeInto')}
                empty={t('form.choose')}
                options={others.map((other) => ({ value: other.id, label: other.name }))}
                className="min-w-0 flex-1 basis-60"
              />
              <Submit quiet>{t('meeting.agenda.merge')}</Submit>
            </Form>
          )}
        </div>
      </details>
    </div>
  )
}
