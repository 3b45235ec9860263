import { forbidden } from 'next/navigation'
import { Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { saveRhythm } from '@/lib/actions/meetings'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { rhythmOf } from '@/lib/data/meeting-rhythm'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('meeting.rhythm.title')

const STEPS = ['dataLine', 'agenda', 'send', 'meeting'] as const
const WORKDAYS = ['1', '2', '3', '4', '5'] as const

export default async function RhythmPage() {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'meeting.rhythm')) forbidden()
  const t = translator(locale)
  const rhythm = await rhythmOf(actor.districtId)
  return (
    <div className="mx-auto max-w-[560px] px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-xl font-semibold">{t('meeting.rhythm.title')}</h1>
      <p className="mb-4 text-ink-2">{t('meeting.rhythm.hint')}</p>
      <Form
        action={saveRhythm}
        formKey={issueFormKey(actor.userId)}
        label={t('meeting.rhythm.title')}
        className="space-y-4"
      >
        {STEPS.map((step) => (
          <div key={step} className="grid grid-cols-2 gap-4">
            <Choice
              name={`${step}Weekday`}
              label={t('meeting.rhythm.weekday', { what: t(`meeting.rhythm.${step}`) })}
              initial={String(rhythm[step].weekday)}
              options={WORKDAYS.map((day) => ({ value: day, label: t(`shell.weekdays.${day}`) }))}
            />
            <TextField
              name={`${step}Hour`}
              type="number"
              inputMode="numeric"
              label={t('meeting.rhythm.hour', { what: t(`meeting.rhythm.${step}`) })}
              initial={String(rhythm[step].hour)}
            />
          </div>
        ))}
        <TextField
          name="maxTopics"
          type="number"
          inputMode="numeric"
          label={t('meeting.rhythm.max')}
          initial={String(rhythm.maxTopics)}
        />
        <Submit>{t('meeting.rhythm.save')}</Submit>
      </Form>
    </div>
  )
}
