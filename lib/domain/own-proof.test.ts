import { expect, test } from 'vitest'
import { ownProof, ownProofForRows, PROOF_ROWS } from './own-proof'

const [open, proved] = [{ proved: false }, { proved: true }]
const due = { ok: false, error: { code: 'PROOF_DUE' } }

test('ASVS 7.5: publishing asks whoever is signed in once more', () => {
  expect(ownProof(open)).toEqual(due)
  expect(ownProof(proved).ok).toBe(true)
})

test('H-23: 500 rows are handed out, 501 ask once more', () => {
  expect(ownProofForRows(open, PROOF_ROWS).ok).toBe(true)
  expect(ownProofForRows(open, PROOF_ROWS + 1)).toEqual(due)
  expect(ownProofForRows(proved, PROOF_ROWS + 1).ok).toBe(true)
})
