import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import type { EnterpriseDetail } from '@/lib/schemas/enterprise'

/** What each part of an enterprise's page is told; it reads its own rows. */
export type About = Readonly<{ actor: Actor; enterprise: EnterpriseDetail; today: PlainDate; locale: Locale }>
