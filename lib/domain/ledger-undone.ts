/** A project an undo left as it is: somebody changed it since. Who, when and by which operation, where that is known. */
export type KeptProject = Readonly<{
  id: string
  name: string
  by: string | null
  /** An instant, ISO 8601. */
  at: string | null
  action: string | null
}>

/** What taking an import back did 撤销结果. */
export type LedgerUndone = Readonly<{
  batchId: string
  /** Projects that are as they were before the batch: put back, or removed because the batch had made them. */
  restored: number
  /** Those of them the batch had made. */
  removed: number
  /** Projects left as they are because somebody worked on them since. */
  kept: readonly KeptProject[]
}>

/** A project with who changed it, for a sentence that names several: 冷库（李管家）. */
export const keptName = ({ name, by }: Pick<KeptProject, 'name' | 'by'>): string =>
  by === null ? name : `${name}（${by}）`
