import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { EnterpriseDetail } from '@/lib/schemas/enterprise'
import { Standings } from './enterprise-table'

/** Facts side by side with what they are called; what there is nothing of is left out. */
export function FactList({ facts }: { facts: readonly (readonly [label: string, value: React.ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 lang-en:grid-cols-[128px_minmax(0,1fr)]">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="col-span-2 grid grid-cols-subgrid border-b border-divider py-1.5">
              <dt className="text-ink-2">{label}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** What an enterprise is, and whom to call. */
export function EnterpriseFactList({
  enterprise,
  today,
  t,
}: {
  enterprise: EnterpriseDetail
  today: PlainDate
  t: Translator
}) {
  const { size, industry, street, foundedOn, employees, contacts } = enterprise
  return (
    <>
      <FactList
        facts={[
          [t('enterprise.column.creditCode'), enterprise.creditCode],
          [t('enterprise.detail.aliases'), enterprise.aliases.join(t('shell.comma'))],
          [t('enterprise.column.size'), size && t(`enterprise.size.${size}`)],
          [t('enterprise.column.industry'), industry && t(`enterprise.industry.${industry}`)],
          [t('enterprise.column.street'), street?.name],
          [t('enterprise.detail.address'), enterprise.address],
          [t('enterprise.column.founded'), foundedOn && dayIn(foundedOn, today)],
          [t('enterprise.detail.employees'), employees !== null && t('enterprise.detail.people', { n: employees })],
          [t('enterprise.column.standings'), enterprise.standings.length > 0 && <Standings row={enterprise} t={t} />],
          [t('enterprise.column.state'), t(`enterprise.state.${enterprise.state}`)],
        ]}
      />
      <h3 className="mt-4 mb-1 font-semibold">{t('enterprise.detail.contacts')}</h3>
      {contacts.length === 0 && <p className="text-ink-2">{t('enterprise.detail.noContacts')}</p>}
      <ul>
        {contacts.map(({ id, name, title, phone }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-divider py-1.5">
            <b>{name}</b>
            {title && <span className="text-ink-2">{title}</span>}
            {phone &&
              (phone.includes('*') ? (
                <span className="text-ink-3">{phone}</span>
              ) : (
                <a
                  href={`tel:${phone}`}
                  aria-label={t('enterprise.detail.call', { name, phone })}
                  className="inline-flex items-center text-link max-sm:min-h-11"
                >
                  {phone}
                </a>
              ))}
          </li>
        ))}
      </ul>
      {enterprise.merged.map(({ name, on }) => (
        <p key={name} className="pt-2 text-sm text-ink-2">
          {t('enterprise.detail.merged', { on, name })}
        </p>
      ))}
      {enterprise.mayMerge && enterprise.twins.length > 0 && (
        <div className="no-print mt-4 border-l-[3px] border-[var(--yellow-border)] bg-card px-3 py-2">
          <p>{t('enterprise.detail.twins')}</p>
          <ul>
            {enterprise.twins.map((twin) => (
              <li key={twin.id} className="pt-1">
                <Link href={`/enterprises/merge?a=${enterprise.id}&b=${twin.id}`} className="text-link">
                  {twin.name}
                </Link>
                <span className="ml-2 text-sm text-ink-2">{t(`enterprise.reason.${twin.reason}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
