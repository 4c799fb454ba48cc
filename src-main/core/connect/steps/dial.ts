import { isUnanswered } from '../../at/unanswered'
import type { NetworkCause } from '../../at/knowledge'
import type { FrameOption } from '../../cmux/frame'
import { errorWords, faultCode } from '../../fault'
import type { ModemLine } from '../../modem/line'
import { quoted, twoSentences, type Words } from '../../words'
import { sleep } from '../../wait'
import { ok, skipped, StepFailure, type Step, type StepContext, type StepOutcome } from '../step'
import { said } from './sim-ready'
import { lineCarriesPpp, oneFamilyAlone, pppAtOnce, stepTitles, withoutMultiplexer } from './words'

const channelTries = 3
/** A modem that hears no frame after its OK is back at commands after about 5 s (MultiTech). */
const fallBackMs = 5500

/** The data call: CONNECT, after which the line is PPP's. */
export const dial: Step = {
  id: 'dial',
  title: stepTitles.dial,
  limitMs: 100_000,
  async run(context) {
    const { session, target } = context
    if (target.direct) return skipped(pppAtOnce)
    if (session.callHeld) {
      await session.hangUp(context.signal)
    }
    const without = await multiplexed(context)
    const command = context.profile().dial(target.cid)
    const reply = await session.dataLine.send(command, {
      priority: 'wizard',
      signal: context.signal,
      timeoutMs: 90_000,
    })
    context.seen.push(...reply.lines.map(quoted), said(reply))
    if (reply.final.kind === 'connect') return connected(reply.final.text, without)
    throw await refused(context, said(reply), reply.final.kind === 'no carrier')
  },
}

function connected(speed: string, without: Words | undefined): StepOutcome {
  const told = speed ? `CONNECT ${speed}` : 'CONNECT'
  return ok(without ? twoSentences(lineCarriesPpp(told), without) : lineCarriesPpp(told), {
    connect: speed,
  })
}

/** What tells that a modem has no multiplexer, or none that works. */
const noMux: ReadonlySet<unknown> = new Set([
  'cmux-not-supported',
  'cmux-no-answer',
  'cmux-refused',
  'cmux-ended',
  'at-timeout',
  'at-garbled',
])

/** Turns the multiplexer on as the target wants it. Where that was left to us and did not work: why AT has to wait during the call. */
async function multiplexed(context: StepContext): Promise<Words | undefined> {
  const { session, target, signal, seen } = context
  if (!target.cmux || session.cmuxOn) return undefined
  if (target.cmux !== 'auto') {
    await multiplex(context, target.cmux)
    return undefined
  }
  if (!context.profile().cmux || session.second) return undefined
  try {
    await multiplex(context, true)
    return undefined
  } catch (error) {
    if (signal.aborted || !noMux.has(faultCode(error))) throw error
    await session.endCmux()
    // What is told before it is back at commands is lost, and its answers would be one too few from then on.
    if (faultCode(error) !== 'cmux-not-supported') await sleep(context.clock, fallBackMs, signal)
    if (!(await session.reachAt(signal))) throw error
    seen.push(errorWords(error))
    return withoutMux
  }
}

const withoutMux: Words = withoutMultiplexer

/** What was set on the bare port holds on no channel (LE910, nRF93M1). */
async function multiplex({ session, signal }: StepContext, wanted: FrameOption | true) {
  await session.startCmux(wanted === true ? undefined : wanted, signal)
  await answersAt(session.dataLine, signal)
  await answersAt(session.at, signal)
  for (const command of ['ATE1', 'AT+CMEE=2']) await session.at.send(command, { signal })
}

/** A peer that answered SABM may not have opened what is behind its channel yet: AT is asked again, as on a bare port. */
async function answersAt(line: ModemLine, signal: AbortSignal): Promise<void> {
  for (let left = channelTries; ;) {
    try {
      await line.send('AT', { priority: 'wizard', timeoutMs: 1000, force: true, signal })
      return
    } catch (error) {
      left -= 1
      const silent = isUnanswered(faultCode(error)) || faultCode(error) === 'at-unresponsive'
      if (!silent || left === 0) throw error
    }
  }
}

async function refused(
  context: StepContext,
  answer: string,
  noCarrier: boolean,
): Promise<StepFailure> {
  const details: string[] = [answer]
  let cause: NetworkCause | undefined
  for (const command of ['AT+CEER', 'AT+CGATT?', 'AT+CGACT?']) {
    const reply = await context.ask(command).catch(() => undefined)
    if (!reply?.ok) continue
    details.push(...reply.lines)
    for (const line of reply.lines) cause ??= context.knowledge.networkCause(line, { command })
  }
  const seen = details.join(' · ')
  return new StepFailure(noCarrier ? 'dial-no-carrier' : 'dial-refused', quoted(seen), {
    tries: familyAdvice(seen, context.target.pdpType),
    refusal: cause,
  })
}

/** ESM causes 50 and 51 (3GPP TS 24.301 annex B), as words or by their number: the access point has one family. */
function familyAdvice(seen: string, asked: string): Words[] {
  const only = /\bIPv([46]) only\b|\bcause[^\d·]{0,12}(50|51)\b/i.exec(seen)
  if (!only) return []
  const [family, type, cause] =
    only[1] === '4' || only[2] === '50' ? ['IPv4', 'IP', 50] : ['IPv6', 'IPV6', 51]
  return [oneFamilyAlone(family, cause, asked, type)]
}
