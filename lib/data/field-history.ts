import 'server-only'
import type { Tx } from './db'

/** Who changed something last, and when. */
export type Author = Readonly<{ who: string; at: string }>

/** Edits looked through for the one that set a field; beyond them the last import speaks. */
const LOOKED_THROUGH = 50

type Detail = Readonly<{ after?: Readonly<Record<string, unknown>> }>

/**
 * Who set each field of a row last, by its own edits or by the last import that touched it.
 *
 * Reads the audit log by (subject, at).
 *
 * @param subject id of the row, as its writes name it
 * @returns a field is absent when nobody is known
 */
export async function lastAuthors(
  tx: Tx,
  subject: string,
  fields: readonly string[],
): Promise<Readonly<Record<string, Author>>> {
  if (fields.length === 0) return {}
  const [edits, imported] = await Promise.all([
    tx.auditEntry.findMany({
      where: { subject, ok: true },
      select: { actorName: true, at: true, detail: true },
      orderBy: { at: 'desc' },
      take: LOOKED_THROUGH,
    }),
    tx.importChange.findFirst({
      where: { rowId: subject, batch: { undoneAt: null } },
      select: { batch: { select: { at: true, actorId: true } } },
      orderBy: { batch: { at: 'desc' } },
    }),
  ])
  const importer =
    imported?.batch.actorId &&
    (await tx.user.findUnique({
      where: { id: imported.batch.actorId },
      select: { person: { select: { name: true } } },
    }))
  const byImport = imported && importer && { who: importer.person.name, at: imported.batch.at.toISOString() }
  return Object.fromEntries(
    fields.flatMap((field) => {
      const edit = edits.find((e) => field in ((e.detail as Detail).after ?? {}))
      const author = edit ? { who: edit.actorName, at: edit.at.toISOString() } : byImport
      return author ? [[field, author]] : []
    }),
  )
}
