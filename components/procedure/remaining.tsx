import clsx from 'clsx'
import type { Translator } from '@/lib/i18n/translator'
import type { QueueRow } from '@/lib/schemas/procedure-queue'

/** Whose days they are, when they are not those of the agency's promise. */
const UNITS = {
  RECEIVED: 'queue.acceptUnit',
  SUPPLEMENT: 'queue.applicantUnit',
  SPECIAL: 'queue.specialUnit',
  READY: 'queue.submitUnit',
  WITHDRAWN: 'queue.submitUnit',
} as const

/** Working days left as one number 还剩; below zero with a true minus sign. */
export function Remaining({ row, t, className }: { row: QueueRow; t: Translator; className?: string }) {
  const { remaining, state } = row
  if (remaining === null) return <span className={clsx('text-ink-3', className)}>—</span>
  const unit = UNITS[state as keyof typeof UNITS]
  return (
    <span className={clsx('block text-right', className)}>
      <b className="block text-xl leading-6">{remaining < 0 ? `−${-remaining}` : remaining}</b>
      <span className="block text-xs leading-4 text-ink-3">
        {unit ? t(unit) : t(remaining === 0 ? 'queue.today' : 'queue.unit')}
      </span>
    </span>
  )
}
