import type { Page } from '@playwright/test'

/** What one visit showed: milliseconds, a share of the window for CLS, thousands of bytes. */
export type Seen = Readonly<Record<'ttfb' | 'lcp' | 'cls' | 'tbt' | 'inp' | 'kB', number>>

type Watched = { lcp: number; cls: number; tbt: number; inp: number; last: number }
declare global {
  interface Window {
    watched: Watched
  }
}

/** Runs in the page before anything else: listens to what the browser itself says of speed. */
export function observe(): void {
  const watched: Watched = { lcp: 0, cls: 0, tbt: 0, inp: 0, last: 0 }
  window.watched = watched
  const on = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry)
      watched.last = performance.now()
    }).observe({ type, buffered: true, ...more } as PerformanceObserverInit)
  on('largest-contentful-paint', (entry) => {
    watched.lcp = Math.round(entry.startTime)
  })
  on('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!shift.hadRecentInput) watched.cls += shift.value
  })
  on('longtask', (entry) => {
    watched.tbt += Math.max(0, Math.round(entry.duration) - 50)
  })
  on(
    'event',
    (entry) => {
      const event = entry as PerformanceEntry & { interactionId?: number }
      if (event.interactionId) watched.inp = Math.max(watched.inp, Math.round(entry.duration))
    },
    { durationThreshold: 16 },
  )
}

/** What was seen up to now, once the page has been quiet for a second. */
export async function seenOn(page: Page): Promise<Seen> {
  await page.waitForFunction(() => performance.now() - Math.max(window.watched.last, 500) > 1000, undefined, {
    polling: 200,
  })
  return page.evaluate(() => {
    const { lcp, cls, tbt, inp } = window.watched
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const ttfb = Math.round((navigation?.responseStart ?? 0) - (navigation?.requestStart ?? 0))
    return { ttfb, lcp, cls, tbt, inp, kB: 0 }
  })
}
