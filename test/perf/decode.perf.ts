import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test } from 'vitest'
import { median, reportRatio } from '../support/ratio'
import { runScript } from '../support/run-script'

const exchanges = 100_000
const runs = 3
const root = fileURLToPath(new URL('../../', import.meta.url))
const cli = join(root, 'out/main/cli.js')
const bare = join(root, 'test/perf/bare/json-lines.mjs')
const folder = mkdtempSync(join(tmpdir(), 'modem-bench-perf-'))
const asked = join(folder, 'exchanges.jsonl')

/** What a bench asks all day; `n` makes signal and cell differ each time. */
const day = (n: number): readonly (readonly [string | null, string])[] => [
  ['AT+CSQ', `+CSQ: ${n % 32},99`],
  ['AT+CEREG?', `+CEREG: 2,5,"1A2B","${(0x1a2d000 + n).toString(16)}",7`],
  ['AT+COPS?', '+COPS: 0,0,"NTT DOCOMO",7'],
  ['AT+CESQ', `+CESQ: 99,99,255,255,${n % 35},${n % 98}`],
  [
    'AT+CPSI?',
    `+CPSI: LTE,Online,440-10,0x1A2B,${n},123,EUTRAN-BAND1,276,5,5,-94,-${800 + (n % 400)},-550,15`,
  ],
  ['AT+CGDCONT?', '+CGDCONT: 1,"IP","soracom.io","0.0.0.0",0,0,0,0'],
  ['AT+CBC', `+CBC: 3.${800 + (n % 200)}V`],
  ['ATI', 'Manufacturer: SIMCOM INCORPORATED\r\nModel: SIM7672JP-MNGV\r\nRevision: V1.0'],
  ['AT+CGPADDR=1', `+CGPADDR: 1,"10.0.0.${n % 255}"`],
  [null, '+CGEV: NW PDN DEACT 1'],
]

beforeAll(() => {
  const line = (id: number, command: string | null, said: string) =>
    JSON.stringify({
      id,
      command,
      response: `${command === null ? '' : `${command}\r`}\r\n${said}\r\n${command === null ? '' : '\r\nOK\r\n'}`,
    })
  const lines: string[] = []
  for (let n = 0; lines.length < exchanges; n++)
    for (const [command, said] of day(n)) lines.push(line(lines.length, command, said))
  writeFileSync(asked, `${lines.join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.runIf(existsSync(cli))('decodes exchanges, and says how many a second', async () => {
  const files = { in: asked, out: join(folder, 'out') }
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let i = 0; i < runs; i++) {
    theirs.push((await runScript(bare, [], files)).ms)
    ours.push((await runScript(cli, ['decode'], files)).ms)
  }
  const perSecond = Math.round(exchanges / (median(ours) / 1000))
  reportRatio({
    name: `decoding ${exchanges.toLocaleString('en')} exchanges (${perSecond.toLocaleString('en')} a second), against JSON read and written (the parser of nRF Cellular Monitor is no package to compare with)`,
    oursMs: median(ours),
    bareMs: median(theirs),
    runs,
  })
})
