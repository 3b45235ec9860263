import 'server-only'
import type { Actor } from '@/lib/domain/access'

export type DraftKind = 'edit' | 'update' | 'new' | 'move' | 'paper' | 'notice' | 'import' | 'briefing' | 'walk'

/** Whose draft of what: two people at one browser never meet each other's text. */
export const draftOf = (actor: Actor, kind: DraftKind, about = ''): string => [actor.userId, kind, about].join(':')
