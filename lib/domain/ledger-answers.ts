import type { LedgerWords } from './ledger'
import { stageOf } from './ledger-choice'
import { fieldOf, LEDGER_FIELDS, type LedgerField } from './ledger-column'
import {
  type KnownUnit,
  type LedgerAnswers,
  type LedgerSnapshot,
  type LedgerWrite,
  MAPPING_KINDS,
  type MappingKind,
} from './ledger-snapshot'
import { nameKey } from './ledger-text'
import { STAGES, type Stage } from './project'
import { err, type Failure, gathered, ok, type Result } from './result'

type Mapping = LedgerSnapshot['mappings'][number]

/** Answer that says: there is no such unit yet, make it. */
export const NEW_UNIT = '+'

const entriesOf = (answers: LedgerAnswers) =>
  MAPPING_KINDS.flatMap((kind) => Object.entries(answers[kind] ?? {}).map(([text, target]) => ({ kind, text, target })))

const stageNamed = (target: string): Stage | null => STAGES.find((stage) => stage === target) ?? stageOf(target)
const fieldNamed = (target: string): LedgerField | null =>
  LEDGER_FIELDS.find((field) => field === target) ?? fieldOf(target)

/**
 * What is known about words of a ledger before it is read: headers and stages explained earlier or just now.
 *
 * @returns err ANSWER_UNKNOWN when an answer names no stage or no column of ours
 */
export function wordsOf(mappings: readonly Mapping[], answers: LedgerAnswers): Result<LedgerWords> {
  const columns = new Map<string, LedgerField>()
  const stages = new Map<string, Stage>()
  for (const { kind, text, targetId } of mappings) {
    const [stage, field] = [stageNamed(targetId), fieldNamed(targetId)]
    if (kind === 'STAGE' && stage) stages.set(nameKey(text), stage)
    if (kind === 'COLUMN' && field) columns.set(nameKey(text), field)
  }
  for (const { kind, text, target } of entriesOf(answers)) {
    const found = kind === 'STAGE' ? stageNamed(target) : kind === 'COLUMN' ? fieldNamed(target) : 'ORG'
    if (found === null) return err({ code: 'ANSWER_UNKNOWN', kind, text, target })
    if (kind === 'STAGE') stages.set(nameKey(text), found as Stage)
    if (kind === 'COLUMN') columns.set(nameKey(text), found as LedgerField)
  }
  return ok({ columns, stages })
}

type Named = Readonly<{ id: string; name: string }>

/** The row an answer names, by id or by name. */
function targetOf(kind: MappingKind, target: string, snapshot: LedgerSnapshot): string | null {
  const key = nameKey(target)
  const among = (rows: readonly Named[]) => {
    const found = rows.filter((row) => row.id === target || nameKey(row.name) === key)
    return found.length === 1 ? (found[0]?.id ?? null) : null
  }
  switch (kind) {
    case 'STAGE':
      return stageNamed(target)
    case 'COLUMN':
      return fieldNamed(target)
    case 'PERSON':
      return (
        snapshot.people.find((p) => p.phone !== null && nameKey(`${p.name}${p.phone}`) === key)?.id ??
        among(snapshot.people)
      )
    case 'ENTERPRISE':
      return among(snapshot.firms)
    default: {
      const fitting = kind === 'ORG' ? snapshot.units : snapshot.units.filter((unit) => unit.kind === kind)
      return (
        among(fitting) ??
        among(fitting.flatMap((unit) => [unit.shortName, ...unit.aliases].map((name) => ({ id: unit.id, name }))))
      )
    }
  }
}

export type AcceptedAnswers = Readonly<{
  mappings: readonly Mapping[]
  units: readonly KnownUnit[]
  writes: readonly LedgerWrite[]
}>

/**
 * Accepts the answers an office gives, so that it is asked once: what to remember, and the units to make.
 *
 * @returns err ANSWER_UNKNOWN when an answer names nothing, or more than one thing
 */
export function acceptAnswers(
  answers: LedgerAnswers,
  snapshot: LedgerSnapshot,
  known: readonly (Mapping & { id: string })[],
  newId: () => string,
): Result<AcceptedAnswers> {
  const [mappings, units, writes, wrong]: [Mapping[], KnownUnit[], LedgerWrite[], Failure[]] = [[], [], [], []]
  for (const { kind, text, target } of entriesOf(answers)) {
    const key = nameKey(text)
    const makes = target === NEW_UNIT && (kind === 'TASKFORCE' || kind === 'STREET' || kind === 'ORG')
    const existing = targetOf(kind, makes ? text : target, snapshot)
    if (!existing && !makes) {
      wrong.push({ code: 'ANSWER_UNKNOWN', kind, text, target })
      continue
    }
    const targetId = existing ?? newId()
    if (!existing) {
      const unit = { kind: kind === 'ORG' ? 'AGENCY' : kind, name: text.trim(), shortName: text.trim(), aliases: [] }
      units.push({ id: targetId, ...unit })
      writes.push({
        model: 'org',
        id: targetId,
        projectId: null,
        before: null,
        after: { districtId: snapshot.districtId, ...unit, version: 1 },
      })
    }
    mappings.push({ kind, text: key, targetId })
    const earlier = known.find((m) => m.kind === kind && m.text === key)
    if (earlier?.targetId === targetId) continue
    const after = { districtId: snapshot.districtId, kind, text: key, targetId }
    if (earlier)
      writes.push({
        model: 'nameMapping',
        id: earlier.id,
        projectId: null,
        before: { targetId: earlier.targetId },
        after: { targetId },
      })
    else writes.push({ model: 'nameMapping', id: newId(), projectId: null, before: null, after })
  }
  const refused = gathered(...wrong)
  if (refused) return err(refused)
  return ok({ mappings, units, writes })
}
