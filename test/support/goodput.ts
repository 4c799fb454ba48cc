import { SerialPort } from 'serialport'
import { CmuxSession } from '@core/cmux/session'
import { faultCode } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import { PppLink, type PppLinkOptions } from '@core/ppp/link'
import { nodeChance as chance, nodeClock as clock } from '@platform/clock/node-clock'
import { openPort } from '@platform/serial/open'

/** As long as what Ethernet carries, so that a frame is as long as frames are. */
export const packetBytes = 1500
/** Written ahead of the line: enough to keep it busy, too little to fill the memory. */
const aheadBytes = 128 * 1024

/** An IPv4 packet as full of everything as a download is: every octet value, in no order. */
export function packet(): Uint8Array {
  const bytes = new Uint8Array(packetBytes)
  for (let i = 20, x = 1; i < bytes.length; i++) {
    x = Math.imul(x, 1_103_515_245) + 12_345
    bytes[i] = (x >>> 16) & 0xff
  }
  bytes.set([0x45, 0, packetBytes >> 8, packetBytes & 0xff])
  return bytes
}

const opened = (port: SerialPort) =>
  new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())))
const closed = (port: SerialPort) => new Promise<void>((resolve) => port.close(() => resolve()))

/** Milliseconds for so many octets through node-serialport alone, from one pty to the other. */
export async function bareMs(near: string, far: string, total: number): Promise<number> {
  const from = new SerialPort({ path: near, baudRate: 115_200, autoOpen: false })
  const to = new SerialPort({ path: far, baudRate: 115_200, autoOpen: false })
  await opened(from)
  await opened(to)
  const piece = Buffer.from(packet())
  let count = 0
  const arrived = new Promise<void>((resolve) => {
    to.on('data', (bytes: Buffer) => {
      count += bytes.length
      if (count >= total) resolve()
    })
  })
  const start = performance.now()
  for (let sent = 0; sent < total; sent += piece.length)
    if (!from.write(piece)) await new Promise((resolve) => from.once('drain', resolve))
  await arrived
  const ms = performance.now() - start
  await closed(from)
  await closed(to)
  return ms
}

/** A port whose writes can be waited for, so that whoever fills it knows when to stop. */
class Paced {
  #ahead = 0
  #wake: (() => void) | undefined
  readonly #port: BytePort
  constructor(port: BytePort) {
    this.#port = port
  }
  write = (bytes: Uint8Array): void => {
    this.#ahead += bytes.length
    void this.#port.write(bytes).then(() => {
      this.#ahead -= bytes.length
      if (this.#ahead < aheadBytes) this.#wake?.()
    })
  }
  async room(): Promise<void> {
    if (this.#ahead < aheadBytes) return
    await new Promise<void>((resolve) => {
      this.#wake = resolve
    })
  }
}

type Ends = { near: BytePort; far: BytePort }

/** Milliseconds for so many octets of IP packets over PPP between two ports. */
export async function pppMs({ near, far }: Ends, total: number): Promise<number> {
  const paced = new Paced(near)
  const client = link({ role: 'client', write: paced.write })
  const server = link({
    role: 'server',
    write: (bytes) => void far.write(bytes),
    server: {
      require: 'none',
      address: '10.0.0.1',
      clientAddress: '10.0.0.2',
      dns: [],
      check: () => true,
    },
  })
  const stops = [
    near.onBytes((bytes) => client.feed(bytes)),
    far.onBytes((bytes) => server.feed(bytes)),
  ]
  const up = new Promise<void>((resolve) => {
    client.on(({ kind }) => {
      if (kind === 'up') resolve()
    })
  })
  server.open()
  client.open()
  await up
  const one = packet()
  let count = 0
  const arrived = new Promise<void>((resolve) => {
    server.on((event) => {
      if (event.kind !== 'ip') return
      count += event.packet.length
      if (count >= total) resolve()
    })
  })
  const start = performance.now()
  for (let sent = 0; sent < total; sent += one.length) {
    await paced.room()
    client.sendIp(one)
  }
  await arrived
  const ms = performance.now() - start
  client.abort()
  server.abort()
  for (const stop of stops) stop()
  return ms
}

function link(options: Omit<PppLinkOptions, 'clock' | 'chance'>): PppLink {
  return new PppLink({ ...options, clock, chance, echoIntervalMs: 0 })
}

/** The lock of whoever had it before may outlive his close by a moment. */
async function openSoon(path: string): Promise<BytePort> {
  for (let tries = 0; ; tries++) {
    try {
      return await openPort(path)
    } catch (error) {
      if (faultCode(error) !== 'port-busy' || tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

export async function openEnds(near: string, far: string) {
  const ends = { near: await openSoon(near), far: await openSoon(far) }
  return {
    ...ends,
    async close() {
      await ends.near.close()
      await ends.far.close()
    },
  }
}

/** The same ports with the multiplexer on them: one channel, as a call has it. */
export async function openMuxEnds(near: string, far: string) {
  const { close, ...ends } = await openEnds(near, far)
  const maxInfo = 1500
  const make = (role: 'initiator' | 'responder', port: BytePort) => {
    const session = new CmuxSession({
      role,
      clock,
      maxInfo,
      write: (bytes) => port.write(bytes),
      acceptDlci: () => true,
    })
    port.onBytes((bytes) => session.feed(bytes))
    return session
  }
  const theirs = make('responder', ends.far)
  const ours = make('initiator', ends.near)
  const asked = new Promise<BytePort>((resolve) => {
    theirs.onChannel(resolve)
  })
  await ours.start()
  const channel = await ours.openChannel(1)
  return {
    near: channel as BytePort,
    far: await asked,
    async close() {
      await ours.close()
      await close()
    },
  }
}
