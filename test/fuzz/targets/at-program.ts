import { AtEngine, type SendOptions } from '@core/at/engine'
import { bytesOf } from '@core/bytes'
import { Fault } from '@core/fault'
import { ManualClock } from '../../support/manual-clock'
import { must } from '../target'

const commands: readonly (readonly [string, SendOptions])[] = [
  ['AT', {}],
  ['AT+COPS=?', { priority: 'user' }],
  ['AT+CSQ', { priority: 'poll' }],
  ['AT+CMGS=1', { payload: bytesOf('text\x1a') }],
  ['ATD*99#', {}],
  ['AT+CUSD=1,"*1#"', { secondPhase: { prefix: '+CUSD:', timeoutMs: 5_000 } }],
  ['AT+CIPSEND', { extraFinals: ['SEND OK'], timeoutMs: 900 }],
  ['AT+CFSRFILE="a"', { counted: '+CFSRFILE:', prompt: '@' }],
  ['ATI', { force: true }],
  ['', {}],
]

/** An engine driven by octets: each says what is done next, and how. */
export class AtProgram {
  readonly #clock = new ManualClock()
  readonly #replies: Promise<string>[] = []
  readonly #aborts: AbortController[] = []
  readonly #engine = new AtEngine({
    clock: this.#clock,
    write: async () => {
      if (this.#broken) throw new Fault('port-closed')
    },
  })
  #broken = false

  /** Whatever was done: every command ends, with an answer or a Fault, and nothing runs on behind a stop. */
  async run(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) at += await this.#step(bytes, at)
    await this.#clock.advance(400_000)
    this.#engine.stop('port-closed')
    await this.#clock.advance(400_000)
    const open = Symbol('open')
    const ends = await Promise.all(
      this.#replies.map((reply) => Promise.race([reply, settled(open)])),
    )
    must(!ends.includes(open), 'a command that never ends')
    const strange = ends.find((end) => end !== 'answer' && end !== 'fault')
    must(strange === undefined, `a command that ended by ${String(strange)}`)
    must(this.#clock.pending === 0, 'a timer behind a stop')
  }

  async #step(bytes: Uint8Array, at: number): Promise<number> {
    const [what = 0, how = 0] = bytes.subarray(at, at + 2)
    switch (what) {
      case 0:
        this.#send(how)
        return 2
      case 1:
        this.#aborts[how % Math.max(1, this.#aborts.length)]?.abort()
        return 2
      case 2:
        await this.#clock.advance(how * 250)
        return 2
      case 3:
        await this.#clock.advance(how)
        return 2
      case 5:
        if (how < 16) this.#engine.stop('port-closed')
        return 2
      case 6:
        this.#broken = how > 200
        return 2
      case 7:
        void this.#engine.resync({ opening: how > 128 }).catch(() => undefined)
        return 2
      case 8:
        if (how > 128) this.#engine.enterDataMode()
        else this.#engine.resumeCommandMode()
        return 2
      case 4:
        this.#engine.feed(bytes.slice(at + 2, at + 2 + how))
        return 2 + how
      default:
        this.#engine.feed(bytes.slice(at, at + 1))
        return 1
    }
  }

  #send(how: number): void {
    const [command, options] = commands[how % commands.length] ?? ['AT', {}]
    const abort = new AbortController()
    this.#aborts.push(abort)
    const reply = this.#engine.send(command, { ...options, signal: abort.signal })
    this.#replies.push(
      reply.then(
        () => 'answer',
        (error: unknown) => (error instanceof Fault ? 'fault' : String(error)),
      ),
    )
  }
}

async function settled<T>(value: T): Promise<T> {
  for (let i = 0; i < 20; i++) await Promise.resolve()
  return value
}
