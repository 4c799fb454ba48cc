import type { AtReply } from '../../at/engine'
import { finalLine } from '../../at/final'
import { sleep } from '../../wait'
import { ok, StepFailure, type Step, type StepContext } from '../step'
import { quoted, type Seen } from '../../words'

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
    return ok('The SIM is ready.', 'SIM の準備ができました。', {
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
      throw new StepFailure('sim-failure', {
        en: `After ${Math.round(waitedMs / 1000)} s still ${said(reply)}.`,
        ja: `${Math.round(waitedMs / 1000)} 秒後も ${said(reply)} のままです。`,
      })
    context.progress({
      en: `The SIM is not ready yet (${said(reply)}), ${Math.round(waitedMs / 1000)} s.`,
      ja: `SIM の準備待ち（${said(reply)}）、${Math.round(waitedMs / 1000)} 秒経過。`,
    })
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
    if (code === 'SIM PIN') return new StepFailure('sim-pin-needed')
    if (code === 'SIM PUK') return new StepFailure('sim-puk')
    if (code === 'NOT INSERTED' || code === 'SIM REMOVED') return new StepFailure('sim-missing')
    return typeof code === 'string' && code.startsWith('PH-')
      ? new StepFailure('sim-failure', {
          en: `The SIM is locked: ${code}.`,
          ja: `SIM がロックされています：${code}。`,
        })
      : undefined
  }
  if (reply.final.kind !== 'cme') return undefined
  const { code: number, text } = reply.final
  const words = (text ?? '').toLowerCase()
  if (number === 10 || words.includes('not inserted'))
    return new StepFailure('sim-missing', said(reply))
  if (number === 11 || words === 'sim pin required')
    return new StepFailure('sim-pin-needed', said(reply))
  if (number === 12 || words === 'sim puk required') return new StepFailure('sim-puk', said(reply))
  if (number === 13 || number === 15 || words === 'sim failure' || words === 'sim wrong')
    return new StepFailure('sim-failure', said(reply))
  return undefined
}

/** The line that mattered, for words. */
export function said(reply: AtReply): Seen {
  return reply.ok && reply.lines.length > 0 ? quoted(reply.lines.join(' ')) : finalLine(reply.final)
}
