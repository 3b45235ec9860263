import sharp from 'sharp'
import { violations } from './barriers'
import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })
test.use({ cut: true })

const TEXT = '窗口要的租赁合同复印件，系统里明明已经有了'
const SECOND = '取号机在二楼，一楼没有指引'
/** A photo as a phone takes it, with where it was taken. */
const takenPhoto = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#7f8c8d' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 43/1 0/1' } })
    .jpeg()
    .toBuffer()
const MISTAKE = '叫号机坏了，等了半小时'
let finding = ''
let item = ''

test('a head walks a process on a phone: the clock fills the minutes, a lost connection loses nothing', async ({
  page,
  context,
}) => {
  await signIn(page, 'agencyhead')
  await page.getByRole('link', { name: '走一次' }).click()
  await page.waitForURL(/\/services\/walks\/new/)
  const start = page.getByRole('form', { name: '开始走流程' })
  const choice = start.getByLabel('走的事项')
  await choice.selectOption({ index: 1 })
  item = (await choice.locator('option').nth(1).textContent()) ?? ''
  await start.getByRole('button', { name: '开始走' }).click()
  await page.waitForURL(/\/services\/walks\/0/)
  const step = page.getByRole('form', { name: '记一步' })
  const stop = step.getByRole('button', { name: '这一步办完' })
  // A clock needs its script.
  await expect(async () => {
    await step.getByRole('button', { name: '开始计时' }).click({ timeout: 1_000 })
    await expect(stop).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await stop.click()
  await expect(step.getByLabel('用了几分钟')).toHaveValue('1')
  await step.getByLabel('用了几分钟').fill('35')
  await step.getByLabel('走到哪一步').fill('窗口收件')
  await step.getByLabel('要了几份材料').fill('9')
  await step.getByLabel('多跑了几趟').fill('2')
  await step.getByRole('button', { name: '记下这一步' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '1 窗口收件' })).toContainText('35分钟，9份材料，跑2趟')
  await expect(step.getByLabel('走到哪一步')).toHaveValue('')
  // A finding takes a sentence.
  const find = page.getByRole('form', { name: '记一个问题' })
  await find.getByRole('textbox', { name: /^问题/ }).fill(TEXT)
  await context.setOffline(true)
  await find.getByRole('button', { name: '记下问题' }).click()
  await expect(page.getByText('没有连上网，已存在这台设备上；连上后自动发出，只记一次。')).toBeVisible()
  await context.setOffline(false)
  const kept = page.getByRole('region', { name: '还没发出的' })
  await expect(kept.getByText('已记下')).toBeVisible()
  await kept.getByRole('button', { name: '知道了' }).click()
  const found = page.getByRole('link', { name: TEXT, exact: true })
  await expect(found).toBeVisible()
  finding = (await found.getAttribute('href')) ?? ''
  // What was recorded at once is no draft any more: neither the form that begins anew has it, nor one opened later.
  await find.getByRole('textbox', { name: /^问题/ }).fill(SECOND)
  await find.getByRole('button', { name: '记下问题' }).click()
  await expect(page.getByRole('link', { name: SECOND, exact: true })).toBeVisible()
  await expect(find.getByRole('textbox', { name: /^问题/ })).toHaveValue('')
  await expect(page.getByText('上次没保存的内容已放回')).toBeHidden()
  await page.reload()
  await expect(find.getByRole('textbox', { name: /^问题/ })).toHaveValue('')
  await expect(page.getByText('上次没保存的内容已放回')).toBeHidden()
  expect(await violations(page)).toEqual([])
  // A mistake is taken back with its reason by whoever wrote it down: it stays to be read, and counts no more.
  await find.getByRole('textbox', { name: /^问题/ }).fill(MISTAKE)
  await find.getByRole('button', { name: '记下问题' }).click()
  await page.getByRole('link', { name: MISTAKE, exact: true }).click()
  await page.waitForURL(/\/services\/walks\/findings\/0/)
  await page.getByText('撤回这条问题').click()
  const takeBack = page.getByRole('form', { name: '撤回这条问题' })
  await takeBack.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(takeBack.locator('[aria-invalid="true"]')).toBeVisible()
  await takeBack.getByLabel(/^原因|^理由/).fill('记重了')
  await takeBack.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.getByRole('main').locator('header b')).toHaveText('已撤回')
  await expect(page.getByText('记重了')).toBeVisible()
  await expect(takeBack).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  await page.goBack()
  await expect(page.getByRole('link', { name: MISTAKE, exact: true })).toBeHidden()
  await page.getByText('已撤回1条').click()
  await expect(page.getByRole('link', { name: MISTAKE, exact: true })).toBeVisible()
  await expect(found).toBeVisible()
  const finish = page.getByRole('form', { name: '走完了' })
  await finish.getByLabel('办结用时').fill('10')
  await finish.getByRole('button', { name: '走完了' }).click()
  await expect(page.getByRole('main').locator('header b')).toHaveText('已走完')
})

