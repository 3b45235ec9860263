import { uploadResults } from '@/lib/actions/upload-results'
import { actorOf } from '@/lib/auth/actor'
import { readFormKey } from '@/lib/auth/form-key'
import { originOfRequest } from '@/lib/auth/origin'
import { readUpload } from '@/lib/auth/read-upload'
import { currentAccount } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { relationFor } from '@/lib/domain/access'

export const dynamic = 'force-dynamic'

/** As large as a ledger may be; the reader behind it has the same limit. */
const FILE_BYTES = 5_000_000

/** A relative address: behind a proxy only the browser knows how this server is called. */
const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })

const refused = ({ code, ...params }: Readonly<Record<string, unknown>>) => {
  const said = ['limit', 'most', 'seconds'].flatMap((name) =>
    typeof params[name] === 'number' ? [`&${name}=${params[name]}`] : [],
  )
  return seeOther(`/financing/import?refused=${code}${said.join('')}`)
}

/** A workbook of results, by a plain form; answers with the preview, or with why not. */
export async function POST(request: Request): Promise<Response> {
  const account = await currentAccount()
  if (!account) return seeOther('/login?next=%2Ffinancing%2Fimport')
  if (account.mustChangePassword) return seeOther('/password')
  const actor = actorOf(account)
  if ((await originOfRequest()) === 'foreign' || !relationFor(actor.role, 'financing.hold'))
    return new Response(null, { status: 403 })
  const form = await readUpload(request, FILE_BYTES)
  if (form === 'TOO_LARGE') return refused({ code: 'FILE_TOO_LARGE', limit: FILE_BYTES })
  if (form === 'INCOMPLETE') return refused({ code: 'FILE_BROKEN' })
  if (!readFormKey(form.get('formKey'), actor.userId)) return refused({ code: 'FORM_EXPIRED' })
  const file = form.get('file')
  if (!(file instanceof File)) return refused({ code: 'FILE_EMPTY' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const held = await uploadResults(actor, { name: file.name, bytes }, businessDay(), new Date())
  return held.ok ? seeOther(`/financing/import/${held.value.importId}`) : refused(held.error)
}
