import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, latin1 } from '@core/bytes'
import type { ConnectTarget } from '@core/connect/connect-state'
import { Fault } from '@core/fault'
import { annotatedFormats, writerOf, type AnnotatedFormat } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'
import { LogReader } from '@core/log/reader'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { BytePort } from '@core/ports/byte-port'
import type { SimulatorFiles } from '@core/simulator/bench'
import { played } from '@core/simulator/replay/played'
import { recordingOf } from '@core/simulator/replay/recording'
import { connectBench } from '../../support/connect-bench'
import { quoted } from '@core/words'

function rowsOf(text: string): LogRow[] {
  const log = new LogImport({ knowledge })
  return [...log.push(text), ...log.end()]
}
/** Every path is this log. */
const filesOf = (rows: readonly LogRow[]): SimulatorFiles => ({
  recording: async (name, slot) =>
    played(recordingOf(rows, slot === undefined ? { name } : { name, slot })),
  scenario: async () => [],
})
const transcript = (name: string) =>
  rowsOf(readFileSync(new URL(`../../transcripts/${name}.log`, import.meta.url), 'utf8'))

type Bench = Awaited<ReturnType<typeof connectBench>>

/** A terminal on a replayed log. */
async function replayed(rows: readonly LogRow[], options = '') {
  const bench = await connectBench(`sim:replay?file=x.log${options}`, 1, filesOf(rows))
  await bench.session.close()
  const port = await bench.simulated.open('sim:replay')
  const notes: string[] = []
  port.onNote?.((words) => notes.push(words.en))
  return { bench, port, notes, ask: (line: string, ms = 1_000) => ask(bench, port, line, ms) }
}
async function ask({ clock }: Bench, port: BytePort, line: string, ms: number): Promise<string[]> {
  let text = ''
  const stop = port.onBytes((bytes) => (text += latin1(bytes)))
  await port.write(bytesOf(`${line}\r`))
  await clock.advance(ms)
  stop()
  return text.split(/[\r\n]+/).filter((one) => one !== '' && one !== line && !one.startsWith('~'))
}

test.each(['microcat1-connect', 'microcat1-desync'])(
  'the modem of %s can be brought online on another bench',
  async (name) => {
    const rows = transcript(name)
    const bench = await connectBench('sim:replay?file=x.log', 1, filesOf(rows))
    const { verdict } = await bench.connect()
    expect(verdict).toMatchObject({ result: 'connected', ping: { sent: 3, received: 3 } })
    await bench.session.close()
  },
)

test.each(['microcat1-connect', 'microcat1-desync'])(
  'the modem of %s answers each recorded command as it did',
  async (name) => {
    const rows = transcript(name)
    const { ask: asked, bench } = await replayed(rows)
    for (const { command, says } of recordingOf(rows, { name }).exchanges)
      expect([command, await asked(command, 5_000)]).toEqual([
        command,
        says.map(({ text }) => text),
      ])
    bench.simulated.dispose()
  },
)

test('a command that was lost while the modem was busy is no silence for a host that waits', () => {
  const { exchanges } = recordingOf(transcript('microcat1-desync'), { name: 'x' })
  const cpin = exchanges.filter(({ command }) => command === 'AT+CPIN?')
  expect(cpin.map(({ says }) => says.at(-1)?.text)).toEqual(['OK', 'OK'])
})

const stamped = (lines: readonly (readonly [ms: number, line: string])[]) =>
  lines
    .map(([ms, line]) => `[${new Date(ms).toISOString().slice(0, -1).replace('T', ' ')}] ${line}`)
    .join('\n')

test('answers come in their recorded order, then the last one again, after their recorded time', async () => {
  const { ask: asked } = await replayed(
    rowsOf(
      stamped([
        [0, 'AT+CEREG?'],
        [100, '+CEREG: 0,2'],
        [110, 'OK'],
        [5_000, 'AT+CEREG?'],
        [7_500, '+CEREG: 0,5'],
        [7_600, 'OK'],
      ]),
    ),
  )
  expect(await asked('at + cereg?', 60)).toEqual([])
  expect(await asked('', 100)).toEqual(['+CEREG: 0,2', 'OK'])
  expect(await asked('AT+CEREG?', 2_400)).toEqual([])
  expect(await asked('', 400)).toEqual(['+CEREG: 0,5', 'OK'])
  expect(await asked('AT+CEREG?', 3_000)).toEqual(['+CEREG: 0,5', 'OK'])
})

