import { Check } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { queryOf } from '@/components/ui/query'
import { mergeEnterprises } from '@/lib/actions/enterprises'
import type { EnterpriseFacts } from '@/lib/domain/enterprise'
import { CHOSEN_FIELDS, type ChosenField, mergedFacts, type Side } from '@/lib/domain/enterprise-merge'
import { creditText, enterpriseFactText, rowsText } from '@/lib/i18n/enterprise-text'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ChosenSides, EnterpriseSide, MergePreview, MergeQuery } from '@/lib/schemas/enterprise'
import { FactList } from './enterprise-facts'

type Props = Readonly<{ preview: MergePreview; query: MergeQuery; chosen: ChosenSides; locale: Locale }>

const SHOWN = [...CHOSEN_FIELDS, 'aboveScale', 'highTech', 'specialised'] as const
const th = 'border-b border-control bg-thead px-2.5 py-1 text-left text-sm font-normal text-ink-2'
const td = 'border-b border-divider px-2.5 py-2 align-top'
/** Lists that show the rows of one enterprise; of the others its own page does. */
const LISTS: Readonly<Record<string, (id: string) => `/${string}`>> = {
  Project: (id) => `/search?enterprise=${id}`,
  Issue: (id) => `/issues?state=all&enterprise=${id}`,
  JobNeed: (id) => `/services/jobs?state=all&enterprise=${id}`,
  OutboundCase: (id) => `/services/outbound?enterprise=${id}`,
  GiftPack: (id) => `/services/packs?stand=all&enterprise=${id}`,
}

const href = ({ a, b, keep, credit }: MergeQuery, chosen: ChosenSides, change: Record<string, string>) =>
  `/enterprises/merge${queryOf({ a, b, keep, credit, ...chosen }, { keep: 'a', step: '1', credit: 'stays' }, change)}`

const factText = (field: string, facts: EnterpriseFacts, side: EnterpriseSide, t: Translator): string =>
  field === 'streetId' ? (side.street ?? '') : enterpriseFactText(field, facts[field as ChosenField], t)

/** Whether both have a credit code, and not the same. */
const codesDiffer = ({ stays, goes }: MergePreview): boolean =>
  stays.facts.creditCode !== '' && goes.facts.creditCode !== '' && stays.facts.creditCode !== goes.facts.creditCode

/** What else is to be known before it happens. */
function Warnings({ preview, t }: { preview: MergePreview; t: Translator }) {
  const { stays, goes, openNeeds, accounts, reason } = preview
  const said = [
    codesDiffer(preview) ? t('enterprise.merge.codes') : reason === null && t('enterprise.merge.doubt'),
    openNeeds.stays > 0 && openNeeds.goes > 0
      ? t('enterprise.merge.needsBoth', openNeeds)
      : openNeeds.goes > 0 && t('enterprise.merge.needsMove', { name: goes.name, n: openNeeds.goes }),
    accounts > 0 && t('enterprise.merge.accounts', { name: goes.name, n: accounts, into: stays.name }),
  ].filter((text) => typeof text === 'string')
  return said.map((text) => (
    <p key={text} className="my-3 border-l-[3px] border-[var(--yellow-border)] bg-zebra px-3 py-2">
      {text}
    </p>
  ))
}

