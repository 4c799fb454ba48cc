import { factText } from '../at/fact-text'
import { faultCode, type FaultCode } from '../fault'
import type { Clock } from '../ports/clock'
import type { DnsType } from './dns-question'
import type { IpHost } from './host'
import { publicResolvers } from './public-resolvers'

export interface ResolversOptions {
  readonly names: readonly string[]
  /** Default A. */
  readonly type?: DnsType | undefined
  /** Addresses, beside the servers that came with the link. Default `publicResolvers`. */
  readonly servers?: readonly string[] | undefined
  /** How often each name is asked for. Default 3: the first time is that of a name nobody has in store. */
  readonly rounds?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onAnswer?: ((answer: ResolverAnswer) => void) | undefined
}

export interface ResolverAnswer {
  readonly server: string
  readonly name: string
  /** Null: no answer in time. */
  readonly ms: number | null
  /** What it said, sorted; the fault's code where it said no. */
  readonly said: readonly string[]
  readonly code: FaultCode | null
}

export interface ResolverRow {
  readonly server: string
  /** It came with the address of the link. */
  readonly ours: boolean
  readonly asked: number
  readonly answered: number
  /** Of the first question, and of the middle one of the others. */
  readonly firstMs: number | null
  readonly medianMs: number | null
}

export interface NameAnswers {
  readonly name: string
  /** Each answer that was given, and by whom. */
  readonly answers: readonly SameAnswer[]
}

export interface SameAnswer {
  readonly said: readonly string[]
  /** Why there is none; null where there is one. */
  readonly code: FaultCode | null
  readonly servers: readonly string[]
}

export interface ResolversResult {
  readonly type: DnsType
  /** The fastest first; those that never answer last. */
  readonly rows: readonly ResolverRow[]
  readonly names: readonly NameAnswers[]
}

const answerMs = 3_000

/** Asks each name server the same, in turn, so that none waits behind another. Rejects with `dns-no-server` where there is none, and as a cancelled tool does. */
export async function compareResolvers(
  clock: Clock,
  host: IpHost,
  options: ResolversOptions,
): Promise<ResolversResult> {
  const { names, type = 'A', rounds = 3, servers = publicResolvers, signal, onAnswer } = options
  const ours = new Set(host.dns)
  const all = [...new Set([...ours, ...servers.map((one) => one.trim())])]
  const answers: ResolverAnswer[] = []
  for (let round = 0; round < rounds; round++)
    for (const name of names)
      for (const server of all) {
        const answer = await ask(clock, host, server, name, type, signal)
        answers.push(answer)
        onAnswer?.(answer)
      }
  const rows = all.map((server) => rowOf(server, ours.has(server), answers))
  const pace = ({ medianMs, firstMs }: ResolverRow) => medianMs ?? firstMs ?? Infinity
  return {
    type,
    rows: rows.sort((a, b) => pace(a) - pace(b)),
    names: names.map((name) => saidOf(name, answers)),
  }
}

async function ask(
  clock: Clock,
  host: IpHost,
  server: string,
  name: string,
  type: DnsType,
  signal: AbortSignal | undefined,
): Promise<ResolverAnswer> {
  const startUs = clock.monotonicUs()
  const since = () => (clock.monotonicUs() - startUs) / 1000
  try {
    const { answers } = await host.resolve(name, { server, type, timeoutMs: answerMs, signal })
    const said = answers.filter((one) => one.type === type).map(({ data }) => factText(data))
    return { server, name, ms: since(), said: said.sort(), code: null }
  } catch (error) {
    const code = faultCode(error)
    // A no is an answer; silence is none.
    if (code === 'dns-no-such-name' || code === 'dns-failed')
      return { server, name, ms: since(), said: [], code }
    if (code === 'dns-no-answer') return { server, name, ms: null, said: [], code }
    throw error
  }
}

function rowOf(server: string, ours: boolean, all: readonly ResolverAnswer[]): ResolverRow {
  const own = all.filter((one) => one.server === server)
  const times = own.flatMap(({ ms }) => ms ?? [])
  const later = times.slice(1).sort((a, b) => a - b)
  return {
    server,
    ours,
    asked: own.length,
    answered: times.length,
    firstMs: own[0]?.ms ?? null,
    medianMs: later[Math.ceil(later.length / 2) - 1] ?? null,
  }
}

function saidOf(name: string, all: readonly ResolverAnswer[]): NameAnswers {
  const groups = new Map<string, { answer: ResolverAnswer; servers: Set<string> }>()
  for (const answer of all.filter((one) => one.name === name && one.ms !== null)) {
    const key = [answer.code ?? '', ...answer.said].join(' ')
    const group = groups.get(key) ?? { answer, servers: new Set<string>() }
    group.servers.add(answer.server)
    groups.set(key, group)
  }
  const answers = [...groups.values()].map(({ answer: { said, code }, servers }) => ({
    said,
    code,
    servers: [...servers],
  }))
  return { name, answers }
}
