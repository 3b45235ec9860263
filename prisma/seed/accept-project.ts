import { fromDb } from '@/lib/data/date'
import { evaluateProjectProvisionally } from '@/lib/domain/project-level'
import { DEFAULT_PARAMETERS } from '@/lib/domain/rule-parameters'
import { buildProject, type ProjectModel } from './build-project'
import type { Ties, Workshop } from './draft'
import { factsOfProject } from './known-facts'
import { type LevelHistory, levelHistoryOf } from './level-history'
import type { Cause, ProjectSpec } from './project-specs'
import type { ProjectText } from './project-texts'

const ATTEMPTS = 80

/** A project together with what the rules say of it. */
export type Judged = Readonly<{ model: ProjectModel; history: LevelHistory }>

const known = (model: ProjectModel, shop: Workshop) =>
  factsOfProject(model, shop.agencyNames, shop.catalogue, shop.calendar)

/** The history of colours the rules write for a project. */
export function judge(model: ProjectModel, shop: Workshop): LevelHistory {
  const entered = fromDb(model.project.enteredOn as Date)
  return levelHistoryOf(model, shop.today, entered, shop.calendar, known(model, shop), shop.newId)
}

function tryCause(spec: ProjectSpec, cause: Cause, text: ProjectText, ties: Ties, shop: Workshop): Judged | null {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const model = buildProject(spec, cause, text, ties, shop, attempt)
    // Most attempts fail on today's colour alone; only the others are worth a history.
    const facts = known(model, shop)(shop.today, {})
    const { level } = evaluateProjectProvisionally(facts, shop.today, shop.calendar, DEFAULT_PARAMETERS)
    if (level !== spec.level) continue
    const history = judge(model, shop)
    if (history.levels.get(model.project.id) === spec.level) return { model, history }
  }
  return null
}

/**
 * Imagines a project until the rules give it the colour it is meant to show; nobody paints one.
 *
 * @throws when no attempt of any cause gives the colour: the specification asks for what cannot be
 */
export function acceptProject(spec: ProjectSpec, text: ProjectText, ties: Ties, shop: Workshop): Judged {
  for (const cause of spec.causes) {
    const judged = tryCause(spec, cause, text, ties, shop)
    if (judged) return judged
  }
  const causes = spec.causes.map((c) => c.kind).join(', ')
  throw new Error(`project ${ties.number}: no ${spec.level} ${spec.stage} ${text.template} because of ${causes}`)
}
