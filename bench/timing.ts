export type Figures = Readonly<{ medianMs: number; fastestMs: number; p95Ms: number; runs: number }>

/** Rounds that warm caches up and are not counted. */
export const WARM = 5

const rounded = (ms: number): number => Math.round(ms * 100) / 100

/** Median, the fastest (what it costs when nothing else wants the machine), and what one in twenty exceeds. */
export function figuresOf(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { medianMs: at(0.5), fastestMs: at(0), p95Ms: at(0.95), runs: sorted.length }
}

/** Milliseconds something takes. */
export async function timed(act: () => unknown): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

/** Runs something again and again; the first rounds are not counted. */
export async function repeat(runs: number, act: (round: number) => unknown): Promise<Figures> {
  const times: number[] = []
  for (let round = -Math.min(WARM, runs); round < runs; round++) {
    const ms = await timed(() => act(round))
    if (round >= 0) times.push(ms)
  }
  return figuresOf(times)
}

/** Time of one run, for what cannot be repeated. */
export async function once<T>(act: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now()
  const result = await act()
  return { ms: Math.round(performance.now() - started), result }
}
