import type { Words } from '../words'
import type { AtReply } from '../at/engine'
import type { CmuxChannel } from '../cmux/channel'
import { CmuxSession } from '../cmux/session'
import type { CmuxEnd } from '../cmux/session-types'
import { Fault } from '../fault'
import type { BytePort } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import type { ModemLine } from './line'

/** The multiplexer over a port, with a channel for calls and one for AT. */
export interface Multiplexer {
  readonly cmux: CmuxSession
  readonly data: CmuxChannel
  readonly at: CmuxChannel
}

interface Options {
  readonly port: BytePort
  readonly baudRate: number
  /** Where AT is answered now; it is given up once AT+CMUX is accepted. */
  readonly line: ModemLine
  readonly clock: Clock
  readonly signal?: AbortSignal
  /** Called as soon as the port belongs to the multiplexer. */
  readonly onTaken: (cmux: CmuxSession) => void
  readonly onEnd: (end: CmuxEnd) => void
}

// 27.007, 5.7: the numbers AT+CMUX has for speeds.
const speeds: { readonly [baudRate: number]: number } = {
  9600: 1,
  19200: 2,
  38400: 3,
  57600: 4,
  115200: 5,
  230400: 6,
  460800: 7,
  921600: 8,
}
const plainInfo = 31
// As long as an IP packet in PPP; longer frames would only keep AT waiting.
const wantedInfo = 1500

/**
 * Turns the multiplexer on: asks whether the firmware has it, agrees on long frames where it can, opens channel 1 for
 * calls and 2 for AT. Rejects with cmux-not-supported, cmux-no-answer, cmux-refused.
 */
export async function openMultiplexer(options: Options): Promise<Multiplexer> {
  const { port, line, clock, signal } = options
  const maxInfo = await accepted(options)
  line.dispose()
  const cmux = new CmuxSession({ role: 'initiator', clock, maxInfo, write: (b) => port.write(b) })
  const stop = port.onBytes((bytes) => cmux.feed(bytes))
  cmux.onEnd((end) => {
    stop()
    options.onEnd(end)
  })
  options.onTaken(cmux)
  try {
    await cmux.start(signal)
    const data = await cmux.openChannel(1, signal)
    return { cmux, data, at: await cmux.openChannel(2, signal) }
  } catch (error) {
    await cmux.close()
    throw error
  }
}

/** Sends AT+CMUX, with long frames first; resolves with the N1 that holds from now on. */
async function accepted({ line, baudRate, signal }: Options): Promise<number> {
  const more = signal ? { signal } : {}
  const asked = await line.send('AT+CMUX=?', more)
  if (!asked.ok) throw new Fault('cmux-not-supported', refusedWords('AT+CMUX=?'))
  const speed = speeds[baudRate]
  const longest = Math.min(longestInfo(asked), wantedInfo)
  if (speed !== undefined && longest > plainInfo) {
    const long = await line.send(`AT+CMUX=0,0,${speed},${longest}`, more)
    if (long.ok) return longest
  }
  const plain = await line.send('AT+CMUX=0', more)
  if (!plain.ok) throw new Fault('cmux-not-supported', refusedWords('AT+CMUX=0'))
  return plainInfo
}

const refusedWords = (command: string): Words => ({
  en: `${command} was refused.`,
  ja: `${command} が拒否されました。`,
})

/** The upper end of N1, the fourth list in `+CMUX: (0),(0),(1-8),(1-1500),…`; 31 where it is not told. */
function longestInfo(reply: AtReply): number {
  const lists = /^\+CMUX:\s*(.*)$/.exec(reply.lines[0] ?? '')?.[1]?.match(/\([^)]*\)/g)
  const numbers = lists?.[3]?.match(/\d+/g)?.map(Number) ?? []
  return Math.max(plainInfo, ...numbers)
}