test('speed makes the recorded times shorter', async () => {
  const rows = rowsOf(
    stamped([
      [0, 'AT+COPS=?'],
      [40_000, '+COPS: (2,"DOCOMO","DOCOMO","44010",7)'],
      [40_010, 'OK'],
    ]),
  )
  const { ask: asked } = await replayed(rows, '&speed=20')
  expect(await asked('AT+COPS=?', 1_900)).toEqual([])
  expect(await asked('', 300)).toContain('OK')
})

test('what came unasked comes once, at its time after the command before it', async () => {
  const { ask: asked } = await replayed(
    rowsOf(
      stamped([
        [0, 'AT+CFUN=1'],
        [200, 'OK'],
        [2_000, '+CPIN: READY'],
        [60_000, 'SMS DONE'],
      ]),
    ),
  )
  expect(await asked('AT+CFUN=1')).toEqual(['OK'])
  expect(await asked('', 1_500)).toEqual(['+CPIN: READY'])
  expect(await asked('AT+CFUN=1', 5_000)).toEqual(['OK'])
  expect(await asked('', 60_000)).toEqual(['SMS DONE'])
})

test('a command that was never recorded is an ERROR, and a note says why', async () => {
  const { ask: asked, notes } = await replayed(transcript('microcat1-connect'))
  expect(await asked('AT+QENG="servingcell"')).toEqual(['ERROR'])
  expect(notes).toEqual(['The recording x.log has no AT+QENG="servingcell": answered with ERROR.'])
  expect(await asked('AT')).toEqual(['OK'])
  expect(await asked('ATE0')).toEqual(['OK'])
  expect(notes).toHaveLength(1)
})

test('a value that was masked in the recording stands for whatever is sent', async () => {
  const { ask: asked } = await replayed(rowsOf('AT+CPIN="PIN-1"\nOK\nAT+CGDCONT=1,"IP","a"\nOK'))
  expect(await asked('AT+CPIN="1234"')).toEqual(['OK'])
  expect(await asked('AT+CGDCONT=1,"IP","b"')).toEqual(['ERROR'])
})

test('the text of a message is taken in at its prompt', async () => {
  const {
    ask: asked,
    port,
    bench,
  } = await replayed(rowsOf('AT+CMGF=1\nOK\nAT+CMGS="NUMBER-1"\n> hello\n+CMGS: 7\nOK\nAT\nOK'))
  expect(await asked('AT+CMGS="+8190"')).toEqual(['> '])
  await port.write(bytesOf('other words\x1a'))
  await bench.clock.advance(1_000)
  expect(await asked('AT')).toEqual(['OK'])
})

test('each open begins with the first recorded answer again', async () => {
  const rows = rowsOf('AT+CSQ\n+CSQ: 20,99\nOK\nAT+CSQ\n+CSQ: 5,99\nOK')
  const { bench, port, ask: asked } = await replayed(rows)
  expect(await asked('AT+CSQ')).toEqual(['+CSQ: 20,99', 'OK'])
  expect(await asked('AT+CSQ')).toEqual(['+CSQ: 5,99', 'OK'])
  await port.close()
  const again = await bench.simulated.open('sim:replay')
  expect(await ask(bench, again, 'AT+CSQ', 1_000)).toEqual(['+CSQ: 20,99', 'OK'])
})

test.each([
  ['Only words.', undefined],
  ['OK\n+CSQ: 20,99\nOK', undefined],
  ['AT\nOK', 'b'],
] as const)('a log without a command of the slot is refused: %s', (text, slot?: SlotName) => {
  const name = 'x.log'
  expect(() => recordingOf(rowsOf(text), slot === undefined ? { name } : { name, slot })).toThrow(
    expect.objectContaining({ code: 'replay-empty' }),
  )
})

