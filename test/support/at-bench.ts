import { AtEngine, type EngineOptions, type SendOptions } from '@core/at/engine'
import type { AtReply, EngineState, Token } from '@core/at/engine'
import { bytesOf, concat, latin1 } from '@core/bytes'
import { faultCode } from '@core/fault'
import { ManualClock, settle } from './manual-clock'

/** An engine on a table: what it writes is kept, what the modem says is typed in. */
export class AtBench {
  readonly clock = new ManualClock()
  readonly writes: string[] = []
  readonly tokens: Token[] = []
  readonly states: EngineState[] = []
  readonly data: Uint8Array[] = []
  readonly engine: AtEngine
  /** Answers by itself whenever something is written. */
  modem: (text: string) => string | undefined = () => undefined

  constructor(options: Partial<EngineOptions> = {}) {
    this.engine = new AtEngine({
      clock: this.clock,
      write: async (bytes) => {
        const text = latin1(bytes)
        this.writes.push(text)
        await Promise.resolve()
        const answer = this.modem(text)
        if (answer !== undefined) this.say(answer)
      },
      onData: (rest) => this.data.push(rest),
      ...options,
    })
    this.engine.onToken((token) => this.tokens.push(token))
    this.engine.onState((state) => this.states.push(state))
  }

  /** The modem says this, as ISO 8859-1 octets. */
  say(text: string): void {
    this.engine.feed(bytesOf(text))
  }
  send(command: string, options?: SendOptions): Promise<AtReply> {
    const reply = this.engine.send(command, options)
    // A test that looks at the outcome later must not die of an unhandled rejection now.
    reply.catch(() => undefined)
    return reply
  }
  /** Sends, lets it be written, and has the modem answer it. */
  async ask(command: string, answer: string, options?: SendOptions): Promise<AtReply> {
    const reply = this.send(command, options)
    await this.clock.advance(60)
    this.say(answer)
    return reply
  }
  /** What was said of the command, one short line a token. */
  heard(): string[] {
    return this.tokens.map(tokenLine)
  }
  /** Everything the tokens hold. */
  octets(): Uint8Array {
    return concat(this.tokens.map((token) => token.raw))
  }
}

/** `final OK < AT+CFUN=4 late`: kind, text, command, marks. */
export function tokenLine(token: Token): string {
  const text = token.kind === 'note' ? token.note : token.text
  const marks = [token.late ? 'late' : '', token.orphan ? 'orphan' : '']
  if (token.kind === 'echo' && token.second) marks.push('second')
  if (token.kind === 'echo' && token.payloadEcho) marks.push('payload')
  if (token.kind === 'unsolicited' && token.restart) marks.push('restart')
  if (token.kind === 'answer' && token.secondPhase) marks.push('second phase')
  const owner = token.command === undefined ? '' : `< ${token.command}`
  return [token.kind, text, owner, ...marks].filter((part) => part !== '').join(' ')
}

/** How a promise ended: the fault's code, `ok`, or the error itself in words. */
export async function outcome(reply: Promise<AtReply>): Promise<string> {
  try {
    return (await reply).ok ? 'ok' : 'refused'
  } catch (error) {
    return faultCode(error) ?? String(error)
  }
}

export { settle }
