import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { offerSeveral } from '@/lib/actions/projects'
import { isFull, MOST_PROJECTS } from '@/lib/domain/steward-load'
import type { Translator } from '@/lib/i18n/translator'
import type { TransferLine, TransferPreview } from '@/lib/schemas/transfer'
import { HiddenQuery } from './hidden-query'
import { OverloadReason } from './steward-choice'

/** Who takes over: one press for each steward, with how much he has already. */
export function TransferTarget({
  preview,
  selection,
  t,
}: {
  preview: TransferPreview
  selection: URLSearchParams
  t: Translator
}) {
  const { to, stewards } = preview
  return (
    <details open={!to} className="mt-4">
      <summary className="mb-2 font-semibold">
        {to ? t('transfer.to', { name: to.name, n: to.projects }) : t('transfer.choose')}
        {to && <span className="ml-3 font-normal text-link">{t('transfer.other')}</span>}
      </summary>
      {stewards.length === 0 && <p className="text-ink-2">{t('transfer.nobody')}</p>}
      <form action="/projects/transfer" className="flex flex-wrap gap-2">
        <HiddenQuery query={selection} />
        {stewards.map((steward) => (
          <button
            key={steward.id}
            type="submit"
            name="to"
            value={steward.id}
            aria-pressed={steward.id === to?.id}
            className={clsx('btn', steward.id === to?.id && 'border-ink! font-semibold')}
          >
            {steward.name}
            <span className="text-xs text-ink-3">
              {t(isFull(steward.projects) ? 'transfer.loadFull' : 'transfer.load', { n: steward.projects })}
            </span>
          </button>
        ))}
      </form>
    </details>
  )
}

/** The one confirmation; afterwards the same for what failed. */
export function TransferConfirm({
  to,
  ready,
  again,
  selection,
  formKey,
  t,
}: {
  to: NonNullable<TransferPreview['to']>
  ready: readonly string[]
  again: boolean
  selection: string
  formKey: string
  t: Translator
}) {
  if (ready.length === 0) return <p className="mt-3 font-semibold">{t('transfer.none', { name: to.name })}</p>
  const after = to.projects + to.offered + ready.length
  return (
    <Form
      action={offerSeveral}
      formKey={formKey}
      label={t('transfer.title')}
      className="mt-3 flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="toId" value={to.id} />
      <input type="hidden" name="query" value={selection} />
      {ready.map((id) => (
        <input key={id} type="hidden" name="projectIds[]" value={id} />
      ))}
      <TextField
        name="note"
        label={t('transfer.note')}
        initial={t('transfer.noteUsual')}
        maxLength={500}
        className="w-full sm:w-[420px]"
      />
      {after > MOST_PROJECTS && <OverloadReason className="w-full sm:w-[420px]" t={t} />}
      <Submit>{t(again ? 'transfer.again' : 'transfer.confirm', { n: ready.length, name: to.name })}</Submit>
    </Form>
  )
}

const th = 'h-10 border-b border-control bg-thead px-2.5 text-left text-sm font-normal text-ink-2 whitespace-nowrap'

/** Project by project: from whom, to whom, with what; or why not. */
export function TransferTable({ preview, t }: { preview: TransferPreview; t: Translator }) {
  const { to, lines } = preview
  return (
    <section tabIndex={0} aria-label={t('transfer.lines')} className="mt-5 overflow-x-auto">
      <table className="w-full min-w-[720px] border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className={th}>
              {t('projects.column.name')}
            </th>
            <th scope="col" className={th}>
              {t('transfer.from')}
            </th>
            <th scope="col" className={th}>
              {t('transfer.open')}
            </th>
            <th scope="col" className={th}>
              {t('transfer.will')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="[&>*]:border-b [&>*]:border-divider [&>*]:px-2.5 [&>*]:py-2">
              <th scope="row" className="text-left">
                <span className="flex gap-2">
                  <span className="w-(--col-lamp-quiet) flex-none">
                    <Lamp level={line.level} quiet t={t} />
                  </span>
                  <Link href={`/projects/${line.id}`} className="hover:text-link">
                    {line.name}
                  </Link>
                </span>
              </th>
              <td className="whitespace-nowrap">{line.from ?? '—'}</td>
              <td className="text-sm whitespace-nowrap text-ink-2">{t('transfer.openItems', { ...line.open })}</td>
              <td className={clsx('text-sm', (to ? line.refusal : line.asked) && !line.offered && 'text-ink-3')}>
                {outcome(line, to?.name ?? null, t)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function outcome(line: TransferLine, to: string | null, t: Translator): string {
  if (to && line.offered) return t('transfer.offered', { name: to })
  if (line.asked) return t('transfer.asked', { name: line.asked })
  if (!line.from) return t('transfer.orphan')
  if (!to) return t('transfer.possible')
  if (line.refusal === 'SAME_PERSON') return t('transfer.same', { name: to })
  return t('transfer.ready', { from: line.from, name: to })
}