test('a photo stands beside what was found, without where and when it was taken, and never has to', async ({
  browser,
  page,
}) => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage()
  await signIn(plain, 'agencyhead', finding)
  const files = plain.locator('#files')
  await expect(files.getByText('选填，不拍也能记、能销号')).toBeVisible()
  const choose = files.getByLabel(/^拍照或选照片/)
  await choose.setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>1</script>') })
  await files.getByRole('button', { name: '上传' }).click()
  await expect(plain.getByRole('alert').filter({ hasText: '这不是照片' })).toBeVisible()
  await choose.setInputFiles({ name: '窗口.jpg', mimeType: 'image/jpeg', buffer: await takenPhoto() })
  await files.getByRole('button', { name: '上传' }).click()
  await expect(plain.getByText('已添加。')).toBeVisible()
  const href = (await files.getByRole('link', { name: '窗口.jpg' }).getAttribute('href')) ?? ''
  await plain.context().close()
  await signIn(page, 'agency', finding)
  const kept = await page.request.get(href)
  expect(kept.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' })
  expect(kept.headers()['content-disposition']).toMatch(/^attachment/)
  const { exif } = await sharp(await kept.body()).metadata()
  expect(exif).toBeUndefined()
  expect(await violations(page)).toEqual([])
})

test('its unit mends it, and says what was done', async ({ page }) => {
  await signIn(page, 'agency', finding)
  const state = page.getByRole('main').locator('header b')
  await expect(state).toHaveText('待整改')
  const mend = page.getByRole('form', { name: '开始整改' })
  await mend.getByRole('button', { name: '开始整改' }).click()
  await expect(mend.getByText('请选择整改措施。')).toBeVisible()
  await mend.getByLabel('整改措施').selectOption({ label: '材料精简' })
  await mend.getByRole('button', { name: '开始整改' }).click()
  await expect(state).toHaveText('整改中')
  const submit = page.getByRole('form', { name: '提交验证' })
  await submit.getByLabel('做了什么').fill('窗口改为调用系统里的合同，不再收复印件')
  await submit.getByRole('button', { name: '提交验证' }).click()
  await expect(state).toHaveText('待验证')
})

test('the service bureau walks the same way again: only then it is struck off, with what was saved', async ({
  page,
}) => {
  await signIn(page, 'bizenv', finding)
  const state = page.getByRole('main').locator('header b')
  await page.getByRole('link', { name: '去复走' }).click()
  await page.waitForURL(/\/services\/walks\/new\?verifies=/)
  const start = page.getByRole('form', { name: '开始走流程' })
  await expect(start.getByLabel('走的事项').locator('option')).toHaveText([item])
  await start.getByRole('button', { name: '开始走' }).click()
  await page.waitForURL(/\/services\/walks\/0/)
  const step = page.getByRole('form', { name: '记一步' })
  await step.getByLabel('走到哪一步').fill('窗口收件')
  await step.getByLabel('用了几分钟').fill('12')
  await step.getByLabel('要了几份材料').fill('3')
  await step.getByRole('button', { name: '记下这一步' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '1 窗口收件' })).toBeVisible()
  await page.getByRole('form', { name: '走完了' }).getByRole('button', { name: '走完了' }).click()
  await expect(state).toHaveText('已走完')
  await page.goto(finding)
  expect(await violations(page)).toEqual([])
  await page.getByRole('form', { name: '复走销号' }).getByRole('button', { name: '复走销号' }).click()
  await expect(state).toHaveText('已销号')
  await expect(page.getByRole('definition').filter({ hasText: '少6份材料，少跑2趟' })).toBeVisible()
})

test('a pack handed out twice is refused with when and by whom; its receiver confirms with one tap', async ({
  page,
}) => {
  await signIn(page, 'office', '/services/packs?stand=waiting')
  const card = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /第\d+批/ })
    .first()
  const name = (await card.locator('b').textContent()) ?? ''
  await page.getByText('发放一份', { exact: true }).click()
  const hand = page.getByRole('form', { name: '发放一份' })
  await hand.getByLabel('企业').fill(name)
  await hand.getByRole('button', { name: '登记发放' }).click()
  await expect(hand.getByText(/已经领过.*由.*发放。同一批每家一份。/)).toBeVisible()
  await expect(hand.getByLabel('企业')).toHaveValue(name)
  expect(await violations(page)).toEqual([])
  await page.context().clearCookies()
  await signIn(page, 'contact')
  const packs = page.getByRole('region', { name: '惠企大礼包' })
  await packs
    .getByRole('button', { name: /^收到了/ })
    .first()
    .click()
  await expect(packs).toHaveCount(0)
})
