import { forbidden } from 'next/navigation'
import { Check, Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { saveMailChannel, saveRobotChannel, testChannel } from '@/lib/actions/channels'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { loadChannels } from '@/lib/data/channels'
import { DIALECTS } from '@/lib/domain/delivery'
import { instantText } from '@/lib/i18n/instant'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('channel.title')

export default async function ChannelsPage() {
  const { actor, locale } = await requireActor()
  const channels = await loadChannels(actor)
  if (!channels) forbidden()
  const t = translator(locale)
  const { mail, robot, waiting, failures } = channels
  return (
    <div className="max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <h1 className="text-xl font-semibold sm:text-2xl">{t('channel.title')}</h1>
      <p className="mt-1 text-ink-2">{t('channel.hint')}</p>
      <section aria-labelledby="mail" className="mt-5 border-t border-divider py-5">
        <h2 id="mail" className="mb-3 text-lg font-semibold">
          {t('channel.mail')}
        </h2>
        <Form
          action={saveMailChannel}
          formKey={issueFormKey(actor.userId)}
          label={t('channel.mail')}
          className="space-y-3"
        >
          <input type="hidden" name="version" value={mail.version} />
          <Check name="enabled" value="1" label={t('channel.enabled')} initial={mail.enabled} />
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_120px]">
            <TextField name="host" label={t('channel.host')} initial={mail.host} maxLength={253} />
            <TextField
              name="port"
              type="number"
              inputMode="numeric"
              label={t('channel.port')}
              initial={String(mail.port)}
            />
          </div>
          <TextField name="from" label={t('channel.from')} initial={mail.from} maxLength={254} />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField name="user" label={t('channel.user')} initial={mail.user} maxLength={200} autoComplete="off" />
            <TextField
              name="password"
              type="password"
              label={t('channel.password')}
              hint={mail.hasPassword ? t('channel.kept') : undefined}
              autoComplete="new-password"
              maxLength={500}
            />
          </div>
          <Submit>{t('channel.saveMail')}</Submit>
        </Form>
        <Form
          action={testChannel}
          formKey={issueFormKey(actor.userId)}
          label={t('channel.test.EMAIL')}
          className="mt-3"
        >
          <input type="hidden" name="kind" value="EMAIL" />
          <Submit quiet>{t('channel.test.EMAIL')}</Submit>
        </Form>
      </section>
      <section aria-labelledby="robot" className="border-t border-divider py-5">
        <h2 id="robot" className="mb-3 text-lg font-semibold">
          {t('channel.robot')}
        </h2>
        <Form
          action={saveRobotChannel}
          formKey={issueFormKey(actor.userId)}
          label={t('channel.robot')}
          className="space-y-3"
        >
          <input type="hidden" name="version" value={robot.version} />
          <Check name="enabled" value="1" label={t('channel.enabled')} initial={robot.enabled} />
          <Choice
            name="dialect"
            label={t('channel.dialect')}
            initial={robot.dialect}
            options={DIALECTS.map((value) => ({ value, label: t(`channel.dialects.${value}`) }))}
          />
          <TextField
            name="url"
            type="password"
            label={t('channel.url')}
            hint={robot.hasUrl ? t('channel.keptAt', { host: robot.host }) : t('channel.urlHint')}
            autoComplete="off"
            maxLength={1_000}
          />
          <TextField
            name="key"
            type="password"
            label={t('channel.key')}
            hint={robot.hasKey ? t('channel.kept') : t('channel.keyHint')}
            autoComplete="off"
            maxLength={500}
          />
          <Submit>{t('channel.saveRobot')}</Submit>
        </Form>
        <Form
          action={testChannel}
          formKey={issueFormKey(actor.userId)}
          label={t('channel.test.ROBOT')}
          className="mt-3"
        >
          <input type="hidden" name="kind" value="ROBOT" />
          <Submit quiet>{t('channel.test.ROBOT')}</Submit>
        </Form>
      </section>
      <section aria-labelledby="failures" className="border-t border-divider py-5">
        <h2 id="failures" className="text-lg font-semibold">
          {t('channel.failures')}
        </h2>
        <p className="text-ink-2">{t('channel.waiting', { n: waiting })}</p>
        <ul>
          {failures.map((one) => (
            <li key={one.id} className="flex flex-wrap gap-x-4 border-b border-divider py-1.5 text-sm">
              <span className="text-ink-3">{instantText(new Date(one.at))}</span>
              <span>{t(`channel.kind.${one.channel}`)}</span>
              <span className="min-w-0 flex-1 wrap-anywhere">{one.error}</span>
              <span className="text-ink-3">{t(one.gaveUp ? 'channel.gaveUp' : 'channel.again')}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
