import { concat, hexOf, latin1 } from '../bytes'
import type { Words } from '../words'
import type { CmuxEvent } from './decoder'
import { decoderFor } from './decoders'
import { explainFrame } from './explain'
import type { Bit, CmuxControl, CmuxFrame, FrameOption } from './frame'
import { readMessages, type MessageName } from './message'

/** A control message as the `frames` command prints it. */
export interface MessageFacts {
  readonly name: MessageName
  readonly command: boolean
  /** Hex. */
  readonly value: string
}

/** A frame as the `frames` command prints it; `message` on DLCI 0, `messages` when one frame carries several. */
export interface FrameFacts {
  readonly dlci: number
  readonly cr: Bit
  readonly control: CmuxControl
  readonly pf: Bit
  readonly length: number
  /** Hex. */
  readonly info: string
  /** Hex. */
  readonly fcs: string
  readonly message?: MessageFacts
  readonly messages?: readonly MessageFacts[]
  /** The frame is sound, what it carries on DLCI 0 is not. */
  readonly error?: string
}

export interface StreamFacts {
  readonly frames: FrameFacts[]
  /** Frames dropped: a wrong check, an unknown control octet, an impossible or unfinished length. */
  readonly rejected: number
  /** Readable lines found outside frames, without their line ends. */
  readonly text: string[]
  /** One sentence for each frame. */
  readonly words: Words[]
}

export function frameFacts(frame: CmuxFrame): FrameFacts {
  const { dlci, cr, control, pf, info } = frame
  const facts = { dlci, cr, control, pf, length: info.length, info: hexOf(info) }
  return { ...facts, fcs: hexOf(Uint8Array.of(frame.fcs)), ...controlFacts(frame) }
}

function controlFacts(frame: CmuxFrame): Pick<FrameFacts, 'message' | 'messages' | 'error'> {
  if (frame.dlci !== 0 || (frame.control !== 'UIH' && frame.control !== 'UI')) return {}
  const { messages, problem } = readMessages(frame.info)
  const all = messages.map(({ name, command, value }) => ({ name, command, value: hexOf(value) }))
  const [first] = all
  return {
    ...(first ? { message: first } : {}),
    ...(all.length > 1 ? { messages: all } : {}),
    ...(problem ? { error: `control message: wrong ${problem} octet` } : {}),
  }
}

/**
 * Reads a whole stream, given as the reads cut it; the end of the stream ends an unfinished frame. Of the two options the
 * one that finds more frames; basic where neither finds any.
 */
export function decodeCmuxStream(chunks: readonly Uint8Array[]): StreamFacts {
  const basic = eventsOf('basic', chunks)
  const advanced = eventsOf('advanced', chunks)
  const events = framesOf(advanced).length > framesOf(basic).length ? advanced : basic
  const frames = framesOf(events)
  return {
    frames: frames.map(frameFacts),
    rejected: events.filter((event) => event.kind === 'rejected').length,
    text: textsOf(events),
    words: frames.map(explainFrame),
  }
}

function eventsOf(option: FrameOption, chunks: readonly Uint8Array[]): CmuxEvent[] {
  const decoder = decoderFor(option)
  const events = chunks.flatMap((chunk) => decoder.push(chunk))
  return [...events, ...decoder.expire()]
}
function framesOf(events: readonly CmuxEvent[]): CmuxFrame[] {
  return events.flatMap((event) => (event.kind === 'frame' ? [event.frame] : []))
}

/** Octets outside frames that read as text, joined over the cuts of the reads. */
function textsOf(events: readonly CmuxEvent[]): string[] {
  const texts: string[] = []
  let run: Uint8Array[] = []
  const close = () => {
    texts.push(...readable(concat(run)).flatMap(linesOf))
    run = []
  }
  for (const event of events) {
    if (event.kind === 'outside' && !event.damaged) run.push(event.bytes)
    else if (event.kind !== 'flags') close()
  }
  close()
  return texts
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The stretches of at least two printable characters, line ends kept. */
export function readable(bytes: Uint8Array): string[] {
  const stretches = latin1(bytes).match(/[\t\r\n\x20-\x7e]+/g) ?? []
  return stretches.filter((text) => /[\x21-\x7e][\t\x20-\x7e]/.test(text))
}
