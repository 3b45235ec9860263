import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import type { FormAction } from '@/lib/actions/form-state'
import {
  askExtension,
  closeTask,
  decideExtension,
  objectTask,
  reassignTask,
  reportTask,
  resumeTask,
  returnTask,
  signTask,
  submitTask,
  suspendTask,
  upholdTask,
  withdrawTask,
} from '@/lib/actions/tasks'
import type { TaskMove } from '@/lib/domain/meeting/task-move'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import { TASK_TEXT_MAX, type TaskDetail } from '@/lib/schemas/task'
import { Proof } from './proof'

const ACTIONS: Readonly<Record<TaskMove, FormAction>> = {
  SIGN: signTask,
  OBJECT: objectTask,
  UPHOLD: upholdTask,
  REASSIGN: reassignTask,
  REPORT: reportTask,
  SUBMIT: submitTask,
  RETURN: returnTask,
  CLOSE: closeTask,
  SUSPEND: suspendTask,
  RESUME: resumeTask,
  WITHDRAW: withdrawTask,
}

/** Moves that are what the task is waiting for: they lie open, the others fold away. */
const FIRST: readonly TaskMove[] = ['SIGN', 'REPORT', 'SUBMIT', 'CLOSE', 'RETURN', 'UPHOLD', 'RESUME']

type Props = Readonly<{ task: TaskDetail; formKey: () => string; today: PlainDate; t: Translator }>

/** Which task a form speaks of, as it was seen. */
export const About = ({ task }: { task: Readonly<{ id: string; version: number }> }) => (
  <>
    <input type="hidden" name="taskId" value={task.id} />
    <input type="hidden" name="version" value={task.version} />
  </>
)

const block = 'border-b border-divider py-4 first:pt-1 last:border-0'

/** What proves a result, each procedure with its state; where nothing can be named the form says so. */
function EvidenceField({ task, t }: Pick<Props, 'task' | 't'>) {
  const { evidence, uploadAt } = task.choices
  if (evidence.length === 0)
    return <p className="text-ink-2">{t(task.project ? 'task.form.noEvidence' : 'task.form.noProject')}</p>
  const label = ({ name, state, number }: (typeof evidence)[number]) =>
    state
      ? t('task.form.evidenceState', { name, state: [t(`procedure.state.${state}`), number].filter(Boolean).join(' ') })
      : name
  return (
    <div>
      <Choice
        name="evidence"
        label={t('task.form.evidence')}
        hint={t('task.form.evidenceHint')}
        empty={t('task.form.chooseEvidence')}
        options={evidence.map((one) => ({ value: one.value, label: label(one) }))}
      />
      {uploadAt && (
        <a
          href={`/procedures/${uploadAt}#files`}
          className="mt-1 inline-flex min-h-8 items-center text-link max-sm:min-h-11"
        >
          {t('task.form.upload')}
        </a>
      )}
    </div>
  )
}

function Move({ move, task, formKey, t }: { move: TaskMove } & Omit<Props, 'today'>) {
  const why = move === 'SIGN' || move === 'CLOSE' || move === 'RESUME' ? null : move
  const hinted = move === 'OBJECT' || move === 'REASSIGN' || move === 'SUSPEND' || move === 'SUBMIT' ? move : null
  const label = t('task.form.of', { move: t(`task.form.${move}`), no: task.no })
  const leading = move === 'SIGN' || move === 'SUBMIT' || move === 'CLOSE'
  return (
    <Form action={ACTIONS[move]} formKey={formKey()} label={label} className={`${block} space-y-3`}>
      <About task={task} />
      {move === 'REASSIGN' && (
        <div className="flex flex-wrap gap-3">
          <Choice
            name="leadOrgId"
            label={t('task.form.unit')}
            empty={t('task.form.noUnit')}
            options={task.choices.units.map(({ id, name }) => ({ value: id, label: name }))}
            className="min-w-0 flex-1 basis-48"
          />
          <Choice
            name="ownerId"
            label={t('task.form.person')}
            empty={t('task.form.noPerson')}
            options={task.choices.people.map(({ id, name }) => ({ value: id, label: name }))}
            className="min-w-0 flex-1 basis-48"
          />
        </div>
      )}
      {why && (
        <TextArea
          name="text"
          label={t(`task.form.why.${why}`)}
          hint={hinted ? t(`task.form.hint.${hinted}`) : undefined}
          rows={2}
          maxLength={TASK_TEXT_MAX}
        />
      )}
      {move === 'SUBMIT' && <EvidenceField task={task} t={t} />}
      {move === 'CLOSE' && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
          <dt className="text-ink-2">{t('task.detail.result')}</dt>
          <dd lang="zh-CN">{task.result}</dd>
          <dt className="text-ink-2">{t('task.detail.evidence')}</dt>
          <dd>
            <Proof task={task} t={t} />
          </dd>
        </dl>
      )}
      {move === 'SIGN' && task.objectedOn && <p className="text-ink-2">{t('task.form.signDrops')}</p>}
      <Submit quiet={!leading}>{t(`task.form.${move}`)}</Submit>
    </Form>
  )
}

