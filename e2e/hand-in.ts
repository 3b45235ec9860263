import type { Page } from '@playwright/test'
import { expect } from './journey'

type File = Readonly<{ name: string; mimeType: string; buffer: Buffer }>

/**
 * Hands in a ledger on the import page. An account may hand in so many a minute, and journeys are quicker than people: who is
 * told to wait waits as long as the page says, and hands it in again.
 */
export async function handIn(page: Page, file: File): Promise<void> {
  for (;;) {
    await page.getByLabel('台账文件').setInputFiles(file)
    const answer = page.waitForResponse(
      (response) => response.request().method() === 'POST' && new URL(response.url()).pathname === '/api/files/imports',
    )
    await page.getByRole('button', { name: '上传，看看' }).click()
    const { location = '' } = (await answer).headers()
    const seconds = /refused=UPLOAD_LIMIT.*seconds=(\d+)/.exec(location)?.[1]
    if (!seconds) return
    await page.waitForURL(/refused=UPLOAD_LIMIT/)
    const again = Date.now() + Number(seconds) * 1_000
    await expect.poll(() => Date.now() > again, { timeout: 90_000 }).toBe(true)
  }
}
