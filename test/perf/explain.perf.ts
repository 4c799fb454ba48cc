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
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { median, reportRatio } from '../support/ratio'
import { runScript } from '../support/run-script'

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

const run = (script: string, args: readonly string[]) =>
  runScript(script, args, { out: join(folder, 'out') })

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
      goal: 4,
      runs,
    })
    expect(oursMb - bareMb).toBeLessThan(150)
  },
)
