import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import {
  addToOwnComplaint,
  answerComplaint,
  askMoreForComplaint,
  closeComplaint,
  denyMoreForComplaint,
  extendComplaint,
  markRepeat,
  noteOnComplaint,
  passComplaint,
  rateOwnComplaint,
  receiveComplaint,
  redoComplaint,
  refuseComplaint,
  relateComplaint,
  reportOnComplaint,
  returnComplaint,
  revisitComplaint,
  urgeOwnComplaint,
} from '@/lib/actions/complaints'
import type { FormAction } from '@/lib/actions/form-state'
import { COMPLAINT_KINDS } from '@/lib/domain/complaint/complaint'
import type { ComplaintMoveKind } from '@/lib/domain/complaint/move'
import type { Translator } from '@/lib/i18n/translator'
import { COMPLAINT_ANSWER_MAX, COMPLAINT_WORDS_MAX, type ComplaintDetail } from '@/lib/schemas/complaint'

const ACTIONS: Readonly<Record<ComplaintMoveKind, FormAction>> = {
  RECEIVE: receiveComplaint,
  PASS: passComplaint,
  RETURN: returnComplaint,
  ASK_MORE: askMoreForComplaint,
  EXTEND: extendComplaint,
  DENY_MORE: denyMoreForComplaint,
  REPORT: reportOnComplaint,
  ANSWER: answerComplaint,
  RATE: rateOwnComplaint,
  ADD: addToOwnComplaint,
  URGE: urgeOwnComplaint,
  REVISIT: revisitComplaint,
  CLOSE: closeComplaint,
  REDO: redoComplaint,
  REFUSE: refuseComplaint,
  NOTE: noteOnComplaint,
}

/** What the complaint waits for lies open; the rest folds away. */
const OPEN: Readonly<Record<ComplaintDetail['state'], readonly ComplaintMoveKind[]>> = {
  FILED: ['RECEIVE', 'URGE', 'ADD'],
  RECEIVED: ['PASS', 'URGE', 'ADD'],
  IN_HAND: ['EXTEND', 'DENY_MORE', 'ANSWER', 'REPORT', 'URGE', 'ADD'],
  ANSWERED: ['RATE', 'REVISIT', 'CLOSE', 'ADD'],
  CLOSED: ['RATE'],
  REFUSED: [],
}

const WRITES: ReadonlySet<ComplaintMoveKind> = new Set([
  'RETURN',
  'ASK_MORE',
  'DENY_MORE',
  'REPORT',
  'ANSWER',
  'ADD',
  'RATE',
  'REVISIT',
  'REDO',
  'REFUSE',
  'NOTE',
])
const SHOWN: ReadonlySet<ComplaintMoveKind> = new Set(['REPORT', 'ANSWER', 'REFUSE'])
const HIDDEN: ReadonlySet<ComplaintMoveKind> = new Set(['RETURN', 'ASK_MORE', 'DENY_MORE', 'REVISIT', 'REDO', 'NOTE'])

const block = 'space-y-3 border-b border-divider py-4 first:pt-1 last:border-0'

type Props = Readonly<{ complaint: ComplaintDetail; formKey: () => string; t: Translator }>

/** What the reader may do with a complaint now. */
export function ComplaintForms(props: Props) {
  const { complaint, t } = props
  const { moves, projects, mayRepeat, state } = complaint
  if (moves.length === 0) return <p className="py-2 text-ink-2">{t('complaint.detail.noActions')}</p>
  const open = moves.filter((move) => OPEN[state].includes(move))
  const folded = moves.filter((move) => !OPEN[state].includes(move))
  return (
    <>
      {open.length === 0 && <p className="py-2 text-ink-2">{t('complaint.detail.noActions')}</p>}
      {open.map((move) => (
        <Move key={move} move={move} {...props} />
      ))}
      {(folded.length > 0 || projects || mayRepeat) && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('complaint.form.more')}
          </summary>
          <div className="mt-2">
            {folded.map((move) => (
              <Move key={move} move={move} {...props} />
            ))}
            {projects && <Relate {...props} projects={projects} />}
            {mayRepeat && <Repeat {...props} />}
          </div>
        </details>
      )}
    </>
  )
}

function Ids({ complaint }: Pick<Props, 'complaint'>) {
  return (
    <>
      <input type="hidden" name="complaintId" value={complaint.id} />
      <input type="hidden" name="version" value={complaint.version} />
    </>
  )
}

