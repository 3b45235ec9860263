import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { answerCall } from '@/lib/actions/sitting'
import type { Translator } from '@/lib/i18n/translator'
import { type Attender, INSTEAD_MAX, LEAVE_MAX } from '@/lib/schemas/sitting'

/** Whoever is called says whether he comes; on leave, why and who comes instead 参加、请假. */
export function CallAnswers({
  calls,
  sitting,
  formKey,
  t,
}: Readonly<{
  calls: readonly Attender[]
  /** The meeting has begun; whoever has to go can say so until it is closed. */
  sitting: boolean
  formKey: () => string
  t: Translator
}>) {
  if (calls.length === 0) return null
  return (
    <section className="no-print mb-4 border-l-[3px] border-ink bg-zebra px-4 py-3">
      <h2 className="font-semibold">{t(sitting ? 'sitting.attendance.mineSaid' : 'sitting.attendance.mine')}</h2>
      {calls.map((one) => (
        <div key={one.id} className="mt-2">
          {/* Who is called for himself and for his unit answers for each. */}
          <p>
            <b className="mr-3">{t('sitting.attendance.mineOf', { name: one.name })}</b>
            {one.coming !== null && (
              <span role="status">
                {t(one.coming ? 'sitting.attendance.saidComing' : 'sitting.attendance.saidLeave')}
                {!one.coming && one.note && (
                  <span lang="zh-CN" className="ml-3 text-ink-2">
                    {one.note}
                  </span>
                )}
                {!one.coming && one.instead && (
                  <span className="ml-3 text-ink-2">{t('sitting.attendance.instead', { name: one.instead })}</span>
                )}
              </span>
            )}
          </p>
          <div className="mt-1 flex flex-wrap items-end gap-x-6 gap-y-2">
            {one.coming !== true && (
              <Form action={answerCall} formKey={formKey()} label={`${t('sitting.attendance.come')} ${one.name}`}>
                <input type="hidden" name="attendanceId" value={one.id} />
                <input type="hidden" name="coming" value="yes" />
                <Submit label={`${t('sitting.attendance.come')} ${one.name}`}>{t('sitting.attendance.come')}</Submit>
              </Form>
            )}
            {one.coming !== false && (
              <details>
                <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                  {t('sitting.attendance.away')}
                </summary>
                <Form
                  action={answerCall}
                  formKey={formKey()}
                  label={`${t('sitting.attendance.away')} ${one.name}`}
                  className="flex flex-wrap items-end gap-3"
                >
                  <input type="hidden" name="attendanceId" value={one.id} />
                  <input type="hidden" name="coming" value="no" />
                  <TextField name="reason" label={t('sitting.attendance.why')} maxLength={LEAVE_MAX} />
                  <TextField name="instead" label={t('sitting.attendance.who')} maxLength={INSTEAD_MAX} />
                  <Submit quiet label={`${t('sitting.attendance.away')} ${one.name}`}>
                    {t('sitting.attendance.away')}
                  </Submit>
                </Form>
              </details>
            )}
          </div>
        </div>
      ))}
    </section>
  )
}
