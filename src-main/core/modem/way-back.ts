import { bytesOf, latin1 } from '../bytes'
import type { Clock } from '../ports/clock'
import { sleep } from '../wait'
import type { Words } from '../words'
import type { PppLink } from '../ppp/link'
import type { ModemLine } from './line'

/** One rung of the way back to command mode: what was done, and what was seen after it. */
export interface WayBackStep {
  readonly words: Words
  readonly worked: boolean
}

export interface WayBack {
  readonly result: 'command' | 'none'
  readonly steps: readonly WayBackStep[]
}

interface Options {
  readonly line: ModemLine
  readonly clock: Clock
  readonly signal?: AbortSignal
  /** End the call (ATH) or keep it for ATO. */
  readonly keepCall?: boolean
  /** With keepCall: the link that waits for ATO. */
  readonly onParked?: (link: PppLink) => void
  readonly onStep?: (step: WayBackStep) => void
}

// V.250 and the SIMCom manuals want one second of silence; 1.1 s leaves room for a slow clock.
const guardMs = 1100
const escapeWaitMs = 3000
const callEndMs = 5000

const callOver = /NO CARRIER|DISCONNECTED|^OK$/m

/**
 * The way out of data mode, gentlest first: LCP Terminate, the guarded escape, ATH, the DTR line.
 * Stops at the first rung after which AT is answered; says of every rung what was seen.
 */
export async function wayBack(options: Options): Promise<WayBack> {
  const steps: WayBackStep[] = []
  const note = (words: Words, worked: boolean) => {
    const step = { words, worked }
    steps.push(step)
    options.onStep?.(step)
    return worked
  }
  const rungs = options.keepCall ? [escape] : [terminate, escape, hangUpByLine, escape]
  for (const rung of rungs) {
    if (await rung(options, note)) return { result: 'command', steps }
  }
  return { result: 'none', steps }
}

type Note = (words: Words, worked: boolean) => boolean

/** Ends PPP by its own rules; the modem then drops the call by itself, or stays silent in data mode. */
async function terminate(options: Options, note: Note): Promise<boolean> {
  const { line, clock, signal } = options
  const link = line.link
  if (!link) return false
  const heard = listen(line, options)
  await link.close('User request')
  const seen = await heard.until(callOver, callEndMs)
  line.leaveData()
  note(
    {
      en: `LCP Terminate sent; ${seen ? `the modem said ${seen}` : 'the modem said nothing'}.`,
      ja: `LCP Terminate を送信。${seen ? `モデムの応答: ${seen}` : 'モデムからの応答はありません。'}`,
    },
    seen !== undefined,
  )
  if (!seen) return false
  return answersAt(line, clock, signal, note)
}

async function escape(options: Options, note: Note): Promise<boolean> {
  const { line, clock, signal } = options
  const link = line.parkLink()
  const heard = listen(line, options)
  await sleep(clock, guardMs, signal)
  // One write, no CR: SIM7600 manual 3.9 allows 900 ms between the plus signs and nothing else around them.
  await line.port.write(bytesOf('+++'))
  const seen = await heard.until(callOver, guardMs + escapeWaitMs)
  line.toCommand()
  note(
    {
      en: `1.1 s of silence, +++, 1.1 s of silence; ${seen ? `the modem said ${seen}` : 'no answer'}.`,
      ja: `1.1 秒無送信、+++、1.1 秒無送信。${seen ? `モデムの応答: ${seen}` : '応答なし。'}`,
    },
    seen !== undefined,
  )
  if (!(await answersAt(line, clock, signal, note))) {
    line.assumeData()
    if (link) line.unparkLink(link)
    return false
  }
  if (options.keepCall && seen === 'OK' && link) {
    options.onParked?.(link)
    return true
  }
  link?.abort()
  if (seen === 'OK') await hangUp(line, signal, note)
  return true
}

async function hangUp(line: ModemLine, signal: AbortSignal | undefined, note: Note) {
  const reply = await line
    .send('ATH', { priority: 'user', timeoutMs: 90_000, ...(signal ? { signal } : {}) })
    .catch((error: unknown) => ({ ok: false, error }))
  note({ en: 'ATH sent: the call is ended.', ja: 'ATH を送信し、回線を切断しました。' }, reply.ok)
}

/** With AT&D1 or AT&D2 a drop of DTR ends data mode; with AT&D0 (SIM767x as delivered) it does nothing. */
async function hangUpByLine(options: Options, note: Note): Promise<boolean> {
  const { line, clock, signal } = options
  const lines = line.port.lines
  if (!lines) {
    note(
      {
        en: 'This port has no DTR line; that way out is not there.',
        ja: 'このポートには DTR がないため、DTR による切断はできません。',
      },
      false,
    )
    return false
  }
  const heard = listen(line, options)
  await lines.set({ dtr: false, rts: true })
  await sleep(clock, 500, signal)
  await lines.set({ dtr: true, rts: true })
  const seen = await heard.until(callOver, 1500)
  line.leaveData()
  note(
    {
      en: `DTR dropped for 0.5 s; ${seen ? `the modem said ${seen}` : 'no answer'}.`,
      ja: `DTR を 0.5 秒オフにしました。${seen ? `モデムの応答: ${seen}` : '応答なし。'}`,
    },
    seen !== undefined,
  )
  if (await answersAt(line, clock, signal, note)) return true
  line.assumeData()
  return false
}

/** AT, up to five times: after a call a modem may swallow the first ones. */
async function answersAt(
  line: ModemLine,
  clock: Clock,
  signal: AbortSignal | undefined,
  note: Note,
): Promise<boolean> {
  for (let i = 0; i < 3; i++) {
    signal?.throwIfAborted()
    const reply = await line
      .send('AT', { priority: 'user', timeoutMs: 1000, force: true, ...(signal ? { signal } : {}) })
      .catch(() => undefined)
    if (reply?.ok) return note({ en: 'AT is answered.', ja: 'AT に応答しました。' }, true)
    await sleep(clock, 200, signal)
  }
  return note({ en: 'AT is not answered.', ja: 'AT に応答しません。' }, false)
}

/** The text a line says from now on, whoever reads it as what. */
function listen(line: ModemLine, { clock, signal }: Options) {
  let text = ''
  const stop = line.port.onBytes((bytes) => {
    text = (text + latin1(bytes)).slice(-4096)
  })
  return {
    /** The first match, or undefined after the limit. */
    async until(pattern: RegExp, limitMs: number): Promise<string | undefined> {
      const stepMs = 50
      try {
        for (let passed = 0; passed <= limitMs; passed += stepMs) {
          const found = pattern.exec(text.replace(/\r/g, ''))
          if (found) return found[0]
          await sleep(clock, stepMs, signal)
        }
        return undefined
      } finally {
        stop()
      }
    },
  }
}