/** What moves, kind by kind; each opens its rows. */
function Moves({ preview, locale }: Pick<Props, 'preview' | 'locale'>) {
  const t = translator(locale)
  const { goes, moves } = preview
  if (moves.length === 0) return <p className="text-ink-2">{t('enterprise.merge.nothing')}</p>
  return (
    <table className="w-full max-w-xl border-separate border-spacing-0">
      <thead>
        <tr>
          {(['kind', 'n', 'twice'] as const).map((name) => (
            <th key={name} scope="col" className={th}>
              {t(`enterprise.merge.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moves.map(({ table, n, twice }) => {
          const kind = rowsText(table, locale)
          return (
            <tr key={table}>
              <th scope="row" className={`${td} text-left font-normal`}>
                {kind}
              </th>
              <td className={td}>
                <Link
                  href={LISTS[table]?.(goes.id) ?? `/enterprises/${goes.id}`}
                  aria-label={t('enterprise.merge.open', { name: goes.name, kind, n })}
                  className="inline-flex min-w-6 items-center text-link max-sm:min-h-11"
                >
                  {n}
                </Link>
              </td>
              <td className={td}>{twice > 0 ? twice : ''}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** First step: which of the two stays, and what holds where they disagree. Its own address, so that nothing is lost. */
export function MergeChoice({ preview, query, chosen, locale }: Props) {
  const t = translator(locale)
  const { stays, goes, disputed } = preview
  const pick = (name: string, label: string, checked: Side) => (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="sr-only">{`${label}${t('shell.comma')}${t('enterprise.merge.holds')}`}</legend>
      {(['stays', 'goes'] as const).map((side) => (
        <label key={side} className="flex min-h-8 items-center gap-1.5 max-sm:min-h-11">
          <input type="radio" name={name} value={side} defaultChecked={checked === side} className="size-4" />
          {t(side === 'stays' ? 'enterprise.merge.ofStays' : 'enterprise.merge.ofGoes')}
        </label>
      ))}
    </fieldset>
  )
  const swapped = { a: query.a ?? '', b: query.b ?? '', ...(query.keep === 'a' && { keep: 'b' }) }
  return (
    <>
      <p className="pt-1 pb-3 text-ink-2">{t('enterprise.merge.step1')}</p>
      <Warnings preview={preview} t={t} />
      <form action="/enterprises/merge">
        <input type="hidden" name="a" value={query.a} />
        <input type="hidden" name="b" value={query.b} />
        <input type="hidden" name="keep" value={query.keep} />
        <input type="hidden" name="step" value="2" />
        <section tabIndex={0} aria-label={t('enterprise.merge.step1')} className="relative overflow-x-auto">
          <table className="w-full min-w-[44rem] border-separate border-spacing-0">
            <thead>
              <tr>
                <th scope="col" className={th}>
                  {t('enterprise.merge.field')}
                </th>
                <th scope="col" className={th}>
                  {t('enterprise.merge.stays')}
                </th>
                <th scope="col" className={th}>
                  {t('enterprise.merge.goes')}
                </th>
                <th scope="col" className={th}>
                  {t('enterprise.merge.holds')}
                </th>
              </tr>
            </thead>
            <tbody>
              {SHOWN.filter((field) => stays.facts[field] || goes.facts[field]).map((field) => {
                const label = t(`enterprise.field.${field}`)
                const open = disputed.find((name) => name === field)
                return (
                  <tr key={field}>
                    <th scope="row" className={`${td} text-left font-normal text-ink-2`}>
                      {label}
                    </th>
                    <td className={td}>{factText(field, stays.facts, stays, t)}</td>
                    <td className={td}>{factText(field, goes.facts, goes, t)}</td>
                    <td className={td}>
                      {open ? (
                        pick(field, label, chosen[open] ?? 'stays')
                      ) : (
                        <span className="text-ink-3">{t('enterprise.merge.sameOr')}</span>
                      )}
                    </td>
                  </tr>
                )
              })}
              {preview.creditTwice && (
                <tr>
                  <th scope="row" className={`${td} text-left font-normal text-ink-2`}>
                    {t('enterprise.merge.creditRow')}
                  </th>
                  {[stays, goes].map(({ id, credit }) => (
                    <td key={id} className={td}>
                      {credit ? creditText(credit, locale) : t('enterprise.merge.creditHidden')}
                    </td>
                  ))}
                  <td className={td}>{pick('credit', t('enterprise.merge.creditRow'), query.credit)}</td>
                </tr>
              )}
            </tbody>
          </table>
        </section>
        <h2 className="pt-5 pb-1 text-lg font-semibold">{t('enterprise.merge.moves')}</h2>
        <Moves preview={preview} locale={locale} />
        <p className="no-print flex flex-wrap gap-3 pt-5">
          <button type="submit" className="btn btn-primary">
            {t('enterprise.merge.next')}
          </button>
          <Link href={`/enterprises/merge?${new URLSearchParams(swapped)}`} className="btn">
            {t('enterprise.merge.swap', { name: goes.name })}
          </Link>
        </p>
      </form>
    </>
  )
}

/** Second step: what will be, that nothing undoes it, and the one press that does it. */
export function MergeCheck({ preview, query, chosen, locale, formKey }: Props & { formKey: string }) {
  const t = translator(locale)
  const { stays, goes, disputed } = preview
  const facts = mergedFacts(stays.facts, goes.facts, chosen)
  const street = facts.streetId === stays.facts.streetId ? stays : goes
  return (
    <>
      <p className="pt-1 pb-3 text-ink-2">{t('enterprise.merge.step2')}</p>
      <Warnings preview={preview} t={t} />
      <p className="my-3 border-l-[3px] border-ink bg-zebra px-3 py-2 font-semibold">
        {t('enterprise.merge.final', { name: goes.name })}
      </p>
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <section>
          <h2 className="pb-1 text-lg font-semibold">{t('enterprise.merge.after')}</h2>
          <FactList
            facts={SHOWN.map((field) => [t(`enterprise.field.${field}`), factText(field, facts, street, t)] as const)}
          />
          {preview.creditTwice && <p className="pt-2 text-ink-2">{t('enterprise.merge.creditKept')}</p>}
        </section>
        <section>
          <h2 className="pb-1 text-lg font-semibold">{t('enterprise.merge.moves')}</h2>
          <Moves preview={preview} locale={locale} />
        </section>
      </div>
      <Form action={mergeEnterprises} formKey={formKey} label={t('enterprise.merge.title')} className="no-print pt-5">
        <input type="hidden" name="staysId" value={stays.id} />
        <input type="hidden" name="goesId" value={goes.id} />
        <input type="hidden" name="staysVersion" value={stays.version} />
        <input type="hidden" name="goesVersion" value={goes.version} />
        <input type="hidden" name="credit" value={query.credit} />
        {disputed.map((field) => (
          <input key={field} type="hidden" name={`chosen.${field}`} value={chosen[field] ?? 'stays'} />
        ))}
        <Check name="sure" value="1" label={t('enterprise.merge.sure')} />
        {codesDiffer(preview) && <Check name="codes" value="1" label={t('enterprise.merge.codesSure')} />}
        <div className="flex flex-wrap gap-3 pt-3">
          <Submit>{t('enterprise.merge.do')}</Submit>
          <Link href={href(query, chosen, {})} className="btn">
            {t('enterprise.merge.previous')}
          </Link>
        </div>
      </Form>
    </>
  )
}
