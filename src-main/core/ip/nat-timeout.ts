import { between, type Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import { faultCode } from '../fault'
import { sleep } from '../wait'
import type { FamilyChoice } from './destination'
import type { IpHost } from './host'
import { readStun, stunPort, stunRequest, type MappedAddress } from './stun'
import { bytesOf } from '../bytes'

export type NatProtocol = 'udp' | 'tcp'

export interface NatTimeoutOptions {
  readonly protocols: readonly NatProtocol[]
  /** UDP: a server of STUN, port 3478 unless it says otherwise. */
  readonly stunHost: string
  readonly stunPort?: number | undefined
  /** TCP: a server that lets silent connections be, and a port of it. */
  readonly tcpHost: string
  readonly tcpPort?: number | undefined
  /** The longest silence that is tried. Default 300. */
  readonly mostSeconds?: number | undefined
  readonly family?: FamilyChoice | undefined
  readonly signal?: AbortSignal | undefined
  readonly onSilence?: ((silence: Silence) => void) | undefined
}

/**
 * kept: what was said afterwards passed as before. lost: it did not. ended: the server itself ended the connection. unseen: nothing
 * can be said, since the server did not answer.
 */
export type SilenceOutcome = 'kept' | 'lost' | 'ended' | 'unseen'

export interface Silence {
  readonly protocol: NatProtocol
  readonly seconds: number
  readonly outcome: SilenceOutcome
}

export interface NatTimeout {
  readonly protocol: NatProtocol
  /** The longest silence that was outlived; null: none was. */
  readonly keptSeconds: number | null
  /** The shortest that was not; null: all that were tried were outlived, or nothing can be said. */
  readonly lostSeconds: number | null
  /**
   * none: there is no NAT, the server sees our own address. preserved: the NAT keeps our port numbers, so that a new one
   * would look like the old. Both only by STUN; null: neither is so, or it is TCP.
   */
  readonly nat: 'none' | 'preserved' | null
  readonly silences: readonly Silence[]
}

export interface NatTimeoutResult {
  readonly mostSeconds: number
  readonly timeouts: readonly NatTimeout[]
}

interface Parts {
  readonly clock: Clock
  readonly chance: Chance
  readonly host: IpHost
}

/** How long it takes at most: the longest silence twice, and a little for the answers; all of a round are silent at once. */
export const natTimeoutSeconds = (mostSeconds: number): number => 2 * mostSeconds + 40

const firstSeconds = 15
const finerSteps = 6
const answerMs = 5_000

/**
 * How long a NAT lets flows be silent. All silences of a round are kept at once, each by a flow of its own: first ones that double,
 * then some between the longest that was outlived and the shortest that was not.
 */
export async function natTimeouts(
  parts: Parts,
  options: NatTimeoutOptions,
): Promise<NatTimeoutResult> {
  const { protocols, mostSeconds = 300 } = options
  const timeouts = await Promise.all(protocols.map((one) => timeoutOf(parts, one, options)))
  return { mostSeconds, timeouts }
}

async function timeoutOf(
  parts: Parts,
  protocol: NatProtocol,
  options: NatTimeoutOptions,
): Promise<NatTimeout> {
  const nat = protocol === 'udp' ? await natSeen(parts, options) : null
  if (nat !== null) return { protocol, keptSeconds: null, lostSeconds: null, nat, silences: [] }
  const silences: Silence[] = []
  const round = async (list: readonly number[]) => {
    const keep = protocol === 'udp' ? silentDatagrams : silentConnection
    const one = async (seconds: number) => {
      const silence = { protocol, seconds, outcome: await keep(parts, options, seconds) }
      silences.push(silence)
      options.onSilence?.(silence)
    }
    await Promise.all(list.map(one))
  }
  await round(doubling(options.mostSeconds ?? 300))
  const { kept, lost } = boundsOf(silences)
  if (lost !== null) await round(finer(kept ?? 0, lost))
  const found = boundsOf(silences)
  silences.sort((a, b) => a.seconds - b.seconds)
  return { protocol, keptSeconds: found.kept, lostSeconds: found.lost, nat, silences }
}

function doubling(most: number): readonly number[] {
  const list: number[] = []
  for (let seconds = firstSeconds; seconds < most; seconds *= 2) list.push(seconds)
  return [...list, most]
}

function finer(low: number, high: number): readonly number[] {
  const step = (high - low) / (finerSteps + 1)
  const list = Array.from({ length: finerSteps }, (_, i) => Math.round(low + step * (i + 1)))
  return [...new Set(list)].filter((one) => one > low && one < high)
}

/** The longest that was outlived below the shortest that was not. */
function boundsOf(silences: readonly Silence[]) {
  const seconds = (outcome: SilenceOutcome) =>
    silences.filter((one) => one.outcome === outcome).map((one) => one.seconds)
  const lost = Math.min(...seconds('lost'), Infinity)
  const kept = Math.max(...seconds('kept').filter((one) => one < lost), 0)
  return { kept: kept === 0 ? null : kept, lost: lost === Infinity ? null : lost }
}

/** What a server of STUN sees of two ports of ours. Rejects with `net-no-stun` where there is none. */
async function natSeen(parts: Parts, options: NatTimeoutOptions): Promise<NatTimeout['nat']> {
  const flows = await Promise.all([openFlow(parts, options), openFlow(parts, options)])
  try {
    const seen = await Promise.all(flows.map((flow) => flow.ask()))
    const own = [parts.host.address, parts.host.ipv6?.address]
    if (seen.some((one) => one === undefined)) return null
    if (seen.every((one) => one && own.includes(one.address))) return 'none'
    return seen.every((one, i) => one?.port === flows[i]?.localPort) ? 'preserved' : null
  } finally {
    for (const flow of flows) flow.close()
  }
}

interface Flow {
  readonly localPort: number
  /** Where the server sees us; undefined: no answer, tried twice. */
  ask(): Promise<MappedAddress | undefined>
  close(): void
}

async function openFlow({ clock, chance, host }: Parts, options: NatTimeoutOptions): Promise<Flow> {
  const { signal, family } = options
  let take: (data: Uint8Array) => void = () => undefined
  const port = options.stunPort ?? stunPort
  const socket = await host.udpSocket(options.stunHost, port, (data) => take(data), {
    signal,
    family,
  })
  const once = async () => {
    const id = Uint8Array.from({ length: 12 }, () => between(chance, 0, 255))
    let seen: MappedAddress | undefined
    take = (data) => (seen ??= readStun(data, id))
    socket.send(stunRequest(id))
    for (let ms = 0; ms < answerMs && !seen; ms += 100) await sleep(clock, 100, signal)
    return seen
  }
  return {
    localPort: socket.localPort,
    ask: async () => (await once()) ?? (await once()),
    close: () => socket.close(),
  }
}

async function silentDatagrams(
  parts: Parts,
  options: NatTimeoutOptions,
  seconds: number,
): Promise<SilenceOutcome> {
  const flow = await openFlow(parts, options)
  try {
    const before = await flow.ask()
    if (!before) return 'unseen'
    await sleep(parts.clock, seconds * 1000, options.signal)
    const after = await flow.ask()
    if (!after) return 'unseen'
    return after.port === before.port && after.address === before.address ? 'kept' : 'lost'
  } finally {
    flow.close()
  }
}

/** Servers pass over an empty line before a request (RFC 9112 2.2), and others read it as one. */
const somethingSmall = bytesOf('\r\n')

async function silentConnection(
  { clock, host }: Parts,
  options: NatTimeoutOptions,
  seconds: number,
): Promise<SilenceOutcome> {
  const { signal, family, tcpPort = 443 } = options
  const connection = await host.connect(options.tcpHost, tcpPort, { signal, family })
  try {
    await sleep(clock, seconds * 1000, signal)
    if (connection.state !== 'established') return 'ended'
    await connection.write(somethingSmall, signal)
    for (let ms = 0; ms < 2 * answerMs && connection.unacknowledged > 0; ms += 100)
      await sleep(clock, 100, signal)
    return connection.unacknowledged === 0 ? 'kept' : 'lost'
  } catch (error) {
    const code = faultCode(error)
    if (code === 'tcp-reset' || code === 'tcp-timeout' || code === 'tcp-closed') return 'lost'
    throw error
  } finally {
    connection.abort()
  }
}
