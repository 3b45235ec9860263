import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { signTask } from '@/lib/actions/tasks'
import type { Translator } from '@/lib/i18n/translator'
import type { TaskRow } from '@/lib/schemas/task'
import { About } from './task-forms'

/** What a task waits for: a signature is given in its row; whoever confirms sees result and proof on its page first. */
export function WaitForm({ row, formKey, t }: { row: TaskRow; formKey: () => string; t: Translator }) {
  const move = row.wait === 'sign' ? 'SIGN' : null
  const confirms = row.wait === 'confirm'
  // Whoever only watches opens it by its name.
  if (!row.wait && !row.parts.receiver) return null
  if (!move)
    return (
      <Link
        href={`/tasks/${row.id}`}
        aria-label={t(confirms ? 'task.today.confirmOf' : 'task.today.openOf', { no: row.no })}
        className="btn"
      >
        {t(confirms ? 'task.today.confirmOne' : 'task.today.open')}
      </Link>
    )
  return (
    <Form action={signTask} formKey={formKey()}>
      <About task={row} />
      <Submit quiet label={t('task.form.of', { move: t(`task.form.${move}`), no: row.no })}>
        {t(`task.form.${move}`)}
      </Submit>
    </Form>
  )
}
