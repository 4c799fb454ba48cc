import { timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import fastifyStatic from '@fastify/static'
import websocket, { type WebSocket } from '@fastify/websocket'
import type { Bench } from '@bench/bench'
import { dispatch } from '@contract'
import { Fault } from '@core/fault'
import { messageOf } from './message'

export interface WebOptions {
  readonly bench: Bench
  readonly port: number
  /** The address to listen on; loopback unless the person says otherwise. */
  readonly host: string
  readonly token: string
}

export interface WebHost {
  /** Where it listens, without the token: whoever has both has the console. */
  readonly url: string
  close(): Promise<void>
}

// A window that does not read is cut off rather than fed into memory: it reconnects and takes a new snapshot.
const mostBuffered = 8 * 1024 * 1024

const goodbyeMs = 500

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; base-uri 'none'; frame-ancestors 'none'"

/** Serves the renderer and the contract. Everything but the page's own files needs the token and our own Origin. */
export async function serve(options: WebOptions): Promise<WebHost> {
  // A browser that holds its connection open must not keep the program from ending.
  const server = fastify({ bodyLimit: 1024 * 1024, forceCloseConnections: true })
  await server.register(websocket, {
    options: { maxPayload: 1024 * 1024 },
    preClose(done) {
      const { clients } = this.websocketServer
      for (const client of clients) client.close(1001, 'the console ends')
      // A browser that went away without a word would hold the end up for half a minute.
      setTimeout(() => clients.forEach((client) => client.terminate()), goodbyeMs).unref()
      this.websocketServer.close(() => done())
    },
  })
  server.addHook('onSend', async (_request, reply) => {
    void reply.headers({
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    })
  })
  await server.register(fastifyStatic, { root: join(import.meta.dirname, '../renderer') })
  socketRoute(server, options.bench, options.token)
  await server.listen({ port: options.port, host: options.host }).catch((error: unknown) => {
    throw cannotListen(options, error)
  })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  const shown = options.host.includes(':') ? `[${options.host}]` : options.host
  return { url: `http://${shown}:${port}/`, close: () => server.close() }
}

function cannotListen({ host, port }: WebOptions, error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reasons: { readonly [code: string]: string } = {
    EADDRINUSE:
      'another program listens there already; end it, or choose another --port (0 takes a free one)',
    EACCES: 'ports below 1024 are for root; choose a higher one',
    EADDRNOTAVAIL: 'this computer has no such address',
    ENOTFOUND: 'this computer has no such address',
  }
  const reason = reasons[String(code)] ?? (error instanceof Error ? error.message : String(error))
  return new Fault('bad-input', `${host} port ${port}: ${reason}.`, { cause: error })
}

function socketRoute(server: FastifyInstance, bench: Bench, token: string): void {
  server.get(
    '/socket',
    {
      websocket: true,
      preValidation: async (request, reply) => {
        const given = new URL(request.url, 'http://localhost').searchParams.get('token') ?? ''
        if (!sameText(given, token) || !ownOrigin(request.headers.origin, request.headers.host))
          await reply.code(403).send({ error: 'Open the address that modem-bench serve printed.' })
      },
    },
    (socket) => attach(socket, bench),
  )
}

function attach(socket: WebSocket, bench: Bench): void {
  const stop = bench.onEvents((events) => {
    if (socket.bufferedAmount > mostBuffered) socket.close(1013, 'reading too slowly')
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ events }))
  })
  socket.on('close', stop)
  socket.on('message', (data: Buffer) => {
    // No message ends the host, whatever goes wrong with it.
    answer(socket, bench, data).catch((error: unknown) => {
      bench.environment.report(error, 'a message of a window')
      socket.close(1011, 'this message could not be answered')
    })
  })
}

async function answer(socket: WebSocket, bench: Bench, data: Buffer): Promise<void> {
  const message = messageOf(data.toString('utf8'))
  if (!message) {
    socket.close(1007, 'expected {"id","name","input"} as JSON, not nested deep')
    return
  }
  const reply = await dispatch(bench.handlers, message.name, message.input)
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ id: message.id, reply }))
}

/** A page of another site must not reach a console on this computer, even with the browser's help. */
function ownOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined ? true : host !== undefined && origin === `http://${host}`
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
