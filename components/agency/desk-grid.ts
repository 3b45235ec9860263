/** Columns of a desk: colour, what, days left, ruler, what comes next, moves. */
export const DESK_GRID =
  'lg:grid-cols-[3.25rem_minmax(0,1fr)_4.5rem_184px_6.5rem_10.75rem] lg:gap-x-3 xl:grid-cols-[3.75rem_minmax(0,1fr)_4.75rem_184px_7.5rem_11.25rem]'
