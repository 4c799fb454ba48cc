import { Fault } from '@core/fault'
import type { SocketFamily, TlsSettings } from '@core/sockets/family'
import type { SocketOutcome, TlsFinding } from '@core/sockets/outcome'
import { failedWords, findingWords } from '@core/sockets/words'
import { quoted } from '@core/words'
import type { FamilyLine } from '@bench/slot/family-line'

const notTold: TlsSettings = { sni: null, verify: null, ca: null }

/** The TLS settings of a modem, and what of them made a handshake fail. */
export class ModemTls {
  readonly #line: FamilyLine
  readonly #family: SocketFamily

  constructor(line: FamilyLine, family: SocketFamily) {
    this.#line = line
    this.#family = family
  }

  async read(context: number, signal: AbortSignal): Promise<TlsSettings> {
    let settings = notTold
    for (const command of this.#family.tls?.read(context) ?? []) {
      const { value } = await this.#line.ask(command, signal)
      settings = { ...settings, ...value }
    }
    return settings
  }
  async set(context: number, to: Partial<TlsSettings>, signal: AbortSignal): Promise<void> {
    for (const command of this.#family.tls?.set(context, to) ?? []) {
      const { trouble } = await this.#line.ask(command, signal)
      if (trouble) throw new Fault('sockets-tls', quoted(`${command.command}: ${trouble.seen}`))
    }
  }

  /**
   * A handshake that failed is tried again with one setting changed, which is put back. Only an attempt that then works shows a
   * cause.
   */
  async explain(
    outcome: SocketOutcome,
    context: number,
    again: () => Promise<SocketOutcome>,
    signal: AbortSignal,
  ): Promise<SocketOutcome> {
    const { trouble } = outcome
    if (!trouble || !['tls', 'certificate', 'closed', 'other'].includes(trouble.cause))
      return outcome
    const now = await this.read(context, signal)
    const suspects: readonly [boolean, Partial<TlsSettings>, Partial<TlsSettings>, TlsFinding][] = [
      [now.sni === false, { sni: true }, { sni: false }, 'sni-off'],
      [
        now.verify === true,
        { verify: false },
        { verify: true },
        now.ca === '' ? 'ca-missing' : 'ca-wrong',
      ],
    ]
    for (const [suspect, other, back, finding] of suspects) {
      if (!suspect || !(await this.#worksWith(context, other, back, again, signal))) continue
      return {
        ...outcome,
        words: failedWords(outcome, 'modem', findingWords(finding)),
        trouble: { ...trouble, finding },
      }
    }
    return outcome
  }
  async #worksWith(
    context: number,
    other: Partial<TlsSettings>,
    back: Partial<TlsSettings>,
    again: () => Promise<SocketOutcome>,
    signal: AbortSignal,
  ): Promise<boolean> {
    try {
      await this.set(context, other, signal)
      return (await again()).ok
    } finally {
      for (const command of this.#family.tls?.set(context, back) ?? [])
        await this.#line.restore(command)
    }
  }
}
