import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { isWithinCard } from '@/lib/domain/project-card'
import { ok } from '@/lib/domain/result'
import { seesCardOnly } from '@/lib/domain/sight'
import { DENSITIES, type Density } from '@/lib/schemas/project'
import { DEFAULT_PROJECT_COLUMNS, type ProjectColumn, readColumns } from '@/lib/schemas/project-column'
import type { TableSettingInput } from '@/lib/schemas/view'
import { db } from './db'
import { write } from './write'

const LIST = 'projects'

/** How an actor wants the ledger 列与密度: the columns he chose, in his order, or the usual ones. */
export async function ledgerSetting(
  actor: Actor,
): Promise<{ columns: readonly ProjectColumn[]; density: Density; chosen: boolean }> {
  const kept = await db.tableSetting.findUnique({ where: { userId_list: { userId: actor.userId, list: LIST } } })
  const columns = kept && readColumns(kept.columns)
  return {
    columns: columns ?? DEFAULT_PROJECT_COLUMNS,
    density: DENSITIES.find((d) => d === kept?.density) ?? 'compact',
    chosen: Boolean(columns),
  }
}

/** The columns of the ledger a reader sees: those the address names, else those he chose, as far as he may see them. */
export async function ledgerColumns(
  actor: Actor,
  named: readonly ProjectColumn[] | undefined,
): Promise<readonly ProjectColumn[]> {
  const columns = named ?? (await ledgerSetting(actor)).columns
  return seesCardOnly(actor.role) ? columns.filter(isWithinCard) : columns
}

/** Remembers columns or density for the actor alone. */
export const saveLedgerSetting = write('user.preference', async (tx, actor, input: TableSettingInput) => {
  const { columns, density, query } = input
  const key = { userId: actor.userId, list: LIST }
  await tx.tableSetting.upsert({
    where: { userId_list: key },
    create: { ...key, columns: columns ?? [], ...(density && { density }) },
    update: { columns, density },
  })
  return ok({ value: { query }, subject: actor.userId, detail: { list: LIST, columns, density } })
})
