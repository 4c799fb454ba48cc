import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTests } from '@vitest/runner'
import { VitestTestRunner } from 'vitest/runners'
import { ManualClock } from '../../test/support/manual-clock.ts'

/** The clock of this computer, before a test puts another in its place. */
const { setTimeout, clearTimeout, performance } = globalThis

const folder = process.env.MODEM_BENCH_MUTATION
const mutation = (globalThis.__stryker__ ??= {})
/** How often which mutant was come by: the changed code counts it here. */
const coverage = (mutation.mutantCoverage = { static: {}, perTest: {} })

const say = (what) => appendFileSync(join(folder, 'said'), `${JSON.stringify(what)}\n`)

/** How long a test may take that took `ms` when nothing was changed; of the processor, where it only reckons. */
const limitOf = (ms) => 5_000 + 5 * ms
const reckoningOf = (ms) => 1_000 + 5 * ms

class TooLong extends Error {}

const usedMs = () => process.cpuUsage().user / 1_000
let mostMs = Infinity

// A test that waits on the clock of the tests for what never comes would run through hours of it, and no timer of the computer comes between.
for (const name of ['advance', 'schedule']) {
  const before = ManualClock.prototype[name]
  ManualClock.prototype[name] = function limited(...args) {
    if (usedMs() > mostMs) throw new TooLong('reckoned too long')
    return before.apply(this, args)
  }
}

/** Evaluations of a changed place, of which no test needs as many: an endless loop. */
const limitOfHits = (hits) => 1_000 + 100 * hits

/**
 * Runs the tests of a file, as Vitest would, and tells nobody of it. The file is evaluated anew each time, what it imports is not. What runs
 * outside of a test is counted for the file.
 */
class Silent extends VitestTestRunner {
  constructor(outer) {
    super(outer.config)
    this.moduleRunner = outer.moduleRunner
    this.__setTraces(outer._otel)
  }

  /** Runs these tests of the file, all without `ids`, until one fails. */
  async try(path, { ids, limits, counted = path } = {}) {
    Object.assign(this, { path: counted, limits, durations: {}, failed: undefined, broken: [] })
    mutation.currentTestId = counted
    try {
      const [file] = await startTests([{ filepath: path, testIds: ids }], this)
      if (file.result?.state === 'fail') this.failed ??= { id: path, name: file.name }
    } finally {
      mutation.currentTestId = undefined
    }
    return this.failed
  }

  /** Again without asking Vitest's main process, which would be asked for everything that the file imports. */
  importFile(path, source) {
    const file = this.workerState.evaluatedModules.getModuleById(path)
    if (!file) return super.importFile(path, source)
    Object.assign(file, { evaluated: false, promise: undefined, exports: undefined })
    return this.moduleRunner.cachedRequest(file.url, file)
  }

  async onBeforeRunTask(test) {
    if (this.failed && this.limits) test.mode = 'skip'
    await super.onBeforeRunTask(test)
    if (test.mode === 'skip') return
    mutation.currentTestId = test.id
    if (mutation.hitCount !== undefined) mutation.hitCount = 0
    this.began = performance.now()
    beat()
  }

  onAfterRunTask(test) {
    super.onAfterRunTask(test)
    mutation.currentTestId = this.path
    this.durations[test.id] = performance.now() - this.began
    if (test.result.state !== 'fail') return
    this.broken.push(test.id)
    this.failed ??= {
      id: test.id,
      name: test.name,
      late: this.late,
      why: test.result.errors?.[0]?.message,
    }
  }

  /** The test itself, no longer than it may take. */
  async runTask(test) {
    const run = VitestTestRunner.getTestFn(test)
    this.late = false
    if (!this.limits) return run()
    const ms = this.limits[test.id] ?? 0
    let timer
    const tooLong = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new TooLong('took too long')), limitOf(ms))
    })
    mostMs = usedMs() + reckoningOf(ms)
    try {
      return await Promise.race([run(), tooLong])
    } catch (error) {
      this.late = error instanceof TooLong
      throw error
    } finally {
      clearTimeout(timer)
      mostMs = Infinity
    }
  }

  onCollectStart(file) {
    this.workerState.current = file
  }
  onAfterRunSuite(suite) {
    this.workerState.current = suite.suite ?? suite.file
  }
}

