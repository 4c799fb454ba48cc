import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, startCli } from '../support/cli'
import { runCli } from '../support/command'
import { patient } from '../support/patience'
import { lacksHere, root } from '../support/needs'

/** One bench for all of them: `modem-bench serve` as built, with a simulated modem. */
let folder: string
let host: Running
let url: URL
const env = () => ({ MODEM_BENCH_DATA: folder })
const tokens = { read: '', use: '', administer: '' }
type Role = keyof typeof tokens

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-api-'))
  host = startCli(['serve', '--port', '0'], { env: env() })
  const [, address = ''] = await host.said(/(https?:\S+)\n/)
  url = new URL(address)
  for (const role of ['read', 'use', 'administer'] as const) tokens[role] = await made(role, role)
})
afterAll(async () => {
  await host.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function made(name: string, role: Role): Promise<string> {
  const { out, err, code } = await runCli(['token', 'new', name, '--role', role], { env: env() })
  expect([code, err]).toEqual([0, expect.stringContaining('it is not shown again')])
  return out.trim()
}

async function call(name: string, input?: unknown, token = tokens.use, headers = {}) {
  const response = await fetch(new URL(`/api/calls/${name}`, url), {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      ...(input === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(input === undefined
      ? {}
      : { body: typeof input === 'string' ? input : JSON.stringify(input) }),
  })
  const text = await response.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: response.status, type: response.headers.get('content-type'), body }
}

/** Does something again and again until the work is done; nothing of it is left when this resolves. */
async function meanwhile<T>(work: Promise<T>, act: () => Promise<unknown>): Promise<T> {
  let done = false
  const end = () => (done = true)
  work.then(end, end)
  while (!done) {
    await act()
    await Promise.race([work, sleep(200)])
  }
  return work
}

test('a program opens a port, sends a command and reads the state by HTTP', async () => {
  expect(await call('port.open', { slot: 'a', path: 'sim:sim7672' })).toMatchObject({ status: 204 })
  expect(await call('at.send', { slot: 'a', text: 'AT+CGMM' })).toMatchObject({
    status: 200,
    body: { ok: true, final: 'OK', lines: [expect.stringContaining('SIM7672')] },
  })
  expect(await call('app.snapshot', {}, tokens.read)).toMatchObject({ status: 200 })
  expect(await call('app.snapshot', undefined, tokens.read)).toMatchObject({
    status: 200,
    body: { readOnly: true, slots: { a: { port: { path: 'sim:sim7672' } } } },
  })
})

test('each role reaches as far as the contract says, and no further', async () => {
  const refused = (code: string) => ({ status: 403, body: { code } })
  expect(await call('at.send', { slot: 'a', text: 'AT' }, tokens.read)).toMatchObject(
    refused('read-only'),
  )
  const change = { pollSeconds: 11 }
  expect(await call('settings.change', change, tokens.use)).toMatchObject(
    refused('not-administrator'),
  )
  expect(await call('settings.change', change, tokens.administer)).toMatchObject({
    status: 200,
    body: { pollSeconds: 11 },
  })
})

test('what is wrong with a call is said as RFC 9457 has it, in the language that was asked for', async () => {
  const problem = { type: expect.stringContaining('application/problem+json') }
  expect(await call('at.send', { slot: 'c', text: 'AT' })).toMatchObject({
    ...problem,
    status: 400,
    body: { code: 'bad-input', type: '/api#bad-input', detail: expect.stringContaining('slot') },
  })
  const japanese = { 'Accept-Language': 'fr, ja;q=0.9, en;q=0.8' }
  expect(await call('nothing.such', undefined, tokens.use, japanese)).toMatchObject({
    status: 404,
    body: { code: 'no-such-call', title: 'その名前の呼び出しはありません。' },
  })
  expect(await call('settings.change', { pollSecond: 5 }, tokens.administer)).toMatchObject({
    ...problem,
    status: 400,
    body: { detail: expect.stringContaining('pollSecond') },
  })
  const asked = async (path: string, method: string) => {
    const headers = { Authorization: `Bearer ${tokens.read}` }
    const response = await fetch(new URL(path, url), { method, headers })
    const [type, allow] = ['content-type', 'allow'].map((name) => response.headers.get(name))
    return { status: response.status, type, allow, body: await response.json() }
  }
  expect(await asked('/api/calls/ports.list', 'GET')).toMatchObject({
    ...problem,
    status: 405,
    allow: 'POST',
    body: { code: 'calls-are-posted' },
  })
  expect(await asked('/api/ports', 'DELETE')).toMatchObject({
    ...problem,
    status: 404,
    body: { code: 'nothing-here', detail: expect.stringContaining('/api/ports') },
  })
  expect(await call('at.send', '{"slot"')).toMatchObject({ ...problem, status: 400 })
  expect(await call('at.send', '['.repeat(100))).toMatchObject({ body: { code: 'not-json' } })
  expect(
    await call('at.send', 'slot=a', tokens.use, { 'Content-Type': 'text/plain' }),
  ).toMatchObject({ ...problem, status: 415 })
  expect(await call('at.send', JSON.stringify('x'.repeat(1024 * 1024)))).toMatchObject({
    ...problem,
    status: 413,
    body: { code: 'too-large' },
  })
  expect(await call('app.snapshot', undefined, 'nobody-has-this-one')).toMatchObject({
    ...problem,
    status: 401,
  })
})

test('who asks without a pause is told when to ask again', async () => {
  const token = await made('hurried', 'read')
  const asked = Array.from({ length: 400 }, () => call('soak.state', undefined, token))
  const statuses = new Set((await Promise.all(asked)).map(({ status }) => status))
  expect([...statuses].sort()).toEqual([200, 429])
})

test('who asks 200 times at once by connections that stay is answered each time', async () => {
  const token = await made('fast', 'read')
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const asked = Array.from({ length: 200 }, () => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const answered = request(new URL('/api/calls/soak.state', url), {
      ...{ agent, headers, method: 'POST' },
    })
    answered.end()
    // A connection that is cut off rejects.
    return once(answered, 'response').then(([answer]: IncomingMessage[]) => {
      answer?.resume()
      return answer?.statusCode
    })
  })
  expect(new Set(await Promise.all(asked))).toEqual(new Set([200]))
  agent.destroy()
})

test('a call that is asked again by its key is made once', async () => {
  const key = { 'Idempotency-Key': 'the same' }
  const note = { slot: 'a', text: 'made once' }
  for (let tries = 0; tries < 3; tries++)
    expect(await call('log.note', note, tokens.use, key)).toMatchObject({ status: 204 })
  const page = await call('log.page', { filter: { text: 'made once' } })
  expect((page.body as { rows: object[] }).rows).toHaveLength(1)
})

/** Server-sent events until the wanted one has come. */
async function eventsUntil(wanted: RegExp, headers: Record<string, string>, query = '') {
  const abort = new AbortController()
  const response = await fetch(new URL(`/api/events${query}`, url), {
    headers,
    signal: abort.signal,
  })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!wanted.test(text)) {
    const piece = await reader?.read()
    if (!piece || piece.done) break
    text += piece.value
  }
  return {
    text: () => text,
    end: () => abort.abort(),
    rest: async () => {
      for (;;) {
        const piece = await reader?.read()
        if (!piece || piece.done) return
      }
    },
  }
}

