import { bytesOf, concat, latin1, visible } from '../bytes'
import { classifyBytes } from '../cmux/classify'
import { parseFinal } from '../at/final'
import { errorWords, Fault } from '../fault'
import type { BytePort } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import { mayTakeAt, type PortInfo } from '../ports/port-info'
import { sleep } from '../wait'
import type { Words } from '../words'
import { askOutOfCmux } from './ask-out-of-cmux'
import { searchBaudRate, searchedBaudRates } from './baud-search'
import type { Probed, ProbeResult, SpeedTried, Talk } from './probed'
import { probedWords } from './probed-words'
import { closeDowns, enoughTries } from './reach-at'
import { atOnceClosed, gpsNmeaByTable, isMicropythonRepl, notMeantAt, pidHasOpen } from './words'

/** Judges what a port says by content. `asked`: AT was sent, so an answer or an echo counts. */
export function classifyPort(heard: Uint8Array, asked: boolean): keyof typeof probedWords {
  const text = latin1(heard)
  if (/\$(?:G[PNLABQ]|BD)[A-Z]{3},/.test(text)) return 'nmea'
  const lines = text.split(/[\r\n]+/).map((line) => line.trim())
  if (asked && lines.some((line) => parseFinal(line, { numeric: true }) !== undefined)) return 'at'
  const kind = classifyBytes(heard)
  if (kind === 'ppp' || kind === 'cmux' || kind === 'nothing') return kind
  // An HDLC flag at the end, and neither PPP nor text inside: the log of the modem's maker.
  if (kind !== 'text' && heard.includes(0x7e)) return 'diag'
  if (asked && kind === 'text' && lines.every((line) => /^(?:AT)*$/.test(line))) return 'echo only'
  return kind
}

/** Why a port is not for trying; undefined for one that may be. */
export function leaveAlone(port: PortInfo): Words | undefined {
  if (port.holder) {
    const { program, pid } = port.holder
    return pidHasOpen(program, pid)
  }
  if (port.role === 'gps') return gpsNmeaByTable
  if (port.role === 'repl') return isMicropythonRepl
  if (port.use === 'no' || port.path.startsWith('micropython:')) return port.note ?? notMeantAt
  return undefined
}

export interface ProbeOptions {
  readonly clock: Clock
  open(path: string, baudRate: number): Promise<BytePort>
  /** Tried in this order; one for a port without a speed of its own. */
  readonly baudRates?: readonly number[]
  /** Look for the speed that answers AT without noise, and tell what came at each. */
  readonly baudSearch?: boolean
  readonly signal?: AbortSignal
  readonly onResult?: (result: ProbeResult) => void
}

type OnePort = ProbeOptions & {
  /** A silent port is sent the close-down of a multiplexer; true unless it is known to be for something else. */
  readonly closeDown?: boolean
}

const usualBaudRates = [115_200, 57_600, 9600, 460_800]
const listenMs = 300
const answerMs = 1000
/** At the first speed all is tried that may bring a silent modem to AT. */
const tries = { first: enoughTries, other: 3, search: 2 }

/** One port after the other, never two at once: ports of one modem disturb each other. */
export async function probePorts(
  ports: readonly PortInfo[],
  options: ProbeOptions,
): Promise<ProbeResult[]> {
  const results: ProbeResult[] = []
  for (const port of ports) {
    const result = await probeOne(port, options)
    results.push(result)
    options.onResult?.(result)
  }
  return results
}

async function probeOne(info: PortInfo, options: ProbeOptions): Promise<ProbeResult> {
  const { path } = info
  const reason = leaveAlone(info)
  if (reason) return { path, found: 'left alone', seen: '', words: reason }
  // A modem on USB has no speed; only what hangs on a UART has.
  const speedless = info.role !== 'unknown'
  try {
    if (options.baudSearch)
      return await searchBaudRate({
        path,
        open: (name, baudRate) => options.open(name, baudRate),
        talk: (port) => talk(port, { ...options, closeDown: false }, tries.search),
        baudRates: options.baudRates ?? (speedless ? [115_200] : searchedBaudRates),
      })
    return await probePort(path, {
      ...options,
      closeDown: mayTakeAt(info),
      baudRates: options.baudRates ?? (speedless ? [115_200] : usualBaudRates),
    })
  } catch (error) {
    if (!(error instanceof Fault) || options.signal?.aborted) throw error
    const said = errorWords(error)
    return { path, found: 'cannot open', seen: '', words: said }
  }
}

