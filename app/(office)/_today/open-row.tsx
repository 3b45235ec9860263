import { DeskPanel } from '@/components/agency/desk-panel'
import { issueFormKey } from '@/lib/auth/form-key'
import { listColleagues } from '@/lib/data/assignments'
import { findMoveQuestions } from '@/lib/data/move-doubts'
import { findProcedure, listApprovers, previewMove } from '@/lib/data/procedure-detail'
import { deskMoves, type RecordedMove } from '@/lib/domain/desk'
import type { PlainDate } from '@/lib/domain/plain-date'
import { isStopped } from '@/lib/domain/procedure-group'
import type { DeskAddress } from '@/lib/schemas/agency-day'
import { moveTerms } from '@/lib/schemas/procedure'
import type { QueueRow } from '@/lib/schemas/procedure-queue'
import type { TodayProps } from './props'

/** The step the address names, else the one most taken from here; `more` shows them all and chooses none. */
function chosenOf(role: TodayProps['actor']['role'], row: QueueRow, panel: string | undefined) {
  if (panel === 'more') return null
  if (panel === 'assign') return 'assign' as const
  const { lead, rest } = deskMoves(role, row.state)
  return [...lead, ...rest].find((kind) => kind.toLowerCase() === panel) ?? lead[0] ?? null
}

/** What stands inside the open row of a list; null while none of its rows is open. */
export async function openRow(
  { actor, locale, search }: TodayProps,
  address: DeskAddress,
  rows: readonly QueueRow[],
  today: PlainDate,
): Promise<React.ReactNode> {
  const at = rows.findIndex((row) => row.id === address.open)
  const row = rows[at]
  if (!row) return null
  const chosen = chosenOf(actor.role, row, address.panel)
  const move: RecordedMove | null = chosen === 'assign' ? null : chosen
  const terms = moveTerms.parse(search)
  const [procedure, outlook, questions, approvers, colleagues] = await Promise.all([
    findProcedure(actor, row.id, today),
    move ? previewMove(actor, row.id, move, terms, today) : null,
    move ? findMoveQuestions(actor, row.id, move, terms, today) : null,
    move ? listApprovers(actor, row.id, move) : [],
    chosen === 'assign' ? listColleagues(actor) : [],
  ])
  if (!procedure) return null
  return (
    <DeskPanel
      procedure={procedure}
      address={address}
      chosen={chosen}
      outlook={outlook}
      questions={questions}
      approvers={approvers}
      colleagues={colleagues.filter((c) => c.id !== row.handlerId).map((c) => ({ ...c, me: c.id === actor.personId }))}
      place={{ list: address.list, next: rows.find((other) => other.id !== row.id && !isStopped(other.state))?.id }}
      role={actor.role}
      formKey={issueFormKey(actor.userId)}
      today={today}
      locale={locale}
    />
  )
}
