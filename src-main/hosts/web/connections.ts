import type { Server, Socket } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import type { Tls } from './tls'

export interface Limits {
  /** How long a request may take to come in. */
  readonly requestMs: number
  /** How often that is looked at. */
  readonly lookMs: number
  /** Connections of one address. */
  readonly ofOne: number
  readonly inAll: number
}

const limits: Limits = {
  // A megabyte by a slow line; without a limit, a body that never comes keeps its connection for good.
  requestMs: 60_000,
  lookMs: 10_000,
  // A browser's six for each of all windows, and room for programs.
  ofOne: 256,
  inAll: 1024,
}

/** A server that takes connections up to these limits. */
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
  limitConnections(server.server, most)
  return server
}

/**
 * Connections that say nothing cost memory and file descriptors, which ports and the journal need. Whoever opens too many
 * has the next ones closed; another address still gets in.
 */
function limitConnections(server: Server, most: Limits): void {
  server.maxConnections = most.inAll
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    // Gone again before it was taken up.
    const peer = socket.remoteAddress
    if (peer === undefined) return
    const before = open.get(peer) ?? 0
    if (before >= most.ofOne) {
      socket.destroy()
      return
    }
    open.set(peer, before + 1)
    socket.once('close', () => {
      const left = (open.get(peer) ?? 1) - 1
      if (left === 0) open.delete(peer)
      else open.set(peer, left)
    })
  })
}
