import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectTo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { knowledge } from '@catalog/decoders'
import { bytesOf } from '@core/bytes'
import { PcapngWriter } from '@core/log/pcapng'
import { LogReader } from '@core/log/reader'
import type { CaptureSink, CaptureWay } from '@core/ports/capture'
import { protocols } from '@core/ppp/codes'
import { encodeFrame } from '@core/ppp/hdlc'
import { CaptureWriter } from '@platform/capture/capture-writer'
import { captureOpener } from '@platform/capture/open-capture'
import { socketPlace } from '@platform/capture/socket-place'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lacksHere } from '../support/needs'
import { until } from '../support/pty-pair'

const run = promisify(execFile)
const hasTshark = !lacksHere('tshark')

let folder: string
let sinks: CaptureSink[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-capture-'))
  sinks = []
})
afterEach(async () => {
  await Promise.all(sinks.map((sink) => sink.close()))
  rmSync(folder, { recursive: true, force: true })
})

/** A capture, and a way to say something on the port. */
async function capture(way: CaptureWay, open = captureOpener(folder, () => 0)) {
  let writer = new PcapngWriter({ language: 'en' })
  const head = () => {
    writer = new PcapngWriter({ language: 'en' })
    return writer.head()
  }
  const sink = await open({ way, name: 'slot-a', head, onChange: () => undefined })
  sinks.push(sink)
  const log = new LogReader({ slot: 'a', knowledge })
  let at = 0
  const say = (bytes: Uint8Array) => {
    const entry = { slot: 'a', dir: 'tx', atMs: at, monoUs: at++ * 1000, bytes } as const
    for (const row of log.push(entry)) sink.write(writer.row(row))
  }
  say(bytesOf('ATD*99#\r'))
  return {
    sink,
    /** A frame of LCP that carries its number. */
    echo: (id: number) =>
      say(encodeFrame(protocols.lcp, Uint8Array.of(9, id, 0, 8, 1, 2, 3, 4), { accm: 0 })),
  }
}

const fields = ['-Y', 'lcp', '-T', 'fields', '-e', 'ppp.identifier', '-e', 'frame.p2p_dir']

describe.skipIf(process.platform === 'win32')('a named pipe', () => {
  test.skipIf(!hasTshark)('is read live by tshark, packet by packet', async () => {
    const { sink, echo } = await capture('pipe')
    expect(sink.waiting).toBe(true)
    echo(1)
    const tshark = spawn('tshark', ['-l', '-i', sink.path, ...fields])
    let heard = ''
    tshark.stdout.on('data', (text) => (heard += String(text)))
    // What was said before anybody read is not lost.
    await until(() => heard.includes('1\t0'))
    expect(sink.waiting).toBe(false)
    echo(2)
    await until(() => heard.includes('2\t0'))
    const gone = new Promise((resolve) => tshark.once('exit', resolve))
    await sink.close()
    await gone
    expect(existsSync(sink.path)).toBe(false)
  })

  test('gives each reader a capture from its start', async () => {
    const { sink, echo } = await capture('pipe')
    for (const id of [1, 2]) {
      const reader = spawn('cat', [sink.path])
      let first = Buffer.alloc(0)
      reader.stdout.on('data', (piece: Buffer) => (first = Buffer.concat([first, piece])))
      await until(() => first.length > 0)
      // The section header of pcapng.
      expect(first.subarray(0, 4).toString('hex')).toBe('0a0d0d0a')
      const gone = new Promise((resolve) => reader.once('exit', resolve))
      reader.kill()
      await gone
      // Its going is seen by a write.
      await until(() => {
        echo(id)
        return sink.waiting
      })
    }
    expect(sink.failure).toBeNull()
  })

  test('ends at once when nobody ever reads, and takes away what a crashed console left', async () => {
    const first = await capture('pipe')
    await first.sink.close()
    // No process has this number.
    const stale = join(folder, 'captures', 'slot-a-99999999.pipe')
    await run('mkfifo', [stale])
    await capture('pipe')
    expect(existsSync(stale)).toBe(false)
    expect(readdirSync(join(folder, 'captures'))).toEqual([`slot-a-${process.pid}.pipe`])
  })

  test('of Windows is a server: the same over a socket, with a reader that comes and goes', async () => {
    const place = await socketPlace(join(folder, 'socket'))
    let heads = 0
    const head = () => Uint8Array.of(++heads)
    const options = { way: 'pipe', name: 'x', head, onChange: () => undefined } as const
    const sink = new CaptureWriter(place, options)
    sinks.push(sink)
    sink.write(bytesOf('early'))
    const read = () => {
      const socket = connectTo(join(folder, 'socket'))
      const got: Buffer[] = []
      socket.on('data', (piece) => got.push(piece))
      return { socket, text: () => Buffer.concat(got).toString('latin1') }
    }
    const first = read()
    await until(() => first.text() === '\x01early')
    first.socket.destroy()
    await until(() => {
      sink.write(bytesOf('x'))
      return sink.waiting
    })
    const second = read()
    await until(() => second.text().startsWith('\x02'))
    second.socket.destroy()
  })
})

test.skipIf(!hasTshark)('a file can be read while it grows, and after it', async () => {
  const { sink, echo } = await capture('file')
  expect(sink.path).toMatch(/captures.1970-01-01T00-00-00-000Z-slot-a\.pcapng$/)
  for (let id = 1; id <= 5; id++) echo(id)
  await until(() => sink.bytes > 300)
  const now = await run('tshark', ['-r', sink.path, ...fields])
  expect(now.stdout).toBe('1\t0\n2\t0\n3\t0\n4\t0\n5\t0\n')
  await sink.close()
  expect(readFileSync(sink.path).length).toBe(sink.bytes)
})

test('says why it cannot begin', async () => {
  writeFileSync(join(folder, 'captures'), 'a file where the folder should be')
  await expect(capture('file')).rejects.toMatchObject({ code: 'capture-open' })
})

test('gives up what is in line when nobody reads for too long, and says how much', async () => {
  const { sink } = await capture('pipe')
  for (let i = 0; i < 17; i++) sink.write(new Uint8Array(1024 * 1024))
  expect(sink.lost).toBeGreaterThan(10)
})
