import { isUnanswered } from '../at/unanswered'
import type { AtReply, SendOptions } from '../at/engine'
import { plainMaxInfo } from '../cmux/channels'
import type { FrameOption } from '../cmux/frame'
import { Fault, faultCode } from '../fault'
import type { Words } from '../words'
import type { ModemLine } from './line'
import { commandRefused, muxNotOffered, advancedMode, basicMode, bothModes } from './words'

interface Options {
  readonly line: ModemLine
  readonly baudRate: number
  readonly option?: FrameOption
  readonly signal?: AbortSignal
}

/** What holds from the modem's OK on. */
export interface MuxAgreed {
  readonly option: FrameOption
  /** N1. */
  readonly maxInfo: number
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
const modes: Record<FrameOption, number> = { basic: 0, advanced: 1 }
// As long as an IP packet in PPP; longer frames would only keep AT waiting.
const wantedInfo = 1500
const acceptMs = 3000

/** Asks which multiplexer there is and sends AT+CMUX, with long frames first. Rejects with cmux-not-supported. */
export async function askForMux({ line, baudRate, option, signal }: Options): Promise<MuxAgreed> {
  const asked = await line.send('AT+CMUX=?', signal ? { signal } : {})
  if (!asked.ok) throw new Fault('cmux-not-supported', commandRefused('AT+CMUX=?'))
  const offered = offer(asked)
  const chosen = choose(offered.modes, option)
  const mode = modes[chosen]
  const speed = speeds[baudRate]
  const plainInfo = plainMaxInfo[chosen]
  const longest = Math.min(Math.max(plainInfo, offered.maxInfo), wantedInfo)
  if (speed !== undefined && longest > plainInfo) {
    const long = await accepted(line, `AT+CMUX=${mode},0,${speed},${longest}`)
    if (long) return { option: chosen, maxInfo: longest }
  }
  if (await accepted(line, `AT+CMUX=${mode}`)) return { option: chosen, maxInfo: plainInfo }
  throw new Fault('cmux-not-supported', commandRefused(`AT+CMUX=${mode}`))
}

/**
 * Not cancelled half-way: a modem that has read the line multiplexes, whether its OK was waited for or not. One that says
 * nothing (some send no OK) may do so too; the first frame will tell.
 */
async function accepted(line: ModemLine, command: string): Promise<boolean> {
  const patience: SendOptions = { timeoutMs: acceptMs }
  return line.send(command, patience).then(
    ({ ok }) => ok,
    (error: unknown) => {
      if (isUnanswered(faultCode(error))) return true
      throw error
    },
  )
}

/** Basic where it is offered and nothing else is asked for: every modem that has both has learnt that one best. */
function choose(offered: ReadonlySet<number>, wanted: FrameOption | undefined): FrameOption {
  const order = wanted ? [wanted] : (['basic', 'advanced'] as const)
  const found = order.find((option) => offered.has(modes[option]))
  if (found) return found
  throw new Fault('cmux-not-supported', notOffered([...offered], wanted))
}

/** `+CMUX: (0,1),(0),(1-8),(1-1500),…`: the modes, and the upper end of N1; what is not told is basic, and short. */
function offer(reply: AtReply): { modes: ReadonlySet<number>; maxInfo: number } {
  const lists = /^\+CMUX:\s*(.*)$/.exec(reply.lines[0] ?? '')?.[1]?.match(/\([^)]*\)/g)
  const lengths = lists?.[3]?.match(/\d+/g)?.map(Number) ?? []
  return { modes: numbersIn(lists?.[0] ?? '(0)'), maxInfo: Math.max(0, ...lengths) }
}

function numbersIn(list: string): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const [, first = '', last = first] of list.matchAll(/(\d+)(?:-(\d+))?/g))
    for (let one = Number(first); one <= Math.min(Number(last), 9); one++) numbers.add(one)
  return numbers
}

const names: { readonly [mode: number]: Words } = {
  0: basicMode,
  1: advancedMode,
  2: bothModes,
}

function notOffered(offered: readonly number[], wanted: FrameOption | undefined): Words {
  const name = (mode: number): Words => names[mode] ?? { en: String(mode), ja: String(mode) }
  const en = offered.map((mode) => name(mode).en).join(', ')
  const ja = offered.map((mode) => name(mode).ja).join('、')
  const asked = wanted ? name(modes[wanted]) : undefined
  return muxNotOffered(en, asked, ja)
}