test('events come as they happen, and again from where a reader was cut off', async () => {
  const headers = { Authorization: `Bearer ${tokens.read}` }
  const first = eventsUntil(/event: rows\nid: .*\ndata: .*CSQ/, headers, '?names=rows')
  await call('at.send', { slot: 'a', text: 'AT+CSQ' })
  const reading = await first
  reading.end()
  expect(reading.text()).not.toContain('event: patch')
  const [, id = ''] = /id: (\S+)\n/.exec(reading.text()) ?? []
  await call('at.send', { slot: 'a', text: 'AT+CGMR' })
  const again = await eventsUntil(/CGMR/, { ...headers, 'Last-Event-ID': id }, '?names=rows')
  expect(again.text()).not.toContain('event: missed')
  again.end()
  const lost = await eventsUntil(/missed/, { ...headers, 'Last-Event-ID': 'other-1' })
  expect(lost.text()).toContain('event: missed\n')
  lost.end()
})

test('so many programs read events, and no more', async () => {
  const abort = new AbortController()
  const headers = { Authorization: `Bearer ${tokens.read}` }
  const read = () => fetch(new URL('/api/events', url), { headers, signal: abort.signal })
  const readers = await Promise.all(Array.from({ length: 32 }, read))
  expect(readers.every(({ status }) => status === 200)).toBe(true)
  const next = await read()
  expect([next.status, await next.json()]).toEqual([
    429,
    expect.objectContaining({ code: 'too-many-readers' }),
  ])
  abort.abort()
  // Who left makes room.
  await expect
    .poll(async () => {
      const again = await fetch(new URL('/api/events', url), { headers })
      await again.body?.cancel()
      return again.status
    }, patient)
    .toBe(200)
})

