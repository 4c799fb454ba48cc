import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Bench } from '@bench/bench'
import { calls, isCall } from '@contract'
import { nestsTooDeep } from '@core/json-depth'
import type { Admission } from '../web/gate'
import type { Door } from '../web/door'
import { KeptAnswers } from '../web/kept-answers'
import { LoginMask } from '../web/login-mask'
import { dispatchAs } from '../web/reader'
import { asksForToken, fail, sendProblem } from './answer'
import { EventLog } from './event-log'
import { eventStream } from './event-stream'
import { languageOf, problemOfCall } from './problem'
import { Rate } from './rate'
import {
  callsArePosted,
  noSuchCall,
  noToken,
  notJson,
  nothingHere,
  tooLarge,
  tooMany,
  tooManyReaders,
  wrongPage,
  wrongType,
} from './words'

type Admitted = Exclude<Admission, { readonly refused: unknown }>

const admitted = new WeakMap<FastifyRequest['raw'], Admitted>()

const mostReaders = 32

const pagePolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Calls and events for programs, and what describes them. */
export async function apiRoutes(server: FastifyInstance, bench: Bench, door: Door): Promise<void> {
  // What describes it is read when somebody asks: it is as large as the rest.
  server.get('/openapi.json', async () => (await import('./open-api')).openApi())
  server.get('/asyncapi.json', async () => (await import('./async-api')).asyncApi())
  server.get('/api', async (_request, reply) =>
    reply
      .header('Content-Security-Policy', pagePolicy)
      .type('text/html; charset=utf-8')
      .send((await import('./page')).apiPage()),
  )
  server.get('/api/page.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send((await import('./page')).pageStyle),
  )
  server.get('/api/modem_bench.py', async (_request, reply) =>
    reply
      .type('text/x-python; charset=utf-8')
      .send((await import('./python-client')).pythonClient()),
  )
  const log = new EventLog(bench)
  server.addHook('onClose', async () => log.close())
  await server.register(async (inside) => {
    takesJsonAlone(inside)
    inside.addHook('onRequest', (request, reply) => letIn(request, reply, door))
    callRoute(inside, bench)
    inside.get('/api/events', async (request, reply) => {
      const admission = admitted.get(request.raw)
      if (!admission) return fail(request, reply, noToken)
      if (log.readers >= mostReaders) {
        void reply.header('Retry-After', 30)
        return fail(request, reply, tooManyReaders)
      }
      eventStream(request, reply, { log, door, admission })
    })
    // Reading a call or writing to what is none is told in the same shape as every other fault.
    inside.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE'],
      url: '/api/calls/:name',
      handler: async (request, reply) => {
        void reply.header('Allow', 'POST')
        return fail(request, reply, callsArePosted)
      },
    })
    inside.all('/api/*', (request, reply) => fail(request, reply, nothingHere(pathOf(request.url))))
  })
}

const pathOf = (url: string) => new URL(url, 'http://bench').pathname

async function letIn(request: FastifyRequest, reply: FastifyReply, door: Door): Promise<void> {
  const admission = await door.admits(request)
  if (!('refused' in admission)) {
    admitted.set(request.raw, admission)
    return
  }
  await door.refuses(request, admission.refused)
  const byToken = admission.refused === 'token' || admission.refused === 'no-origin'
  if (byToken) void asksForToken(reply)
  await fail(request, reply, byToken ? noToken : wrongPage)
}

/** What comes in is JSON, checked for its depth before it is read. */
function takesJsonAlone(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body)
  })
  server.setErrorHandler((error, request, reply) => {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return fail(request, reply, tooLarge)
    if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return fail(request, reply, wrongType)
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
    if (typeof status === 'number' && status < 500) return fail(request, reply, notJson)
    throw error
  })
}

function callRoute(server: FastifyInstance, bench: Bench): void {
  const rate = new Rate()
  const kept = new KeptAnswers()
  const masks = new Map<string, LoginMask>()
  /** One a token: what is hidden has the same name in all its answers. */
  const maskOf = (who: string): LoginMask => {
    const mask = masks.get(who) ?? new LoginMask()
    masks.set(who, mask)
    return mask
  }
  server.post<{ Params: { name: string } }>('/api/calls/:name', async (request, reply) => {
    const admission = admitted.get(request.raw)
    if (!admission) return fail(request, reply, noToken)
    const { name } = request.params
    if (!Object.hasOwn(calls, name)) return fail(request, reply, noSuchCall(name))
    const read = inputOf(request.body)
    if (!read) return fail(request, reply, notJson)
    const who = admission.holder?.id ?? admission.role
    const turn = rate.begin(who)
    if ('waitSeconds' in turn) {
      void reply.header('Retry-After', turn.waitSeconds)
      return fail(request, reply, tooMany)
    }
    try {
      const input = isNothing(read.input, name) ? undefined : read.input
      const make = () => dispatchAs(admission.role, bench.handlers, name, input, maskOf(who))
      const once = onceOf(request)
      const said = await (once === undefined ? make() : kept.answer(`${who} ${name} ${once}`, make))
      if (said.ok)
        return said.value === undefined
          ? await reply.code(204).send()
          : await reply.type('application/json; charset=utf-8').send(JSON.stringify(said.value))
      const problem = problemOfCall(said.error, languageOf(request.headers['accept-language']))
      return await sendProblem(reply, problem)
    } finally {
      turn.end()
    }
  })
}

/** Many clients post `{}` where there is nothing to say. */
function isNothing(input: unknown, name: string): boolean {
  const schema = isCall(name) ? calls[name].input : undefined
  const empty = typeof input === 'object' && input !== null && Object.keys(input).length === 0
  return empty && schema?.safeParse(input).success === false && schema.safeParse(undefined).success
}

/** A caller that asks again by the same key, since the answer was lost, gets the answer of the first time. */
function onceOf({ headers }: FastifyRequest): string | undefined {
  const { 'idempotency-key': key } = headers
  return typeof key === 'string' && key !== '' && key.length <= 128 ? key : undefined
}

/** Undefined: it is no JSON, or nests too deep. */
function inputOf(body: unknown): { readonly input: unknown } | undefined {
  if (typeof body !== 'string' || body.trim() === '') return { input: undefined }
  if (nestsTooDeep(body)) return undefined
  try {
    return { input: JSON.parse(body) }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
