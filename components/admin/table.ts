/** Classes the tables of the administrators share. */
export const th =
  'border-b border-control bg-thead px-2.5 py-1.5 text-left text-sm font-normal whitespace-nowrap text-ink-2'
export const td = 'min-h-11 border-b border-divider px-2.5 py-2'
