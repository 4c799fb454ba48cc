import type { AtReply } from '../../at/engine'
import { finalLine } from '../../at/final'
import { cardOfError } from '../../card/card-state'
import type { FaultCode } from '../../fault'
import { sleep } from '../../wait'
import { ok, StepFailure, type Step, type StepContext } from '../step'
import { quoted, type Seen } from '../../words'
import { simIsReady, simLocked, simNotReady, simStill } from './words'

// After power-on or CFUN=1 a SIM is "busy" for seconds: that is wait, not failure (27.007 9.2, error 14).
const patienceMs = 30_000

/** The SIM is ready; a PIN is given once and never guessed. */
export const simReady: Step = {
  id: 'sim',
  title: { en: 'SIM', ja: 'SIM' },
  limitMs: 60_000,
  async run(context) {
    await waitForSim(context, true)
    const imsi = await context.ask('AT+CIMI')
    const iccid = await context.ask(context.profile().iccid)
    return ok(simIsReady, {
      code: 'READY',
      ...context.read(imsi),
      ...context.read(iccid),
    })
  },
}

/** Resolves when CPIN says READY; rejects with what stands in the way. */
export async function waitForSim(context: StepContext, mayEnterPin: boolean): Promise<void> {
  const { clock, signal } = context
  const startUs = clock.monotonicUs()
  let entered = !mayEnterPin
  for (;;) {
    const reply = await context.ask('AT+CPIN?')
    const code = context.read(reply)['code']
    if (reply.ok && code === 'READY') return
    if (reply.ok && code === 'SIM PIN' && !entered) {
      await enterPin(context)
      entered = true
    } else {
      const failure = hopeless(reply, code)
      if (failure) throw failure
    }
    const waitedMs = (clock.monotonicUs() - startUs) / 1000
    if (waitedMs > patienceMs)
      throw new StepFailure('sim-failure', simStill(Math.round(waitedMs / 1000), said(reply)))
    context.progress(simNotReady(said(reply), Math.round(waitedMs / 1000)))
    await sleep(clock, 2000, signal)
  }
}

async function enterPin(context: StepContext): Promise<void> {
  const { pin } = context.target
  if (pin === undefined) throw new StepFailure('sim-pin-needed')
  const reply = await context.ask(`AT+CPIN="${pin}"`, { secret: true })
  if (!reply.ok) throw new StepFailure('sim-pin-wrong', said(reply))
}

/** What no waiting mends; undefined when waiting may help. */
function hopeless(reply: AtReply, code: unknown): StepFailure | undefined {
  if (reply.ok) {
    if (typeof code !== 'string') return undefined
    const locked = simLocked(code)
    const fault = faultOf(code)
    if (fault !== 'sim-failure') return fault && new StepFailure(fault)
    return new StepFailure(fault, code.startsWith('PH-') ? locked : said(reply))
  }
  const { final } = reply
  if (final.kind !== 'cme' && final.kind !== 'cms') return undefined
  const fault = faultOf(cardOfError(final) ?? '')
  return fault && new StepFailure(fault, said(reply))
}

function faultOf(code: string): FaultCode | undefined {
  switch (code) {
    case 'NOT INSERTED':
    case 'SIM REMOVED':
      return 'sim-missing'
    case 'SIM PIN':
      return 'sim-pin-needed'
    case 'SIM PUK':
      return 'sim-puk'
    case 'SIM FAILURE':
    case 'SIM WRONG':
      return 'sim-failure'
    default:
      return code.startsWith('PH-') ? 'sim-failure' : undefined
  }
}

/** The line that mattered, for words. */
export function said(reply: AtReply): Seen {
  return reply.ok && reply.lines.length > 0 ? quoted(reply.lines.join(' ')) : finalLine(reply.final)
}
