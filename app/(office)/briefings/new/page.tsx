import { forbidden } from 'next/navigation'
import { Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { beginBriefing } from '@/lib/actions/briefings'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { briefingScopes } from '@/lib/data/briefings'
import { relationFor } from '@/lib/domain/access'
import { PERIOD_PRESETS, presetPeriod } from '@/lib/domain/briefing/period'
import { translator } from '@/lib/i18n/translator'
import { newBriefingQuery } from '@/lib/schemas/briefing'

export const generateMetadata = pageTitle('briefing.new.title')

/** The form for a new briefing: which days, whose projects. */
export default async function NewBriefingPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'briefing.create')) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const { preset, from, to } = newBriefingQuery.parse(await searchParams)
  const period = presetPeriod(preset, today)
  const scopes = await briefingScopes(actor)
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-6 pb-10 sm:px-8">
      <h1 className="mb-4 text-xl font-semibold">{t('briefing.new.title')}</h1>
      <nav aria-label={t('briefing.new.presets')} className="mb-4 flex flex-wrap gap-2">
        {PERIOD_PRESETS.map((name) => (
          <Link
            key={name}
            href={`/briefings/new?preset=${name}`}
            aria-current={!from && !to && name === preset ? 'true' : undefined}
            className="btn aria-[current]:font-semibold"
          >
            {t(`briefing.preset.${name}`)}
          </Link>
        ))}
      </nav>
      <Form
        key={`${preset} ${from} ${to}`}
        action={beginBriefing}
        formKey={issueFormKey(actor.userId)}
        label={t('briefing.new.title')}
        className="space-y-4"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="fromOn"
            type="date"
            label={t('briefing.new.from')}
            initial={from ?? period.from}
            max={today}
          />
          <TextField name="toOn" type="date" label={t('briefing.new.to')} initial={to ?? period.to} max={today} />
        </div>
        <Choice
          name="taskforceId"
          label={t('briefing.new.scope')}
          empty={t('briefing.whole')}
          options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <p className="text-ink-2">{t('briefing.new.hint')}</p>
        <div className="flex gap-3">
          <Submit>{t('briefing.new.do')}</Submit>
          <Link href="/briefings" className="btn">
            {t('form.cancel')}
          </Link>
        </div>
      </Form>
    </div>
  )
}
