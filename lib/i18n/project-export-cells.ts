import type { ExportCell, ProjectExportKey } from '@/lib/domain/ledger-export'
import { LEVEL_FILL, numbered, requestWithUnit } from '@/lib/domain/ledger-export'
import { wanOf } from '@/lib/domain/ledger-money'
import { LEVELS, type Level } from '@/lib/domain/level-scale'
import { basisPoints } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { PROGRESS_STAGES } from '@/lib/domain/project'
import { plannedShare } from '@/lib/domain/project-dimension'
import type { Named, ProjectExportRow, RunningProcedure } from '@/lib/schemas/ledger-export'
import { listed } from './joined'
import { leadOwner, reasonLine } from './reason-line'
import { ownerText } from './reason-text'
import { rulerText } from './ruler-text'
import { translator } from './translator'
import { rawText } from './waived-text'

/** A ledger is a Chinese paper whoever takes it: its words are what an import reads. */
export const LEDGER_LOCALE = 'zh-CN'
const t = translator(LEDGER_LOCALE)

const wan = (fen: bigint | null): number | null => (fen === null ? null : wanOf(fen))
/** Hundredths of a percent to one place, as every screen shows them. */
const percent = (hundredths: number): number => Number((hundredths / 100).toFixed(1))

/** A colour as a cell: its word on its fill, and what speaks for it where that has no cell of its own. */
export const levelCell = (level: Level, why: string | null = null): ExportCell => ({
  value: listed([t(`level.short.${level}`), why], t),
  fill: LEVEL_FILL[level],
})

/** What speaks for a colour, and what a waiver leaves out of it. */
const whyText = ({ level, reasons, waived, lead }: ProjectExportRow): string =>
  listed([reasonLine(level, reasons[0], lead, LEDGER_LOCALE), rawText(level, waived, LEDGER_LOCALE)], t)

/** Name and number in one cell, as ledgers have them. */
export const namedText = (who: Named | null): string | null =>
  who && (who.phone ? `${who.name} ${who.phone}` : who.name)

function spanText(from: string | null, to: string | null): string | null {
  const [start, end] = [from?.replace('-', '.'), to?.replace('-', '.')]
  if (start && end) return `${start}–${end}`
  return start ?? (end ? `至${end}` : null)
}

/** `↓黄→红`: how the colour moved since last week; `→持平` where it did not, a dash where there is no week to compare. */
function changeText(row: ProjectExportRow): string {
  const was = row.lastWeekLevel
  if (was === null) return '—'
  if (was === row.level) return t('export.same')
  const worse = LEVELS.indexOf(row.level) > LEVELS.indexOf(was)
  return `${worse ? '↓' : '↑'}${t(`level.short.${was}`)}→${t(`level.short.${row.level}`)}`
}

function runningText({ nameZh, state, remaining }: RunningProcedure): string {
  const paused = state === 'SUPPLEMENT' || state === 'SPECIAL'
  const left =
    paused || remaining === null
      ? t(`procedure.state.${state}`)
      : remaining < 0
        ? t('export.over', { n: -remaining })
        : t('export.left', { n: remaining })
  return `${nameZh}（${left}）`
}

function proceduresText({ procedures: { done, due, running } }: ProjectExportRow): string | null {
  if (due === 0) return null
  const line = t('export.proceduresLine', { done, due })
  return running.length === 0 ? line : `${line}；${t('export.running', { items: running.map(runningText).join('、') })}`
}

const shareOf = (row: ProjectExportRow) =>
  row.plannedFen === null ? null : basisPoints(row.doneFen ?? 0n, row.plannedFen)

function deviationOf(row: ProjectExportRow, today: PlainDate): number | null {
  const share = shareOf(row)
  return share === null || !PROGRESS_STAGES.includes(row.stage)
    ? null
    : percent(share - plannedShare(today, row.planFrom))
}

function requestsText(row: ProjectExportRow): string | null {
  return numbered(row.issues.map(({ request, unit }) => (request === null ? null : requestWithUnit(request, unit))))
}

/**
 * One cell of an exported ledger.
 *
 * @param index position of the row, from 0
 */
export function projectCell(key: ProjectExportKey, row: ProjectExportRow, index: number, today: PlainDate): ExportCell {
  const reason = row.reasons[0]
  switch (key) {
    case 'row':
      return index + 1
    case 'number':
    case 'name':
    case 'code':
    case 'taskforce':
    case 'street':
    case 'enterprise':
    case 'content':
    case 'leader':
    case 'leadUnit':
    case 'note':
      return row[key]
    case 'nature':
      return row.nature && t(`project.nature.${row.nature}`)
    case 'span':
      return spanText(row.buildFrom, row.buildTo)
    case 'total':
      return wan(row.totalFen)
    case 'planned':
      return wan(row.plannedFen)
    case 'week':
      return wan(row.weekFen)
    case 'done':
      return wan(row.doneFen)
    case 'share': {
      const share = shareOf(row)
      return share === null ? null : percent(share)
    }
    case 'deviation':
      return deviationOf(row, today)
    case 'stage':
      return t(`project.stage.${row.stage}`)
    case 'milestone': {
      const next = row.milestone
      const day = next && (next.monthOnly ? next.plannedOn.slice(0, 7) : next.plannedOn)
      return next && `${day} ${t(`project.milestone.${next.kind}`)}`
    }
    case 'progress':
      return row.progressText
    case 'next':
      return row.nextPlanText
    case 'procedures':
      return proceduresText(row)
    case 'problem':
      return numbered(row.issues.map(({ text }) => text))
    case 'request':
      return requestsText(row)
    case 'steward':
      return namedText(row.steward)
    case 'contact':
      return namedText(row.contact)
    case 'level':
      return levelCell(row.level)
    case 'levelWithReason':
      return levelCell(row.level, whyText(row))
    case 'change':
      return changeText(row)
    case 'reason':
      return whyText(row)
    case 'owner':
      return reason ? ownerText(reason.owner, LEDGER_LOCALE) : leadOwner(row.lead, LEDGER_LOCALE)
    case 'ruler':
      return rulerText(row.ruler, today, t)
    case 'verified':
      return row.lastVerifiedOn
  }
}
