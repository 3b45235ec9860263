import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Actor, relationFor } from '@/lib/domain/access'
import { allowedHosts, fitsDialect, mayCall, mayMail } from '@/lib/domain/delivery'
import { err, ok } from '@/lib/domain/result'
import type {
  ChannelsPage,
  ChannelTestInput,
  DueDelivery,
  MailAddressInput,
  MailChannelInput,
  MailSettings,
  RobotChannelInput,
  RobotSettings,
} from '@/lib/schemas/channel'
import { db, type Tx } from './db'
import { seal, unseal } from './secret-box'
import { write } from './write'

const FAILURES = 20
const allowed = () => allowedHosts(process.env.NOTICE_HOSTS)

async function lockChannel(tx: Tx, districtId: string, kind: 'EMAIL' | 'ROBOT', version: number) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`channel ${districtId} ${kind}`}, 0))`
  const channel = await tx.messageChannel.findUnique({ where: { districtId_kind: { districtId, kind } } })
  const stands = channel?.version ?? 0
  return stands === version ? ok(channel) : err({ code: 'CONFLICT', version: stands })
}

const secretsOf = (secret: string | null | undefined) =>
  JSON.parse((secret && unseal(secret)) || '{}') as Partial<Record<string, string>>

async function keepChannel(
  tx: Tx,
  districtId: string,
  kind: 'EMAIL' | 'ROBOT',
  data: Readonly<{ enabled: boolean; settings: object; secrets: Readonly<Record<string, string>> }>,
) {
  const { enabled, secrets } = data
  const row = { enabled, settings: { ...data.settings }, secret: seal(JSON.stringify(secrets)) }
  await tx.messageChannel.upsert({
    where: { districtId_kind: { districtId, kind } },
    create: { districtId, kind, ...row },
    update: { ...row, version: { increment: 1 } },
  })
}

/**
 * Says how the district's mail is sent 邮件通道. A password is kept sealed and never shown again.
 *
 * @returns err CONFLICT; CHANNEL_MAIL_HOST, CHANNEL_FROM where it is to be on and one is missing or not allowed
 */
export const saveMailChannel = write('channel.mail', async (tx, actor, input: MailChannelInput, _today) => {
  const { enabled, host, port, user, from = '', password, version } = input
  if (enabled && !mayMail(host, port, allowed())) return err({ code: 'CHANNEL_MAIL_HOST', field: 'host' })
  if (enabled && !from) return err({ code: 'CHANNEL_FROM', field: 'from' })
  const locked = await lockChannel(tx, actor.districtId, 'EMAIL', version)
  if (!locked.ok) return locked
  const before = secretsOf(locked.value?.secret)
  const settings: MailSettings = { host, port, user, from }
  const secrets = { password: password || (before.password ?? '') }
  await keepChannel(tx, actor.districtId, 'EMAIL', { enabled, settings, secrets })
  return ok({ value: {}, subject: actor.districtId, detail: { enabled, host, port, password: password !== '' } })
})

/**
 * Says where the district's robot is called 群机器人. Its address has a key in it: kept sealed, never shown again.
 *
 * @returns err CONFLICT; CHANNEL_URL, CHANNEL_HOST for an address that may not be called, CHANNEL_URL_WECOM and the like for
 *          one of another kind of robot, CHANNEL_KEY for a signed call without
 */
export const saveRobotChannel = write('channel.robot', async (tx, actor, input: RobotChannelInput, _today) => {
  const { enabled, dialect, version } = input
  const locked = await lockChannel(tx, actor.districtId, 'ROBOT', version)
  if (!locked.ok) return locked
  const before = secretsOf(locked.value?.secret)
  const url = input.url || (before.url ?? '')
  const key = input.key || (before.key ?? '')
  if ((enabled || url) && !URL.canParse(url)) return err({ code: 'CHANNEL_URL', field: 'url' })
  const parsed = url ? new URL(url) : null
  if (parsed && !mayCall({ protocol: parsed.protocol, host: parsed.hostname, port: parsed.port }, allowed()))
    return err({ code: 'CHANNEL_HOST', field: 'url' })
  if (parsed && !fitsDialect(parsed, dialect, allowed())) return err({ code: `CHANNEL_URL_${dialect}`, field: 'url' })
  if (enabled && dialect === 'SIGNED' && !key) return err({ code: 'CHANNEL_KEY', field: 'key' })
  const settings: RobotSettings = { dialect, host: parsed?.host ?? '' }
  await keepChannel(tx, actor.districtId, 'ROBOT', { enabled, settings, secrets: { url, key } })
  return ok({ value: {}, subject: actor.districtId, detail: { enabled, dialect, host: settings.host } })
})

/**
 * Makes a test message ready 测试消息: to the robot, or to the administrator's own mail address; whoever asks for it sends it.
 *
 * @returns err CHANNEL_OFF where nothing is set up, CHANNEL_TEST_NOWHERE without an address of his own
 */
export const prepareChannelTest = write('channel.test', async (tx, actor, { kind }: ChannelTestInput, today) => {
  const { districtId, personId } = actor
  const channel = await tx.messageChannel.findUnique({ where: { districtId_kind: { districtId, kind } } })
  if (!channel) return err({ code: 'CHANNEL_OFF' })
  const own = kind === 'EMAIL' ? await tx.mailAddress.findUnique({ where: { personId } }) : null
  if (kind === 'EMAIL' && !own) return err({ code: 'CHANNEL_TEST_NOWHERE' })
  if (kind === 'ROBOT' && !secretsOf(channel.secret).url) return err({ code: 'CHANNEL_OFF' })
  return ok({ value: {}, subject: districtId, detail: { kind, on: today } })
})

/** What a test message is sent with; its secrets stay in the server. */
export async function channelTestOf(actor: Actor, { kind }: ChannelTestInput): Promise<DueDelivery | null> {
  if (!relationFor(actor.role, 'channel.test')) return null
  const { districtId, personId } = actor
  const channel = await db.messageChannel.findUnique({ where: { districtId_kind: { districtId, kind } } })
  if (!channel) return null
  const secrets = secretsOf(channel.secret)
  const common = { id: randomUUID(), kind: 'TEST' as const, body: { lines: [], total: 0 } }
  if (kind === 'ROBOT') {
    const settings = channel.settings as unknown as RobotSettings
    return { ...common, to: { channel: 'ROBOT', settings, url: secrets.url ?? '', key: secrets.key ?? '' } }
  }
  const own = await db.mailAddress.findUnique({ where: { personId } })
  const settings = channel.settings as unknown as MailSettings
  const password = secrets.password ?? ''
  return own && { ...common, to: { channel: 'EMAIL', address: own.address, locale: null, settings, password } }
}

/** Somebody says where his messages are sent, or that they are not; a new address is tried anew. */
export const setMailAddress = write('user.mail', async (tx, actor, { address }: MailAddressInput, _today) => {
  const { personId, districtId } = actor
  if (!address) await tx.mailAddress.deleteMany({ where: { personId } })
  else
    await tx.mailAddress.upsert({
      where: { personId },
      create: { personId, districtId, address },
      update: { address, failure: null, failedOn: null, version: { increment: 1 } },
    })
  return ok({ value: {}, subject: actor.userId, detail: { set: address !== undefined } })
})

/** Where the actor's own messages are sent, and whether they were refused there. */
export const myMailAddress = (actor: Actor) =>
  db.mailAddress.findUnique({ where: { personId: actor.personId }, select: { address: true, failure: true } })

/** People whose address was refused: for the office, which can call them. */
export async function refusedAddresses(actor: Actor): Promise<readonly string[]> {
  if (actor.role !== 'OFFICE') return []
  const rows = await db.mailAddress.findMany({
    where: { districtId: actor.districtId, failure: { not: null } },
    select: { person: { select: { name: true } } },
    orderBy: { failedOn: 'desc' },
    take: FAILURES,
  })
  return rows.map(({ person }) => person.name)
}

/** The channels of the actor's district, without their secrets, and what could not be sent; the system administrator's alone. */
export async function loadChannels(actor: Actor): Promise<ChannelsPage | null> {
  if (!relationFor(actor.role, 'channel.mail')) return null
  const { districtId } = actor
  const [channels, waiting, failures] = await Promise.all([
    db.messageChannel.findMany({ where: { districtId } }),
    db.delivery.count({ where: { districtId, deliveredAt: null, failedAt: null } }),
    db.delivery.findMany({
      where: { districtId, deliveredAt: null, error: { not: null } },
      select: { id: true, channel: true, createdAt: true, error: true, failedAt: true },
      orderBy: { createdAt: 'desc' },
      take: FAILURES,
    }),
  ])
  const of = (kind: string) => channels.find((channel) => channel.kind === kind)
  const [mail, robot] = [of('EMAIL'), of('ROBOT')]
  const [mailSecrets, robotSecrets] = [secretsOf(mail?.secret), secretsOf(robot?.secret)]
  return {
    mail: {
      ...((mail?.settings as MailSettings | undefined) ?? { host: '', port: 465, user: '', from: '' }),
      enabled: mail?.enabled ?? false,
      version: mail?.version ?? 0,
      hasPassword: Boolean(mailSecrets.password),
    },
    robot: {
      ...((robot?.settings as RobotSettings | undefined) ?? { dialect: 'WECOM', host: '' }),
      enabled: robot?.enabled ?? false,
      version: robot?.version ?? 0,
      hasUrl: Boolean(robotSecrets.url),
      hasKey: Boolean(robotSecrets.key),
    },
    waiting,
    failures: failures.map(({ id, channel, createdAt, error, failedAt }) => ({
      id,
      channel: channel as 'EMAIL' | 'ROBOT',
      at: createdAt.toISOString(),
      error: error ?? '',
      gaveUp: failedAt !== null,
    })),
  }
}
