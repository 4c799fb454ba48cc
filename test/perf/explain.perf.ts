import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { median, reportRatio } from '../support/ratio'

const lines = 1_000_000
const runs = 3
const root = fileURLToPath(new URL('../../', import.meta.url))
const cli = join(root, 'out/main/cli.js')
const bare = join(root, 'test/perf/bare/readline.mjs')
const folder = mkdtempSync(join(tmpdir(), 'modem-bench-perf-'))
const log = join(folder, 'million.log')

beforeAll(() => {
  const seeds = ['microcat1-connect', 'microcat1-desync']
    .map((name) => readFileSync(join(root, `test/transcripts/${name}.log`), 'utf8'))
    .join('')
  const file = openSync(log, 'w')
  const times = Math.ceil(lines / (seeds.split('\n').length - 1))
  // Signal and cell differ each time, as they do on a bench.
  for (let i = 0; i < times; i++)
    writeFileSync(
      file,
      seeds
        .replaceAll('+CSQ: 99,99', `+CSQ: ${i % 32},99`)
        .replaceAll("b'8,39683652,'", `b'8,${39683652 + i},'`),
    )
  closeSync(file)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a program to its end: how long it took, and the most memory it had. */
function run(script: string, args: readonly string[]): Promise<{ ms: number; maxRssMb: number }> {
  const tell =
    "process.on('exit',()=>process.stderr.write('\\nmaxrss '+process.resourceUsage().maxRSS))"
  const started = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, script, ...args],
    { stdio: ['ignore', openSync(join(folder, 'out'), 'w'), 'pipe'] },
  )
  let said = ''
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const maxRssMb = Number(/maxrss (\d+)/.exec(said)?.[1]) / 1024
      if (code === 0) resolve({ ms: performance.now() - started, maxRssMb })
      else reject(new Error(`${script} ended with ${code}: ${said}`))
    })
  })
}

test.runIf(existsSync(cli))(
  'explains a million lines in at most 150 MB more than a bare pass, and says how much slower',
  async () => {
    const [ours, theirs]: [number[], number[]] = [[], []]
    let [oursMb, bareMb] = [0, 0]
    for (let i = 0; i < runs; i++) {
      const pass = await run(bare, [log])
      const explained = await run(cli, ['explain', log])
      theirs.push(pass.ms)
      ours.push(explained.ms)
      oursMb = Math.max(oursMb, explained.maxRssMb)
      bareMb = Math.max(bareMb, pass.maxRssMb)
    }
    reportRatio({
      name: `explaining a log of a million lines (${oursMb.toFixed(0)} MB, bare ${bareMb.toFixed(0)} MB)`,
      oursMs: median(ours),
      bareMs: median(theirs),
      goal: 8,
      runs,
    })
    expect(oursMb - bareMb).toBeLessThan(150)
  },
)
