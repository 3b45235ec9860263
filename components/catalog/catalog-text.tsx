import { catalogLang, catalogText } from '@/lib/i18n/catalog-text'
import type { Locale } from '@/lib/i18n/locale'

/** A text of the catalogue in the reader's language; what a district added itself, in its own. */
export const CatalogText = ({ text, locale }: { text: string; locale: Locale }) => (
  <span lang={catalogLang(text, locale)}>{catalogText(text, locale)}</span>
)
