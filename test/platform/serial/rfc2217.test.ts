import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { Fault } from '@core/fault'
import type { Framing } from '@core/ports/framing'
import type { BytePort, PortEnd } from '@core/ports/byte-port'
import { Listeners } from '@platform/serial/base-port'
import { openRfc2217 } from '@platform/serial/rfc2217/client'
import { SharedPort, type ShareNews } from '@platform/serial/rfc2217/shared-port'
import { escaped, TelnetReader, within, type TelnetEvent } from '@platform/serial/rfc2217/telnet'
import { openTcp } from '@platform/serial/tcp-port'

const ends: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** A server on loopback that does this with whoever comes; its port. */
async function serving(met: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    met(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return (server.address() as AddressInfo).port
}

/** A serial port with lines, whose wire is here. */
function wired() {
  const listeners = new Listeners()
  const wrote: number[] = []
  const speeds: number[] = []
  const framed: Framing[] = []
  const breaks: number[] = []
  const lines = { dtr: true, rts: true, cts: true, dsr: true, dcd: false, ri: false }
  const port: BytePort = {
    label: 'wire',
    onBytes: (listener) => listeners.onBytes(listener),
    onEnd: (listener) => listeners.onEnd(listener),
    write: (bytes) => {
      wrote.push(...bytes)
      return Promise.resolve()
    },
    close: () => {
      listeners.finish({ reason: 'closed' })
      return Promise.resolve()
    },
    lines: {
      set: (outputs) => Promise.resolve(void Object.assign(lines, outputs)),
      get: () => Promise.resolve({ ...lines }),
    },
    sendBreak: (ms) => Promise.resolve(void breaks.push(ms)),
    framing: '8N1',
    setFraming: (framing) => {
      // Like a chip without 5 data bits.
      if (framing.startsWith('5')) return Promise.reject(new Fault('port-failed'))
      framed.push(framing)
      return Promise.resolve()
    },
    setBaudRate: (rate) => {
      // Like a driver that has no such speed.
      if (rate === 12_345) return Promise.reject(new Fault('port-failed'))
      speeds.push(rate)
      return Promise.resolve()
    },
  }
  return {
    port,
    wrote,
    speeds,
    framed,
    breaks,
    lines,
    says: (bytes: Uint8Array) => listeners.deliver(bytes),
  }
}

async function shared(raw = false) {
  const wire = wired()
  const news: ShareNews[] = []
  const sharing = new SharedPort({
    port: wire.port,
    baudRate: 115200,
    rtscts: false,
    raw,
    onNews: (one) => news.push(one),
  })
  const port = await serving((socket) => sharing.join(socket))
  ends.push(() => sharing.end())
  return { ...wire, news, at: { host: '127.0.0.1', port } }
}

const opened = async (at: { host: string; port: number }, options = {}) => {
  const port = await openRfc2217(`rfc2217://127.0.0.1:${at.port}`, at, options)
  ends.push(() => port.close())
  return port
}

function heard(port: BytePort): number[] {
  const octets: number[] = []
  port.onBytes((bytes) => octets.push(...bytes))
  return octets
}

const every = Uint8Array.from({ length: 1024 }, (_, at) => at & 255)

describe('telnet', () => {
  const wire = Uint8Array.from([
    ...escaped(every),
    ...within(44, [101, 0, 1, 255, 0]),
    255,
    253,
    44,
    255,
    241, // a command without an option (NOP)
    ...escaped(Uint8Array.of(255, 13, 0)),
  ])
  test('means the same, however it is cut', () => {
    const gathered = (size: number) => {
      const reader = new TelnetReader()
      const events: TelnetEvent[] = []
      for (let at = 0; at < wire.length; at += size)
        events.push(...reader.push(wire.subarray(at, at + size)))
      return {
        data: events.flatMap((one) => (one.kind === 'data' ? [...one.bytes] : [])),
        rest: events.filter(({ kind }) => kind !== 'data'),
      }
    }
    const expected = {
      data: [...every, 255, 13, 0],
      rest: [
        { kind: 'within', option: 44, bytes: Uint8Array.of(101, 0, 1, 255, 0) },
        { kind: 'option', verb: 'do', option: 44 },
      ],
    }
    for (const size of [1, 2, 3, 7, 64, wire.length]) expect(gathered(size)).toEqual(expected)
  })

  test('what is never ended is not kept', () => {
    const reader = new TelnetReader()
    reader.push(Uint8Array.of(255, 250, 44))
    for (let i = 0; i < 1000; i++) reader.push(new Uint8Array(1000))
    const [event] = reader.push(Uint8Array.of(255, 240))
    expect(event).toMatchObject({ kind: 'within', option: 44 })
    expect(event?.kind === 'within' ? event.bytes.length : 0).toBeLessThan(1000)
  })
})

describe('a port of another machine', () => {
  test('carries every octet in both directions', async () => {
    const { wrote, says, at } = await shared()
    const port = await opened(at)
    const octets = heard(port)
    await port.write(every)
    await expect.poll(() => wrote.length).toBe(every.length)
    expect(wrote).toEqual([...every])
    says(every)
    await expect.poll(() => octets.length).toBe(every.length)
    expect(octets).toEqual([...every])
  })

  test('has its speed, and says when it cannot have it', async () => {
    const { speeds, at } = await shared()
    const port = await opened(at, { baudRate: 921_600 })
    expect(speeds).toEqual([921_600])
    await port.setBaudRate?.(9600)
    expect(speeds).toEqual([921_600, 9600])
    await expect(port.setBaudRate?.(12_345)).rejects.toThrow('runs at 9600 bit/s instead of 12345')
  })

  test('has its framing, part by part, and says when it cannot have it', async () => {
    const { framed, at } = await shared()
    const port = await opened(at, { framing: '7E1' })
    expect(port.framing).toBe('7E1')
    expect(framed).toEqual(['7N1', '7E1'])
    await expect(port.setFraming?.('5O2')).rejects.toThrow('runs with 7O2 instead of 5O2')
    expect(port.framing).toBe('7E1')
    await port.setFraming?.('8N1')
    expect(framed.at(-1)).toBe('8N1')
  })

  test('has its lines', async () => {
    const { lines, at } = await shared()
    const port = await opened(at, { dtr: false })
    expect(lines).toMatchObject({ dtr: false, rts: true })
    await expect
      .poll(() => port.lines?.get())
      .toEqual({ dtr: false, rts: true, cts: true, dsr: true, dcd: false, ri: false })
    lines.dcd = true
    await expect.poll(async () => (await port.lines?.get())?.dcd).toBe(true)
    await port.lines?.set({ dtr: true, rts: false })
    expect(lines).toMatchObject({ dtr: true, rts: false })
  })

  test('has a break as long as it was wanted, and says when it has none', async () => {
    const { breaks, port: there, at } = await shared()
    const port = await opened(at)
    await port.sendBreak?.(30)
    expect(breaks).toHaveLength(1)
    expect(breaks[0]).toBeGreaterThanOrEqual(25)
    Object.assign(there, { sendBreak: undefined })
    await expect(port.sendBreak?.(30)).rejects.toMatchObject({ code: 'port-no-lines' })
    expect(breaks).toHaveLength(1)
  })

  test('is written by the first that came; others read along, and the next one writes when it leaves', async () => {
    const { wrote, speeds, says, news, at } = await shared()
    const first = await opened(at)
    // A program that may only read, by hand: this one would take a silent modem for a dead one.
    const reader = connect(at.port, at.host)
    ends.push(() => void reader.destroy())
    const read: number[] = []
    const telnet = new TelnetReader()
    reader.on('data', (bytes) => {
      for (const event of telnet.push(new Uint8Array(bytes)))
        if (event.kind === 'data') read.push(...event.bytes)
    })
    reader.write(Uint8Array.of(9))
    reader.write(within(44, [1, 0, 0, 0x25, 0x80]))
    await expect.poll(() => news.map(({ kind }) => kind)).toEqual(['came', 'writes', 'came'])
    const octets = heard(first)
    says(Uint8Array.of(1, 2))
    await expect.poll(() => ({ octets, read })).toEqual({ octets: [1, 2], read: [1, 2] })
    await first.write(Uint8Array.of(5))
    await expect.poll(() => wrote).toEqual([5])
    expect(speeds).toEqual([])
    await first.close()
    await expect.poll(() => news.map(({ kind }) => kind).slice(-2)).toEqual(['left', 'writes'])
    reader.write(Uint8Array.of(7))
    await expect.poll(() => wrote).toEqual([5, 7])
  })

  test('that another program writes on is refused as in use', async () => {
    const { news, at } = await shared()
    const first = await opened(at)
    await expect(opened(at)).rejects.toMatchObject({
      code: 'port-busy',
      message: expect.stringContaining('could only read along') as unknown,
    })
    await first.close()
    await expect.poll(() => news.filter(({ kind }) => kind === 'left').length).toBe(2)
    await opened(at)
  })

  test('as octets alone, for who speaks no Telnet', async () => {
    const { wrote, says, at } = await shared(true)
    const port = await openTcp(`tcp:127.0.0.1:${at.port}`)
    ends.push(() => port.close())
    const octets = heard(port)
    await port.write(every)
    await expect.poll(() => wrote.length).toBe(every.length)
    says(every)
    await expect.poll(() => octets).toEqual([...every])
  })

  test('ends with the port there', async () => {
    const { port: there, at } = await shared()
    const port = await opened(at)
    const ended = new Promise((resolve) => port.onEnd(resolve))
    await there.close()
    expect(await ended).toMatchObject({ reason: 'gone' })
    await expect(port.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'port-gone' })
  })
})

