import { Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { assignInList } from '@/lib/actions/procedures'
import type { Translator } from '@/lib/i18n/translator'
import { type ListPlace, NOTE_MAX } from '@/lib/schemas/procedure'

export type Colleague = Readonly<{ id: string; name: string; title: string | null; me: boolean }>

/** Gives a procedure to a colleague, with a sentence for him. */
export function AssignForm({
  procedure,
  colleagues,
  place,
  formKey,
  t,
}: {
  procedure: Readonly<{ id: string; version: number }>
  colleagues: readonly Colleague[]
  place: ListPlace
  formKey: string
  t: Translator
}) {
  if (colleagues.length === 0) return <p className="text-ink-2">{t('desk.assignNobody')}</p>
  return (
    <Form action={assignInList} formKey={formKey} label={t('desk.assign')} className="space-y-4">
      <input type="hidden" name="procedureId" value={procedure.id} />
      <input type="hidden" name="version" value={procedure.version} />
      <input type="hidden" name="list" value={place.list} />
      {place.next && <input type="hidden" name="next" value={place.next} />}
      <Choice
        name="handlerId"
        label={t('desk.assignTo')}
        className="sm:max-w-[280px]"
        initial={colleagues.length === 1 ? colleagues[0]?.id : undefined}
        empty={colleagues.length === 1 ? undefined : '—'}
        options={colleagues.map((c) => ({
          value: c.id,
          label: `${c.name}${c.me ? t('desk.assignMe') : c.title ? `　${c.title}` : ''}`,
        }))}
      />
      <TextField
        name="note"
        label={t('desk.assignNote')}
        initial={t('desk.assignNoteInitial')}
        maxLength={NOTE_MAX}
        className="sm:max-w-[420px]"
      />
      <Submit className="max-sm:btn-big max-sm:w-full">{t('desk.assignConfirm')}</Submit>
    </Form>
  )
}
