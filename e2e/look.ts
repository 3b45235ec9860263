// What is wrong with the page somebody looks at, as far as a script can tell. Each function runs inside the page and
// returns what it objects to; nothing means all is well.
import fs from 'node:fs'
import type { Page } from '@playwright/test'
import type { Locale } from '@/lib/i18n/locale'

/** Latin words a Chinese page may show: product and file names, keys, legal references. */
const LATIN =
  /^(Excel|WPS|CSV|xlsx|UTF|GB|Ctrl|Home|End|Esc|Enter|KB|MB|English|Windows|Chrome|Edge|Chromium|Linux|Mac|Safari|Android|iPhone|PDF|JPG|JPEG|PNG|Word|docx|yczx|OFD|JSON|AGG)$/i

/** Units that bear the name of a role, and the product’s own. */
const UNITS = /^(领导小组办公室|营商环境办|项目管家)$/

/** Names that other journeys give to what they make, and the number of a page that could not be shown. */
// The last is 统一社会信用代码, digits and capitals of no language.
const TYPED = /qian\.xinlai|林同[0-9a-f]+|\b[0-9A-F]{8}\b|\b9[0-9A-Z]{17}\b/g

/** Every sentence of a tree by its dotted key. */
function leaves(tree: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = prefix ? `${prefix}.${name}` : name
    return typeof value === 'string' ? [[key, value] as [string, string]] : leaves(value as object, key)
  })
}

const sentences = (locale: Locale) =>
  new Map(
    fs
      .readdirSync(`messages/${locale}`)
      .flatMap((file) => leaves(JSON.parse(fs.readFileSync(`messages/${locale}/${file}`, 'utf8')) as object, file)),
  )

const hanOutside = (text: string) => text.replace(/\{[^{}]*\}/g, '').match(/\p{Script=Han}/gu)?.length ?? 0

