import { Lamp } from '@/components/level/lamp'
import { Logo } from '@/components/shell/logo'
import type { Role } from '@/lib/domain/access'
import { LEVELS } from '@/lib/domain/level-scale'
import type { Translator } from '@/lib/i18n/translator'
import { Call } from './call'
import { RoleGuide } from './role-guide'

/** What a role needs at its desk on one A5 sheet: three steps, the lights, what to do when one cannot sign in. */
export function RoleCard({
  role,
  phone,
  address,
  t,
}: {
  role: Role
  phone: string | null
  address: string | null
  t: Translator
}) {
  return (
    <article className="sheet page-a5 mx-auto w-full max-w-[490px] px-6 py-6 leading-[1.6] print:max-w-none print:p-0 [&_h3]:mt-4 [&_h3]:font-semibold">
      <p className="flex items-center gap-2 text-sm text-ink-2">
        <Logo size={20} />
        {t('shell.product')}
      </p>
      <h2 className="mt-1 font-formal text-2xl font-bold">{t(`shell.roles.${role}`)}</h2>
      <h3>{t('help.guide')}</h3>
      <RoleGuide role={role} own={false} t={t} />
      <h3>{t('help.lightsShort')}</h3>
      <ul>
        {LEVELS.toReversed().map((level) => (
          <li key={level} className="flex gap-3 py-0.5">
            <span className="w-24 flex-none">
              <Lamp level={level} t={t} /> <span className="text-ink-2">{t(`level.word.${level}`)}</span>
            </span>
            <span className="min-w-0">{t(`help.light.${level}`)}</span>
          </li>
        ))}
      </ul>
      <h3>{t('help.signInHelp')}</h3>
      {address && (
        <p>
          {t('help.address')} {address}
        </p>
      )}
      <p>{t('help.signIn.answer.forgotten')}</p>
      <div className="mt-4">
        <Call phone={phone} t={t} />
      </div>
    </article>
  )
}
