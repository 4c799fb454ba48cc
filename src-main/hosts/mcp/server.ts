import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { calls, errorWords, Fault, may, roleFor, type CallName, type Client } from '@contract'
import { knowledge } from '@catalog/decoders'
import { Redactor } from '@core/log/redact'
import type { Language, Words } from '@core/words'
import { describedCalls } from '../api/described'
import { openApi } from '../api/open-api'
import { version } from '../version'
import { LoginMask } from '../web/login-mask'
import { askPerson } from './consent'
import { LogReading } from './log-reading'
import { cutAt, instructions, noSuchCall, notUnasked, readOnly, refusedBy } from './words'

export interface BenchServerOptions {
  readonly bench: Pick<Client, 'call'>
  /** Whether calls that write may be asked for at all; each is then asked of the person. */
  readonly allowUse: boolean
  readonly language: Language
  /** The folder whose files may be read as logs. */
  readonly folder: string
}

const slot = z.enum(['a', 'b'])
const looks = { readOnlyHint: true, openWorldHint: false } as const

/**
 * The bench for an assistant (modelcontextprotocol.io): it reads logs and states, with whatever identifies a SIM or a person
 * masked, and proposes. What writes is asked of the person each time.
 */
export function benchServer(options: BenchServerOptions): McpServer {
  const server = new McpServer(
    { name: 'modem-bench', version },
    { instructions: instructions(options.allowUse) },
  )
  readingTools(server, options)
  callTools(server, options)
  resources(server, options)
  return server
}

function readingTools(server: McpServer, { bench, language, folder }: BenchServerOptions): void {
  const logs = new LogReading(bench, language, folder)
  const saying = (work: () => Promise<unknown>) => answered(language, work)
  const mask = new LoginMask(false)
  server.registerTool(
    'explain_log',
    {
      title: 'Explain a log',
      description:
        'Opens a log file (a journal, terminal capture or debug log, recorded by any program) and tells its story: what happened, the first failure, likely causes, what to try. Gives the id for read_log.',
      inputSchema: { file: z.string().max(4096).describe('A file in the folder of this server') },
      annotations: looks,
    },
    ({ file }) => saying(() => logs.open(file)),
  )
  server.registerTool(
    'read_log',
    {
      title: 'Read lines of a log',
      description:
        'Lines of the live log, or of an opened one, each with what it means. Identities and passwords stand under names such as IMEI-1.',
      inputSchema: {
        id: z.string().max(64).optional().describe('From explain_log; absent: the live log'),
        search: z.string().max(300).optional().describe('Only lines with this text'),
        from: z.number().int().min(1).optional().describe('The first line; absent: the last ones'),
        lines: z.number().int().min(1).max(500).default(100),
      },
      annotations: looks,
    },
    (wanted) => saying(() => logs.read(wanted)),
  )
  server.registerTool(
    'bench_state',
    {
      title: 'State of the bench',
      description:
        'Both slots in figures: port, modem, mode, registration, signal, connection, last verdict.',
      annotations: looks,
    },
    () => saying(async () => mask.reply('figures.read', await bench.call('figures.read'))),
  )
  server.registerTool(
    'connection_report',
    {
      title: 'Report of the last connection',
      description: 'Each step of the last data connection of a slot, the verdict, what to try.',
      inputSchema: { slot },
      annotations: looks,
    },
    ({ slot: of }) =>
      saying(
        async () =>
          (await bench.call('connect.report', { slot: of, language, redact: true })).text ?? '',
      ),
  )
  server.registerTool(
    'list_ports',
    {
      title: 'Ports',
      description: 'The serial ports of the computer of the bench, with the device behind each.',
      annotations: looks,
    },
    () => saying(async () => mask.reply('ports.list', await bench.call('ports.list'))),
  )
  server.registerTool(
    'explain_command',
    {
      title: 'Explain an AT command',
      description: 'What an AT command means, part by part. Nothing is sent.',
      inputSchema: { text: z.string().min(1).max(3071) },
      annotations: looks,
    },
    ({ text }) => saying(() => bench.call('explain.command', { text })),
  )
}

/** The whole contract by two tools: one for each of its calls would fill an assistant's view. */
function callTools(server: McpServer, options: BenchServerOptions): void {
  const { bench, allowUse, language } = options
  const mask = new LoginMask(false)
  server.registerTool(
    'list_calls',
    {
      title: 'Calls of the bench',
      description: 'Every call that the tool call can make: what it does, the role, its input.',
      inputSchema: {
        topic: z.string().max(40).optional().describe('Such as log, at, net; absent: names alone'),
      },
      annotations: looks,
    },
    ({ topic }) =>
      answered(language, async () =>
        topic === undefined
          ? describedCalls().map(({ name, comment, role }) => `${name} (${role}): ${comment}`)
          : describedCalls().filter(({ name }) => name.startsWith(`${topic}.`)),
      ),
  )
  server.registerTool(
    'call',
    {
      title: 'Make a call of the bench',
      description:
        'Makes one call by its name. What only reads is answered; anything else is shown to the person first, who allows or refuses it.',
      inputSchema: { name: z.string().max(64), input: z.unknown().optional() },
      annotations: { readOnlyHint: false, destructiveHint: allowUse, openWorldHint: true },
    },
    ({ name, input }) =>
      answered(language, async () => {
        if (!isCall(name)) throw new Fault('bad-input', noSuchCall(name))
        await mustBeAllowed(server, options, name, input)
        // Checked by the bench itself, as every input from outside.
        return mask.reply(name, await bench.call(name, input as never))
      }),
  )
}

const isCall = (name: string): name is CallName => Object.hasOwn(calls, name)

async function mustBeAllowed(
  server: McpServer,
  { allowUse, language }: BenchServerOptions,
  name: CallName,
  input: unknown,
): Promise<void> {
  if (may('read', name)) return
  if (!allowUse) throw new Fault('read-only', readOnly(name))
  const said = await askPerson(server, { name, input, role: roleFor(name), language })
  if (said === 'cannot-ask') throw new Fault('read-only', notUnasked(name))
  if (said === 'refused') throw new Fault('read-only', refusedBy(name))
}

function resources(server: McpServer, { bench }: BenchServerOptions): void {
  const mask = new LoginMask(false)
  const json = (uri: URL, value: unknown) => ({
    contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(value) }],
  })
  server.registerResource(
    'openapi',
    'modem-bench://openapi.json',
    { title: 'Calls of the bench as OpenAPI 3.1', mimeType: 'application/json' },
    async (uri) => json(uri, openApi()),
  )
  server.registerResource(
    'state',
    'modem-bench://state',
    { title: 'Both slots in figures', mimeType: 'application/json' },
    async (uri) => json(uri, mask.reply('figures.read', await bench.call('figures.read'))),
  )
}

/** What a tool found, or what went wrong with what to try: an assistant reads both. */
async function answered(language: Language, work: () => Promise<unknown>): Promise<CallToolResult> {
  try {
    return said(await work())
  } catch (error) {
    const tries: readonly Words[] = error instanceof Fault ? error.row.tries : []
    const lines = [errorWords(error)[language], ...tries.map((words) => `- ${words[language]}`)]
    // It may repeat what a modem or a macro of the person's said.
    const masked = new Redactor({ knowledge }).text(lines.join('\n'))
    return { ...said(masked), isError: true }
  }
}

// More would fill the view of any assistant.
const mostChars = 100_000

function said(value: unknown): CallToolResult {
  const whole = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  const text =
    whole.length > mostChars ? `${whole.slice(0, mostChars)}\n${cutAt(whole.length)}` : whole
  return { content: [{ type: 'text', text }] }
}
