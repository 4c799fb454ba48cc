import { quoted, type SeenLine } from '../words'
import { md5 } from '@noble/hashes/legacy.js'
import { concat, latin1, sameBytes } from '../bytes'
import { between, type Chance } from '../ports/chance'
import { utf8Bytes } from '../utf8'
import type { Cancel, Clock } from '../ports/clock'
import type { AuthCheck, Authenticator, AuthOutcome, Credentials } from './auth'
import { buildChapValue, parseChapValue } from './auth-packet'
import { buildPacket, isMalformed, type ControlPacket } from './packet'
import { userWords, challengeUnanswered, chapResponseUnanswered, noChallenge } from './words'

/** MD5 over id, secret and challenge (RFC 1994 4.1): 16 octets. */
export function chapResponse(id: number, secret: string, challenge: Uint8Array): Uint8Array {
  return md5(concat([Uint8Array.of(id), utf8Bytes(secret), challenge]))
}

export interface ChapClientOptions extends AuthOutcome {
  readonly clock: Clock
  readonly credentials: Credentials
  readonly restartMs: number
  readonly maxTries: number
}

/** Answers every challenge, also those that come while the link is open. */
export class ChapClient implements Authenticator {
  readonly #o: ChapClientOptions
  #response: Uint8Array | undefined
  #id = -1
  #tries = 0
  #waiting = false
  #cancel: Cancel | undefined

  constructor(options: ChapClientOptions) {
    this.#o = options
  }

  start(): void {
    this.#waiting = true
    this.#wait(noChallenge)
  }

  receive(packet: ControlPacket): void {
    if (packet.code === 1) return this.#challenge(packet)
    if (packet.code !== 3 && packet.code !== 4) return
    if (packet.id !== this.#id) return
    const message = latin1(packet.data)
    // A Failure to a later challenge ends the link too; a Success counts only while we wait for one.
    if (packet.code === 4) {
      this.stop()
      return this.#o.failed(
        'link-auth-refused',
        quoted(`CHAP Failure${message ? `: ${message}` : ''}`),
      )
    }
    if (!this.#waiting) return
    this.stop()
    this.#o.passed(message)
  }

  #challenge(packet: ControlPacket): void {
    const parsed = parseChapValue(packet.data)
    if (isMalformed(parsed)) return
    const { user, password } = this.#o.credentials
    const value = chapResponse(packet.id, password, parsed.value)
    this.#id = packet.id
    this.#response = buildPacket({ code: 2, id: packet.id, data: buildChapValue(value, user) })
    this.#o.send(this.#response)
    if (this.#waiting) this.#wait(chapResponseUnanswered)
  }

  /** The Success may be lost, so the same response goes again (RFC 1994 4.2). */
  #wait(seen: SeenLine): void {
    this.#cancel?.()
    this.#cancel = this.#o.clock.schedule(this.#o.restartMs, () => {
      if (++this.#tries >= this.#o.maxTries) return this.#o.failed('link-auth-no-answer', seen)
      if (this.#response) this.#o.send(this.#response)
      this.#wait(seen)
    })
  }

  stop(): void {
    this.#waiting = false
    this.#cancel?.()
    this.#cancel = undefined
  }
}

export interface ChapServerOptions extends AuthOutcome {
  readonly clock: Clock
  readonly chance: Chance
  readonly check: AuthCheck
  readonly name: string
  /** Another one each time, so that a late response to an earlier challenge does not count. */
  readonly id: number
  readonly restartMs: number
  readonly maxTries: number
}

/** Challenges the client, and gives a repeated response the same answer again. */
export class ChapServer implements Authenticator {
  readonly #o: ChapServerOptions
  #challenge = new Uint8Array(16)
  #tries = 0
  #verdict: boolean | undefined
  #cancel: Cancel | undefined

  constructor(options: ChapServerOptions) {
    this.#o = options
  }

  start(): void {
    this.#challenge = Uint8Array.from({ length: 16 }, () => between(this.#o.chance, 0, 255))
    this.#tries = 0
    this.#verdict = undefined
    this.#send()
  }

  #send(): void {
    if (this.#tries++ >= this.#o.maxTries)
      return this.#o.failed('link-auth-no-answer', challengeUnanswered)
    this.#cancel = this.#o.clock.schedule(this.#o.restartMs, () => this.#send())
    const data = buildChapValue(this.#challenge, this.#o.name)
    this.#o.send(buildPacket({ code: 1, id: this.#o.id, data }))
  }

  receive(packet: ControlPacket): void {
    if (packet.code !== 2 || packet.id !== this.#o.id) return
    const parsed = parseChapValue(packet.data)
    if (isMalformed(parsed)) return
    const user = latin1(parsed.name)
    const first = this.#verdict === undefined
    this.#verdict ??= this.#isRight(user, parsed.value)
    const text = this.#verdict ? '' : 'Authentication failed'
    this.#o.send(buildPacket({ code: this.#verdict ? 3 : 4, id: packet.id, data: utf8Bytes(text) }))
    if (!first) return
    this.stop()
    if (this.#verdict) this.#o.passed('')
    else this.#o.failed('link-auth-refused', userWords(user))
  }

  #isRight(user: string, value: Uint8Array): boolean {
    const { secretOf } = this.#o.check
    if (!secretOf) return true
    const secret = secretOf(user)
    return (
      secret !== undefined && sameBytes(value, chapResponse(this.#o.id, secret, this.#challenge))
    )
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
