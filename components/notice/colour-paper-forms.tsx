import { TextArea, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import {
  acceptColourPaper,
  closeColourPaper,
  copyColourPaper,
  explainColourPaper,
  issueColourPaper,
  planColourPaper,
  refuseColourPaper,
  reportColourPaper,
  returnColourPaper,
  signColourPaper,
} from '@/lib/actions/colour-papers'
import type { FormAction } from '@/lib/actions/form-state'
import type { PaperStepKind } from '@/lib/domain/colour-reply'
import type { Translator } from '@/lib/i18n/translator'
import type { ColourPaperLine } from '@/lib/schemas/colour-paper'
import { ANSWER_MAX } from '@/lib/schemas/notice'
import { TASK_TEXT_MAX } from '@/lib/schemas/task'

type Props = Readonly<{ row: ColourPaperLine; name: string; formKey: () => string; t: Translator }>

const ACTIONS: Readonly<Record<PaperStepKind, FormAction>> = {
  SIGN: signColourPaper,
  EXPLAIN: explainColourPaper,
  PLAN: planColourPaper,
  REPORT: reportColourPaper,
  RETURN: returnColourPaper,
  ACCEPT: acceptColourPaper,
}

const About = ({ row }: Pick<Props, 'row'>) => (
  <>
    <input type="hidden" name="paperId" value={row.id} />
    <input type="hidden" name="version" value={row.version} />
  </>
)

/** Something to do with a paper that asks for no word. */
function Press({
  action,
  words,
  quiet = false,
  row,
  name,
  formKey,
  t,
}: Props & Readonly<{ action: FormAction; words: string; quiet?: boolean }>) {
  return (
    <Form action={action} formKey={formKey()}>
      <About row={row} />
      <Submit quiet={quiet} label={t('colourPaper.form.of', { what: words, name })}>
        {words}
      </Submit>
    </Form>
  )
}

/** Something to do with a paper that asks for words: folded away until it is asked for. */
function Says({
  action,
  words,
  row,
  name,
  formKey,
  children,
  open = false,
  t,
}: Props & Readonly<{ action: FormAction; words: string; children: React.ReactNode; open?: boolean }>) {
  const label = t('colourPaper.form.of', { what: words, name })
  return (
    <details className="open:w-full" open={open}>
      <summary className="btn" aria-label={label}>
        {words}
      </summary>
      <Form action={action} formKey={formKey()} label={label} className="mt-2 max-w-[640px] space-y-2">
        <About row={row} />
        {children}
        <Submit quiet>{words}</Submit>
      </Form>
    </details>
  )
}

function Step({ step, ...props }: Props & Readonly<{ step: PaperStepKind }>) {
  const { row, t } = props
  // What stands already is put right, not said a second time.
  const again = row.steps.some(({ kind }) => kind === step) && row.standing.wants !== step
  const words =
    again && (step === 'EXPLAIN' || step === 'PLAN' || step === 'REPORT')
      ? t(`colourPaper.form.again.${step}`)
      : t(`colourPaper.form.step.${step}`)
  if (step === 'SIGN' || step === 'ACCEPT') return <Press {...props} action={ACTIONS[step]} words={words} />
  return (
    <Says {...props} action={ACTIONS[step]} words={words}>
      <TextArea
        name={step === 'EXPLAIN' ? 'reason' : 'text'}
        label={t(`colourPaper.form.text.${step}`)}
        rows={2}
        maxLength={step === 'EXPLAIN' ? ANSWER_MAX : TASK_TEXT_MAX}
      />
      {(step === 'EXPLAIN' || step === 'PLAN') && (
        <TextField
          name={step === 'EXPLAIN' ? 'newOn' : 'dueOn'}
          type="date"
          label={t(`colourPaper.form.day.${step}`)}
          className="max-w-60"
        />
      )}
    </Says>
  )
}

/** What the reader may do with a paper: the office issues, checks and closes, whom it went to signs, explains and reports. */
export function ColourPaperForms(props: Props) {
  const { row, t } = props
  const steps = [...row.maySteps, ...row.mayCheck]
  if (!row.mayDecide && !row.mayClose && !row.mayCopy && steps.length === 0) return null
  return (
    <div className="no-print mt-1.5 flex flex-wrap items-start gap-2">
      {row.mayDecide && (
        <>
          <Press {...props} action={issueColourPaper} words={t('colourPaper.issue')} />
          <Says {...props} action={refuseColourPaper} words={t('colourPaper.refuse')}>
            <TextField name="text" label={t('colourPaper.refuseWhy')} maxLength={TASK_TEXT_MAX} />
          </Says>
        </>
      )}
      {steps.map((step) => (
        <Step key={step} step={step} {...props} />
      ))}
      {row.mayClose && <Press {...props} quiet action={closeColourPaper} words={t('colourPaper.close')} />}
      {row.mayCopy && <Press {...props} quiet action={copyColourPaper} words={t('colourPaper.copy')} />}
    </div>
  )
}
