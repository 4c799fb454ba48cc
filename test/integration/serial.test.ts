import { execFileSync, spawn } from 'node:child_process'
import {
  constants,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join, dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sameBytes } from '@core/bytes'
import { faultCode } from '@core/fault'
import type { BytePort, PortEnd } from '@core/ports/byte-port'
import type { PortInfo } from '@core/ports/port-info'
import { openPort, openSerial } from '@platform/serial/open'
import { stty } from '@platform/serial/stty'
import { identityOf, watchForReturn } from '@platform/serial/watch'
import { runCli } from '../support/cli'
import { hasPtys, ptyPair, until, type PtyPair } from '../support/pty-pair'
import { MemoryPort } from '../support/memory-port'

const everyByte = Uint8Array.from({ length: 256 }, (_, i) => i)

/** Everything a port reads, gathered. */
function gather(port: BytePort): { bytes: () => Uint8Array; length: () => number } {
  const parts: Uint8Array[] = []
  let length = 0
  port.onBytes((bytes) => {
    parts.push(bytes)
    length += bytes.length
  })
  return { bytes: () => new Uint8Array(Buffer.concat(parts)), length: () => length }
}

function endOf(port: BytePort): Promise<PortEnd> {
  return new Promise((resolve) => port.onEnd(resolve))
}

/** Descriptors of this process that lead to a pty. */
function openPtys(): number {
  return readdirSync('/proc/self/fd').filter((fd) => linkOf(fd).startsWith('/dev/pts/')).length
}

/** The number of the descriptor that leads to this pty. */
function openPtyOf(path: string): string {
  const node = realpathSync(path)
  const found = readdirSync('/proc/self/fd').find((fd) => linkOf(fd) === node)
  if (found === undefined) throw new Error(`${path} is not open`)
  return found
}

/** The flags of an open file, which every process that has it shares. */
function flagsOf(fd: string): number {
  const info = readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')
  return parseInt(/^flags:\s*(\d+)/m.exec(info)?.[1] ?? '0', 8)
}

function linkOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return ''
  }
}

async function failure(work: Promise<unknown>): Promise<{ code: unknown; message: string }> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return { code: faultCode(error), message: error instanceof Error ? error.message : '' }
}

