import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import fastify from 'fastify'
import { calls, clientOf, dispatch } from '@contract'
import { utf8 } from '@core/utf8'
import { apiRoutes } from '@hosts/api/routes'
import { BoundedTransport } from '@hosts/mcp/bounded-transport'
import { benchServer } from '@hosts/mcp/server'
import type { Door } from '@hosts/web/door'
import { messageOf } from '@hosts/web/message'
import { dispatchForReader } from '@hosts/web/reader'
import { benchFixture } from '../../support/bench-fixture'
import { latin, octets } from '../corpus'
import { must, type Target } from '../target'

const inputs: readonly unknown[] = [
  { slot: 'a', path: 'sim:sim7672' },
  { slot: 'a', command: 'AT+CSQ' },
  { slots: ['a'], format: 'jsonl', redact: true },
  { filter: { slots: ['a'] }, count: 5 },
  { name: 'a.log', bytes: 3 },
  { ownBoards: [[[[]]]] },
  { text: 'failover: {}' },
]
const messages = Object.keys(calls).map((name, i) =>
  octets(JSON.stringify({ id: i, name, input: inputs[i % inputs.length] })),
)

/** A door that lets everybody in, as somebody who may only look and as somebody who may do all. */
const doors = (['read', 'administer'] as const).map(
  (role) =>
    ({
      admits: async () => ({ role }),
      refuses: async () => undefined,
      lets: () => () => undefined,
    }) as unknown as Door,
)

/** What a program posts: the name of a call, a line end, JSON. */
async function posted(bytes: Uint8Array): Promise<void> {
  const text = utf8(bytes)
  const cut = text.indexOf('\n')
  const [name, payload] = [text.slice(0, Math.max(0, cut)), text.slice(cut + 1)]
  const fixture = await benchFixture()
  const server = fastify()
  const door = doors[(bytes[0] ?? 0) % doors.length]
  try {
    if (door) await apiRoutes(server, fixture.bench, door)
    const headers = { 'content-type': 'application/json', 'accept-language': text.slice(0, 20) }
    const url = `/api/calls/${encodeURIComponent(name)}`
    const reply = server.inject({ method: 'POST', url, headers, payload })
    const said = await Promise.race([reply, fixture.clock.advance(200)])
    // Some wait for a modem; what is asked here is whether anything breaks.
    must(!said || said.statusCode < 500 || !/internal/.test(said.payload), said?.payload ?? '')
  } finally {
    await fixture.end()
    await server.close()
  }
}

/** Lines of an assistant on standard input: each request that is one has an answer, and the server lives on. */
async function assisted(bytes: Uint8Array): Promise<void> {
  const fixture = await benchFixture()
  const client = clientOf({
    call: (name, input) => dispatch(fixture.bench.handlers, name, input),
    onEvent: (listener) => fixture.bench.onEvent(listener),
  })
  const [stdin, stdout] = [new PassThrough(), new PassThrough()]
  const said: string[] = []
  stdout.on('data', (piece: Buffer) => said.push(piece.toString('utf8')))
  const folder = import.meta.dirname
  const server = benchServer({ bench: client, allowUse: false, language: 'en', folder })
  try {
    await server.connect(new BoundedTransport(stdin, stdout))
    stdin.write(bytes)
    stdin.write(`\n${ping}\n`)
    for (let turn = 0; turn < 200 && !said.join('').includes(pinged); turn++)
      await Promise.all([fixture.clock.advance(10), setImmediate()])
    must(said.join('').includes(pinged), 'it does not answer any more')
    must(!said.join('').includes('internal'), said.join(''))
  } finally {
    await server.close()
    await fixture.end()
  }
}
const pinged = '"id":"still there"'
const ping = '{"jsonrpc":"2.0","id":"still there","method":"ping"}'
const asks = (method: string, params: object, id = 1) =>
  JSON.stringify({ jsonrpc: '2.0', id, method, params })
const version = { protocolVersion: '2025-06-18', capabilities: {} }
const greeting = asks('initialize', { ...version, clientInfo: { name: 'x', version: '1' } }, 0)
const tools = [
  ['bench_state', {}],
  ['read_log', { lines: 5, search: 'AT' }],
  ['explain_log', { file: 'web.ts' }],
  ['explain_command', { text: 'AT+CGDCONT?' }],
  ['connection_report', { slot: 'a' }],
  ['list_calls', { topic: 'log' }],
  ['call', { name: 'app.snapshot', input: {} }],
  ['call', { name: 'at.send', input: { slot: 'a', text: 'AT' } }],
] as const
const asked = [
  ...tools.map(([name, given]) => asks('tools/call', { name, arguments: given })),
  asks('tools/list', {}),
  asks('resources/list', {}),
].map((line) => octets(`${greeting}\n${line}`))

export const webTargets: readonly Target[] = [
  {
    name: 'call of a program',
    corpus: Object.keys(calls).map((name, i) =>
      octets(`${name}\n${JSON.stringify(inputs[i % inputs.length])}`),
    ),
    share: 0.1,
    run: posted,
  },
  {
    name: 'lines of an assistant',
    corpus: asked,
    share: 0.1,
    run: assisted,
  },
  {
    name: 'message of a window',
    corpus: [...messages, ...latin('[[[[]]]]', '{"id":[[]],"name":"app.snapshot"}')],
    share: 8,
    run: (bytes) => messageOf(new TextDecoder().decode(bytes)),
  },
  {
    name: 'call of a window',
    corpus: messages,
    share: 0.15,
    run: async (bytes) => {
      const message = messageOf(new TextDecoder().decode(bytes))
      if (!message) return
      const fixture = await benchFixture()
      try {
        for (const carryOut of [dispatchForReader, dispatch]) {
          const reply = carryOut(fixture.bench.handlers, message.name, message.input)
          // Some wait for a modem; what is asked here is whether anything breaks.
          const said = await Promise.race([reply, fixture.clock.advance(200)])
          must(
            !said || said.ok || said.error.code !== 'internal',
            JSON.stringify({ message, said }),
          )
        }
      } finally {
        await fixture.end()
      }
    },
  },
]