test('sim:replay without a file, and a file for another modem, are refused', async () => {
  const bench = await connectBench()
  const refused = expect.objectContaining({ code: 'port-name' })
  await expect(bench.simulated.open('sim:replay')).rejects.toEqual(refused)
  await expect(bench.simulated.open('sim:sim7600?file=x.log')).rejects.toMatchObject({
    code: 'simulator-setting',
  })
  const failing = await connectBench('sim:sim7672', 1, {
    recording: () => Promise.reject(new Fault('bad-input', quoted('x.log: no such file'))),
    scenario: () => Promise.reject(new Fault('bad-input', quoted('x.txt: no such file'))),
  })
  await expect(failing.simulated.open('sim:replay?file=x.log')).rejects.toMatchObject({
    detail: 'x.log: no such file',
  })
  await expect(failing.simulated.open('sim:sim7600?scenario=x.txt')).rejects.toMatchObject({
    detail: 'x.txt: no such file',
  })
})

/** The exchange of a bench as a row each. */
function recorded(bench: Bench): LogRow[] {
  const reader = new LogReader({ slot: 'a', knowledge })
  const rows = bench.wire.flatMap((entry) =>
    reader.push({ slot: 'a', monoUs: entry.atMs * 1000, ...entry }),
  )
  const last = bench.wire.at(-1)?.atMs ?? 0
  return [...rows, ...reader.end(last, last * 1000)]
}

/** Brings a simulated modem online or not, writes its log, and does the same with the replayed log. */
async function roundTrip(options: {
  readonly modem: string
  readonly target?: Partial<ConnectTarget>
  readonly format?: AnnotatedFormat
  readonly redact?: boolean
}) {
  const bench = await connectBench(options.modem)
  const first = await bench.connect(options.target)
  if (bench.session.mode === 'data') await bench.clock.until(bench.session.hangUp(), 120_000)
  await bench.session.close()
  const writer = writerOf(options.format ?? 'text', { language: 'en' })
  const redactor = options.redact ? new Redactor({ knowledge }) : undefined
  const rows = recorded(bench).map((row) => writer.row(redactor ? redactor.row(row) : row))
  const file = writer.head() + rows.join('') + writer.end()
  const again = await connectBench('sim:replay?file=x.log', 1, filesOf(rowsOf(file)))
  const second = await again.connect(options.target)
  await again.session.close()
  return { first: first.verdict, second: second.verdict }
}

test.each([...annotatedFormats])(
  'a session that was exported as %s, masked, connects again when it is replayed',
  async (format) => {
    const { first, second } = await roundTrip({ modem: 'sim:sim7672', format, redact: true })
    expect(first?.result).toBe('connected')
    expect(second).toMatchObject({ result: 'connected' })
  },
)

test.each([
  ['refused by the network', { modem: 'sim:sim7672?reject=11' }],
  ['without a SIM', { modem: 'sim:sim7600?nosim=1' }],
  ['with a locked SIM', { modem: 'sim:sim7672?pin=1234' }],
  ['with a wrong APN', { modem: 'sim:sim5320?card=soracom', target: { apn: 'wrong.example' } }],
  ['with a wrong password', { modem: 'sim:sim7672', target: { password: 'wrong' } }],
  ['a silent modem', { modem: 'sim:sim7672?noanswer=1' }],
] as const)('a replayed session stops where it stopped: %s', async (_name, options) => {
  const { first, second } = await roundTrip(options)
  expect(first?.result).toBe('failed')
  expect(second).toMatchObject({ result: 'failed', step: first?.step, reason: first?.reason })
})

test('a call that the network ended after ten seconds is ended after ten seconds again', async () => {
  const { ask: asked, notes } = await replayed(
    rowsOf(
      stamped([
        [0, 'ATD*99#'],
        [500, 'CONNECT'],
        [10_500, 'NO CARRIER'],
        [20_000, 'AT'],
        [20_010, 'OK'],
      ]),
    ),
  )
  expect(await asked('ATD*99***1#', 9_000)).toEqual(['CONNECT'])
  expect(notes.join()).toMatch(/simulated PPP server/)
  expect(await asked('', 4_000)).toEqual(['NO CARRIER'])
})