describe.runIf(hasPtys)('a serial port on a pty', () => {
  let pair: PtyPair
  beforeEach(async () => {
    pair = await ptyPair()
  })
  afterEach(() => pair.remove())

  test('carries all 256 byte values both ways unchanged', async () => {
    const [near, far] = await Promise.all([openSerial(pair.near), openSerial(pair.far)])
    const [atNear, atFar] = [gather(near), gather(far)]
    await near.write(everyByte)
    await far.write(everyByte)
    await until(() => atFar.length() === 256 && atNear.length() === 256)
    expect([...atFar.bytes()]).toEqual([...everyByte])
    expect([...atNear.bytes()]).toEqual([...everyByte])
    await Promise.all([near.close(), far.close()])
  })

  test('carries 1 MB in order without losing a byte', async () => {
    const [near, far] = await Promise.all([openSerial(pair.near), openSerial(pair.far)])
    const read = gather(far)
    const sent = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i * 31 + (i >> 8)) & 0xff)
    await near.write(sent)
    await until(() => read.length() >= sent.length)
    expect(sameBytes(read.bytes(), sent)).toBe(true)
    await Promise.all([near.close(), far.close()])
  })

  test('keeps writes in the order they were asked for', async () => {
    const [near, far] = await Promise.all([openSerial(pair.near), openSerial(pair.far)])
    const read = gather(far)
    const writes = Array.from({ length: 50 }, (_, i) => near.write(Uint8Array.of(i)))
    await Promise.all(writes)
    await until(() => read.length() === 50)
    expect([...read.bytes()]).toEqual(Array.from({ length: 50 }, (_, i) => i))
    await Promise.all([near.close(), far.close()])
  })

  test('loses nothing that arrived before anyone listened', async () => {
    const [near, far] = await Promise.all([openSerial(pair.near), openSerial(pair.far)])
    await near.write(everyByte)
    const read = gather(far)
    await until(() => read.length() === 256)
    expect([...read.bytes()]).toEqual([...everyByte])
    await Promise.all([near.close(), far.close()])
  })

  test('has no line lamps on a pty, and says closed after it was closed', async () => {
    const port = await openSerial(pair.near)
    expect(port.lines).toBeUndefined()
    expect(port.setFlowControl).toBeUndefined()
    const end = endOf(port)
    await port.close()
    await port.close()
    expect(await end).toEqual({ reason: 'closed' })
    expect((await failure(port.write(everyByte))).code).toBe('port-closed')
    expect(openPtys()).toBe(0)
  })

  test('reaches the settings node-serialport does not through a descriptor that is open', async () => {
    const descriptor = openSync(pair.near, 'r+')
    expect(await stty(descriptor, ['crtscts', '-hupcl'])).toBe('done')
    expect(await stty(descriptor, ['no-such-setting'])).toBe('refused')
    expect(execFileSync('stty', ['-F', pair.near, '-a'], { encoding: 'utf8' })).toMatch(/ crtscts/)
    closeSync(descriptor)
  })

  test('never makes an open port blocking, and clears HUPCL', async () => {
    const port = await openSerial(pair.near)
    expect(flagsOf(openPtyOf(pair.near)) & constants.O_NONBLOCK).not.toBe(0)
    expect(execFileSync('stty', ['-F', pair.near, '-a'], { encoding: 'utf8' })).toMatch(/ -hupcl/)
    await port.close()
  })

  test('leaves no worker thread behind in a read, however many ports were open', async () => {
    // Twice as many as Node has threads for reads, name look-ups and files.
    for (let round = 0; round < 4; round++) {
      const ports = await Promise.all([openSerial(pair.near), openSerial(pair.far)])
      for (const port of ports) gather(port)
      // A read that blocks has taken its thread once something was asked of the others.
      await stat(pair.near)
      await Promise.all(ports.map((port) => port.close()))
    }
    await Promise.all(Array.from({ length: 8 }, () => stat('/')))
    expect(openPtys()).toBe(0)
  })

  test('leaves the command line free to end after the last answer', async () => {
    const modem = await openSerial(pair.far)
    modem.onBytes((bytes) => {
      if (Buffer.from(bytes).includes(0x0d)) void modem.write(Buffer.from('\r\nOK\r\n'))
    })
    // The program ends by itself, or the test never does.
    const ended = await runCli(['at', pair.near, 'AT', 'AT+X'])
    expect(ended).toMatchObject({ code: 0, out: 'OK\nOK\n', err: '' })
    await modem.close()
  })

  test('finds a modem again by the path of its link, since a pty has no identity', async () => {
    expect(await identityOf(pair.near)).toBe(`path:${pair.near}`)
    expect(await identityOf('tcp:bench:2000')).toBe('tcp:bench:2000')
  })

  test('closes at once though bytes nobody reads are on their way', async () => {
    const port = await openSerial(pair.near)
    const write = failure(port.write(new Uint8Array(1 << 18)))
    await port.close()
    expect((await write).code).toBe('port-closed')
    expect(openPtys()).toBe(0)
  })

  test('changes the speed of an open port', async () => {
    const port = await openSerial(pair.near, { baudRate: 9600 })
    await port.setBaudRate?.(460800)
    await port.close()
  })

  test('notices that the modem vanished while it listens', async () => {
    const port = await openSerial(pair.near)
    gather(port)
    const end = endOf(port)
    await pair.unplug()
    expect((await end).reason).toBe('gone')
    expect((await failure(port.write(everyByte))).code).toBe('port-gone')
    await port.close()
    expect(openPtys()).toBe(0)
  })

  test('notices that the modem vanished when nobody listens', async () => {
    const port = await openSerial(pair.near)
    const end = endOf(port)
    await pair.unplug()
    expect((await end).reason).toBe('gone')
  })

  test('notices that a link now leads to another device', async () => {
    const port = await openSerial(pair.near)
    const end = endOf(port)
    const other = await ptyPair()
    unlinkSync(pair.near)
    symlinkSync(realpathSync(other.near), pair.near)
    expect((await end).reason).toBe('gone')
    await other.remove()
  })

  test('gives up a write nobody reads, with the number of bytes that were taken, and still closes', async () => {
    const port = await openSerial(pair.near, { baudRate: 4_000_000 })
    // Far is not read: socat stops taking bytes when its pipe is full.
    const stuck = await failure(port.write(new Uint8Array(1 << 18)))
    expect(stuck.code).toBe('port-stuck')
    expect(stuck.message).toMatch(/took \d+ of 262144 bytes/)
    const far = await openSerial(pair.far)
    const read = gather(far)
    // Once somebody reads, the port is as good as new; only what was given up is missing.
    await port.write(everyByte)
    await until(() => sameBytes(read.bytes().slice(-256), everyByte))
    expect(read.length()).toBeLessThan(1 << 18)
    await Promise.all([port.close(), far.close()])
    expect(openPtys()).toBe(0)
  })

  test('hears the modem while it takes no more octets', async () => {
    const [near, far] = await Promise.all([openSerial(pair.near), openSerial(pair.far)])
    const read = gather(near)
    // Far is not read: near waits for room, and would wait for it alone.
    const write = failure(near.write(new Uint8Array(1 << 18)))
    await far.write(everyByte)
    await until(() => read.length() === 256)
    expect([...read.bytes()]).toEqual([...everyByte])
    await Promise.all([near.close(), far.close()])
    expect((await write).code).toBe('port-closed')
  })

  test('finds the modem again after it returned and opens it anew', async () => {
    const port = await openSerial(pair.near)
    const end = endOf(port)
    await pair.unplug()
    await end
    const back = new Promise<PortInfo>((resolve) => {
      void identityOf(pair.near).then((identity) => watchForReturn(identity, resolve))
    })
    await pair.plug()
    const info = await back
    expect(info).toMatchObject({ path: pair.near, kind: 'pty' })
    const again = await openPort(info.path)
    const far = await openSerial(pair.far)
    const read = gather(far)
    await again.write(everyByte)
    await until(() => read.length() === 256)
    await Promise.all([again.close(), far.close()])
  })

  test('names another program that has the port open', async () => {
    const descriptor = openSync(pair.near, 'r+')
    const child = spawn('sleep', ['60'], { stdio: [descriptor, 'ignore', 'ignore'] })
    closeSync(descriptor)
    const refused = await failure(openSerial(pair.near)).finally(() => child.kill())
    expect(refused.code).toBe('port-busy')
    expect(refused.message).toContain(`held by sleep (pid ${child.pid})`)
  })

  test('says that the port is open in this program, and leaves it alone', async () => {
    const port = await openSerial(pair.near)
    const refused = await failure(openSerial(pair.near))
    expect(refused.code).toBe('port-already-open')
    expect(refused.message).toContain('open in this program already')
    const far = await openSerial(pair.far)
    const read = gather(far)
    await port.write(everyByte)
    await until(() => read.length() === 256)
    await Promise.all([port.close(), far.close()])
  })

  test('leaves no stuck port after 200 plug cycles of four cables', async () => {
    async function plugAndUnplug(cable: PtyPair): Promise<void> {
      for (let cycle = 0; cycle < 50; cycle++) {
        if (cycle > 0) await cable.plug()
        const port = await openSerial(cable.near)
        const read = gather(port)
        const end = endOf(port)
        await cable.unplug()
        expect((await end).reason).toBe('gone')
        expect(read.length()).toBe(0)
        await port.close()
      }
    }
    const cables = [pair, ...(await Promise.all([ptyPair(), ptyPair(), ptyPair()]))]
    await Promise.all(cables.map(plugAndUnplug))
    expect(openPtys()).toBe(0)
    await Promise.all(cables.map((cable) => cable.remove()))
  })

  test('says what it is when the path is no serial port', async () => {
    const file = join(dirname(pair.near), 'file')
    writeFileSync(file, '')
    expect((await failure(openPort(`${pair.near}-none`))).code).toBe('port-not-found')
    expect(await failure(openPort(file))).toMatchObject({ code: 'port-name' })
    expect((await failure(openPort(dirname(pair.near)))).message).toContain('is a folder')
    expect((await failure(openPort('/dev/null'))).message).toContain('not a serial port')
    expect((await failure(openSerial(pair.near, { baudRate: 0 }))).code).toBe('bad-input')
  })
})

