import { itemName } from '@/components/procedure/queue-text'
import { Form, Submit } from '@/components/ui/form'
import { Undo2 } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { withdrawListMove } from '@/lib/actions/procedures'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { DeskAddress, DoneToday } from '@/lib/schemas/agency-day'

type Line = DoneToday & Readonly<{ time: string }>

function Undo({
  line,
  list,
  formKey,
  item,
  t,
  className,
}: {
  line: Line
  list: DeskAddress['list']
  formKey: string
  item: string
  t: Translator
  className?: string
}) {
  const move = t(`procedure.move.${line.move}`)
  return (
    <Form
      action={withdrawListMove}
      formKey={formKey}
      label={t('desk.undoLabel', { project: line.project, item, move })}
      className="flex-none"
    >
      <input type="hidden" name="procedureId" value={line.procedureId} />
      <input type="hidden" name="version" value={line.version} />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="reason" value={t('desk.undoReason')} />
      <Submit quiet className={className}>
        <Undo2 size={14} aria-hidden="true" />
        {t('desk.undo')}
        <span className="sr-only">
          {line.project} {item} {move}
        </span>
      </Submit>
    </Form>
  )
}

/** What was recorded a moment ago, with the way back. */
export function JustDone({
  line,
  list,
  formKey,
  locale,
}: {
  line: Line
  list: DeskAddress['list']
  formKey: string
  locale: Locale
}) {
  const t = translator(locale)
  const item = itemName(line, locale)
  return (
    <div
      role="status"
      className="mb-3 flex items-center gap-3 bg-ink py-1.5 pr-2 pl-4 text-card max-lg:-mx-4 lg:rounded-md"
    >
      <span className="min-w-0 flex-1">
        {t('desk.recorded', { project: line.project, item, move: t(`procedure.move.${line.move}`) })}
      </span>
      <Undo
        line={line}
        list={list}
        formKey={formKey}
        item={item}
        t={t}
        className="border-transparent! bg-transparent! font-semibold text-card! underline underline-offset-4"
      />
    </div>
  )
}

/** The day's own moves, each to be taken back until the day is over. */
export function DoneList({
  lines,
  list,
  formKey,
  locale,
}: {
  lines: readonly Line[]
  list: DeskAddress['list']
  formKey: () => string
  locale: Locale
}) {
  const t = translator(locale)
  if (lines.length === 0) return null
  return (
    <section className="mb-7">
      <h2 className="mb-1 text-lg font-semibold">{t('desk.doneTitle', { n: lines.length })}</h2>
      <ul>
        {lines.map((line) => {
          const item = itemName(line, locale)
          return (
            <li key={line.procedureId} className="flex items-center gap-2 border-b border-divider py-1">
              <Link href={`/procedures/${line.procedureId}`} className="min-w-0 flex-1 leading-[18px] hover:text-link">
                <span className="two-lines" title={line.project}>
                  {line.project}
                </span>
                <span className="two-lines text-xs text-ink-3">
                  {item} {t(`procedure.move.${line.move}`)}
                </span>
              </Link>
              <time className="text-xs text-ink-3">{line.time}</time>
              <Undo
                line={line}
                list={list}
                formKey={formKey()}
                item={item}
                t={t}
                className="border-transparent! bg-transparent! px-1! text-link!"
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
