import type { MESSAGES } from '@/lib/i18n/messages'

export type Topic = keyof (typeof MESSAGES)['en']['help']['topic']

/** Which page is about what; the first that fits. */
const TOPICS: readonly (readonly [RegExp, Topic])[] = [
  [/^\/$/, 'today'],
  [/^\/projects\/(transfer|remind)$/, 'many'],
  [/^\/projects\/new$/, 'newProject'],
  [/^\/projects(\/(print|sheets))?$/, 'projects'],
  [/^\/projects\/[^/]+\/update$/, 'update'],
  [/^\/projects\/[^/]+\/manage$/, 'manage'],
  [/^\/projects\/[^/]+\/edit$/, 'edit'],
  [/^\/projects\/[^/]+\/forecast$/, 'forecast'],
  [/^\/projects\/[^/]+/, 'project'],
  [/^\/procedures$/, 'procedures'],
  [/^\/procedures\/[^/]+/, 'procedure'],
  [/^\/time$/, 'time'],
  [/^\/warnings/, 'warnings'],
  [/^(\/financing)?\/harbours/, 'harbours'],
  [/^(\/financing)?\/events/, 'events'],
  [/^\/meetings/, 'meetings'],
  [/^\/tasks/, 'tasks'],
  [/^\/factors/, 'factors'],
  [/^\/waivers/, 'waivers'],
  [/^\/enterprises/, 'enterprises'],
  [/^\/ranking/, 'ranking'],
  [/^\/supervision/, 'supervision'],
  [/^\/briefings/, 'briefings'],
  [/^\/imports/, 'imports'],
  [/^\/calendar/, 'calendar'],
  [/^\/catalog/, 'catalog'],
  [/^\/orgs/, 'orgs'],
  [/^\/accounts/, 'accounts'],
  [/^\/changes/, 'changes'],
  [/^\/audit/, 'audit'],
  [/^\/deputy/, 'deputy'],
  [/^\/me$/, 'me'],
  [/^\/password/, 'password'],
  [/^\/search/, 'search'],
  [/^\/rules/, 'rules'],
]

/** What help says first to somebody who comes from a page; nothing where no page of ours is meant. */
export const topicOf = (path: string): Topic | undefined => TOPICS.find(([pattern]) => pattern.test(path))?.[1]
