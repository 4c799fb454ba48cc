import { finalLine, type Final } from '@core/at/final'
import type { Facts, FactValue, Knowledge } from '@core/at/knowledge'
import type { AtReply } from '@core/at/reply'
import { bytesOf } from '@core/bytes'
import { errorWords, faultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Words } from '@core/words'
import { FamilyLine } from '@bench/slot/family-line'
import { registration } from '@bench/slot/on-network'
import { messageFault } from './message-faults'
import { notPutBack } from './words'

const restoreMs = 5_000

interface Options {
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
  readonly note: (text: Words) => void
}

/** Commands about messages on the AT line of a slot; what a modem refuses rejects with the reason. */
export class MessageLine {
  readonly #o: Options
  readonly #family: FamilyLine

  constructor(options: Options) {
    this.#o = options
    this.#family = new FamilyLine(options)
  }

  /** The answer's facts. Rejects with a fault of messages where it was refused. */
  async ask(command: string, signal?: AbortSignal): Promise<Facts> {
    const reply = await this.#send(command, undefined, signal)
    await this.#mustBeGood(reply, signal)
    return this.#o.knowledge.answer(command, reply.lines)
  }
  /** The same where a refusal is an answer, too. */
  async tried(command: string, signal?: AbortSignal): Promise<Facts | undefined> {
    const reply = await this.#send(command, undefined, signal)
    return reply.ok ? this.#o.knowledge.answer(command, reply.lines) : undefined
  }
  /** A command with what it prompts for, in hex; its facts. */
  async give(command: string, hex: string, signal?: AbortSignal): Promise<Facts> {
    const reply = await this.#send(command, bytesOf(`${hex}\u001a`), signal)
    await this.#mustBeGood(reply, signal)
    return this.#o.knowledge.answer(command, reply.lines)
  }
  /** Puts a setting back: it goes out whatever was cancelled. What cannot be put back is said in the log. */
  async restore(command: string): Promise<void> {
    try {
      const session = this.#o.session()
      const { ok, final } = await session.ask(command, { priority: 'user', timeoutMs: restoreMs })
      if (!ok) this.#notRestored(command, finalLine(final))
    } catch (error) {
      // With the port, everything that was set has gone out of reach.
      if (!/^port-/.test(faultCode(error) ?? '')) this.#notRestored(command, errorWords(error))
    }
  }

  /** PDU mode for the time of some work. */
  async inPduMode<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { mode } = await this.ask('AT+CMGF?', signal)
    if (mode !== 1) return work()
    await this.ask('AT+CMGF=0', signal)
    try {
      return await work()
    } finally {
      await this.restore('AT+CMGF=1')
    }
  }

  /** The storage that is read, to change for the time of some work. */
  async withStorages<T>(
    work: (choose: (name: string) => Promise<Facts>, now: Facts) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const now = await this.ask('AT+CPMS?', signal)
    const own = storageIn(now['mem1'])?.name ?? ''
    let chosen = own
    const choose = async (name: string): Promise<Facts> => {
      if (name === chosen) return {}
      const facts = await this.ask(`AT+CPMS="${name}"`, signal)
      chosen = name
      return facts
    }
    try {
      return await work(choose, now)
    } finally {
      if (chosen !== own && own !== '') await this.restore(`AT+CPMS="${own}"`)
    }
  }

  #send(
    command: string,
    payload: Uint8Array | undefined,
    signal: AbortSignal | undefined,
  ): Promise<AtReply> {
    return this.#o.session().ask(command, {
      priority: 'user',
      ...(payload ? { payload } : {}),
      ...(signal ? { signal } : {}),
    })
  }
  async #mustBeGood({ command, ok, final }: AtReply, signal?: AbortSignal): Promise<void> {
    if (ok) return
    const card = await this.#cardWord(final, signal)
    const offline =
      card === 'READY' && /^AT\+CMGS\b/i.test(command) && (await this.#isOffline(signal))
    throw messageFault(command, final, { card, offline })
  }
  async #isOffline(signal?: AbortSignal): Promise<boolean> {
    const told = await registration(this.#family, signal)
    return told === 'denied' || told === 'none'
  }
  /** A bare ERROR (AT+CMEE=0) says nothing: the card is asked. */
  async #cardWord(final: Final, signal?: AbortSignal): Promise<string | undefined> {
    if (final.kind !== 'error') return undefined
    const { final: told, ok, lines } = await this.#send('AT+CPIN?', undefined, signal)
    if (ok) return /^\+CPIN: *(.*)$/.exec(lines.join('\n'))?.[1]
    return told.kind === 'cme' ? finalLine(told) : 'none'
  }
  #notRestored(command: string, why: string | Words): void {
    const { en, ja } = typeof why === 'string' ? { en: why, ja: why } : why
    this.#o.note(notPutBack(command, { en, ja }))
  }
}

/** A memory as AT+CPMS? names it. */
export function storageIn(
  fact: FactValue | undefined,
): { readonly name: string; readonly used: number; readonly total: number } | undefined {
  if (typeof fact !== 'object' || fact === null || !('mem' in fact)) return undefined
  const { mem, used, total } = fact
  return typeof mem === 'string' && typeof used === 'number' && typeof total === 'number'
    ? { name: mem, used, total }
    : undefined
}
