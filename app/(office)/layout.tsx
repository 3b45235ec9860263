import { headers } from 'next/headers'
import { OfflinePage } from '@/components/shell/offline-page'
import { PrintStamp } from '@/components/shell/print-stamp'
import { Shell } from '@/components/shell/shell'
import { FormLimit } from '@/components/ui/form'
import { FORM_MAX_BYTES } from '@/lib/actions/form-state'
import { issueFormKey } from '@/lib/auth/form-key'
import { printStampOf } from '@/lib/auth/print-stamp'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { countAccountNews } from '@/lib/data/account-news'
import { countUnheard } from '@/lib/data/approval-list'
import { countUnseen } from '@/lib/data/notice-inbox'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'

export default async function OfficeLayout({ children }: { children: React.ReactNode }) {
  const { actor, account, locale } = await requireActor()
  const [t, today] = [translator(locale), businessDay()]
  const [notices, outcomes, news] = relationFor(actor.role, 'notice.see')
    ? await Promise.all([countUnseen(actor), countUnheard(actor), countAccountNews(actor)])
    : ([0, 0, 0] as const)
  return (
    <FormLimit bytes={FORM_MAX_BYTES} words={t('form.tooLarge', { kb: FORM_MAX_BYTES / 1000 })}>
      <Shell
        me={{
          id: actor.userId,
          name: actor.name,
          role: actor.role,
          ofCity: account.district.isCity,
          locale: account.locale,
          theme: account.theme,
          mayDepute: relationFor(actor.role, 'deputy.set') !== null,
        }}
        today={today}
        dataLine={account.dataLine}
        path={(await headers()).get('x-path')?.replace(/\?.*/, '') ?? ''}
        demo={account.district.isDemo}
        unseen={notices + outcomes + news}
        formKeys={[issueFormKey(actor.userId), issueFormKey(actor.userId)]}
        t={t}
      >
        <OfflinePage
          owner={actor.userId}
          theme={account.theme === 'dark' ? 'dark' : 'light'}
          wanted={process.env.OFFLINE_PAGE !== '0'}
        />
        <PrintStamp {...(await printStampOf(actor, account.district.isDemo, locale))} />
        {children}
      </Shell>
    </FormLimit>
  )
}
