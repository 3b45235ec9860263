/** Whether the bytes begin as a workbook does, new, old or locked; what is in a file counts, not what it is called. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)
