import { z } from 'zod'
import { DIALECTS, type Dialect } from '@/lib/domain/delivery'
import type { PersonFunction } from '@/lib/domain/escalation-ladder'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Matter, NoticeStep } from './notice'
import type { ItemName } from './project-row'

const enabled = z.preprocess((value) => value === '1', z.boolean())
const host = z.string().trim().toLowerCase().max(253, 'TEXT_TOO_LONG').default('')
const mailShape = z.email('MAIL_ADDRESS_INVALID').max(254, 'MAIL_ADDRESS_INVALID')

/** How the mail of a district is sent; an empty password leaves the one that is kept. */
export const mailChannel = z.object({
  version: z.coerce.number().int().min(0),
  enabled,
  host,
  port: z.coerce.number().int('CHANNEL_PORT').min(1, 'CHANNEL_PORT').max(65_535, 'CHANNEL_PORT').default(465),
  user: z.string().trim().max(200, 'TEXT_TOO_LONG').default(''),
  from: z.preprocess((value) => (value === '' ? undefined : value), mailShape.optional()),
  password: z.string().max(500, 'TEXT_TOO_LONG').default(''),
})
export type MailChannelInput = z.output<typeof mailChannel>

/** Where the robot of a district is called; the address is a secret itself, and an empty one leaves the one that is kept. */
export const robotChannel = z.object({
  version: z.coerce.number().int().min(0),
  enabled,
  dialect: z.enum(DIALECTS),
  url: z.string().trim().max(1_000, 'TEXT_TOO_LONG').default(''),
  key: z.string().trim().max(500, 'TEXT_TOO_LONG').default(''),
})
export type RobotChannelInput = z.output<typeof robotChannel>

/** A test message over a channel. */
export const channelTest = z.object({ kind: z.enum(['EMAIL', 'ROBOT']) })
export type ChannelTestInput = z.output<typeof channelTest>

/** Where somebody has his messages sent; empty: nowhere. */
export const mailAddress = z.object({
  address: z.preprocess((value) => (value === '' ? undefined : value), mailShape.optional()),
})
export type MailAddressInput = z.output<typeof mailAddress>

export type MailSettings = Readonly<{ host: string; port: number; user: string; from: string }>
export type RobotSettings = Readonly<{ dialect: Dialect; host: string }>

/** What the page shows: nothing of what is secret but whether it is there. */
export type ChannelsPage = Readonly<{
  mail: MailSettings & Readonly<{ enabled: boolean; version: number; hasPassword: boolean }>
  robot: RobotSettings & Readonly<{ enabled: boolean; version: number; hasUrl: boolean; hasKey: boolean }>
  waiting: number
  /** What could not be sent, latest first. */
  failures: readonly Readonly<{ id: string; channel: 'EMAIL' | 'ROBOT'; at: string; error: string; gaveUp: boolean }>[]
}>

/** One thing a message speaks of: names of projects and procedures, never of people. */
export type DeliveryLine = Readonly<{
  project: string
  item: ItemName | null
  /** A problem, a need or a task by its number or kind; messages laid ready before there were any have none. */
  matter?: Pick<Matter, 'kind' | 'no'> | null
  level: Level
  step: NoticeStep
  as: PersonFunction
  answerBy: PlainDate | null
  path: string
}>

export type DeliveryBody = Readonly<{ lines: readonly DeliveryLine[]; total: number }>

/** A message that is due, with what is needed to send it. */
export type DueDelivery = Readonly<{
  id: string
  /** TEST says that the channel works, and nothing else. */
  kind: 'URGENT' | 'DIGEST' | 'TEST'
  body: DeliveryBody
  to:
    | Readonly<{ channel: 'EMAIL'; address: string; locale: string | null; settings: MailSettings; password: string }>
    | Readonly<{ channel: 'ROBOT'; settings: RobotSettings; url: string; key: string }>
}>

/** What became of it; a refused address is not tried again. */
export type Sent = Readonly<{ ok: true } | { ok: false; error: string; refused: boolean }>