describe('what is no port of RFC 2217', () => {
  const brief = { answerMs: 300, silenceMs: 100, slowMs: 1 }
  const open = (port: number) =>
    openRfc2217(`rfc2217://127.0.0.1:${port}`, { host: '127.0.0.1', port }, {}, brief)

  test('a raw port is told from one that refuses', async () => {
    const raw = await serving((socket) => socket.resume())
    await expect(open(raw)).rejects.toMatchObject({
      code: 'port-unreachable',
      message: expect.stringContaining('open it as tcp:host:port') as unknown,
    })
    const refusing = await serving((socket) => {
      socket.resume()
      socket.write(Uint8Array.of(255, 254, 44))
    })
    await expect(open(refusing)).rejects.toThrow('refuses RFC 2217')
    const closing = await serving((socket) => socket.end())
    await expect(open(closing)).rejects.toMatchObject({ code: 'port-unreachable' })
  })

  test('one that agrees and then answers nothing is left again', async () => {
    const port = await serving((socket) => {
      socket.resume()
      socket.write(Uint8Array.of(255, 253, 44))
    })
    await expect(open(port)).rejects.toThrow('Is it a raw port?')
  })
})

test('a network that is gone, or slow, is no silent modem', async () => {
  const { at } = await shared()
  // Between the two: as it is, slow, and cut without a word.
  let carries: 'all' | 'late' | 'nothing' = 'all'
  const between = await serving((socket) => {
    void openTcp(`tcp:127.0.0.1:${at.port}`).then((onward) => {
      ends.push(() => onward.close())
      onward.onBytes((bytes) => {
        if (carries === 'all') socket.write(bytes)
        if (carries === 'late') setTimeout(() => socket.write(bytes), 30)
      })
      socket.on('data', (bytes) => void onward.write(new Uint8Array(bytes)))
    })
  })
  const port = await openRfc2217(
    `rfc2217://127.0.0.1:${between}`,
    { host: '127.0.0.1', port: between },
    {},
    { answerMs: 2000, silenceMs: 50, slowMs: 20 },
  )
  ends.push(() => port.close())
  const notes: string[] = []
  port.onNote?.(({ en }) => notes.push(en))
  const ended = new Promise<PortEnd>((resolve) => port.onEnd(resolve))
  carries = 'late'
  await expect.poll(() => notes.join()).toContain('The network to 127.0.0.1 is slow')
  carries = 'nothing'
  const { reason, detail } = await ended
  expect(reason).toBe('gone')
  expect(detail).toMatchObject({
    en: expect.stringContaining('the network, or that machine, is gone') as unknown,
  })
})
