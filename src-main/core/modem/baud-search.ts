import { visible } from '../bytes'
import { errorWords, faultCode } from '../fault'
import type { BytePort } from '../ports/byte-port'
import type { Words } from '../words'
import type { Probed, ProbeResult, SpeedTried, Talk } from './probed'
import { probedWords } from './probed-words'
import { atWithNoise, cleanAt, noSpeedAnswers, onlyNoisyAt } from './words'

/** The speeds of UARTs and modems, those that are met most first. */
export const searchedBaudRates = [
  115_200, 9600, 57_600, 38_400, 19_200, 460_800, 921_600, 230_400, 4800, 2400, 1200, 300,
]

export interface BaudSearch {
  readonly path: string
  open(path: string, baudRate: number): Promise<BytePort>
  /** Listens, sends AT, and says what came. */
  talk(port: BytePort): Promise<Talk>
  readonly baudRates: readonly number[]
  readonly onTried?: (tried: SpeedTried) => void
}

/** Who talks in one of these by itself needs no other speed, and is told nothing. */
const settled = new Set<Probed>(['nmea', 'ppp', 'cmux'])

/**
 * Which speed answers AT without noise: one after the other, until one does. A modem that follows the speed of what it is sent
 * (AT+IPR=0) answers at the first. The port is closed behind each; nothing is set in the modem.
 */
export async function searchBaudRate(search: BaudSearch): Promise<ProbeResult> {
  const { path, baudRates } = search
  const speeds: SpeedTried[] = []
  for (const baudRate of baudRates) {
    const tried = await tryAt(search, baudRate)
    speeds.push(tried)
    search.onTried?.(tried)
    if (tried.clean) return resultOf(path, speeds, tried, cleanAt(baudRate))
    if (settled.has(tried.found)) return resultOf(path, speeds, tried, tried.words)
  }
  const noisy = speeds.find(({ found }) => found === 'at')
  if (noisy) return resultOf(path, speeds, noisy, onlyNoisyAt(noisy.baudRate))
  const told =
    speeds.find(({ found }) => found !== 'nothing' && found !== 'cannot open') ??
    speeds.find(({ found }) => found === 'nothing') ??
    speeds[0]
  return resultOf(path, speeds, told, noSpeedAnswers(speeds.length))
}

async function tryAt(search: BaudSearch, baudRate: number): Promise<SpeedTried> {
  let port: BytePort
  try {
    port = await search.open(search.path, baudRate)
  } catch (error) {
    // The next speed may be one that the driver has.
    if (faultCode(error) !== 'port-failed') throw error
    return { baudRate, found: 'cannot open', clean: false, seen: '', words: errorWords(error) }
  }
  try {
    const { found, seen } = await search.talk(port)
    const noisy = found === 'at' && !isText(seen)
    const words = noisy ? atWithNoise : probedWords[found]
    return {
      baudRate,
      found,
      clean: found === 'at' && !noisy,
      seen: visible(seen.slice(-80)),
      words,
    }
  } finally {
    await port.close()
  }
}

function resultOf(
  path: string,
  speeds: readonly SpeedTried[],
  tried: SpeedTried | undefined,
  words: Words,
): ProbeResult {
  const found = tried?.found ?? 'nothing'
  const speed = tried && found === 'at' ? { baudRate: tried.baudRate } : {}
  return { path, found, ...speed, seen: tried?.seen ?? '', words, speeds }
}

/** Text as a modem writes it. An octet beside it comes from a wrong speed or a bad line. */
function isText(octets: Uint8Array): boolean {
  return octets.every((octet) => (octet >= 0x20 && octet < 0x7f) || octet === 13 || octet === 10)
}