test('a token that is withdrawn ends what is connected with it', async () => {
  const token = await made('guest', 'read')
  const headers = { Authorization: `Bearer ${token}` }
  const reading = await eventsUntil(/retry/, headers)
  const listed = await runCli(['token', 'list'], { env: env() })
  expect(listed.out).toMatch(/^guest\tread\t.*until it is withdrawn$/m)
  expect(listed.out).not.toContain(token)
  expect(listed.err).toMatch(/holds the token of the address that serve prints/)
  await runCli(['token', 'withdraw', 'guest'], { env: env() })
  await reading.rest()
  expect(await call('app.snapshot', undefined, token)).toMatchObject({ status: 401 })
})

test('describes itself to anybody, in pages that load nothing from elsewhere', async () => {
  const openApi: unknown = await (await fetch(new URL('/openapi.json', url))).json()
  expect(openApi).toMatchObject({
    openapi: '3.1.1',
    paths: { '/api/calls/at.send': { post: { 'x-role': 'use' } } },
  })
  const asyncApi: unknown = await (await fetch(new URL('/asyncapi.json', url))).json()
  expect(asyncApi).toMatchObject({ asyncapi: '3.0.0', channels: { events: {} } })
  const page = await fetch(new URL('/api', url))
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline')
  expect(await page.text()).toContain('<code>at.send</code>')
})

const run = promisify(execFile)
const binaries = join(root, 'node_modules', '.bin')

test.skipIf(lacksHere('python3'))(
  'the client for Python makes calls, tells faults and reads events',
  async () => {
    await runCli(['api', 'python', '--to', folder], { env: env() })
    const served = await (await fetch(new URL('/api/modem_bench.py', url))).text()
    expect(served).toBe(readFileSync(join(folder, 'modem_bench.py'), 'utf8'))
    writeFileSync(
      join(folder, 'tried.py'),
      `
import sys
from modem_bench import BenchFault, ModemBench
bench = ModemBench(sys.argv[1], token=sys.argv[2], language="ja")
print(bench.app.snapshot()["slots"]["a"]["port"]["path"])
events = bench.events("rows")
event = next(events)
while "CGMI" not in str(event.value):
    print(bench.at.send(slot="a", text="AT+CGMI")["final"])
    event = next(events)
print(event.name, event.id is not None)
print(bench.log.note(slot="a", text="tried"))
try:
    bench.settings.change(pollOn=False)
except BenchFault as fault:
    print(fault.status, fault.code, fault.title)
`,
    )
    // The first event is the row of something that was asked meanwhile.
    const asked = run('python3', ['tried.py', url.origin, tokens.use], { cwd: folder })
    const { stdout } = await meanwhile(asked, () => call('log.note', { slot: 'a', text: 'poke' }))
    const lines = stdout.trim().split('\n')
    expect([lines[0], ...lines.slice(-3)]).toEqual([
      'sim:sim7672',
      expect.stringMatching(/^rows (True|False)$/),
      'None',
      expect.stringContaining('403 not-administrator このトークンでは'),
    ])
  },
)

