'use client'

import { Choice, TextArea, TextField } from '@/components/ui/fields'
import { Submit } from '@/components/ui/form'
import { recordReport } from '@/lib/actions/reports'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  REPORT_ABOUT_MAX,
  REPORT_CONTACT_MAX,
  REPORT_NAME_MAX,
  REPORT_TEXT_MAX,
  REPORT_WAYS,
  type ReportWay,
} from '@/lib/schemas/sealed-report'
import { type Seal, SealingForm } from './sealing-form'
import { sealLetter } from './vault'
import { useVault } from './vault-context'

type Words = Readonly<
  Record<
    'way' | 'filedOn' | 'about' | 'text' | 'name' | 'nameHint' | 'contact' | 'go' | 'textMissing' | 'label',
    string
  >
>

/** What came by letter, in person or by telephone, put down by the commission: sealed before it is sent. */
export function RecordForm({
  formKey,
  today,
  ways,
  words,
}: {
  formKey: string
  today: PlainDate
  ways: Readonly<Record<ReportWay, string>>
  words: Words
}) {
  const { keys } = useVault()
  const live = keys.find(({ retiredOn }) => retiredOn === null)
  if (!live) return null
  const seal: Seal = async (typed, sent) => {
    const text = typed('text')
    if (!text) return { text: words.textMissing }
    const name = typed('name')
    const letter = {
      way: REPORT_WAYS.find((way) => way === typed('way')) ?? 'LETTER',
      about: typed('about'),
      text,
      point: null,
      realName: name ? { name, contact: typed('contact') } : null,
    }
    sent.set('letter', await sealLetter(letter, live.publicKey))
    return null
  }
  return (
    <SealingForm action={recordReport} seal={seal} formKey={formKey} label={words.label} className="space-y-4">
      <input type="hidden" name="keyId" value={live.id} />
      <Choice
        name="plain.way"
        label={words.way}
        initial="LETTER"
        options={REPORT_WAYS.flatMap((way) => (way === 'CODE' ? [] : [{ value: way, label: ways[way] }]))}
        className="max-w-80"
      />
      <TextField name="filedOn" type="date" label={words.filedOn} initial={today} max={today} className="max-w-80" />
      <TextField name="plain.about" label={words.about} maxLength={REPORT_ABOUT_MAX} autoComplete="off" keepAs="" />
      <TextArea name="plain.text" label={words.text} rows={8} maxLength={REPORT_TEXT_MAX} keepAs="" />
      <TextField
        name="plain.name"
        label={words.name}
        hint={words.nameHint}
        maxLength={REPORT_NAME_MAX}
        autoComplete="off"
        keepAs=""
        className="max-w-80"
      />
      <TextField
        name="plain.contact"
        label={words.contact}
        maxLength={REPORT_CONTACT_MAX}
        autoComplete="off"
        keepAs=""
        className="max-w-80"
      />
      <Submit>{words.go}</Submit>
    </SealingForm>
  )
}