let beaten = 0

/** Says now and then that something happens, for the one who watches. */
function beat() {
  if (performance.now() - beaten < 1_000) return
  beaten = performance.now()
  say({})
}

/** Which module a text names is asked once. */
function askOnce(modules) {
  const known = new Map()
  const asked = modules.cachedModule.bind(modules)
  modules.cachedModule = (url, importer) => {
    const name = `${importer} ${url}`
    if (!known.has(name)) known.set(name, asked(url, importer))
    return known.get(name)
  }
}

/** What each test costs and which mutants it comes by, and how often; tests that fail with nothing changed are left out. */
async function unchanged(runner, paths) {
  // What is evaluated once with the modules is counted for no test.
  for (const path of paths) await runner.try(path, { ids: [], counted: null })
  coverage.perTest = {}
  const tests = {}
  const broken = []
  for (const path of paths) {
    await runner.try(path)
    broken.push(...runner.broken)
    for (const [id, ms] of Object.entries(runner.durations)) tests[id] = { path, ms }
    say({ path, tests: Object.keys(runner.durations).length, broken: runner.broken.length })
  }
  for (const id of broken) delete tests[id]
  return { tests, ...coverage }
}

/** The tests that come by a mutant, file by file, the cheapest file first. */
function comingBy(id, { tests, perTest }) {
  const files = {}
  for (const [test, { path, ms }] of Object.entries(tests)) {
    const hits = Math.max(perTest[test]?.[id] ?? 0, perTest[path]?.[id] ?? 0)
    if (hits === 0) continue
    const file = (files[path] ??= { path, ids: [], ms: 0, hits: 0 })
    file.ids.push(test)
    file.ms += ms
    file.hits = Math.max(file.hits, hits)
  }
  return Object.values(files).toSorted((one, other) => one.ms - other.ms)
}

/** The first test that notices the mutant. */
async function noticed(runner, id, files, limits) {
  mutation.activeMutant = id
  for (const { path, ids, hits } of files) {
    mutation.hitCount = 0
    mutation.hitLimit = limitOfHits(hits)
    const failed = await runner.try(path, { ids, limits })
    if (failed) return { ...failed, path }
  }
  return undefined
}

/** One mutant. A test that still fails once it is gone has been spoilt before: then this process has to end. */
async function tried(runner, id, dry, first) {
  const files = comingBy(id, dry)
  if (files.length === 0) return { status: dry.static[id] ? 'static' : 'uncovered' }
  const limits = Object.fromEntries(Object.entries(dry.tests).map(([test, { ms }]) => [test, ms]))
  const failed = await noticed(runner, id, files, limits)
  mutation.activeMutant = undefined
  mutation.hitCount = undefined
  if (!failed) return { status: 'survived' }
  const { path, name, late, why } = failed
  const ids = failed.id === path ? files.find((file) => file.path === path).ids : [failed.id]
  const spoilt = (await runner.try(path, { ids, limits })) !== undefined
  if (spoilt && !first) return { spoilt }
  return { status: late ? 'timeout' : 'killed', by: name, why, spoilt }
}

/** Takes the place of Vitest's own runner: the one file that Vitest is given has the list of the others. */
export default class extends VitestTestRunner {
  async onAfterRunSuite(suite) {
    await super.onAfterRunSuite(suite)
    const { paths, ids } = JSON.parse(readFileSync(join(folder, 'plan'), 'utf8'))
    const kept = join(folder, 'dry')
    askOnce(this.moduleRunner)
    const runner = new Silent(this)
    let dry
    if (existsSync(kept)) {
      dry = JSON.parse(readFileSync(kept, 'utf8'))
      for (const path of paths) await runner.try(path, { ids: [], limits: {} })
    } else {
      dry = await unchanged(runner, paths)
      writeFileSync(kept, JSON.stringify(dry))
    }
    let first = true
    for (const id of ids) {
      say({ begins: id })
      const { spoilt, ...result } = await tried(runner, id, dry, first)
      if (result.status) say({ id, ...result })
      if (spoilt) return say({ again: true })
      if (!['static', 'uncovered'].includes(result.status)) first = false
    }
  }
}
