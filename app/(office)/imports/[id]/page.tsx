import { forbidden, notFound } from 'next/navigation'
import { viewImport } from '@/lib/actions/held-import'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findBatch } from '@/lib/data/import-batches'
import { relationFor } from '@/lib/domain/access'
import { batchAddress, importAddress } from '@/lib/schemas/import'
import { BatchResult } from './_batch'
import { Wizard } from './_wizard'

export const generateMetadata = pageTitle('imports.title')

/** One import under one address: its steps until it is written, then what it did. */
export default async function ImportPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'ledger.import')) forbidden()
  const { id } = await params
  const asked = await searchParams
  const batch = await findBatch(actor, id)
  if (batch) return <BatchResult actor={actor} batch={batch} said={batchAddress.parse(asked)} locale={locale} />
  const address = importAddress.parse(asked)
  const open = await viewImport(actor, id, businessDay(), { fresh: address.stale === '1' })
  if (!open.ok && open.error.code === 'NOT_FOUND') notFound()
  return <Wizard actor={actor} id={id} open={open} address={address} locale={locale} />
}
