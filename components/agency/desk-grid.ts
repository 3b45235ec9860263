/** Columns of a desk: colour, what, days left, ruler, what comes next, moves. */
export const DESK_GRID =
  'lg:grid-cols-[52px_minmax(0,1fr)_72px_184px_104px_172px] lg:gap-x-3 xl:grid-cols-[60px_minmax(0,1fr)_76px_184px_120px_180px]'
