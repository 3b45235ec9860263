import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { CALLED_MIN, calledBy, readInstruction } from '@/lib/domain/instruction'
import type { PlainDate } from '@/lib/domain/plain-date'
import { decideReminder, type Receiver } from '@/lib/domain/reminder'
import { refusalOf } from '@/lib/domain/result'
import { type InstructionDraft, REMINDER_MAX } from '@/lib/schemas/reminder'
import { db } from './db'
import { inLedger } from './project-where'
import { loadReminderFacts, partaking } from './reminder-facts'
import { loadReading } from './sentence-book'
import { visibleProjects } from './visible'

/** More than these is no choice any more. */
const CHOICES_MAX = 20

const NOTHING_READ = {
  projects: [],
  project: null,
  to: null,
  outside: [],
  unheard: [],
  also: [],
  dueOn: null,
  dueFault: null,
} as const satisfies Omit<InstructionDraft, 'text' | 'refusal'>

/** The running projects of a leader, or of the head all, whose names begin with characters that stand together in a sentence. */
function projectsIn(actor: Actor, sentence: string) {
  const beginnings = new Set(
    Array.from({ length: Math.max(sentence.length - CALLED_MIN + 1, 0) }, (_, i) => sentence.slice(i, i + CALLED_MIN)),
  )
  return db.project.findMany({
    where: {
      AND: [
        visibleProjects(actor),
        inLedger,
        actor.role === 'HEAD' ? {} : { leaderId: { in: [...actor.standsInFor] } },
        {
          status: 'ACTIVE',
          OR: [...beginnings].map((begin) => ({ name: { startsWith: begin, mode: 'insensitive' } })),
        },
      ],
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: CHOICES_MAX,
  })
}

/**
 * What a leader's sentence would do: which project it is about, who would get it and by when; nothing is sent.
 *
 * A leader speaks about his own projects, the head about any; who may get it: `decideReminder`.
 *
 * @param about the project that is meant, where the sentence may mean several
 * @returns null for an empty sentence
 */
export async function draftInstruction(
  actor: Actor,
  { say: text, about }: Readonly<{ say: string; about?: string | undefined }>,
  today: PlainDate,
): Promise<InstructionDraft | null> {
  if (text === '') return null
  // What is too long to send is not read, and stands as it was typed.
  if (text.length > REMINDER_MAX) return { ...NOTHING_READ, text, refusal: { code: 'TEXT_OVER', most: REMINDER_MAX } }
  const [found, { book, ...days }] = await Promise.all([
    projectsIn(actor, text),
    loadReading(db, actor.districtId, today),
  ])
  const { projectIds, unitIds, due } = readInstruction(text, {
    ...days,
    projects: found.map(calledBy),
    units: book.units,
  })
  const projects = found.filter(({ id }) => projectIds.includes(id))
  const units = unitIds.flatMap((id) => book.units.find((unit) => unit.id === id) ?? [])
  const draft = { text, projects, dueOn: due?.on ?? null, dueFault: due?.error ?? null }
  const only = projects.length === 1 ? projects[0] : projects.find(({ id }) => id === about)
  const told = only && (await loadReminderFacts(db, actor, [only.id], 'LEVEL', today)).get(only.id)
  if (!only || !told) return { ...draft, project: null, to: null, outside: [], unheard: [], also: [], refusal: null }
  const asked = await Promise.all(units.map(({ id }) => partaking(db, told.scope, id)))
  const named = (is: (receiver: Receiver | null) => boolean) => units.filter((_, i) => is(asked[i] ?? null))
  const [first, ...also] = named((receiver) => receiver?.signsIn === true)
  const decided = decideReminder(
    first ? { ...told.facts, asked: asked.find((receiver) => receiver?.id === first.id) ?? null } : told.facts,
  )
  return {
    ...draft,
    project: only,
    to: decided.ok ? { orgId: first?.id ?? null, name: decided.value.to.name } : null,
    outside: named((receiver) => receiver === null).map(({ name }) => name),
    unheard: named((receiver) => receiver?.signsIn === false).map(({ name }) => name),
    also: also.map(({ name }) => name),
    refusal: refusalOf(decided),
  }
}
