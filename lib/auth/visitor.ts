import 'server-only'
import type { Visitor } from '@/lib/domain/visitor'

/** The one place where a Visitor comes into being: from the place a valid plate stands for, never from a request's sender. */
export const visitorAt = (place: Readonly<{ districtId: string; pointId: string | null }>): Visitor =>
  ({ districtId: place.districtId, pointId: place.pointId }) as unknown as Visitor
