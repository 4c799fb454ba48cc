import { bytesOf, latin1 } from '../bytes'
import type { ByteStream } from '../ports/stream'
import { msText, type ToolAnswer, type ToolOptions } from '../ip/tools/tool-answer'
import { between, type Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { Reached, ReachOut } from './soracom-access'
import { sleep } from '../wait'
import * as said from './napter-words'

/** A mapping as the platform made it: where it takes connections, and by what it is taken back. */
export interface MappingMade {
  readonly host: string
  readonly ipAddress: string
  readonly port: number
  /** Seconds until it ends by itself. */
  readonly duration: number
}

export interface NapterMeans {
  readonly clock: Clock
  readonly chance: Chance
  /** The listener is our own IP host, behind the modem. */
  readonly host: {
    readonly address: string | null
    listenTcp(port: number, handler: (connection: ByteStream) => void): () => void
  }
  map(devicePort: number): Promise<MappingMade>
  unmap(mapping: MappingMade): Promise<void>
  readonly reach: ReachOut
}

export interface NapterOptions extends ToolOptions {
  /** Where our host listens; absent: a port of its own choice. */
  readonly devicePort?: number | undefined
}

export interface NapterFacts {
  readonly endpoint: string | null
  readonly devicePort: number
  /** What became of the connection from this computer; null where there was none to make. */
  readonly how: Reached['how'] | null
  /** The connection arrived at our host and said what it was to say. */
  readonly arrived: boolean
  /** From the connection's begin until its answer was here. */
  readonly ms: number | null
  /** The mapping was taken back. */
  readonly removed: boolean
}

/** A modem that sleeps between two packets takes seconds to wake; the platform’s gate a moment until it knows a new mapping. */
const answerMs = 20_000
const tries = 3
const pauseMs = 2_000

/**
 * Has the platform map a port to our own host behind the modem, comes in by it from this computer's own network, and takes the mapping
 * back whatever happens. Rejects where the platform refuses the mapping, and when it is cancelled.
 */
export async function napterTool(
  means: NapterMeans,
  { devicePort, signal, onProgress }: NapterOptions = {},
): Promise<ToolAnswer<NapterFacts>> {
  const { host, chance } = means
  const port = devicePort ?? between(chance, 49_152, 65_535)
  const none = { endpoint: null, devicePort: port, how: null, arrived: false, ms: null }
  if (host.address === null)
    return { ok: false, words: said.noIpv4, lines: [], facts: { ...none, removed: true } }
  const door = new Door(String(between(chance, 100_000_000, 999_999_999)))
  const close = host.listenTcp(port, (connection) => void door.take(connection))
  let mapping: MappingMade | undefined
  let removed = false
  try {
    mapping = await means.map(port)
    const line = said.mapped(endpointOf(mapping), port, mapping.duration)
    onProgress?.({ index: 1, value: null, line })
    const found = await cameIn(means, mapping, door, signal)
    removed = await takenBack(means, mapping)
    return answered(mapping, { devicePort: port, ...found, removed })
  } finally {
    close()
    // What was cancelled or failed in between leaves no open door.
    if (mapping && !removed) await takenBack(means, mapping)
  }
}

const endpointOf = ({ host, port }: MappingMade) => `${host}:${port}`

type CameIn = Pick<NapterFacts, 'how' | 'arrived' | 'ms'> & { readonly why: string }

/** A connection that nobody took is made again: the gate may not know the mapping yet. */
async function cameIn(
  { clock, reach }: NapterMeans,
  { host, port }: MappingMade,
  door: Door,
  signal: AbortSignal | undefined,
): Promise<CameIn> {
  for (let left = tries - 1; ; left--) {
    const startedUs = clock.monotonicUs()
    const reached = await reach({ host, port, data: door.question, timeoutMs: answerMs, signal })
    const ms = (clock.monotonicUs() - startedUs) / 1000
    const right = reached.how === 'answered' && door.isAnswer(reached.bytes)
    if (reached.how !== 'unreached' || left === 0)
      return {
        how: reached.how,
        arrived: door.arrived,
        ms: right ? ms : null,
        why: reached.how === 'unreached' ? reached.why : '',
      }
    await sleep(clock, pauseMs, signal)
  }
}

/** False: it stays until its time is over. Why is the platform's matter; that it stays is what a person has to know. */
async function takenBack(means: NapterMeans, mapping: MappingMade): Promise<boolean> {
  return means.unmap(mapping).then(
    () => true,
    () => false,
  )
}

function answered(
  mapping: MappingMade,
  { why, ...facts }: Omit<NapterFacts, 'endpoint'> & { readonly why: string },
): ToolAnswer<NapterFacts> {
  const { devicePort, how, arrived, ms, removed } = facts
  const endpoint = endpointOf(mapping)
  const verdict =
    ms !== null
      ? said.cameThrough(endpoint, devicePort, msText(ms))
      : arrived
        ? said.noWayBack(devicePort)
        : how === 'unreached'
          ? said.notLetIn(endpoint, why)
          : said.notArrived(endpoint, devicePort)
  const kept = removed ? [] : [said.stays(endpoint, mapping.duration)]
  return {
    ok: ms !== null,
    words: verdict,
    lines: [said.mapped(endpoint, devicePort, mapping.duration), ...kept],
    facts: { endpoint, ...facts },
  }
}

/** Anybody may knock at a port of the internet: who does not say the number of this run is sent away. */
class Door {
  readonly #number: string
  arrived = false
  constructor(number: string) {
    this.#number = number
  }
  get question(): Uint8Array {
    return bytesOf(`modem-bench ${this.#number}\n`)
  }
  isAnswer(bytes: Uint8Array): boolean {
    return latin1(bytes) === this.#answer
  }
  get #answer() {
    return `modem-bench heard ${this.#number}\n`
  }

  async take(connection: ByteStream): Promise<void> {
    let text = ''
    try {
      while (!text.includes('\n') && text.length < 100) {
        const piece = await connection.read()
        if (!piece) break
        text += latin1(piece)
      }
      if (text === latin1(this.question)) {
        this.arrived = true
        await connection.write(bytesOf(this.#answer))
      }
      connection.end()
    } catch {
      // A connection that broke is one that did not come through: what the other side saw tells it.
      connection.abort()
    }
  }
}