function Ask({ task, formKey, today, t }: Props) {
  return (
    <Form
      action={askExtension}
      formKey={formKey()}
      label={t('task.form.of', { move: t('task.form.ask'), no: task.no })}
      className={`${block} space-y-3`}
    >
      <About task={task} />
      <TextField
        name="untilOn"
        type="date"
        label={t('task.form.askUntil')}
        hint={task.latestOn ? t('task.form.askHint', { day: dayIn(task.latestOn, today) }) : undefined}
        max={task.latestOn ?? undefined}
        className="max-w-60"
      />
      <TextArea name="text" label={t('task.form.askWhy')} rows={2} maxLength={TASK_TEXT_MAX} />
      <Submit quiet>{t('task.form.ask')}</Submit>
    </Form>
  )
}

/** The office's word on an extension. */
export function DecideExtension({
  task,
  formKey,
  today,
  t,
}: Readonly<{
  task: Readonly<{ id: string; version: number; no: string; askedUntilOn: PlainDate | null }>
  formKey: () => string
  today: PlainDate
  t: Translator
}>) {
  const { no, askedUntilOn } = task
  if (!askedUntilOn) return null
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Form action={decideExtension} formKey={formKey()}>
        <About task={task} />
        <input type="hidden" name="decision" value="APPROVE" />
        <Submit label={t('task.form.of', { move: t('task.form.approve'), no })}>{t('task.form.approve')}</Submit>
      </Form>
      <details className="open:w-full">
        <summary className="btn" aria-label={t('task.form.of', { move: t('task.form.refuse'), no })}>
          {t('task.form.refuse')}
        </summary>
        <Form
          action={decideExtension}
          formKey={formKey()}
          label={t('task.form.of', { move: t('task.form.refuse'), no })}
          className="mt-2 space-y-2"
        >
          <About task={task} />
          <input type="hidden" name="decision" value="REFUSE" />
          <TextField name="text" label={t('task.form.decideWhy')} maxLength={TASK_TEXT_MAX} />
          <Submit quiet>{t('task.form.refuse')}</Submit>
        </Form>
      </details>
      <span className="self-center text-ink-2">{t('task.form.decide', { day: dayIn(askedUntilOn, today) })}</span>
    </div>
  )
}

/** What the reader may do with a task now; what it waits for lies open, the rest folds away. */
export function TaskForms(props: Props) {
  const { task, t } = props
  const open = task.moves.filter((move) => FIRST.includes(move))
  const folded = task.moves.filter((move) => !FIRST.includes(move))
  if (task.moves.length === 0 && !task.mayAsk && !task.mayDecide)
    return <p className="py-2 text-ink-2">{t('task.detail.noActions')}</p>
  return (
    <>
      {task.mayDecide && (
        <div className={block}>
          <DecideExtension {...props} />
        </div>
      )}
      {open.map((move) => (
        <Move key={move} move={move} {...props} />
      ))}
      {(folded.length > 0 || task.mayAsk) && (
        <details>
          <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
            {t('task.form.more')}
          </summary>
          <div className="mt-2">
            {task.mayAsk && <Ask {...props} />}
            {folded.map((move) => (
              <Move key={move} move={move} {...props} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}