describe('a TCP port', () => {
  test('carries bytes both ways and notices that the far side closed', async () => {
    const server = createServer((socket) => {
      socket.on('data', (bytes) => {
        socket.write(bytes)
        if (bytes.includes(0xff)) socket.end()
      })
    })
    const number = await listening(server)
    const port = await openPort(`tcp:127.0.0.1:${number}`)
    const read = gather(port)
    const end = endOf(port)
    await port.write(everyByte)
    expect((await end).reason).toBe('gone')
    expect([...read.bytes()]).toEqual([...everyByte])
    expect((await failure(port.write(everyByte))).code).toBe('port-gone')
    await port.close()
    await closed(server)
  })

  test('lets go of a peer that does not close its side', async () => {
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true })
    const number = await listening(server)
    const port = await openPort(`tcp:127.0.0.1:${number}`)
    await port.close()
    expect((await failure(port.write(everyByte))).code).toBe('port-closed')
    server.close()
  })

  test('says that nothing listens there', async () => {
    const server = createServer()
    const number = await listening(server)
    await closed(server)
    const refused = await failure(openPort(`tcp:127.0.0.1:${number}`))
    expect(refused.code).toBe('port-unreachable')
    expect(refused.message).toContain('nothing listens there')
  })
})

test('hands simulated names to the opener it was given', async () => {
  const [near] = MemoryPort.pair()
  const names: string[] = []
  const openSimulated = async (name: string) => {
    names.push(name)
    return near
  }
  expect(await openPort('sim:sim7672#2', { openSimulated })).toBe(near)
  expect(names).toEqual(['sim:sim7672#2'])
  expect((await failure(openPort('sim:sim7672'))).code).toBe('port-name')
})

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
