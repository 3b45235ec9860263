import { Choice, TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { saveNames } from '@/lib/actions/imports'
import { NEW_UNIT } from '@/lib/domain/ledger-answers'
import { type LedgerNames, MOST_MADE } from '@/lib/domain/ledger-names'
import { STAGES } from '@/lib/domain/project'
import type { Locale } from '@/lib/i18n/locale'
import type { Translator } from '@/lib/i18n/translator'
import type { NameChoice } from '@/lib/schemas/import'
import { CellChoices } from './cell-choices'

/** Cells are numbered after all names there can be. */
const FIRST_CELL = 5_000

type Kind = LedgerNames['made'][number]['kind']
export type Choices = Readonly<{
  units: Readonly<Record<'TASKFORCE' | 'STREET' | 'ORG', readonly NameChoice[]>>
  people: Readonly<Record<string, readonly NameChoice[]>>
  typed: Readonly<Record<'ORG' | 'ENTERPRISE' | 'PERSON', readonly string[]>>
}>

/** @param like what it is likely to be: first among what can be chosen, but chosen by a person */
function optionsOf(
  kind: Kind,
  text: string,
  choices: Choices,
  t: Translator,
  like: string | null = null,
): readonly NameChoice[] {
  if (kind === 'STAGE') return STAGES.map((stage) => ({ value: stage, label: t(`project.stage.${stage}`) }))
  if (kind === 'PERSON') return choices.people[text] ?? []
  if (kind !== 'TASKFORCE' && kind !== 'STREET' && kind !== 'ORG') return []
  const likely = new Set(like?.split('、'))
  const units = choices.units[kind].toSorted((a, b) => Number(likely.has(b.label)) - Number(likely.has(a.label)))
  return [...units, { value: NEW_UNIT, label: t('imports.names.new', { text }) }]
}

const isTyped = (kind: Kind): kind is 'ORG' | 'ENTERPRISE' | 'PERSON' =>
  kind === 'ORG' || kind === 'ENTERPRISE' || kind === 'PERSON'

/** Names the ledger gives several telephone numbers: as many people would be made. */
function twinsAmong(made: LedgerNames['made']): (readonly [name: string, n: number])[] {
  const count = new Map<string, number>()
  for (const { kind, text } of made)
    if (kind === 'PERSON') {
      const name = text.replace(/ [\d-]+$/, '')
      count.set(name, (count.get(name) ?? 0) + 1)
    }
  return [...count].filter(([, n]) => n > 1)
}

/** The names a ledger uses that nobody knows, each with whom or what it can mean. */
export function NamesForm({
  draftId,
  names,
  choices,
  formKey,
  locale,
  t,
}: {
  draftId: string
  names: LedgerNames
  choices: Choices
  formKey: string
  locale: Locale
  t: Translator
}) {
  const { asked, answered, cells } = names
  const made = names.made
    .slice(0, MOST_MADE)
    .map(({ kind, text }, i) => ({ kind, text, n: asked.length + answered.length + i }))
  const alike = (kind: Kind, text: string) => kind === 'PERSON' && (choices.people[text]?.length ?? 0) > 0
  const namesakes = made.filter(({ kind, text }) => alike(kind, text))
  const others = made.filter(({ kind, text }) => !alike(kind, text))
  const twins = twinsAmong(names.made)
  const chosen = (kind: Kind, text: string, target: string) =>
    !isTyped(kind) || optionsOf(kind, text, choices, t).some(({ value }) => value === target)
  const hidden = (n: number, kind: Kind | 'CELL', text: string) => (
    <>
      <input type="hidden" name={`kind.${n}`} value={kind} />
      <input type="hidden" name={`text.${n}`} value={text} />
    </>
  )
  const label = (kind: Kind, text: string) => t('imports.names.label', { kind: t(`ledger.kind.${kind}`), text })
  return (
    <Form action={saveNames} formKey={formKey} label={t('imports.step.names')}>
      <input type="hidden" name="draftId" value={draftId} />
      {cells.length > 0 && <CellChoices cells={cells} from={FIRST_CELL} hidden={hidden} locale={locale} t={t} />}
      {asked.length > 0 && (
        <ul className="border-t border-control">
          {asked.map(({ kind, text, rows, like }, n) => (
            <li key={`${kind}${text}`} className="border-b border-divider py-2.5">
              {hidden(n, kind, text)}
              <Choice
                name={`target.${n}`}
                label={label(kind, text)}
                hint={[
                  t('imports.names.rows', { n: rows }),
                  ...(like === null ? [] : [t('imports.names.like', { name: like })]),
                ].join(locale === 'en' ? '; ' : '，')}
                empty={t(kind === 'PERSON' || kind === 'ORG' ? 'imports.names.leaveCell' : 'imports.names.leave')}
                options={optionsOf(kind, text, choices, t, like)}
                className="max-w-[480px]"
              />
            </li>
          ))}
        </ul>
      )}
      {answered.length > 0 && (
        <section className="mt-6">
          <h2>{t('imports.names.answered')}</h2>
          <ul className="mt-2 border-t border-control">
            {answered.map(({ kind, text, target }, i) => {
              const n = asked.length + i
              return (
                <li key={`${kind}${text}`} className="border-b border-divider py-2.5">
                  {hidden(n, kind, text)}
                  {chosen(kind, text, target) ? (
                    <Choice
                      name={`target.${n}`}
                      label={label(kind, text)}
                      initial={target}
                      empty={t('imports.names.choose')}
                      options={optionsOf(kind, text, choices, t)}
                      className="max-w-[480px]"
                    />
                  ) : (
                    <TextField
                      name={`target.${n}`}
                      label={label(kind, text)}
                      initial={target}
                      className="max-w-[480px]"
                    />
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {namesakes.length + twins.length > 0 && (
        <section className="mt-6">
          <h2>{t('imports.names.namesakes')}</h2>
          {namesakes.length > 0 && <p className="mt-1 text-ink-2">{t('imports.names.namesakesHint')}</p>}
          {twins.map(([name, n]) => (
            <p key={name} className="mt-1 text-ink-2">
              {t('imports.names.twins', { name, n })}
            </p>
          ))}
          {namesakes.length > 0 && (
            <ul className="mt-2 border-t border-control">
              {namesakes.map(({ kind, text, n }) => (
                <li key={`${kind}${text}`} className="border-b border-divider py-2.5">
                  {hidden(n, kind, text)}
                  <Choice
                    name={`target.${n}`}
                    label={label(kind, text)}
                    empty={t('imports.names.another')}
                    options={optionsOf(kind, text, choices, t)}
                    className="max-w-[480px]"
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {others.length > 0 && (
        <details className="mt-6" open={asked.length === 0}>
          <summary className="text-lg font-semibold">
            {t('imports.names.made')}{' '}
            <span className="font-normal text-ink-3">{names.made.length - namesakes.length}</span>
          </summary>
          <p className="mt-1 text-ink-2">{t('imports.names.madeHint')}</p>
          <ul className="mt-2 grid gap-x-6 border-t border-control sm:grid-cols-2">
            {others.map(({ kind, text, n }) => (
              <li key={`${kind}${text}`} className="border-b border-divider py-2">
                {hidden(n, kind, text)}
                <TextField
                  name={`target.${n}`}
                  label={label(kind, text)}
                  placeholder={t('imports.names.as')}
                  list={isTyped(kind) ? `known-${kind}` : undefined}
                  maxLength={200}
                />
              </li>
            ))}
          </ul>
          {names.made.length > made.length && (
            <p className="mt-2 text-sm text-ink-3">{t('imports.names.more', { n: names.made.length - made.length })}</p>
          )}
          {(['ORG', 'ENTERPRISE', 'PERSON'] as const).map((kind) => (
            <datalist key={kind} id={`known-${kind}`}>
              {choices.typed[kind].map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          ))}
        </details>
      )}
      <div className="sticky bottom-0 mt-3 max-sm:bottom-[57px] border-t border-control bg-card py-3">
        <Submit>{t('imports.names.next')}</Submit>
      </div>
    </Form>
  )
}
