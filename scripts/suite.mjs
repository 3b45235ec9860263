// Runs test suites as child processes and adds up what they report, so that a run can end with one honest line: every
// test counts once however often it ran, and failed if it ever failed; a step that breaks is a failure of its own.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'reports-'))
/** Shared by the commands of one run (.ci/run), so that what both of them execute is counted once. */
const shared = process.env.SUITE_TALLY
/** Whether an earlier command of this run has put its tests into the tally. */
export const tallied = Boolean(shared && fs.existsSync(shared))
/** Name of a test or step → whether it passed every time. */
const outcomes = new Map(tallied ? JSON.parse(fs.readFileSync(shared, 'utf8')) : [])
const skipped = new Set()

const bin = (name) => path.resolve('node_modules', name)
const note = (name, passed) => outcomes.set(name, passed && (outcomes.get(name) ?? true))

function spawn(title, args, env) {
  console.log(`\n— ${title}`)
  const started = Date.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`  ${title}: ${status === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`)
  return status === 0
}

/** Any command that must simply succeed; it counts only when it does not. */
export function step(title, args, env = {}) {
  const passed = spawn(title, args, env)
  if (!passed) note(title, false)
  return passed
}

/** Adds a suite's tests; a suite that failed without a failing test (it did not load, it crashed) is a failure too. */
function count(title, succeeded, tests) {
  let failures = 0
  for (const { name, status } of tests) {
    if (status === 'passed') note(name, true)
    else if (status === 'failed') {
      note(name, false)
      failures += 1
    } else skipped.add(name)
  }
  if (tests.length === 0 || (!succeeded && failures === 0)) note(title, false)
}

/** A vitest project; its counts are added. */
export function vitest(title, project, env = {}) {
  const report = path.join(reports, `${title.replace(/\W+/g, '-')}.json`)
  const args = [bin('vitest/vitest.mjs'), 'run', '--project', project]
  const passed = spawn(title, [...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], env)
  const { testResults } = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : { testResults: [] }
  const tests = testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({
      name: `${path.relative('.', file.name)} ${test.fullName}`,
      status: test.status,
    })),
  )
  for (const file of testResults)
    if (file.status === 'failed' && file.assertionResults.length === 0)
      tests.push({ name: path.relative('.', file.name), status: 'failed' })
  count(title, passed, tests)
}

const STATUS = { expected: 'passed', flaky: 'passed', unexpected: 'failed', skipped: 'skipped' }
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

/** The browser journeys. */
export function playwright() {
  const title = 'browser journeys'
  const report = path.join(reports, 'playwright.json')
  const passed = spawn(title, [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  const { suites } = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : { suites: [] }
  const tests = suites.flatMap(specsOf).flatMap((spec) =>
    spec.tests.map((test) => ({
      name: `${test.projectName} ${spec.file}:${spec.line} ${spec.title}`,
      status: STATUS[test.status],
    })),
  )
  count(title, passed, tests)
}

/** Prints the closing line and ends the process. */
export function finish() {
  fs.rmSync(reports, { recursive: true, force: true })
  if (shared) fs.writeFileSync(shared, JSON.stringify([...outcomes]))
  const failures = [...outcomes].filter(([, passed]) => !passed).map(([name]) => name)
  if (failures.length > 0) console.log(`\nfailed:\n${failures.map((name) => `  ${name}`).join('\n')}`)
  if (skipped.size > 0) console.log(`\nskipped: ${skipped.size}`)
  console.log(`\n${outcomes.size - failures.length} passed, ${failures.length} failed`)
  process.exit(failures.length > 0 ? 1 : 0)
}
