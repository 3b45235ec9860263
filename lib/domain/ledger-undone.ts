/** What taking an import back did 撤销结果. */
export type LedgerUndone = Readonly<{
  batchId: string
  /** Projects put back as they were before the batch. */
  restored: number
  /** Projects left as they are because somebody worked on them since. */
  kept: readonly Readonly<{ id: string; name: string }>[]
}>
