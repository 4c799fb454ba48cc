import { WebSocket } from 'ws'
import { type AnyEvent, type Client, clientOf, type Reply } from '@contract'
import type { ConnectTarget } from '@core/connect/connect-state'
import type { SlotName } from '@core/modem/slot-names'
import { startCli, type Running } from './cli'

/** `modem-bench serve`, asked as a window asks. */
export interface ServedBench {
  readonly host: Running
  readonly client: Client
  readonly url: URL
  /** Somebody else who asks, over a socket of their own. */
  another(): Promise<Client>
  /** Opens a port in a slot and connects; the result of the verdict. */
  connect(slot: SlotName, path: string, target: ConnectTarget): Promise<string>
  /** Closes the socket of `client`, as a window does that is closed. */
  leave(): void
}

/** `dataFolder`: where the host keeps its settings and journals; `more`: options of `serve`; `watched`: environment besides. */
export async function servedBench(
  dataFolder: string,
  more: readonly string[] = [],
  watched: Readonly<Record<string, string>> = {},
): Promise<ServedBench> {
  const env = { ...watched, MODEM_BENCH_DATA: dataFolder }
  const host = startCli(['serve', '--port', '0', ...more], { env })
  const [, address = ''] = await host.said(/(http:\S+)\n/)
  const url = new URL(address)
  const { client, leave } = await asked(url)
  return {
    leave,
    host,
    client,
    url,
    another: async () => (await asked(url)).client,
    async connect(slot, path, target) {
      await client.call('port.open', { slot, path })
      const verdict = new Promise<string>((resolve) => {
        const stop = client.on('patch', ({ slot: told, patch }) => {
          const result = told === slot ? patch.connect?.verdict?.result : undefined
          if (result === undefined) return
          stop()
          resolve(result)
        })
      })
      await client.call('connect.start', { slot, target })
      return verdict
    },
  }
}

/** One who asks the host at this address, whose token it holds. */
async function asked(url: URL): Promise<Pick<ServedBench, 'client' | 'leave'>> {
  // A program is no page: it has no Origin, and shows its token in a header.
  const headers = { Authorization: `Bearer ${url.searchParams.get('token') ?? ''}` }
  const socket = new WebSocket(new URL('/socket', `ws://${url.host}`), { headers })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  // The host ends while we are there.
  socket.on('error', () => undefined)
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  const listeners = new Set<(event: AnyEvent) => void>()
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8'))
    for (const event of message.events ?? []) listeners.forEach((listener) => listener(event))
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  let last = 0
  const client = clientOf({
    call: (name, input) =>
      new Promise((resolve) => {
        const id = ++last
        waiting.set(id, resolve)
        socket.send(JSON.stringify({ id, name, input }))
      }),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  return { client, leave: () => socket.close() }
}
