'use client'

import { Choice, TextArea } from '@/components/ui/fields'
import { Submit } from '@/components/ui/form'
import { moveReport } from '@/lib/actions/reports'
import { type ReportMove, SETTLED_REPORTS, WRITTEN_MOVES } from '@/lib/domain/sealed-report'
import { REPORT_NOTE_MAX, type ReportDetail } from '@/lib/schemas/sealed-report'
import { useLetter } from './sealed'
import { type Seal, SealingForm } from './sealing-form'
import { sealNote } from './vault'
import { useVault } from './vault-context'

export type MoveWords = Readonly<{
  moves: Readonly<Record<ReportMove, string>>
  openFirst: string
  realName: string
  isReal: string
  isAnonymous: string
  choose: string
  note: string
  noteHint: string
  noteNeeded: string
  /** What has to be written with a move, where something has. */
  asks: Readonly<Partial<Record<ReportMove, string>>>
  nameUnknown: string
  wordKept: string
  word: string
  wordHint: string
  noReader: string
  more: string
}>

/** Moves that say something to the author. */
const SPEAKS: readonly ReportMove[] = ['TELL', 'ANSWER']
/** Moves that wait folded away: they turn back, or go on beside the way. */
const FOLDED: readonly ReportMove[] = ['NOTE', 'SHELVE', 'FORWARD', 'RETURN']
/** Moves that take up anew what is settled: no next step of it. */
const AGAIN: readonly ReportMove[] = ['ACCEPT', 'TALK', 'VERIFY']

type Props = Readonly<{
  report: Pick<ReportDetail, 'id' | 'version' | 'keyId' | 'sealed' | 'replyKey' | 'moves' | 'state'>
  formKeys: Readonly<Record<string, string>>
  words: MoveWords
}>

/** What the commission may do with a report now; what it waits for lies open, the rest folds away. */
export function MoveForms(props: Props) {
  const { report, words } = props
  const { open } = useVault()
  // Whoever has not read it does not decide about it.
  if (!open.has(report.keyId)) return <p className="py-2 text-ink-2">{words.openFirst}</p>
  // At the fork of 分流 all three ways are the next step.
  const folded = report.moves.filter(
    (move) => FOLDED.includes(move) && (report.state !== 'REGISTERED' || move === 'NOTE'),
  )
  return (
    <>
      {report.moves
        .filter((move) => !folded.includes(move))
        .map((move) => (
          <Move key={move} move={move} {...props} />
        ))}
      {folded.length > 0 && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {words.more}
          </summary>
          {folded.map((move) => (
            <Move key={move} move={move} {...props} />
          ))}
        </details>
      )}
    </>
  )
}

function Move({ move, report, formKeys, words }: Props & Readonly<{ move: ReportMove }>) {
  const { keys, words: vault } = useVault()
  const letter = useLetter(report)
  const live = keys.find(({ retiredOn }) => retiredOn === null)
  const speaks = SPEAKS.includes(move)
  const ask = speaks && !report.replyKey ? words.noteNeeded : words.asks[move]
  const seal: Seal = async (typed, sent) => {
    const [note, word] = [typed('note'), typed('word')]
    const long = [['note', note] as const, ['word', word] as const].filter(([, text]) => text.length > REPORT_NOTE_MAX)
    if (long.length > 0) return Object.fromEntries(long.map(([name]) => [name, vault.tooLong]))
    if (WRITTEN_MOVES.includes(move) && !note && !(word && report.replyKey)) return { note: ask ?? words.noteNeeded }
    // A name nobody left can be known all the same: the file says how.
    if (move === 'REGISTER' && sent.get('realName') === '1' && !letter?.realName && !note)
      return { note: words.nameUnknown }
    // What its author is told stays in the file too: nobody can open it there any more.
    const kept = [note, word && report.replyKey && words.wordKept + word].filter(Boolean).join('\n')
    if (kept && live) {
      sent.set('note', await sealNote(kept, live.publicKey))
      sent.set('keyId', live.id)
    }
    if (word && report.replyKey) sent.set('word', await sealNote(word, report.replyKey))
    return null
  }
  const name = words.moves[move]
  return (
    <SealingForm
      action={moveReport}
      seal={seal}
      formKey={formKeys[move] ?? ''}
      label={name}
      className="space-y-3 border-b border-divider py-4 first:pt-1 last:border-0"
    >
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      <input type="hidden" name="kind" value={move} />
      {move === 'REGISTER' && letter !== undefined && (
        <Choice
          name="realName"
          label={words.realName}
          initial={letter?.realName ? '1' : '0'}
          empty={words.choose}
          options={[
            { value: '1', label: words.isReal },
            { value: '0', label: words.isAnonymous },
          ]}
          className="max-w-80"
        />
      )}
      {speaks &&
        (report.replyKey ? (
          <TextArea name="plain.word" label={words.word} hint={words.wordHint} keepAs="" />
        ) : (
          <p className="text-ink-2">{words.noReader}</p>
        ))}
      <TextArea
        name="plain.note"
        label={words.note}
        hint={move === 'NOTE' ? undefined : (ask ?? words.noteHint)}
        rows={2}
        keepAs=""
      />
      <Submit quiet={FOLDED.includes(move) || (AGAIN.includes(move) && SETTLED_REPORTS.includes(report.state))}>
        {name}
      </Submit>
    </SealingForm>
  )
}
