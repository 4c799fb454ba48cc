import type { Facts, NetworkCause } from '../../at/knowledge'
import type { FaultCode } from '../../fault'
import { sleep } from '../../wait'
import { quoted, twoSentences, wordsOf, type Words } from '../../words'
import { forbiddenWords } from '../../card/forbidden'
import { clearForbidden } from '../../card/words'
import { liftLimits, limitWords } from '../../radio/words'
import { noRegistrationCommand, notRegistered, registeredAt, registering } from '../words'
import { forbiddenNetworks } from './forbidden'
import { radioLimits } from './radio-limits'
import { ok, StepFailure, type Step, type StepContext } from '../step'
import { stepTitles } from './words'

const limitMs = 180_000
const pollMs = 1000
// A network that refuses may be retried by the modem on another one; a refusal that stands this long is one.
const deniedMs = 20_000
// A network that is busy (cause 22) lets the modem search on for minutes: why is said while a person waits.
const causeAtS = 25

/** Registered at home (1) or roaming (5), judged by the command the modem has for its radio. */
export const registration: Step = {
  id: 'registration',
  title: stepTitles.registration,
  limitMs: limitMs + 10_000,
  async run(context) {
    const { clock, signal } = context
    const startUs = clock.monotonicUs()
    let deniedSinceUs: number | undefined
    let askAtS = causeAtS
    let said: Words | undefined
    for (;;) {
      const facts = await askRegistration(context)
      const stat = facts['stat']
      const waitedS = Math.round((clock.monotonicUs() - startUs) / 1e6)
      if (stat === 1 || stat === 5) return registered(context, facts, waitedS)
      deniedSinceUs = stat === 3 ? (deniedSinceUs ?? clock.monotonicUs()) : undefined
      const deniedLong =
        deniedSinceUs !== undefined && clock.monotonicUs() - deniedSinceUs > deniedMs * 1000
      if (deniedLong || waitedS * 1000 > limitMs) throw await failure(context, stat, waitedS)
      if (waitedS >= askAtS) {
        askAtS = waitedS + causeAtS
        said = (await rejectCause(context))?.words
      }
      const told = registering(stat, waitedS)
      context.progress(said ? twoSentences(told, said) : told, { ...facts, seconds: waitedS })
      await sleep(clock, pollMs, signal)
    }
  },
}

async function askRegistration(context: StepContext): Promise<Facts> {
  for (const command of context.profile().registration) {
    const reply = await context.ask(`AT${command}?`)
    if (reply.ok) return context.read(reply)
  }
  throw new StepFailure('at-error', noRegistrationCommand)
}

async function registered(context: StepContext, facts: Facts, waitedS: number) {
  const roaming = facts['stat'] === 5
  const operator = context.read(await context.ask('AT+COPS?'))
  context.found.registered = facts
  const oper = typeof operator['oper'] === 'string' ? operator['oper'] : undefined
  return ok(registeredAt(roaming, oper, waitedS), { ...facts, ...operator, seconds: waitedS })
}

async function failure(context: StepContext, stat: unknown, waitedS: number): Promise<StepFailure> {
  const codes: { [stat: number]: FaultCode } = {
    0: 'registration-idle',
    2: 'registration-searching',
    3: 'registration-denied',
    4: 'registration-no-coverage',
  }
  const code = (typeof stat === 'number' ? codes[stat] : undefined) ?? 'registration-searching'
  const why = (await rejectCause(context)) ?? (await lastFailure(context))
  const refusal = why?.cause?.kind === 'emm' ? why.cause : undefined
  // A cause that has a name is told by the verdict, with what helps against it.
  const words = refusal ? undefined : why?.words
  const state = notRegistered(stat, waitedS)
  const said = words ? twoSentences(state, words) : state
  const limits = await radioLimits(context)
  const forbidden = await forbiddenNetworks(context)
  const reasons = [
    ...(limits.length > 0 ? [limitWords(limits)] : []),
    ...(forbidden.length > 0 ? [forbiddenWords(forbidden)] : []),
  ]
  const all = reasons.reduce(twoSentences, said)
  return new StepFailure(code, all, {
    tries: [
      ...(limits.length > 0 ? [liftLimits(limits)] : []),
      ...(forbidden.length > 0 ? [clearForbidden] : []),
    ],
    refusal,
    ...(forbidden.length > 0 ? { forbidden } : {}),
    ...(limits.length > 0 ? { limits } : {}),
  })
}

/** The network's own reason: 27.007 10.1.22 tells it with <n> 3, which not every firmware has. */
async function rejectCause(context: StepContext): Promise<Why | undefined> {
  const command = context.profile().registration[0]
  if (!command) return undefined
  const set = await context.ask(`AT${command}=3`).catch(() => undefined)
  if (!set?.ok) return undefined
  const reply = await context.ask(`AT${command}?`)
  await context.ask(`AT${command}=0`)
  const line = reply.lines[0]
  if (line === undefined || typeof context.read(reply)['reject_cause'] !== 'number')
    return undefined
  return whyOf(context, line, reply.command)
}

/** The extended error report (27.007 6.10), on modems that keep one. */
async function lastFailure(context: StepContext): Promise<Why | undefined> {
  const report = await context.ask('AT+CEER').catch(() => undefined)
  const line = report?.lines[0]
  if (!report?.ok || line === undefined) return undefined
  return whyOf(context, line, report.command) ?? { words: wordsOf(quoted(line)) }
}

interface Why {
  readonly words: Words
  readonly cause?: NetworkCause | undefined
}

function whyOf({ knowledge }: StepContext, line: string, command: string): Why | undefined {
  const words = knowledge.line(line, { command })?.words
  return words && { words, cause: knowledge.networkCause(line, { command }) }
}
