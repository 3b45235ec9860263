import clsx from 'clsx'
import { forbidden, notFound } from 'next/navigation'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { importResults, undoResults } from '@/lib/actions/financing'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findResultImport, type PlannedResult } from '@/lib/data/financing-import'
import { relationFor } from '@/lib/domain/access'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { refusalText } from '@/lib/i18n/refusal-text'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('financing.imports.title')

const th = 'border-b border-control px-2 pb-1 text-left text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'border-b border-divider px-2 py-2 align-top'

/** What each row of a workbook would do, before anything is done; and afterwards the way back. */
export default async function ImportedResultsPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'financing.import') === null) forbidden()
  const { id } = await params
  const held = isUuid(id) ? await findResultImport(actor, id, businessDay()) : null
  if (!held) notFound()
  const t = translator(locale)
  const { rows, doneAt, undoneAt, moved } = held
  const changed = rows.filter(({ refusal, moves }) => refusal === null && moves.length > 0).length
  const rejected = rows.filter(({ refusal }) => refusal !== null).length
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <Link href="/financing/import" className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11">
        {t('financing.imports.title')}
      </Link>
      <h1 className="text-xl font-semibold">{held.fileName}</h1>
      <p className="flex flex-wrap gap-x-4">
        <b>{t(`financing.imports.state.${undoneAt ? 'undone' : doneAt ? 'done' : 'held'}`)}</b>
        {!doneAt && t('financing.imports.sum', { rows: rows.length, changed, rejected })}
      </p>
      {!doneAt &&
        (changed > 0 ? (
          <Form action={importResults} formKey={issueFormKey(actor.userId)} className="py-3">
            <input type="hidden" name="importId" value={held.id} />
            <Submit>{t('financing.imports.confirm')}</Submit>
          </Form>
        ) : (
          <p className="py-3 text-ink-2">{t('financing.imports.nothing')}</p>
        ))}
      {doneAt && !undoneAt && (
        <Form action={undoResults} formKey={issueFormKey(actor.userId)} className="py-3">
          <input type="hidden" name="importId" value={held.id} />
          <Submit quiet>{t('financing.imports.undo')}</Submit>
        </Form>
      )}
      <section tabIndex={0} aria-label={t('financing.imports.title')} className="overflow-x-auto">
        <table className="w-full min-w-[44rem] border-separate border-spacing-0">
          <caption className="sr-only">{t('financing.imports.caption', { n: rows.length })}</caption>
          <thead>
            <tr>
              {(['row', 'enterprise', 'bank', 'verdict', 'does'] as const).map((name) => (
                <th key={name} scope="col" className={th}>
                  {t(`financing.imports.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={`${row.line.sheet} ${row.line.row}`}
                row={row}
                done={doneAt !== null}
                moved={row.offerId !== null && moved.has(row.offerId)}
                locale={locale}
              />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Row({ row, done, moved, locale }: { row: PlannedResult; done: boolean; moved: boolean; locale: Locale }) {
  const t = translator(locale)
  const { line, refusal, moves } = row
  const verdict = moved ? 'moved' : refusal ? 'out' : moves.length > 0 && !done ? 'willChange' : 'unchanged'
  return (
    <tr>
      <td className={clsx(td, 'text-ink-3')}>{line.row}</td>
      <th scope="row" className={clsx(td, 'text-left font-semibold')}>
        {row.needId ? (
          <Link href={`/financing/${row.needId}`} className="hover:text-link">
            {row.enterprise}
          </Link>
        ) : (
          line.name
        )}
      </th>
      <td className={td}>{row.bank ?? line.bank}</td>
      <td className={clsx(td, 'whitespace-nowrap', verdict === 'out' && 'text-red-ink')}>
        {t(`financing.imports.${verdict}`)}
      </td>
      <td className={td}>
        {!moved && refusal && refusalText(refusal, locale)}
        {!moved &&
          !done &&
          moves.map((move) => (
            <span key={`${move.kind} ${move.payment ?? ''}`} className="mr-4 inline-block">
              {t('financing.imports.amount', {
                move: t(`financing.step.${move.kind}`),
                amount: [
                  move.fen ? amountText(move.fen, locale) : '',
                  move.payment ? t(`financing.payment.${move.payment}`) : '',
                  move.reason ? t(`financing.reason.${move.reason}`) : '',
                ]
                  .filter(Boolean)
                  .join(' '),
              })}
            </span>
          ))}
      </td>
    </tr>
  )
}
