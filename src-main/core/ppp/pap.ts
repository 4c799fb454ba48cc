import { latin1 } from '../bytes'
import type { Cancel, Clock } from '../ports/clock'
import type { AuthCheck, Authenticator, AuthOutcome, Credentials } from './auth'
import { buildPapMessage, buildPapRequest, papMessage, parsePapRequest } from './auth-packet'
import { buildPacket, isMalformed, type ControlPacket } from './packet'
import { userWords, noPapRequest, papUnanswered } from './words'
import { quoted } from '../words'

export interface PapClientOptions extends AuthOutcome {
  readonly clock: Clock
  readonly credentials: Credentials
  /** Another one each time, so that a late answer to an earlier request does not count. */
  readonly id: number
  readonly restartMs: number
  readonly maxTries: number
}

/** Sends user and password until the peer says yes or no (RFC 1334). */
export class PapClient implements Authenticator {
  readonly #o: PapClientOptions
  #tries = 0
  #waiting = false
  #cancel: Cancel | undefined

  constructor(options: PapClientOptions) {
    this.#o = options
  }

  start(): void {
    this.#waiting = true
    this.#send()
  }

  #send(): void {
    if (this.#tries >= this.#o.maxTries)
      return this.#o.failed('link-auth-no-answer', papUnanswered(this.#tries))
    this.#tries++
    const { user, password } = this.#o.credentials
    this.#cancel = this.#o.clock.schedule(this.#o.restartMs, () => this.#send())
    this.#o.send(buildPacket({ code: 1, id: this.#o.id, data: buildPapRequest(user, password) }))
  }

  receive(packet: ControlPacket): void {
    if (!this.#waiting || packet.id !== this.#o.id) return
    if (packet.code !== 2 && packet.code !== 3) return
    this.stop()
    const message = latin1(papMessage(packet.data))
    if (packet.code === 2) this.#o.passed(message)
    else this.#o.failed('link-auth-refused', quoted(`PAP Nak${message ? `: ${message}` : ''}`))
  }

  stop(): void {
    this.#waiting = false
    this.#cancel?.()
    this.#cancel = undefined
  }
}

export interface PapServerOptions extends AuthOutcome {
  readonly clock: Clock
  readonly check: AuthCheck
  /** How long the client may stay silent. */
  readonly limitMs: number
  /** Some modems acknowledge without the octet that gives the message's length. */
  readonly bareAck?: boolean | undefined
}

/** Answers PAP requests, repeated ones too: the first answer may have been lost. */
export class PapServer implements Authenticator {
  readonly #o: PapServerOptions
  #done = false
  #cancel: Cancel | undefined

  constructor(options: PapServerOptions) {
    this.#o = options
  }

  start(): void {
    this.#cancel = this.#o.clock.schedule(this.#o.limitMs, () =>
      this.#o.failed('link-auth-no-answer', noPapRequest),
    )
  }

  receive(packet: ControlPacket): void {
    if (packet.code !== 1) return
    const request = parsePapRequest(packet.data)
    if (isMalformed(request)) return
    const good = this.#o.check.check(latin1(request.peerId), latin1(request.password))
    this.#reply(packet.id, good)
    if (this.#done) return
    this.stop()
    this.#done = true
    if (good) this.#o.passed('')
    else this.#o.failed('link-auth-refused', userWords(latin1(request.peerId)))
  }

  #reply(id: number, good: boolean): void {
    const bare = good && this.#o.bareAck === true
    const data = bare ? new Uint8Array() : buildPapMessage(good ? '' : 'Login incorrect')
    this.#o.send(buildPacket({ code: good ? 2 : 3, id, data }))
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
