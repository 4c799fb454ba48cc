import type { FamilyChoice } from './destination'

export interface Hop {
  readonly ttl: number
  /** Null: nobody answered. */
  readonly address: string | null
  readonly ms: readonly (number | null)[]
}

export interface TraceOptions {
  /** Default: IPv6 where the name and the link have it, else IPv4. */
  readonly family?: FamilyChoice | undefined
  /** Default 30. */
  readonly maxHops?: number | undefined
  /** Echoes for each hop. Default 3. */
  readonly probes?: number | undefined
  /** Default 3 s. */
  readonly timeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onHop?: ((hop: Hop) => void) | undefined
}

export interface TraceResult {
  readonly host: string
  readonly address: string
  readonly hops: readonly Hop[]
  readonly reached: boolean
}

export interface TraceAnswer {
  readonly from: string | null
  readonly ms: number | null
  /** The host itself answered, or a router said that there is no way. */
  readonly final: boolean
}

/** Echoes with a growing time to live; each router that lets one die says who it is. */
export async function runTrace(
  host: string,
  address: string,
  echo: (ttl: number) => Promise<TraceAnswer>,
  options: TraceOptions,
): Promise<TraceResult> {
  const hops: Hop[] = []
  for (let ttl = 1; ttl <= (options.maxHops ?? 30); ttl++) {
    const answers: TraceAnswer[] = []
    for (let probe = 0; probe < (options.probes ?? 3); probe++) answers.push(await echo(ttl))
    const from = answers.find((answer) => answer.from !== null)?.from ?? null
    const hop = { ttl, address: from, ms: answers.map(({ ms }) => ms) }
    hops.push(hop)
    options.onHop?.(hop)
    if (answers.some(({ final }) => final))
      return { host, address, hops, reached: from === address }
  }
  return { host, address, hops, reached: false }
}
