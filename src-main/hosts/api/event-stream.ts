import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AnyEvent, Role } from '@contract'
import type { Door } from '../web/door'
import type { Holder } from '../web/token-book'
import { LoginMask } from '../web/login-mask'
import { eventsAs } from '../web/reader'
import type { EventLog, Logged } from './event-log'

// A reader that does not read is cut off: it comes back with the number of the last event that it has.
const mostBuffered = 1024 * 1024
const aliveMs = 15_000
const againMs = 2_000

interface Stream {
  readonly log: EventLog
  readonly door: Pick<Door, 'lets'>
  readonly admission: { readonly role: Role; readonly holder?: Holder }
}

/**
 * Events as they happen (html.spec.whatwg.org, server-sent events). The id is RUN-NUMBER; `missed` says that events between the
 * last id and now are not kept, so that a new snapshot is needed.
 */
export function eventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  { log, door, admission }: Stream,
): void {
  const names = namesIn(request.url)
  const mask = new LoginMask()
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Accel-Buffering': 'no',
  })
  const end = () => void raw.end()
  const write = (text: string) => {
    if (raw.writableLength > mostBuffered) return raw.destroy()
    raw.write(text)
  }
  const tell = ({ number, events }: Logged) => {
    const wanted = eventsAs(admission.role, events, mask).filter(
      ({ name }) => !names || names.has(name),
    )
    // The id stands at the last of a message: who is cut off inside it gets all of it again.
    wanted.forEach((event, at) =>
      write(messageOf(event, at === wanted.length - 1 ? `${log.run}-${number}` : undefined)),
    )
  }
  const { 'last-event-id': last } = request.headers
  write(`retry: ${againMs}\n\n`)
  const missed = typeof last === 'string' ? missedSince(log, last) : []
  if (missed) missed.forEach(tell)
  else write(`event: missed\nid: ${log.run}-${log.number}\ndata: null\n\n`)
  const stop = log.read(tell)
  const alive = setInterval(() => write(':\n\n'), aliveMs)
  const leave = door.lets(admission, end)
  raw.once('close', () => {
    stop()
    leave()
    clearInterval(alive)
  })
}

function missedSince(log: EventLog, last: string): readonly Logged[] | undefined {
  const [, run, number] = /^([0-9a-z]{1,12})-(\d{1,15})$/.exec(last) ?? []
  return run === log.run ? log.since(Number(number)) : undefined
}

/** JSON has no line break of its own, which would end the line. */
const messageOf = ({ name, value }: AnyEvent, id: string | undefined): string =>
  `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(value)}\n\n`

/** `?names=rows,patch`; absent: all of them. */
function namesIn(url: string): ReadonlySet<string> | undefined {
  const given = new URL(url, 'http://localhost').searchParams.get('names')
  return given === null || given === '' ? undefined : new Set(given.split(','))
}
