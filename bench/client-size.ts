// JavaScript a browser loads for each page, from the manifests of the last build.
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

type Manifest = { rootMainFiles?: string[]; polyfillFiles?: string[] }

const read = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T

/** The client manifest is a script that fills a global; only the part with the entry files is needed. */
function entryFiles(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8')
  const json = text.slice(text.indexOf('{', text.lastIndexOf('] = ')), text.lastIndexOf('}') + 1)
  const { entryJSFiles = {} } = JSON.parse(json) as { entryJSFiles?: Record<string, string[]> }
  return Object.values(entryJSFiles).flat()
}

const pages = (dir: string): string[] =>
  fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('page_client-reference-manifest.js'))

/** Gzipped bytes of first-load JavaScript by route; polyfills for browsers without modules are not loaded by others. */
export function benchClientSize(build = '.next') {
  const app = path.join(build, 'server/app')
  if (!fs.existsSync(path.join(build, 'BUILD_ID')) || !fs.existsSync(app))
    return { missing: 'no build: run npm run build first' }
  const sizes = new Map<string, number>()
  const gzipped = (file: string): number => {
    const known = sizes.get(file)
    if (known !== undefined) return known
    const bytes = gzipSync(fs.readFileSync(path.join(build, file.replace(/^\/?_next\//, '')))).length
    sizes.set(file, bytes)
    return bytes
  }
  const shared = read<Manifest>(path.join(build, 'build-manifest.json')).rootMainFiles ?? []
  const byRoute = pages(app).map((name) => {
    const own = path.join(app, name.replace(/_client-reference-manifest\.js$/, ''), 'build-manifest.json')
    const main = fs.existsSync(own) ? (read<Manifest>(own).rootMainFiles ?? shared) : shared
    const files = new Set([...main, ...entryFiles(path.join(app, name))])
    const kb = [...files].reduce((sum, file) => sum + gzipped(file), 0) / 1024
    return { route: `/${path.dirname(name)}`, scripts: files.size, gzipKb: Math.round(kb * 10) / 10 }
  })
  return byRoute.sort((a, b) => b.gzipKb - a.gzipKb)
}
