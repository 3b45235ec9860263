import { DaySection } from '@/components/today/day-section'
import { Form, Submit } from '@/components/ui/form'
import { confirmOwnPack } from '@/lib/actions/packs'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { packsToConfirm } from '@/lib/data/pack-list'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** Packs an enterprise got and has not said so: one tap each. */
export async function PackLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  const packs = await packsToConfirm(actor)
  if (packs.length === 0) return null
  const t = translator(locale)
  const today = businessDay()
  return (
    <DaySection title={t('pack.today.title')} locale={locale}>
      <ul>
        {packs.map((pack) => (
          <li key={pack.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-divider py-1.5">
            <span className="min-w-0 flex-1 basis-56">
              <span className="block">
                {t('pack.today.line', { day: dayIn(pack.on, today), batch: pack.batch.name })}
              </span>
              <span className="block text-sm text-ink-2">
                {t('pack.today.contents', {
                  contents: listed(
                    pack.contents.map((content) => t(`pack.content.${content}`)),
                    t,
                  ),
                })}
              </span>
            </span>
            <Form action={confirmOwnPack} formKey={issueFormKey(actor.userId)}>
              <input type="hidden" name="packId" value={pack.id} />
              <input type="hidden" name="version" value={pack.version} />
              <Submit quiet label={t('pack.today.confirmOf', { batch: pack.batch.name })} className="max-sm:btn-big">
                {t('pack.today.confirm')}
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
    </DaySection>
  )
}
