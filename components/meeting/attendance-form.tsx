import { Choice } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { saveAttendance } from '@/lib/actions/sitting'
import type { PlainDate } from '@/lib/domain/plain-date'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import { ATTENDANCE_STATES, type Attender } from '@/lib/schemas/sitting'

/** What somebody said about coming. */
export const answerText = ({ coming, note, instead }: Attender, t: Translator): string =>
  coming === null
    ? ''
    : coming
      ? t('sitting.attendance.coming')
      : listed(
          [
            t('sitting.attendance.leaveWhy', { why: note ?? '' }),
            instead && t('sitting.attendance.instead', { name: instead }),
          ],
          t,
        )

/** The office writes down who was there: one choice each, one button for the rest, one more who listens. */
export function AttendanceForm({
  attenders,
  units,
  weekOf,
  formKey,
  all,
  t,
}: Readonly<{
  attenders: readonly Attender[]
  units: readonly Readonly<{ id: string; name: string }>[]
  weekOf: PlainDate
  formKey: string
  /** Key of the one button for everybody without a word, once the meeting has begun. */
  all?: string | undefined
  t: Translator
}>) {
  const there = new Set(attenders.map(({ name }) => name))
  const count = (wanted: (one: Attender) => boolean) => attenders.filter(wanted).length
  const open = count(({ state }) => state === 'INVITED')
  const away = attenders.filter(({ state }) => state === 'LEAVE')
  const key = attenders.map(({ id, state }) => `${id}${state}`).join()
  return (
    <section className="no-print mt-6 border-t border-control pt-2">
      {/* Who stays away and who comes instead is seen before the meeting without opening anything. */}
      {away.length > 0 && (
        <p className="flex flex-wrap gap-x-6">
          <b>{t('sitting.attendance.away')}</b>
          {away.map((one) => (
            <span key={one.id}>
              {one.name}
              <span className="ml-2 text-sm text-ink-2">{answerText(one, t)}</span>
            </span>
          ))}
        </p>
      )}
      <details open={all !== undefined && open > 0}>
        <summary className="inline-flex min-h-8 cursor-pointer flex-wrap items-center gap-x-4 max-sm:min-h-11">
          <b className="text-lg">{t('sitting.attendance.title')}</b>
          <span className="text-ink-2">
            {t('sitting.attendance.sum', {
              // Whoever only listens was not called.
              n: count(({ state }) => state !== 'LISTENING'),
              coming: count(({ coming }) => coming === true),
              leave: count(({ state }) => state === 'LEAVE'),
            })}
          </span>
          {open > 0 && <span className="font-semibold">{t('sitting.attendance.open', { n: open })}</span>}
        </summary>
        {all && open > 0 && (
          <Form
            key={`all-${key}`}
            action={saveAttendance}
            formKey={all}
            label={t('sitting.attendance.restAll')}
            className="mt-2"
          >
            <input type="hidden" name="weekOf" value={weekOf} />
            <input type="hidden" name="rest" value="PRESENT" />
            <Submit quiet>{t('sitting.attendance.restAll')}</Submit>
          </Form>
        )}
        <Form
          key={key}
          action={saveAttendance}
          formKey={formKey}
          label={t('sitting.attendance.title')}
          className="mt-2"
        >
          <input type="hidden" name="weekOf" value={weekOf} />
          <ul className="grid gap-x-8 md:grid-cols-2">
            {attenders.map((one) => (
              <li key={one.id} className="border-b border-divider py-2">
                <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
                  <legend className="sr-only">{t('sitting.attendance.stateOf', { name: one.name })}</legend>
                  <input type="hidden" name={`was.${one.id}`} value={one.state} />
                  <span aria-hidden="true" className="w-28 font-semibold">
                    {one.name}
                  </span>
                  {ATTENDANCE_STATES.map((state) => (
                    <label key={state} className="inline-flex min-h-8 items-center gap-1.5 max-sm:min-h-11">
                      <input
                        type="radio"
                        name={`marks.${one.id}`}
                        value={state}
                        defaultChecked={one.state === state}
                        className="size-4 accent-[var(--brand-solid)]"
                      />
                      {t(`sitting.attendance.state.${state}`)}
                    </label>
                  ))}
                  <span className="text-sm text-ink-2">{answerText(one, t)}</span>
                </fieldset>
              </li>
            ))}
          </ul>
          <div className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-3">
            <label className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
              <input type="checkbox" name="rest" value="PRESENT" className="size-4 accent-[var(--brand-solid)]" />
              {t('sitting.attendance.rest')}
            </label>
            <Choice
              name="listening"
              label={t('sitting.attendance.listen')}
              empty={t('sitting.attendance.nobody')}
              options={units.filter(({ name }) => !there.has(name)).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Submit quiet>{t('sitting.attendance.save')}</Submit>
          </div>
        </Form>
      </details>
    </section>
  )
}
