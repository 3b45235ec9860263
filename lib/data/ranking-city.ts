import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { CityMonth } from '@/lib/schemas/ranking'

/**
 * The districts of the actor's city side by side, published months only 区县对比. For leaders, the office and supervision of
 * a district that has districts below it.
 *
 * @returns null for everybody else, and while nothing is published
 */
export declare function cityMonth(actor: Actor, month?: string): Promise<CityMonth | null>