/** Chinese sentences of the product that have an English twin: those that stay as they are, and those with gaps in them. */
const chineseSentences = (): { whole: ReadonlySet<string>; withGaps: readonly RegExp[] } => {
  const english = sentences('en')
  const texts = [...sentences('zh-CN')]
    .filter(
      ([key, text]) =>
        english.get(key) !== text && hanOutside(text) >= (text.includes('{') ? 3 : 2) && !/\{\w+, /.test(text),
    )
    .map(([, text]) => text)
  const hasGap = (text: string) => /\{\w+\}/.test(text)
  const pattern = (text: string) => {
    const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${parts.join('.+?')}$`, 'u')
  }
  return {
    whole: new Set(texts.filter((text) => !hasGap(text))),
    withGaps: texts.filter(hasGap).map(pattern),
  }
}
const CHINESE = chineseSentences()
/** Answers given: the same names stand on page after page. */
const asked = new Map<string, boolean>()

/** Whether a text is a Chinese sentence of the product that has an English twin. */
function isChineseSentence(text: string): boolean {
  const answer = asked.get(text) ?? (CHINESE.whole.has(text) || CHINESE.withGaps.some((gaps) => gaps.test(text)))
  asked.set(text, answer)
  return answer
}

/** Chinese texts of the catalogue that have an English twin: papers, conditions, results. */
const CATALOGUE = new Set(
  Object.keys(JSON.parse(fs.readFileSync('messages/catalogue-in-english.json', 'utf8')) as Record<string, string>),
)
/** A text without what stands around it: a blank of its column, a colon, a mark. */
const bare = (text: string) => text.replace(/^[\s　：:]+|[\s　；;，,。]+$/gu, '')

/** Texts of a page that are marked as the other language: names and laws stay as they are, the catalogue's own do not. */
const marked = (page: Page, locale: Locale) =>
  page.evaluate(
    (own) =>
      [...document.body.querySelectorAll(`[lang]:not([lang="${own}"])`)].flatMap((element) =>
        element.children.length === 0 && element.textContent ? [element.textContent] : [],
      ),
    locale,
  )

/** What is said on a page: texts in sight of a reader, names for those who cannot see, and the title. */
const said = (page: Page, locale: Locale) =>
  page.evaluate((own) => {
    const texts: string[] = [document.title.replace(/ · (?:项目管家|Project Steward)$/, '')]
    const inOther = (element: Element | null) =>
      element?.closest(`[lang]:not([lang="${own}"]), script, style, noscript, code, [data-verbatim]`) != null
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent?.trim() && !inOther(node.parentElement)) texts.push(node.textContent.trim())
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      if (!inOther(element))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
          const text = element.getAttribute(name)?.trim()
          if (text) texts.push(text)
        }
    return [...new Set(texts)]
  }, locale)

/** Words of the other language, raw codes and identifiers. */
export async function strangeWords(page: Page, locale: Locale, known: RegExp = /^$/): Promise<string[]> {
  const texts = await said(page, locale)
  const objections: string[] = []
  for (const whole of texts) {
    const text = whole.replace(TYPED, '')
    if (/[0-9a-f]{8}-[0-9a-f]{4}-/.test(text)) objections.push(`identifier: ${text}`)
    if (/\b(undefined|null|NaN|\[object)\b/.test(text)) objections.push(`hole: ${text}`)
    if (/\b(?!e\.g)[a-z]+[a-zA-Z]*\.[a-z]+[A-Za-z]*(\.[A-Za-z]+)*\b/.test(text) && !/\.(xlsx|csv|cn|docx)\b/.test(text))
      objections.push(`key: ${text}`)
    if (/\b[A-Z]{2,}_[A-Z_]+\b/.test(text)) objections.push(`code: ${text}`)
    if (locale === 'zh-CN') {
      const words = text.match(/[A-Za-z]{2,}/g) ?? []
      // A code of the catalogue or a rule is written in capitals with a number; a letter of the alphabet names a batch.
      const strange = words.filter((word) => !LATIN.test(word) && !known.test(word) && !codeIn(text, word))
      if (strange.length > 0) objections.push(`English: ${text.slice(0, 80)}`)
    } else if (!UNITS.test(text) && /\p{Script=Han}{2}/u.test(text) && isChineseSentence(text))
      objections.push(`Chinese: ${text.slice(0, 80)}`)
  }
  if (locale === 'en')
    for (const text of [...texts, ...(await marked(page, locale))])
      if (CATALOGUE.has(bare(text))) objections.push(`Chinese of the catalogue: ${text.slice(0, 80)}`)
  return objections
}

const codeIn = (text: string, word: string) => new RegExp(`\\b${word}-?\\d`).test(text) && word === word.toUpperCase()

/** Marks of a colour that lack their sign or their word; pictures without a name. */
export const poorMarks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = (element: Element) => element.getClientRects().length > 0
    const marks = [...document.querySelectorAll('.lamp')].filter(shown)
    const poor = marks.filter(
      (mark) =>
        !mark.textContent?.trim() ||
        !mark.querySelector('svg :is(path, circle)') ||
        (mark.querySelector('svg')?.getBoundingClientRect().width ?? 0) < 8,
    )
    const nameless = [...document.querySelectorAll('main svg')].filter(
      (svg) =>
        shown(svg) &&
        !svg.closest('[aria-hidden="true"]') &&
        !svg.getAttribute('aria-label') &&
        !svg.getAttribute('aria-labelledby') &&
        !svg.querySelector('title, text') &&
        svg.getBoundingClientRect().width > 0,
    )
    return [...poor, ...nameless].map((element) => element.outerHTML.slice(0, 120))
  })

/** Controls of one table or list that sound the same and do different things. */
export const soundAlike = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const nameOf = (element: Element): string =>
      (
        element.getAttribute('aria-label') ??
        element
          .getAttribute('aria-labelledby')
          ?.split(' ')
          .map((id) => document.getElementById(id)?.textContent)
          .join(' ') ??
        (element as HTMLInputElement).labels?.[0]?.textContent ??
        element.textContent ??
        ''
      ).trim()
    // What it stands in says what it is about: a form or a group with a name of its own.
    const about = (element: Element): string => {
      const frame = element.closest('form[aria-label], fieldset[aria-label], [role="group"][aria-label]')
      return (
        frame?.getAttribute('aria-label') ?? element.closest('fieldset')?.querySelector('legend')?.textContent ?? ''
      )
    }
    const doing = (element: Element): string => {
      if (element instanceof HTMLAnchorElement) return element.href
      const form = (element as HTMLButtonElement).form
      const fields = form ? [...new FormData(form)].filter(([name]) => !/^\$|^formKey$/.test(name)) : []
      return JSON.stringify([(element as HTMLInputElement).name, (element as HTMLInputElement).value, fields])
    }
    const objections: string[] = []
    const groups = [...document.querySelectorAll('main :is(table, ul, ol, [role="grid"])')].filter(
      (group) => group.getClientRects().length > 0 && !group.parentElement?.closest('table, ul, ol'),
    )
    for (const group of groups) {
      const seen = new Map<string, string>()
      for (const control of group.querySelectorAll('a[href], button, input:not([type="hidden"]), select, summary')) {
        if (control.getClientRects().length === 0) continue
        const name = `${control.tagName} ${nameOf(control)} ${about(control)}`
        const does = doing(control)
        if (nameOf(control) === '') objections.push(`nameless ${control.outerHTML.slice(0, 100)}`)
        else if (seen.has(name) && seen.get(name) !== does) objections.push(`twice ${name.slice(0, 80)}`)
        seen.set(name, does)
      }
    }
    return [...new Set(objections)]
  })

/** What runs out of a narrow page to the side, but for what scrolls by itself: tables and charts. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrolls = (element: Element | null): boolean => {
      for (let at = element; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX) && at.id !== 'main') return true
      return false
    }
    const body = [document.documentElement, document.getElementById('main')].some(
      (element) => element && element.scrollWidth > element.clientWidth + 1,
    )
    if (!body) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement),
    )
    return wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 140))
  })

/** Sets letters as far apart as readers may (WCAG 1.4.12), in a sheet the page's policy lets in. */
export const spaceOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    )
    document.adoptedStyleSheets.push(sheet)
  })

/** Buttons and labels whose words no longer fit into them. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.btn, label, h1, h2, summary')]
      .filter((element) => {
        if (element.getClientRects().length === 0 || element.getBoundingClientRect().width <= 1) return false
        const style = getComputedStyle(element)
        const clips = /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`)
        const over = element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 6
        return style.display !== 'inline' && over && (clips || element.matches('.btn'))
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
