import { revalidatePath } from 'next/cache'
import { IDLE } from '@/lib/actions/form-state'
import { KEPT } from '@/lib/actions/outbox'
import { keptForm } from '@/lib/schemas/outbox'

export const dynamic = 'force-dynamic'

// Three hundred fields of the longest kept form are far below it.
const BODY_MAX = 200_000

/** Takes a form that a device kept, and says whether it is recorded: `{ status: 'done' | 'refused', message }`. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? BODY_MAX + 1) > BODY_MAX)
    return new Response(null, { status: 413 })
  const sent = keptForm.safeParse(await request.json().catch(() => null))
  if (!sent.success) return new Response(null, { status: 400 })
  const form = new FormData()
  for (const [name, value] of sent.data.fields) form.append(name, value)
  const { state } = await KEPT[sent.data.form](IDLE, form)
  if (state.status === 'done') revalidatePath('/', 'layout')
  const message = [...new Set(Object.values(state.fields))].join(' ') || state.message
  // What was asked about can be answered where the form is kept.
  const confirm = state.question && { value: state.question.value }
  return Response.json({ status: state.status, message, confirm }, { headers: { 'cache-control': 'no-store' } })
}