/** Listens first, sends AT a few times at each speed, and stops at the first thing that tells what the port is. */
export async function probePort(path: string, options: OnePort): Promise<ProbeResult> {
  let best: ProbeResult | undefined
  for (const [index, baudRate] of (options.baudRates ?? usualBaudRates).entries()) {
    const port = await options.open(path, baudRate)
    try {
      const { found, seen, closed } = await talk(port, options, tries[index ? 'other' : 'first'])
      const result: ProbeResult = {
        path,
        found,
        ...(found === 'at' ? { baudRate } : {}),
        seen: visible(seen.slice(-80)),
        words: closed && found === 'at' ? atOnceClosed : probedWords[found],
      }
      if (!worthAnotherSpeed(found)) return result
      best = best === undefined || best.found === 'nothing' ? result : best
    } finally {
      await port.close()
    }
  }
  return best ?? { path, found: 'nothing', seen: '', words: probedWords.nothing }
}

/**
 * Searches the speed on a port that is open. It is left at the speed that was found, else at the one it had, also where the search is
 * given up; rejects then with what the signal carries.
 */
export async function searchSpeedOf(
  port: BytePort,
  setBaudRate: (baudRate: number) => Promise<void>,
  options: {
    readonly clock: Clock
    readonly signal?: AbortSignal
    /** The speed it has. */
    readonly baudRate: number
    readonly onTried?: (tried: SpeedTried) => void
  },
): Promise<ProbeResult> {
  const { clock, signal, baudRate: had, onTried } = options
  const stays: BytePort = {
    label: port.label,
    onBytes: (listener) => port.onBytes(listener),
    onEnd: (listener) => port.onEnd(listener),
    write: (bytes) => port.write(bytes),
    close: () => Promise.resolve(),
  }
  const probing = {
    clock,
    ...(signal ? { signal } : {}),
    closeDown: false,
    open: async () => stays,
  }
  let found: number | undefined
  try {
    const result = await searchBaudRate({
      path: port.label,
      open: async (_path, baudRate) => {
        await setBaudRate(baudRate)
        return stays
      },
      talk: (one) => talk(one, probing, tries.search),
      baudRates: [had, ...searchedBaudRates.filter((rate) => rate !== had)],
      ...(onTried ? { onTried } : {}),
    })
    found = result.baudRate
    return result
  } finally {
    await setBaudRate(found ?? had)
  }
}

const worthAnotherSpeed = (found: Probed) => ['nothing', 'noise', 'diag', 'text'].includes(found)

async function talk(port: BytePort, options: OnePort, mostTries: number): Promise<Talk> {
  const { clock, signal, closeDown = true } = options
  const parts: Uint8Array[] = []
  const stop = port.onBytes((bytes) => parts.push(bytes))
  let closed = false
  try {
    await sleep(clock, listenMs, signal)
    const first = classifyPort(concat(parts), false)
    // Who talks in one of these by itself is told nothing.
    if (['nmea', 'diag', 'ppp', 'cmux'].includes(first))
      return { found: first, seen: concat(parts), closed }
    for (let sent = 1; sent <= mostTries; sent++) {
      await port.write(bytesOf('AT\r'))
      for (let waited = 0; waited < answerMs; waited += 100) {
        await sleep(clock, 100, signal)
        if (classifyPort(concat(parts), true) === 'at')
          return { found: 'at', seen: concat(parts), closed }
      }
      const now = classifyPort(concat(parts), true)
      if (now === 'nmea' || now === 'ppp' || now === 'cmux') break
      const force = closeDowns[sent]
      if (!force || !closeDown || parts.length > 0) continue
      // A modem that was left in the multiplexer is silent; what it says to close-down is no talk of its own.
      closed = (await askOutOfCmux(port, clock, force, signal)) === 'cmux' || closed
      if (closed) parts.splice(0)
    }
    return { found: classifyPort(concat(parts), true), seen: concat(parts), closed }
  } finally {
    stop()
  }
}
