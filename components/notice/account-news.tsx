import { instantText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'

type Line = Readonly<{ id: string; decidedAt: Date | null; reason: string; heardAt: Date | null }>

/** What was done to the reader's own account by others 账号通知: he should know, also when it was not he who asked for it. */
export const AccountNews = ({ rows, t }: { rows: readonly Line[]; t: Translator }) => (
  <section aria-labelledby="account-news" className="border-t border-control">
    <h2 id="account-news" className="px-4 pt-2.5 text-lg font-semibold sm:px-6">
      {t('notice.account')}
    </h2>
    <ul>
      {rows.map(({ id, decidedAt, reason, heardAt }) => (
        <li key={id} className="border-b border-divider px-4 py-2.5 last:border-0 sm:px-6">
          <p className={heardAt ? undefined : 'font-semibold'}>
            {!heardAt && <span className="mr-3 text-sm text-link">{t('notice.isUnseen')}</span>}
            {t('notice.factorReset', { at: decidedAt ? instantText(decidedAt) : '—' })}
          </p>
          <p className="text-ink-2">
            <span lang="zh-CN" data-verbatim className="mr-3 wrap-anywhere text-ink">
              {t('changes.because', { reason })}
            </span>
            {t('notice.factorResetHint')}
          </p>
        </li>
      ))}
    </ul>
  </section>
)
