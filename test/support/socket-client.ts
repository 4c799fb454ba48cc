import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import { clientOf, type AnyEvent, type Client, type Reply } from '@contract'

export interface SocketClient extends Client {
  readonly events: AnyEvent[]
  /** Something that is no call of the contract, as it is. */
  sendText(text: string): void
  /** The code with which the host closes; undefined when it just ends. */
  readonly closed: Promise<number | undefined>
  end(): void
}

interface Wanted {
  readonly token?: string
  readonly headers?: Record<string, string>
}

/** Asks for a WebSocket as a window or a program does; `status` 101 comes with what was opened. */
export function upgrade(
  url: URL,
  { token, headers = {} }: Wanted = {},
): Promise<{ status: number; socket?: Duplex; headers: NodeJS.Dict<string | string[]> }> {
  const address = new URL(token === undefined ? '/socket' : `/socket?token=${token}`, url)
  return new Promise((resolve, reject) => {
    const asked = request(address, {
      agent: false,
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
        ...headers,
      },
    })
    asked.once('response', (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
    })
    asked.once('upgrade', (response, socket, head) => {
      if (head.length > 0) socket.unshift(head)
      resolve({ status: response.statusCode ?? 0, socket, headers: response.headers })
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** A window of `modem-bench serve`, without the window. */
export async function socketClient(url: URL, { token }: { token: string }): Promise<SocketClient> {
  // A program is no page: it has no Origin, and shows its token in a header.
  const headers = { Authorization: `Bearer ${token}` }
  const { socket, status } = await upgrade(url, { headers })
  if (!socket) throw new Error(`the host answered ${status}`)
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  const listeners = new Set<(event: AnyEvent) => void>()
  const events: AnyEvent[] = []
  let nextId = 1
  let closeCode: number | undefined
  readFrames(socket, (kind, bytes) => {
    if (kind === closeFrame) closeCode = bytes.readUInt16BE(0)
    if (kind !== textFrame) return
    // The host speaks the contract; what it says is checked by the tests themselves.
    const message = JSON.parse(bytes.toString()) as {
      id?: number
      reply?: Reply<unknown>
      events?: AnyEvent[]
    }
    if (message.id !== undefined && message.reply) waiting.get(message.id)?.(message.reply)
    for (const event of message.events ?? []) {
      events.push(event)
      for (const listener of listeners) listener(event)
    }
  })
  socket.on('error', () => undefined)
  const sendText = (text: string) => socket.write(frame(text))
  const client = clientOf({
    call: (name, input) =>
      new Promise((resolve) => {
        const id = nextId++
        waiting.set(id, resolve)
        sendText(JSON.stringify({ id, name, input }))
      }),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  return {
    ...client,
    events,
    sendText,
    closed: new Promise((resolve) => socket.once('close', () => resolve(closeCode))),
    end: () => socket.destroy(),
  }
}

const textFrame = 1
const closeFrame = 8

/** RFC 6455, 5.2: a client masks what it sends. */
function frame(text: string): Buffer {
  const bytes = Buffer.from(text)
  const head = Buffer.alloc(14)
  head[0] = 0x80 + textFrame
  const mask = randomBytes(4)
  let length = 2
  if (bytes.length < 126) head[1] = 0x80 + bytes.length
  else if (bytes.length < 65_536) {
    head[1] = 0x80 + 126
    head.writeUInt16BE(bytes.length, 2)
    length = 4
  } else {
    head[1] = 0x80 + 127
    head.writeBigUInt64BE(BigInt(bytes.length), 2)
    length = 10
  }
  const masked = bytes.map((octet, at) => octet ^ (mask[at % 4] ?? 0))
  return Buffer.concat([head.subarray(0, length), mask, masked])
}

function readFrames(socket: Duplex, take: (kind: number, bytes: Buffer) => void): void {
  let rest = Buffer.alloc(0)
  socket.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes])
    for (;;) {
      const [kind = 0, short = 0] = rest
      if (rest.length < 2) return
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (rest.length < head) return
      const length =
        short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2))
      if (rest.length < head + length) return
      take(kind & 15, rest.subarray(head, head + length))
      rest = rest.subarray(head + length)
    }
  })
}