function Move({ move, complaint, formKey, t }: Props & Readonly<{ move: ComplaintMoveKind }>) {
  const words = WRITES.has(move)
    ? (move as Exclude<ComplaintMoveKind, 'RECEIVE' | 'PASS' | 'EXTEND' | 'URGE' | 'CLOSE'>)
    : null
  const hint = SHOWN.has(move)
    ? t('complaint.form.shown')
    : HIDDEN.has(move)
      ? t('complaint.form.hidden')
      : move === 'RATE'
        ? t('complaint.form.optional')
        : undefined
  return (
    <Form
      action={ACTIONS[move]}
      formKey={formKey()}
      label={t('complaint.form.ofMove', {
        move: t(`complaint.move.${move}`),
        no: t('complaint.no', { n: complaint.number }),
      })}
      className={block}
    >
      <Ids complaint={complaint} />
      {move === 'RECEIVE' && <ReceiveFields complaint={complaint} t={t} />}
      {move === 'PASS' && (
        <Choice
          name="unitId"
          label={t('complaint.form.unit')}
          hint={complaint.units.some(({ refused }) => refused) ? t('complaint.form.unitHint') : undefined}
          empty={t('complaint.form.choose')}
          options={complaint.units.map(({ id, name, refused }) => ({
            value: id,
            label: refused
              ? t(
                  refused === 'COMPLAINT_ROUTE_AGAINST'
                    ? 'complaint.form.refusedAgainst'
                    : 'complaint.form.refusedSupervisor',
                  { name },
                )
              : name,
          }))}
          className="max-w-80"
        />
      )}
      {move === 'RATE' && (
        <Choice
          name="rating"
          label={t('complaint.form.rating')}
          empty={t('complaint.form.choose')}
          options={([5, 4, 3, 2, 1] as const).map((n) => ({ value: String(n), label: t(`complaint.stars.${n}`) }))}
          className="max-w-60"
        />
      )}
      {move === 'REVISIT' && (
        <Choice
          name="good"
          label={t('complaint.form.good')}
          hint={complaint.hasContact || complaint.enterprise ? undefined : t('complaint.form.goodHint')}
          options={(['yes', 'no', 'unknown'] as const).map((answer) => ({
            value: answer,
            label: t(`complaint.form.good${answer}`),
          }))}
          empty={t('complaint.form.choose')}
          className="max-w-60"
        />
      )}
      {words && (
        <TextArea
          name="text"
          label={t(`complaint.form.${words}`)}
          hint={hint}
          rows={move === 'ANSWER' ? 4 : 2}
          maxLength={move === 'ANSWER' ? COMPLAINT_ANSWER_MAX : COMPLAINT_WORDS_MAX}
        />
      )}
      <Submit
        quiet={!OPEN[complaint.state].includes(move) || move === 'REPORT' || move === 'ADD' || move === 'DENY_MORE'}
      >
        {t(`complaint.move.${move}`)}
      </Submit>
    </Form>
  )
}

/** Whoever accepts it says what sort it is, and which unit it is about. */
function ReceiveFields({ complaint, t }: Omit<Props, 'formKey'>) {
  return (
    <div className="flex flex-wrap gap-3">
      <Choice
        name="kind"
        label={t('complaint.form.kind')}
        initial={complaint.kind}
        options={COMPLAINT_KINDS.map((kind) => ({ value: kind, label: t(`complaint.kind.${kind}`) }))}
        className="min-w-0 flex-1 basis-40"
      />
      <Choice
        name="againstId"
        label={t('complaint.form.against')}
        hint={t('complaint.form.againstHint')}
        initial={complaint.against?.id}
        empty={t('complaint.form.noAgainst')}
        options={complaint.accusable.map(({ id, name }) => ({ value: id, label: name }))}
        className="min-w-0 flex-1 basis-60"
      />
    </div>
  )
}

function Relate({
  complaint,
  projects,
  formKey,
  t,
}: Props & Readonly<{ projects: NonNullable<ComplaintDetail['projects']> }>) {
  return (
    <Form action={relateComplaint} formKey={formKey()} label={t('complaint.move.RELATE')} className={block}>
      <Ids complaint={complaint} />
      <Choice
        name="projectId"
        label={t('complaint.form.project')}
        hint={t('complaint.form.projectHint')}
        empty={t('complaint.form.choose')}
        options={projects.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Submit quiet>{t('complaint.move.RELATE')}</Submit>
    </Form>
  )
}

function Repeat({ complaint, formKey, t }: Props) {
  return (
    <Form action={markRepeat} formKey={formKey()} label={t('complaint.move.REPEAT')} className={block}>
      <Ids complaint={complaint} />
      <TextField
        name="of"
        label={t('complaint.form.of')}
        hint={complaint.state === 'FILED' ? t('complaint.form.ofMerged') : undefined}
        inputMode="numeric"
        maxLength={7}
        className="max-w-60"
      />
      <Submit quiet>{t('complaint.move.REPEAT')}</Submit>
    </Form>
  )
}
