/** Where an element is found again in rows that were written anew: by its id, else by what it links to. */
function placeOf(element: Element): string | null {
  if (element.id) return `#${CSS.escape(element.id)}`
  const href = element.getAttribute('href')
  return href ? `a[href="${CSS.escape(href)}"]` : null
}

/**
 * Rows written as HTML (`markup`) are replaced as a whole when one of them changes: whoever was in one by keyboard stays
 * in it, and nobody else is given the focus.
 *
 * @returns what stops it
 */
export function keepRowFocus(): () => void {
  let observer: MutationObserver | undefined
  const entered = ({ target }: FocusEvent) => {
    observer?.disconnect()
    const region = target instanceof HTMLElement ? target.closest('[data-rows]') : null
    if (!region || region === target || !(target instanceof HTMLElement)) return
    const place = placeOf(target)
    if (!place) return
    // A row may link to the same page twice.
    const nth = [...region.querySelectorAll(place)].indexOf(target)
    observer = new MutationObserver(() => {
      if (target.isConnected || document.activeElement !== document.body) return
      const again = region.querySelectorAll<HTMLElement>(place)
      ;(again[nth] ?? again[0])?.focus({ preventScroll: true })
    })
    observer.observe(region, { childList: true })
  }
  document.addEventListener('focusin', entered)
  return () => {
    observer?.disconnect()
    document.removeEventListener('focusin', entered)
  }
}
