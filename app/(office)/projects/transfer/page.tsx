import { forbidden } from 'next/navigation'
import { TransferConfirm, TransferTable, TransferTarget } from '@/components/project/transfer-preview'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { previewTransfer } from '@/lib/data/transfers'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { projectFilter } from '@/lib/schemas/project'
import { ledgerQuery } from '@/lib/schemas/project-address'
import { TRANSFER_MAX, transferTarget } from '@/lib/schemas/transfer'

export const generateMetadata = pageTitle('transfer.title')

/** 批量转办: what will happen to each ticked project, one confirmation, and afterwards what became of each. */
export default async function TransferPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'handover.propose')) forbidden()
  const t = translator(locale)
  const asked = await searchParams
  const filter = projectFilter.parse(asked)
  const { to: toId, done } = transferTarget.parse(asked)
  const preview = await previewTransfer(actor, filter, toId ?? null, businessDay())
  const { id, pick, page } = filter
  const selection = ledgerQuery(filter, { id, pick, page })
  const { to, total, lines } = preview
  const ready = lines.filter((line) => line.refusal === null)
  const offered = lines.filter((line) => line.offered)
  const tooMany = total > TRANSFER_MAX
  return (
    <div className="mx-auto max-w-[1040px] px-4 pt-5 pb-8 sm:px-8">
      <Link href={`/projects?${selection}`} className="text-ink-2 hover:text-link">
        {t('transfer.back')}
      </Link>
      <h1 className="text-xl font-semibold">{t('transfer.title')}</h1>
      {total === 0 ? (
        <p className="mt-3 text-ink-2">{t('transfer.nothing')}</p>
      ) : tooMany ? (
        <p role="alert" className="mt-3">
          {t('transfer.tooMany', { n: total, max: TRANSFER_MAX })}
        </p>
      ) : (
        <>
          <p className="mt-1 text-ink-2">{t('transfer.how')}</p>
          {done && to && (
            <p role="status" className="mt-3 border-t-2 border-ink pt-2 text-lg font-semibold">
              {t('transfer.result', { name: to.name, offered: offered.length, left: total - offered.length })}
            </p>
          )}
          <TransferTarget preview={preview} selection={selection} t={t} />
          {to && (ready.length > 0 || !done) && (
            <TransferConfirm
              to={to}
              ready={ready.map((line) => line.id)}
              again={Boolean(done)}
              selection={selection.toString()}
              formKey={issueFormKey(actor.userId)}
              t={t}
            />
          )}
          <TransferTable preview={preview} t={t} />
        </>
      )}
    </div>
  )
}
