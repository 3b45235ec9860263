// What keeps somebody out of the page that is open, as axe finds it.
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './journey'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * The rules whose answer lies in colours. No other can answer differently in the light and in the dark: a theme gives values
 * to colours alone (components/ui/theme-colours.test.ts holds it to that), so what is there, in sight and how large is the
 * same.
 */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

export type Theme = 'light' | 'dark'

/** What a page does wrong, a sentence a rule; with `rules`, by those alone. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // A page opened by a link is there some frames before its title, as Next sends both: only then it is whole.
  await expect(page).toHaveTitle(/\S/)
  // Once a page: reading half a megabyte of rules takes as long as applying some.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (runOnly) => {
      const { axe: here } = window as unknown as { axe: typeof axe }
      // Of what is well done nothing is listed: naming every such element takes longer than finding those that are not.
      const { violations: found } = await here.run(document, { runOnly, resultTypes: ['violations'] })
      return found.map(
        (v) =>
          `${v.id}: ${v.nodes
            .map((n) => `${n.target.join(' ')} ${n.failureSummary?.split('\n')[1] ?? ''}`)
            .slice(0, 4)
            .join(' | ')}`,
      )
    },
    rules ? { type: 'rule' as const, values: [...rules] } : { type: 'tag' as const, values: RULES },
  )
}

/** Puts a theme on, and the end of every fading into its colours. */
export const wear = (page: Page, theme: Theme): Promise<void> =>
  page.evaluate((name) => {
    document.documentElement.setAttribute('data-theme', name)
    for (const fading of document.getAnimations()) if (fading instanceof CSSTransition) fading.finish()
  }, theme)

/** Every rule in the light, and in the dark those that look at colours. */
export async function inBothThemes(page: Page, where: string): Promise<void> {
  await wear(page, 'light')
  expect.soft(await violations(page), `${where} light`).toEqual([])
  await wear(page, 'dark')
  expect.soft(await violations(page, OF_COLOUR), `${where} dark`).toEqual([])
}
