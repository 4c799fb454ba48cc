import { version } from '../version'
import { contractDeclarations } from './contract-declarations'
import client from '@resources/clients/npm-client.js?raw'

/** The typed client as the files of a package, ready for `npm pack`. */
export const npmClient = (): { readonly [file: string]: string } => ({
  'package.json': `${JSON.stringify(manifest(), undefined, 2)}\n`,
  'index.js': client,
  'index.d.ts': types(),
  'README.md': readme,
})

const manifest = () => ({
  name: 'modem-bench-client',
  version,
  description: 'Typed client of the API of Modem Bench',
  license: 'MIT',
  type: 'module',
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
  files: ['index.js', 'index.d.ts'],
  engines: { node: '>=20' },
})

const readme = `# modem-bench-client

\`\`\`js
import { ModemBench } from 'modem-bench-client'

const bench = new ModemBench('http://127.0.0.1:8470', { token: process.env.MODEM_BENCH_TOKEN })
await bench.call('port.open', { slot: 'a', path: '/dev/ttyUSB2' })
const { lines } = await bench.call('at.send', { slot: 'a', text: 'AT+CSQ' })
for await (const event of bench.events(['patch', 'rows'])) console.log(event.name, event.value)
\`\`\`

Made by \`modem-bench api npm\` from the contract of version ${version}. Node 20 or newer, or a browser.
`

const missed = [
  '  /** Events before this one are not kept: ask app.snapshot anew. */',
  '  missed: null',
]

const types = (): string => [contractDeclarations(missed), declared].join('\n')

const declared = `
export type CallName = keyof Calls
export type EventName = keyof Events
export type BenchEvent<N extends EventName = EventName> = {
  [K in N]: { readonly name: K; readonly value: Events[K]; readonly id: string | undefined }
}[N]

export interface Options {
  /** Made by "modem-bench token new NAME --role read". */
  readonly token: string
  /** The language of faults. */
  readonly language?: 'en' | 'ja'
  /** Another fetch than that of the platform, for a certificate of your own. */
  readonly fetch?: typeof fetch
}

/** What a call fails with (RFC 9457). */
export declare class BenchFault extends Error {
  readonly status: number
  /** The kind of fault, the same in every language. */
  readonly code: string
  readonly title: string
  /** What was seen. */
  readonly detail: string
  /** What to try. */
  readonly tries: readonly string[]
}

export declare class ModemBench {
  constructor(url: string | URL, options: Options)
  /** Rejects with BenchFault. */
  call<N extends CallName>(
    name: N,
    ...input: undefined extends Calls[N]['input'] ? [input?: Calls[N]['input']] : [input: Calls[N]['input']]
  ): Promise<Calls[N]['answer']>
  /** Events as they happen, until the signal or the end of the loop. A connection that was cut is made again. */
  events<N extends EventName = EventName>(
    names?: readonly N[],
    options?: { readonly signal?: AbortSignal },
  ): AsyncGenerator<BenchEvent<N | 'missed'>, void, undefined>
}
`
