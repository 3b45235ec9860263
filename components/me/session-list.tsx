import { Form, Submit } from '@/components/ui/form'
import { endOneSession, endTheOthers } from '@/lib/actions/account'
import { deviceOf } from '@/lib/domain/device'
import { instantText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'

type Line = Readonly<{
  id: string
  createdAt: Date
  lastSeenAt: Date
  address: string | null
  userAgent: string | null
}>

/** Where the account is signed in, with the way to end what one does not know. */
export function SessionList({
  sessions,
  current,
  formKeys,
  t,
}: {
  sessions: readonly Line[]
  current: string
  formKeys: readonly string[]
  t: Translator
}) {
  const others = sessions.filter(({ id }) => id !== current)
  const nameOf = (userAgent: string | null) => {
    const { browser, system } = deviceOf(userAgent)
    if (!browser && !system) return t('me.deviceUnknown')
    return browser && system ? t('me.device', { browser, system }) : (browser ?? system ?? '')
  }
  return (
    <>
      <ul>
        {sessions.map((session, i) => {
          const device = nameOf(session.userAgent)
          const from = instantText(session.createdAt)
          return (
            <li
              key={session.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-divider py-2 first:border-t"
            >
              <span className="min-w-0 flex-1 basis-60">
                <b>{device}</b>
                {session.id === current && <span className="ml-2 text-sm text-green-ink">{t('me.thisDevice')}</span>}
                <span className="block text-sm text-ink-2">
                  {[
                    t('me.from', { at: from }),
                    t('me.seen', { at: instantText(session.lastSeenAt) }),
                    session.address ? t('me.address', { address: session.address }) : t('me.addressUnknown'),
                  ].join('，')}
                </span>
              </span>
              {session.id !== current && (
                <Form
                  action={endOneSession}
                  formKey={formKeys[i] ?? ''}
                  label={t('me.endLabel', { n: i + 1, device, at: from })}
                >
                  <input type="hidden" name="sessionId" value={session.id} />
                  <Submit quiet>{t('me.end')}</Submit>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
      {others.length === 0 ? (
        <p className="mt-3 text-ink-3">{t('me.onlyThis')}</p>
      ) : (
        <Form action={endTheOthers} formKey={formKeys.at(-1) ?? ''} label={t('me.endOthers')} className="mt-3">
          <input type="hidden" name="keepId" value={current} />
          <Submit quiet>{t('me.endOthers')}</Submit>
        </Form>
      )}
    </>
  )
}