test('the package for TypeScript is packed, holds its types, and works', async () => {
  const made = join(folder, 'client')
  await runCli(['api', 'npm', '--to', made], { env: env() })
  const { stdout } = await run('npm', ['pack', '--silent', made], { cwd: folder })
  const installed = join(folder, 'node_modules', 'modem-bench-client')
  mkdirSync(installed, { recursive: true })
  await run('tar', ['xzf', join(folder, stdout.trim()), '--strip-components=1', '-C', installed])
  writeFileSync(
    join(folder, 'tried.mts'),
    `
import { ModemBench } from 'modem-bench-client'
const bench = new ModemBench('http://127.0.0.1', { token: '' })
const answer: string[] = (await bench.call('at.send', { slot: 'a', text: 'AT' })).lines
// @ts-expect-error there is no slot c
await bench.call('at.send', { slot: 'c', text: 'AT' })
// @ts-expect-error the text is missing
await bench.call('at.send', { slot: 'a' })
for await (const event of bench.events(['rows']))
  if (event.name === 'rows') answer.push(...event.value.rows.map(({ text }) => text))
`,
  )
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc')
  const options = '--noEmit --strict --target es2023 --module nodenext --lib es2023,dom --types'
  const checked = run('node', [compiler, ...options.split(' '), '', 'tried.mts'], { cwd: folder })
  await checked.catch((error: unknown) =>
    expect(String((error as { stdout: string }).stdout)).toBe(''),
  )
  writeFileSync(
    join(folder, 'tried.mjs'),
    `
import { ModemBench } from 'modem-bench-client'
const [, , url, token] = process.argv
const bench = new ModemBench(url, { token })
const abort = new AbortController()
const events = bench.events(['rows'], { signal: abort.signal })
const found = (async () => {
  for await (const { value } of events) if (JSON.stringify(value).includes('AT+CIMI')) return true
})()
let seen = false
found.then(() => (seen = true))
while (!seen) {
  await bench.call('at.send', { slot: 'a', text: 'AT+CIMI' })
  await new Promise((resolve) => setTimeout(resolve, 50))
}
abort.abort()
const fault = await bench.call('settings.change', {}).catch((error) => error)
console.log(fault.name, fault.status, fault.code)
`,
  )
  const tried = await run('node', ['tried.mjs', url.origin, tokens.use], { cwd: folder })
  expect(tried.stdout).toBe('BenchFault 403 not-administrator\n')
})

test.skipIf(lacksHere('python3', 'curl'))('the lines of the guide run as they stand', async () => {
  const guide = readFileSync(join(root, 'docs/guides/api.md'), 'utf8')
  const blocks = [...guide.matchAll(/^```(sh|python|js)\n(.*?)^```$/gms)].map(
    ([, language, text = '']) => ({
      language,
      text: text
        .replaceAll('http://127.0.0.1:8470', url.origin)
        .replace('--max-time 5', '--max-time 1'),
    }),
  )
  const [serve, ...shell] = blocks.flatMap(({ language, text }) => (language === 'sh' ? text : []))
  expect(serve).toBe('modem-bench serve\n')
  const [python, javascript] = blocks.flatMap(({ language, text }) =>
    language === 'sh' ? [] : text,
  )
  const place = join(folder, 'guide')
  mkdirSync(place)
  writeFileSync(join(place, 'tried.py'), python ?? '')
  writeFileSync(join(place, 'tried.mjs'), javascript ?? '')
  // The package as it was installed for the test before.
  const script = `set -e\n${shell.join('')}\npython3 tried.py\nnode tried.mjs`
  // Somebody else works meanwhile: who reads the events sees it.
  const tried = run('sh', ['-c', script], {
    cwd: place,
    // The build puts the command there as npm would.
    env: { ...process.env, ...env(), PATH: `${binaries}:${process.env['PATH']}` },
  })
  const { stdout } = await meanwhile(tried, () => call('at.send', { slot: 'a', text: 'AT' }))
  expect(stdout).toMatch(/"lines":\["\+CSQ: .*"final":"OK"/)
  expect(stdout).toContain('"slots"')
  expect(stdout).toMatch(/^event: (patch|rows)$/m)
  expect(stdout).toContain("['SIM7672")
  expect(stdout).toContain('not-administrator This token')
  expect(stdout).toMatch(/^modem-bench-client-.*\.tgz$/m)
})
