import { bytesOf, latin1 } from '../bytes'
import { errorWords, faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import type { PppLink } from '../ppp/link'
import { sleep } from '../wait'
import { type Words } from '../words'
import { terminateRequest } from './ask-in-ppp'
import type { ModemLine } from './line'
import { userRequest } from '../ppp/words'
import {
  atAnswered,
  athSentCallEnded,
  athUnanswered,
  atNotAnswered,
  dtrDropped,
  escSentCaseModemWaits,
  lcpTerminateSent,
  noDtrLine,
  said,
  trySilenceSilence,
} from './words'

/** What the ladder back to command mode is made of, in order. `ask` is the AT that proves or disproves a rung. */
export type Rung =
  | 'ask'
  | 'prompt'
  | 'terminate'
  | 'escape'
  | 'hang-up'
  | 'dtr'
  | 'close-mux'
  | 'recovery'
  | 'power'

/** One rung of the way back: what was done, and what was seen after it. */
export interface WayBackStep {
  readonly rung: Rung
  readonly words: Words
  readonly worked: boolean
}

/** `held`: back, and the call waits for ATO. `none`: only a power cycle is left, or the call could not be paused. */
export interface WayBack {
  readonly result: 'command' | 'held' | 'none'
  readonly steps: readonly WayBackStep[]
}

/** One climb: its clock, its cancel, and who is told of each rung. `note` gives `worked` back. */
export interface Walk {
  readonly clock: Clock
  readonly signal?: AbortSignal
  note(rung: Rung, words: Words, worked: boolean): boolean
}

// V.250 and the SIMCom manuals want one second of silence; 1.1 s leaves room for a slow clock.
const guardMs = 1100
const escapeWaitMs = 3000
const callEndMs = 5000
const dtrMs = 500
const promptMs = 500
const ESC = Uint8Array.of(0x1b)

const callOver = /NO CARRIER|DISCONNECTED|^OK$/m

/**
 * ESC leaves a prompt and sends nothing (27.005 3.5.1); what was typed into the text goes with it. In command mode it does
 * nothing.
 */
export async function leavePrompt(line: ModemLine, walk: Walk): Promise<boolean> {
  const seen = await hears(line, walk, promptMs, () => line.port.write(ESC))
  const { en, ja } = said(seen)
  const words = escSentCaseModemWaits({ en, ja })
  walk.note('prompt', words, seen !== undefined)
  return answersAt(line, walk, 2)
}

/**
 * Ends PPP by its own rules; the modem then drops the call by itself, or stays silent in data mode. A link of another
 * program gets a Terminate-Request out of nowhere, which its modem answers all the same.
 */
export async function terminate(line: ModemLine, walk: Walk): Promise<boolean> {
  const { link } = line
  if (!link && line.mode !== 'data') return false
  const ours = link !== undefined && link.phase !== 'dead'
  const seen = await hears(line, walk, callEndMs, () =>
    ours ? link.close(userRequest) : line.port.write(terminateRequest),
  )
  line.leaveData()
  const { en, ja } = said(seen)
  const words = lcpTerminateSent({ en, ja })
  walk.note('terminate', words, seen !== undefined)
  return seen !== undefined && answersAt(line, walk, 3)
}

/**
 * The guarded escape. SIM5320A needs it several times (mongoose, pppos#1); SARA-R4 takes it only behind a closing 7E,
 * which the last of four tries sends. Undefined: the modem stays in data mode, and a link is back on the line.
 */
export async function escape(
  line: ModemLine,
  walk: Walk,
  options: { readonly tries: number; readonly keep?: (link: PppLink | undefined) => void },
): Promise<'command' | 'held' | undefined> {
  const link = line.parkLink()
  let out = false
  try {
    for (let attempt = 1; attempt <= options.tries; attempt++) {
      const seen = await escapeOnce(line, walk, attempt)
      out = await answersAt(line, walk, seen === undefined ? 1 : 3)
      if (!out) continue
      const held = seen === 'OK'
      if (held && options.keep) {
        options.keep(link)
        return 'held'
      }
      link?.abort()
      if (held) await hangUp(line, walk)
      return 'command'
    }
    return undefined
  } finally {
    if (!out && link) line.unparkLink(link)
  }
}

async function escapeOnce(line: ModemLine, walk: Walk, attempt: number) {
  line.assumeData()
  await sleep(walk.clock, guardMs, walk.signal)
  // One write, no CR: SIM7600 manual 3.9 allows 900 ms between the plus signs and nothing else around them.
  const text = attempt > 3 ? '~+++' : '+++'
  const seen = await hears(line, walk, guardMs + escapeWaitMs, () => line.port.write(bytesOf(text)))
  const { en, ja } = said(seen)
  const words = trySilenceSilence(attempt, text, { en, ja })
  walk.note('escape', words, seen !== undefined)
  return seen
}

/** Ends the call that an escape has only paused. */
export async function hangUp(line: ModemLine, { signal, note }: Walk): Promise<boolean> {
  const answer = await line
    .send('ATH', { priority: 'user', timeoutMs: 90_000, ...(signal ? { signal } : {}) })
    .then(({ ok }) => ok)
    .catch(() => false)
  const ended = athSentCallEnded
  const refused = athUnanswered
  return note('hang-up', answer ? ended : refused, answer)
}

/** With AT&D1 or AT&D2 a drop of DTR ends data mode; with AT&D0 (SIM767x as delivered) it does nothing. */
export async function dropDtr(line: ModemLine, walk: Walk): Promise<boolean> {
  const { lines } = line.port
  if (!lines) {
    const words = noDtrLine
    return walk.note('dtr', words, false)
  }
  line.assumeData()
  let seen: string | undefined
  try {
    const { rts } = await lines.get()
    seen = await hears(line, walk, 1500, async () => {
      await lines.set({ dtr: false, rts })
      try {
        await sleep(walk.clock, dtrMs, walk.signal)
      } finally {
        await lines.set({ dtr: true, rts })
      }
    })
  } catch (error) {
    // A driver that takes no orders for its lines costs this rung alone; a port that is gone ends the ladder.
    if (faultCode(error) !== 'port-no-lines') throw error
    return walk.note('dtr', errorWords(error), false)
  }
  const { en, ja } = said(seen)
  const words = dtrDropped({ en, ja })
  walk.note('dtr', words, seen !== undefined)
  if (!(await answersAt(line, walk, seen === undefined ? 1 : 3))) return false
  // A bare OK is AT&D1: command mode, and the call still there.
  if (seen === 'OK') await hangUp(line, walk)
  return true
}

/** After a call a modem may swallow the first AT. Unanswered, the line is left silent for the next rung. */
export async function answersAt(line: ModemLine, walk: Walk, tries: number): Promise<boolean> {
  const { clock, signal, note } = walk
  line.toCommand()
  for (let attempt = 0; attempt < tries; attempt++) {
    const reply = await line
      .send('AT', { priority: 'user', timeoutMs: 1000, force: true, ...(signal ? { signal } : {}) })
      .catch(() => undefined)
    if (reply?.ok) return note('ask', atAnswered, true)
    await sleep(clock, 200, signal)
  }
  // What the engine would still try to find out would break the silence of the next escape.
  line.assumeData()
  return note('ask', atNotAnswered, false)
}

/** Acts, and gives the first words that tell a call's end, from then until the limit after the act. */
async function hears(
  line: ModemLine,
  { clock, signal }: Walk,
  limitMs: number,
  act: () => Promise<void>,
): Promise<string | undefined> {
  const stepMs = 50
  let text = ''
  const stop = line.port.onBytes((bytes) => {
    text = (text + latin1(bytes)).slice(-4096)
  })
  try {
    await act()
    for (let passed = 0; passed <= limitMs; passed += stepMs) {
      const found = callOver.exec(text.replace(/\r/g, ''))
      if (found) return found[0]
      await sleep(clock, stepMs, signal)
    }
    return undefined
  } finally {
    stop()
  }
}
