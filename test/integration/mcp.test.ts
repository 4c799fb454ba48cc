import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cli } from '../support/needs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-mcp-'))
  mkdirSync(join(folder, 'logs'))
  writeFileSync(join(folder, 'logs', 'night.txt'), night)
  writeFileSync(join(folder, 'secret.txt'), night)
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'logs', 'link.txt'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const night = `AT+CGSN
860000000000017

OK
AT+CPIN?
+CME ERROR: 10
`

type Answer = { readonly text: string; readonly failed: boolean }

/** A client of the protocol's own kit, at the server as built. */
async function started(more: readonly string[], person?: (message: string) => object) {
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: person ? { elicitation: {} } : {} },
  )
  if (person)
    client.setRequestHandler(ElicitRequestSchema, ({ params }) =>
      Promise.resolve(person(params.message) as { action: 'accept' }),
    )
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [cli, 'mcp', '--files', join(folder, 'logs'), ...more],
    env: { ...(process.env as Record<string, string>), MODEM_BENCH_DATA: join(folder, 'data') },
    stderr: 'ignore',
  })
  await client.connect(transport)
  return {
    client,
    async ask(name: string, given: object = {}): Promise<Answer> {
      const { content, isError } = await client.callTool({ name, arguments: { ...given } })
      const [first] = content as { text: string }[]
      return { text: first?.text ?? '', failed: isError === true }
    },
    end: () => client.close(),
  }
}

test('an assistant reads a log and its story, without who it was, and writes nothing', async () => {
  const { client, ask, end } = await started([])
  const { tools } = await client.listTools()
  const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)
  expect(writing.map(({ name }) => name)).toEqual(['call'])

  const { text: story } = await ask('explain_log', { file: 'night.txt' })
  expect(story).toContain('SIM')
  const [, id = ''] = /id: (\S+)/.exec(story) ?? []
  const { text: lines } = await ask('read_log', { id })
  expect(lines).toContain('AT+CPIN?')
  expect(lines).toContain('IMEI-1')
  expect(story + lines).not.toContain('860000000000017')
  expect((await ask('read_log', { id, search: 'CME', lines: 1 })).text).toMatch(
    /^1 of \d+ lines?\n\d+: .*CME ERROR: 10/,
  )

  for (const file of ['../secret.txt', 'link.txt', '/etc/passwd'])
    expect(await ask('explain_log', { file })).toMatchObject({
      failed: true,
      text: expect.stringContaining('is not in'),
    })
  expect((await ask('explain_command', { text: 'AT+CSQ' })).text).toContain('signal')
  expect(JSON.parse((await ask('bench_state')).text)).toMatchObject({
    slots: [{ slot: 'a', portState: 'closed' }, { slot: 'b' }],
  })
  const refused = await ask('call', {
    name: 'port.open',
    input: { slot: 'a', path: 'sim:sim7672' },
  })
  expect(refused).toMatchObject({ failed: true, text: expect.stringContaining('--allow-use') })
  const { resources } = await client.listResources()
  expect(resources.map(({ uri }) => uri)).toContain('modem-bench://openapi.json')
  await end()
})

test('what writes is asked of the person each time, and hides who the modem is', async () => {
  const asked: string[] = []
  const { ask, end } = await started(['--allow-use'], (message) => {
    asked.push(message)
    return message.includes('AT+CFUN=0')
      ? { action: 'decline' }
      : { action: 'accept', content: { allow: true } }
  })
  const open = { name: 'port.open', input: { slot: 'a', path: 'sim:sim7672' } }
  expect(await ask('call', open)).toEqual({ failed: false, text: 'null' })
  const sent = (text: string) => ask('call', { name: 'at.send', input: { slot: 'a', text } })
  const imei = await sent('AT+CGSN')
  expect(imei).toMatchObject({ failed: false, text: expect.stringContaining('IMEI-1') })
  expect(imei.text).not.toMatch(/\d{15}/)
  expect(await sent('AT+CFUN=0')).toMatchObject({
    failed: true,
    text: expect.stringContaining('did not allow'),
  })
  expect(asked.map((message) => message.split('\n')[0])).toEqual([
    'The assistant wants to call port.open (uses the modem).',
    'The assistant wants to call at.send (uses the modem).',
    'The assistant wants to call at.send (uses the modem).',
  ])
  expect((await ask('read_log')).text).not.toContain('AT+CFUN=0')
  // What only reads is answered without a question, masked as well.
  const snapshot = await ask('call', { name: 'app.snapshot' })
  expect(asked).toHaveLength(3)
  expect(snapshot.text).toContain('sim:sim7672')
  expect(snapshot.text).not.toMatch(/\b\d{15,20}\b/)
  await end()
})

test('a client that cannot ask the person is told so, and nothing is written', async () => {
  const { ask, end } = await started(['--allow-use'])
  const open = { name: 'port.open', input: { slot: 'a', path: 'sim:sim7672' } }
  expect(await ask('call', open)).toMatchObject({
    failed: true,
    text: expect.stringContaining('this client cannot ask'),
  })
  expect((await ask('bench_state')).text).toContain('"portState":"closed"')
  await end()
})

test('a line without an end to speak of is refused, and the next one answered', async () => {
  const server = spawn(process.execPath, [cli, 'mcp', '--files', join(folder, 'logs')], {
    env: { ...process.env, MODEM_BENCH_DATA: join(folder, 'data') },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let said = ''
  server.stdout.on('data', (piece: Buffer) => (said += piece.toString('utf8')))
  server.stdin.write(`"${'x'.repeat(30_000_000)}"\n`)
  server.stdin.write('{"jsonrpc":"2.0","id":2,"method":"ping"}\n')
  await expect.poll(() => said.split('\n')).toHaveLength(3)
  const [refused = '', answered = ''] = said.split('\n')
  expect(JSON.parse(refused)).toMatchObject({
    id: null,
    error: { code: -32600, message: expect.stringContaining('30000002 octets') },
  })
  expect(JSON.parse(answered)).toEqual({ jsonrpc: '2.0', id: 2, result: {} })
  const ended = once(server, 'exit')
  server.stdin.end()
  expect(await ended).toEqual([0, null])
})
