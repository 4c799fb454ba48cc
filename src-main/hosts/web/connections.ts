import type { Socket } from 'node:net'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { fail } from '../api/answer'
import { noRoom } from '../api/words'
import type { Tls } from './tls'

export interface Limits {
  /** How long a request may take to come in. */
  readonly requestMs: number
  /** How often that is looked at. */
  readonly lookMs: number
  /** Connections of one address. */
  readonly ofOne: number
  readonly inAll: number
  /** How long one beyond these may take to ask, so that it can be told so. */
  readonly crowdedMs: number
}

const limits: Limits = {
  // A megabyte by a slow line; without a limit, a body that never comes keeps its connection for good.
  requestMs: 120_000,
  lookMs: 10_000,
  // Programs open a connection for each call that they do not wait for; so many calls have to wait for their turn anyway.
  ofOne: 512,
  inAll: 1024,
  crowdedMs: 5_000,
}

const againSeconds = 5

/** A server that takes connections up to these limits, and tells those beyond them to come again. */
export function webServer(tls: Tls | undefined, most: Limits = limits): FastifyInstance {
  const common = {
    bodyLimit: 1024 * 1024,
    // A browser that holds its connection open must not keep the program from ending.
    forceCloseConnections: true,
    requestTimeout: most.requestMs,
  } as const
  const looking = {
    connectionsCheckingInterval: most.lookMs,
    headersTimeout: most.requestMs,
    requestTimeout: most.requestMs,
  }
  const server: FastifyInstance = tls
    ? fastify({ ...common, https: { ...looking, cert: tls.cert, key: tls.key } })
    : fastify({ ...common, http: looking })
  const isCrowded = crowded(server, most)
  server.addHook('onRequest', async (request, reply) => {
    if (!isCrowded(request)) return
    void reply.headers({ 'Retry-After': againSeconds, Connection: 'close' })
    await fail(request, reply, noRoom(againSeconds))
  })
  return server
}

/**
 * Connections that say nothing cost memory and file descriptors, which ports and the journal need. What comes beyond the limits is asked
 * what it wants and told that there is no room; who says nothing then is closed. An address has a limit of its own, so that it takes no
 * other's room, but this computer's, from which a proxy brings everybody.
 */
function crowded({ server }: FastifyInstance, most: Limits): (request: FastifyRequest) => boolean {
  const open = new Map<string, number>()
  const beyond = new Set<string>()
  let all = 0
  // Nobody opens so many and waits for what is said.
  server.maxConnections = 2 * most.inAll
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: peer } = socket
    // Gone again before it was taken up.
    if (peer === undefined) return
    const name = nameOf(socket)
    const before = open.get(peer) ?? 0
    open.set(peer, before + 1)
    all++
    const isOver = all > most.inAll || (before >= most.ofOne && !isLoopback(peer))
    if (isOver) beyond.add(name)
    const waits = isOver ? setTimeout(() => socket.destroy(), most.crowdedMs) : undefined
    socket.once('close', () => {
      clearTimeout(waits)
      beyond.delete(name)
      all--
      const left = (open.get(peer) ?? 1) - 1
      if (left === 0) open.delete(peer)
      else open.set(peer, left)
    })
  })
  // A request over TLS has another socket, with the same ends.
  return ({ raw }) => beyond.has(nameOf(raw.socket))
}

const nameOf = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`
/** As programs of this computer come, unless they choose. */
const isLoopback = (peer: string) => /^(::ffff:)?127\.0\.0\.1$|^::1$/.test(peer)
