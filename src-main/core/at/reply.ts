import { Fault } from '../fault'
import { type Final, finalLine } from './final'
import { shown } from './command'
import { ruleOf } from './timeouts'
import { quoted } from '../words'

/** A command's whole answer. */
export interface AtReply {
  readonly command: string
  /** The answer lines, without echo, final result and unsolicited lines. */
  readonly lines: string[]
  readonly final: Final
  /** The later line that carried the true result, when one was asked for. */
  readonly secondPhase?: string
  /** Every line of it, where several came. */
  readonly secondLines?: readonly string[]
  /** A question was answered by a bare OK (AT+CGDCONT? with no context does so). */
  readonly emptyAnswer?: true
  /** The counted octets of the answer, all of them in order. */
  readonly payload?: Uint8Array
  /** Monotonic µs when the command was written and when its final came. */
  readonly startedUs: number
  readonly endedUs: number
  /** The final was OK, CONNECT or a success of the command's own. */
  readonly ok: boolean
}

/** The reply itself when it is good; throws `at-error` naming the line seen when it is not. */
export function expectOk(reply: AtReply): AtReply {
  if (reply.ok) return reply
  const command = shown(reply.command, ruleOf(reply.command).secret)
  throw new Fault('at-error', quoted(`${command}: ${finalLine(reply.final)}`))
}
