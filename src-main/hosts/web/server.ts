import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyStatic from '@fastify/static'
import websocket from '@fastify/websocket'
import type { Bench } from '@bench/bench'
import { mostFileOctets, type Role } from '@contract'
import { Fault } from '@core/fault'
import { listenReason } from '@platform/network/socket-reason'
import type { Logger } from 'pino'
import { openableHosts } from './addresses'
import { asksForToken, fail } from '../api/answer'
import type { Wrong } from '../api/problem'
import { apiRoutes } from '../api/routes'
import {
  noMoreWindows,
  nothingHere,
  noTokenForScraper,
  noTokenForWindow,
  otherName,
  wrongPage,
} from '../api/words'
import { webServer } from './connections'
import { Door } from './door'
import { Gate, type Admission } from './gate'
import { KeptAnswers } from './kept-answers'
import { metricsFormatFor, metricsText, metricsTypes } from './metrics'
import type { Tls } from './tls'
import type { TokenBook } from './token-book'
import { attach } from './window-socket'
import { cannotListenThere } from './words'

export interface WebOptions {
  readonly bench: Bench
  readonly port: number
  /** The address to listen on; loopback unless the person says otherwise. */
  readonly host: string
  /** By role; who has none is not let in. */
  readonly tokens: { readonly [role in Role]?: string }
  /** Those that were made by name. */
  readonly book: TokenBook
  readonly tls?: Tls | undefined
  /** Where people open it when a proxy stands in front. */
  readonly publicUrl?: URL | undefined
  /** Gets who was refused, without the token that was tried. */
  readonly log: Logger
}

export interface WebHost {
  /** Where people open it, without the token: whoever has both has the console. */
  readonly urls: readonly string[]
  close(): Promise<void>
}

const goodbyeMs = 500
/** A file for a modem in Base64, with the call around it. */
const mostMessage = (mostFileOctets * 4) / 3 + 64 * 1024
const mostWindows = 32

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; base-uri 'none'; frame-ancestors 'none'"

/** Serves the renderer and the contract. Everything but the page's own files needs a token and our own Origin. */
export async function serve(options: WebOptions): Promise<WebHost> {
  const { tls } = options
  const server = webServer(tls)
  await server.register(websocket, {
    options: { maxPayload: mostMessage },
    preClose(done) {
      const { clients } = this.websocketServer
      for (const client of clients) client.close(1001, 'the console ends')
      // A browser that went away without a word would hold the end up for half a minute.
      setTimeout(() => clients.forEach((client) => client.terminate()), goodbyeMs).unref()
      this.websocketServer.close(() => done())
    },
  })
  const gate = new Gate({
    tokens: options.tokens,
    book: options.book,
    host: options.host,
    tls: tls !== undefined,
    ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
  })
  server.addHook('onRequest', async (request, reply) => {
    if (gate.knowsHost(request.headers.host)) return
    await fail(request, reply, otherName)
  })
  server.addHook('onSend', async (_request, reply) => {
    void reply.headers({
      'Content-Security-Policy': reply.getHeader('Content-Security-Policy') ?? policy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    })
  })
  server.setNotFoundHandler((request, reply) =>
    fail(request, reply, nothingHere(new URL(request.url, 'http://bench').pathname)),
  )
  await server.register(fastifyStatic, { root: join(import.meta.dirname, '../renderer') })
  const door = new Door({ gate, book: options.book, log: options.log })
  server.addHook('onClose', async () => door.close())
  socketRoute(server, options, door)
  metricsRoute(server, options, door)
  await apiRoutes(server, options.bench, door)
  await server.listen({ port: options.port, host: options.host }).catch((error: unknown) => {
    throw cannotListen(options, error)
  })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  const scheme = tls ? 'https' : 'http'
  const urls = openableHosts(options.host).map((host) => `${scheme}://${host}:${port}/`)
  return { urls: options.publicUrl ? [options.publicUrl.href] : urls, close: () => server.close() }
}

function cannotListen({ host, port }: WebOptions, error: unknown): Fault {
  const { en, ja } = listenReason(error, '--port')
  const words = cannotListenThere(host, port, en, ja)
  return new Fault('listen-refused', words, { cause: error })
}

/** For Prometheus and those that read like it: with a token of either role, as `Authorization: Bearer`. */
function metricsRoute(server: FastifyInstance, { bench }: WebOptions, door: Door): void {
  server.get('/metrics', async (request, reply) => {
    const admission = await door.admits(request)
    if ('refused' in admission)
      return refuse(request, reply, admission.refused, door, noTokenForScraper)
    const format = metricsFormatFor(request.headers.accept)
    return reply.type(metricsTypes[format]).send(metricsText(bench.figures(), format))
  })
}

function socketRoute(server: FastifyInstance, { bench }: WebOptions, door: Door): void {
  const admitted = new WeakMap<FastifyRequest['raw'], Admitted>()
  const kept = new KeptAnswers()
  let windows = 0
  server.get(
    '/socket',
    {
      websocket: true,
      preValidation: async (request, reply) => {
        const admission = await door.admits(request)
        if ('refused' in admission)
          return refuse(request, reply, admission.refused, door, noTokenForWindow)
        if (windows >= mostWindows) return fail(request, reply, noMoreWindows(mostWindows))
        admitted.set(request.raw, admission)
      },
    },
    (socket, request) => {
      const admission = admitted.get(request.raw)
      if (!admission) return socket.close(1008, 'not let in')
      windows++
      const leave = door.lets(admission, () => socket.close(1008, 'the token was withdrawn'))
      socket.once('close', () => {
        windows--
        leave()
      })
      attach(socket, bench, admission.role, kept)
    },
  )
}

type Admitted = Exclude<Admission, { readonly refused: unknown }>

/** 401: a token would help; 403: none does. */
async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  why: Extract<Admission, { readonly refused: unknown }>['refused'],
  door: Door,
  withoutToken: Wrong,
): Promise<void> {
  await door.refuses(request, why)
  if (why === 'host') await fail(request, reply, otherName)
  else if (why === 'origin') await fail(request, reply, wrongPage)
  else await fail(request, asksForToken(reply), withoutToken)
}
