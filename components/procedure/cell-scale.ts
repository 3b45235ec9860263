import type { Clock } from '@/lib/domain/ruler'

/** Days the cells of a screen span: one scale for all its rulers, the short one wherever it holds them all. */
export const cellScale = (rows: readonly Readonly<{ clock: Clock | null }>[]): 20 | 25 =>
  rows.every(({ clock }) => !clock || Math.max(clock.promised ?? 0, clock.statutory ?? 0, clock.used) <= 20) ? 20 : 25
