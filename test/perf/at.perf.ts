import { SerialPort } from 'serialport'
import { expect, test } from 'vitest'
import { AtEngine } from '@core/at/engine'
import type { BytePort } from '@core/ports/byte-port'
import { nodeClock } from '@platform/clock/node-clock'
import { openPort } from '@platform/serial/open'
import { type PtyPair, ptyPair } from '../support/pty-pair'
import { median, reportRatio } from '../support/ratio'

const runs = 15
const perRun = 150
const answer = Buffer.from('AT+CSQ\r\r\n+CSQ: 22,99\r\n\r\nOK\r\n')

/** The modem's end of the pty: answers at once, so that only the way there and back is measured. */
async function modemOn(path: string): Promise<SerialPort> {
  const modem = await bare(path)
  modem.on('data', (bytes: Buffer) => {
    for (const octet of bytes) if (octet === 0x0d) modem.write(answer)
  })
  return modem
}

function bare(path: string): Promise<SerialPort> {
  return new Promise((resolve, reject) => {
    const port = new SerialPort({ path, baudRate: 115200, hupcl: false, autoOpen: false })
    port.open((error) => (error ? reject(error) : resolve(port)))
  })
}
const closed = (port: SerialPort) => new Promise<void>((resolve) => port.close(() => resolve()))

/** The median time of one exchange (ms) in a run of them, one after the other. */
async function timed(exchange: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < perRun; i++) {
    const started = performance.now()
    await exchange()
    times.push(performance.now() - started)
  }
  return median(times)
}

/** Write, then read until the answer is there: what any program must do, and nothing more. */
async function bareRun(path: string): Promise<number> {
  const port = await bare(path)
  let wanted = 0
  let done = () => undefined as void
  port.on('data', (bytes: Buffer) => {
    wanted -= bytes.length
    if (wanted === 0) done()
  })
  const ms = await timed(
    () =>
      new Promise<void>((resolve) => {
        wanted = answer.length
        done = resolve
        port.write('AT+CSQ\r')
      }),
  )
  await closed(port)
  return ms
}

async function engineRun(path: string): Promise<number> {
  const port: BytePort = await openPort(path)
  // The silence modems need between commands is no cost of the way there and back, and is left out.
  const write = (bytes: Uint8Array) => port.write(bytes)
  const engine = new AtEngine({ write, clock: nodeClock, gapMs: 0 })
  port.onBytes((bytes) => engine.feed(bytes))
  const ms = await timed(async () => {
    const reply = await engine.send('AT+CSQ', { priority: 'user' })
    if (reply.lines[0] !== '+CSQ: 22,99') throw new Error('The answer was not the one sent')
  })
  engine.stop('port-closed')
  await port.close()
  return ms
}

test('an AT command takes at most 1.25 times as long as a bare write and read', async () => {
  const pair: PtyPair = await ptyPair()
  const modem = await modemOn(pair.far)
  try {
    // The first run of each warms the compiler and is not counted.
    await bareRun(pair.near)
    await engineRun(pair.near)
    const [bareMs, oursMs]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs; run++) {
      bareMs.push(await bareRun(pair.near))
      oursMs.push(await engineRun(pair.near))
    }
    reportRatio({
      name: 'AT round trip on a pty',
      oursMs: median(oursMs),
      bareMs: median(bareMs),
      goal: 1.25,
      runs,
    })
    expect(oursMs).toHaveLength(runs)
  } finally {
    await closed(modem)
    await pair.remove()
  }
})
