import type { WebSocket } from '@fastify/websocket'
import type { Bench } from '@bench/bench'
import { repeatableCalls, type Reply, type Role } from '@contract'
import { KeptAnswers } from './kept-answers'
import { LoginMask } from './login-mask'
import { messageOf } from './message'
import { dispatchAs, eventsAs } from './reader'

// A window that does not read is cut off rather than fed into memory: it reconnects and takes a new snapshot.
const mostBuffered = 8 * 1024 * 1024
const tooSlow = [1013, 'reading too slowly'] as const
/** A window has a few dozen calls under way at most. */
const mostUnderWay = 256
const tooMany = [1013, 'too many calls under way'] as const

/** A page cannot see the pings of RFC 6455: so often it hears something, be it nothing new. */
const aliveMs = 10_000

/** What of a WebSocket is used here. */
export type WindowSocket = Pick<
  WebSocket,
  'bufferedAmount' | 'readyState' | 'OPEN' | 'send' | 'close'
> & {
  on(event: 'close', hear: () => void): unknown
  on(event: 'message', hear: (data: Buffer) => void): unknown
}

/** Makes a socket that was let in a window of the bench: events go out to it, calls are answered. */
export function attach(
  socket: WindowSocket,
  bench: Bench,
  role: Role,
  kept: KeptAnswers = new KeptAnswers(),
): void {
  const mask = new LoginMask()
  let underWay = 0
  // Who meets the same host again after a cut may ask anew for what changes something: it is made once.
  socket.send(JSON.stringify({ events: [], host: kept.host }))
  const stop = bench.onEvents((all) => {
    const events = eventsAs(role, all, mask)
    if (events.length === 0) return
    if (socket.bufferedAmount > mostBuffered) socket.close(...tooSlow)
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ events }))
  })
  const alive = setInterval(() => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ events: [] }))
  }, aliveMs)
  socket.on('close', () => {
    stop()
    clearInterval(alive)
  })
  socket.on('message', (data: Buffer) => {
    // Answers fill the memory as events do, and so do calls that nobody waits for.
    if (socket.bufferedAmount > mostBuffered) return socket.close(...tooSlow)
    if (underWay >= mostUnderWay) return socket.close(...tooMany)
    underWay++
    // No message ends the host, whatever goes wrong with it.
    answer(socket, { bench, role, mask, kept }, data)
      .catch((error: unknown) => {
        bench.environment.report(error, 'a message of a window')
        socket.close(1011, 'this message could not be answered')
      })
      .finally(() => underWay--)
  })
}

interface Visitor {
  readonly bench: Bench
  readonly role: Role
  readonly mask: LoginMask
  readonly kept: KeptAnswers
}

async function answer(
  socket: WindowSocket,
  { bench, role, mask, kept }: Visitor,
  data: Buffer,
): Promise<void> {
  const message = messageOf(data.toString('utf8'))
  if (!message) {
    socket.close(1007, 'expected {"id","name","input"} as JSON, not nested deep')
    return
  }
  const { name, input, once } = message
  const make = (): Promise<Reply<unknown>> => dispatchAs(role, bench.handlers, name, input, mask)
  // What is no name makes no call, and has nothing to be made twice.
  const mustBeKept = once !== undefined && typeof name === 'string' && !repeatableCalls.has(name)
  const reply = await (mustBeKept ? kept.answer(`${role} ${once}`, make) : make())
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ id: message.id, reply }))
}
