import { concat, hexOf } from '../bytes'
import type { CmuxEvent, FrameDecoder } from '../cmux/decoder'
import { decoderFor } from '../cmux/decoders'
import { explainFrame } from '../cmux/explain'
import { flagOf, type CmuxFrame, type FrameOption } from '../cmux/frame'
import { readMessages } from '../cmux/message'
import type { Words } from '../words'
import { ChannelReader } from './channel-reader'
import type { RowDraft } from './draft'
import type { Explanations } from './explanations'
import { noiseRow } from './ppp-rows'
import { channelCarries, ownFrameBack } from './words'

type Direction = 'rx' | 'tx'
const mostNoise = 4096

/**
 * Takes the multiplexer apart (3GPP TS 27.010): a row for each frame, and what the channels carry read as if each were a
 * port of its own. What stands outside of frames goes back to whoever reads the bare port.
 */
export class MuxReader {
  readonly #explanations: Explanations
  readonly #outside: (dir: Direction, bytes: Uint8Array, nowUs: number) => RowDraft[]
  readonly #flag: number
  readonly #decoders: { readonly [dir in Direction]: FrameDecoder }
  readonly #channels = new Map<number, ChannelReader>()
  readonly #noise: { [dir in Direction]: Uint8Array } = {
    rx: new Uint8Array(),
    tx: new Uint8Array(),
  }
  /** Channels that we asked to open. */
  readonly #asked = new Set<number>()
  #closing = false
  #ended = false

  constructor(
    option: FrameOption,
    explanations: Explanations,
    outside: (dir: Direction, bytes: Uint8Array, nowUs: number) => RowDraft[],
  ) {
    this.#flag = flagOf(option)
    this.#decoders = { rx: decoderFor(option), tx: decoderFor(option) }
    this.#explanations = explanations
    this.#outside = outside
  }

  /** The multiplexer was closed: the port speaks AT again. */
  get ended(): boolean {
    return this.#ended
  }

  /** Rows, and the octets behind the end of the multiplexer. */
  push(dir: Direction, bytes: Uint8Array, nowUs: number): { rows: RowDraft[]; rest: Uint8Array } {
    const rows: RowDraft[] = []
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf(this.#flag, at) + 1 || bytes.length
      for (const event of this.#decoders[dir].push(bytes.subarray(at, end)))
        rows.push(...this.#event(dir, event, nowUs))
      at = end
      if (this.#ended) return { rows, rest: bytes.subarray(at) }
    }
    return { rows, rest: new Uint8Array() }
  }

  silent(nowUs: number): RowDraft[] {
    return [...this.#channels].flatMap(([dlci, channel]) => onChannel(channel.silent(nowUs), dlci))
  }

  flush(nowUs: number): RowDraft[] {
    const rows: RowDraft[] = []
    for (const dir of ['rx', 'tx'] as const) {
      for (const event of this.#decoders[dir].expire()) rows.push(...this.#event(dir, event, nowUs))
      rows.push(...this.#takeNoise(dir))
    }
    for (const [dlci, channel] of this.#channels)
      rows.push(...onChannel(channel.flush(nowUs), dlci))
    return rows
  }

  #event(dir: Direction, event: CmuxEvent, nowUs: number): RowDraft[] {
    switch (event.kind) {
      case 'frame':
        return [...this.#takeNoise(dir), ...this.#frame(dir, event.frame, nowUs)]
      case 'outside':
        if (!event.damaged) return this.#outside(dir, event.bytes, nowUs)
        this.#noise[dir] = concat([this.#noise[dir], event.bytes])
        return this.#noise[dir].length >= mostNoise ? this.#takeNoise(dir) : []
      case 'rejected':
      case 'flags':
        return []
    }
  }

  #takeNoise(dir: Direction): RowDraft[] {
    const rows: RowDraft[] = []
    let noise = this.#noise[dir]
    this.#noise[dir] = new Uint8Array()
    for (; noise.length > 0; noise = noise.subarray(mostNoise))
      rows.push(noiseRow(noise.subarray(0, mostNoise), dir))
    return rows
  }

  #frame(dir: Direction, frame: CmuxFrame, nowUs: number): RowDraft[] {
    this.#watchEnd(dir, frame)
    const row = this.#isEcho(dir, frame) ? echoRow(frame) : frameRow(dir, frame)
    if (frame.dlci === 0 || frame.info.length === 0) return [row]
    let channel = this.#channels.get(frame.dlci)
    if (!channel) this.#channels.set(frame.dlci, (channel = new ChannelReader(this.#explanations)))
    const rows =
      dir === 'rx' ? channel.received(frame.info, nowUs) : channel.sent(frame.info, nowUs)
    return [row, ...onChannel(rows, frame.dlci)]
  }

  /** Nobody but us opens channels (27.010, 5.4.1): its own SABM comes back to who speaks to a modem in command mode. */
  #isEcho(dir: Direction, { control, dlci }: CmuxFrame): boolean {
    if (control !== 'SABM') return false
    if (dir === 'tx') this.#asked.add(dlci)
    return dir === 'rx' && this.#asked.has(dlci)
  }

  /** Closed by CLD, or by DISC on the control channel (27.010 5.8.2); the other side's answer ends it. */
  #watchEnd(dir: Direction, frame: CmuxFrame): void {
    if (frame.dlci !== 0) return
    if (frame.control === 'DISC') this.#closing = true
    else if (frame.control === 'SABM') this.#closing = false
    else if (frame.control === 'UA' && this.#closing && dir === 'rx') this.#ended = true
    else if (frame.control === 'UIH') {
      const { messages } = readMessages(frame.info)
      if (messages.some(({ name, command }) => name === 'CLD' && !command)) this.#ended = true
    }
  }
}

function onChannel(rows: readonly RowDraft[], channel: number): RowDraft[] {
  return rows.map((row) => ({ ...row, channel }))
}

function frameRow(dir: Direction, frame: CmuxFrame): RowDraft {
  const { dlci, control, pf, info } = frame
  const data = dlci !== 0 && info.length > 0
  return {
    dir,
    kind: 'cmux',
    channel: dlci,
    text: `${control}${pf ? '+' : ''} channel ${dlci}${info.length > 0 ? `, ${info.length} octets` : ''}`,
    ...(info.length > 0 && !data ? { hex: hexOf(info) } : {}),
    explanation: {
      name: 'CMUX',
      facts: { dlci, control, octets: info.length },
      words: data ? contentWords(dlci, info.length) : explainFrame(frame),
      severity: control === 'DM' ? 'warning' : 'fine',
      secrets: [],
      spec: '3GPP TS 27.010, 5.2',
    },
  }
}

function echoRow(frame: CmuxFrame): RowDraft {
  const row = frameRow('rx', frame)
  const { explanation } = row
  if (!explanation) return row
  const facts = { ...explanation.facts, rung: 'port', state: 'failure', cause: 'cmux-echo' }
  const words = ownFrameBack
  return { ...row, explanation: { ...explanation, facts, words, severity: 'failure' } }
}

/** The content stands in rows of its own. */
function contentWords(dlci: number, octets: number): Words {
  return channelCarries(dlci, octets)
}
