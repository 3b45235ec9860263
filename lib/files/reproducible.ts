import { openArchive } from './xlsx-archive'
import { type Part, zip } from './zip'

const CORE = 'docprops/core.xml'
const WRITTEN = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu

/**
 * A document without the time it was packed at: what says the same is the same, byte for byte.
 *
 * @param at the time it bears instead, ISO 8601
 */
export async function reproducible(bytes: Buffer, at: string): Promise<Buffer> {
  const archive = await openArchive(bytes)
  const parts: Part[] = []
  for (const name of archive.names) {
    // A folder says nothing that its files do not.
    if (name.endsWith('/')) continue
    const text = await archive.text(name)
    parts.push({ name: archive.spelled(name), body: name === CORE ? text.replace(WRITTEN, `$1${at}`) : text })
  }
  return zip(parts)
}
