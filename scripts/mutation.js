import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { main, Stop } from './lib/command.js'
import { instrumented, shown, table } from './lib/mutants.js'
import { inRoot, root } from './lib/places.js'

const instrumenter = '@stryker-mutator/instrumenter@9.6.1'

const usage = `npm run mutation -- FOLDER [TEST …] [--minutes N]

Changes src-main/FOLDER (or one file of it) in many small ways, one at a time, and runs the unit tests below test/FOLDER and
those named behind it, as far as they come by the change. What no test notices is printed with its place, and the score.
Files of sentences (words.ts) are left as they are, unless one is named. A test behind a ! is left out.
After N minutes it stops; what it has tried by then is spread over all files.

  npm run mutation -- core/failover
  npm run mutation -- core/log/redact test/core/log/redact.test.ts '!test/core/log/redact/planted.test.ts'`

/** A process that says nothing for as long stands in an endless loop. */
const silenceMs = 120_000

const filesBelow = (path, ends) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true })
        .filter((name) => ends.test(name))
        .map((name) => join(path, name))
        .toSorted()
    : [path]

function sourcesOf(folder) {
  const path = ['', '.ts'].map((end) => inRoot(`src-main/${folder}${end}`)).find(existsSync)
  if (!path) throw new Stop(`There is no src-main/${folder}.\n\n${usage}`)
  return filesBelow(path, /(?<!words|\.d)\.ts$/)
}

/** The tests of the folder, of the one above where it has none of its own name, and those that were named. */
function testsOf(folder, more) {
  let place = folder
  while (!existsSync(inRoot('test', place))) place = join(place, '..')
  const named = [join('test', place), ...more.filter((name) => !name.startsWith('!'))]
  const left = more.filter((name) => name.startsWith('!')).map((name) => inRoot(name.slice(1)))
  const all = named.flatMap((name) => filesBelow(inRoot(name), /\.test\.ts$/))
  return [...new Set(all)].filter((path) => !left.some((name) => path.startsWith(name)))
}

const said = (folder) =>
  existsSync(join(folder, 'said'))
    ? readFileSync(join(folder, 'said'), 'utf8')
        .split('\n')
        .filter((text) => text.endsWith('}'))
        .map((text) => JSON.parse(text))
    : []

/** One process of Vitest that tries what the plan says. Ended when it says nothing for long. */
function worked(folder, untilMs) {
  return new Promise((resolve) => {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.mutation.config.ts']
    const child = spawn(process.execPath, args, {
      cwd: root,
      detached: true,
      env: { ...process.env, MODEM_BENCH_MUTATION: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const end = () => process.kill(-child.pid, 'SIGKILL')
    process.on('exit', end)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece) => (output = (output + piece).slice(-10_000)))
    let size = 0
    let since = Date.now()
    const watch = setInterval(() => {
      const now = existsSync(join(folder, 'said')) ? statSync(join(folder, 'said')).size : 0
      if (now !== size) since = Date.now()
      size = now
      if (Date.now() - since > silenceMs || Date.now() > untilMs) end()
    }, 1_000)
    child.on('close', (code) => {
      clearInterval(watch)
      process.off('exit', end)
      resolve({ code, output })
    })
  })
}

/** A place between 0 and 1: neighbours are far from each other, and any beginning is spread evenly. */
const spread = (id) => (Number(id) * 0.618_033_988_75) % 1

/** The mutants one after the other; a new process takes over where one had to be ended. */
async function tried(folder, paths, mutants, minutes) {
  const results = new Map()
  const began = Date.now()
  const untilMs = began + minutes * 60_000
  const show = setInterval(() => {
    const done = said(folder).filter(({ status }) => status).length + results.size
    const minutes = (Date.now() - began) / 60_000
    console.error(`${done} of ${mutants.length}, ${Math.round(done / minutes)} a minute`)
  }, 30_000)
  try {
    for (;;) {
      const ids = mutants.map(({ id }) => id).filter((id) => !results.has(id))
      if (ids.length === 0) return results
      rmSync(join(folder, 'said'), { force: true })
      writeFileSync(join(folder, 'plan'), JSON.stringify({ paths, ids }))
      const { code, output } = await worked(folder, untilMs)
      const words = said(folder)
      const broken = words.reduce((sum, { broken: some = 0 }) => sum + some, 0)
      if (broken > 0) console.error(`${broken} tests fail with nothing changed: left out`)
      for (const { id, ...result } of words) if (result.status) results.set(id, result)
      const last = words.findLast(({ begins }) => begins)?.begins
      if (Date.now() > untilMs) return results
      if (last === undefined) throw new Stop(`The tests did not start:\n${output}`)
      if (words.at(-1).again || results.has(last)) continue
      if (code === 0) throw new Stop(`Nothing was said of ${last}:\n${output}`)
      results.set(last, { status: 'timeout', by: 'silence' })
    }
  } finally {
    clearInterval(show)
  }
}

await main(async () => {
  const {
    positionals: [name, ...more],
    values: { minutes },
  } = parseArgs({
    allowPositionals: true,
    options: { minutes: { type: 'string', default: 'Infinity' } },
  })
  if (!name) {
    console.error(usage)
    return 2
  }
  const sources = sourcesOf(name)
  const tests = testsOf(name, more)
  if (!existsSync(inRoot('node_modules/@stryker-mutator/instrumenter'))) {
    console.error(`Stryker's instrumenter is not installed: with what it needs it is 67 packages, so it is none of ours. Once:

  npm install --no-save ${instrumenter}`)
    return 2
  }
  const folder = inRoot('.cache/mutation', String(process.pid))
  mkdirSync(folder, { recursive: true })
  try {
    const { files, mutants } = await instrumented(sources)
    if (minutes !== 'Infinity') mutants.sort((one, other) => spread(one.id) - spread(other.id))
    writeFileSync(join(folder, 'files'), JSON.stringify(files))
    const results = await tried(folder, tests, mutants, Number(minutes))
    const judged = mutants.map((mutant) => ({ ...mutant, ...results.get(mutant.id) }))
    for (const mutant of judged)
      if (['survived', 'uncovered'].includes(mutant.status))
        console.log(`[${mutant.status}] ${shown(mutant)}`)
    console.table(table(judged))
  } finally {
    rmSync(folder, { recursive: true })
  }
  return 0
})
