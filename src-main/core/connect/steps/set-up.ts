import { quoted, wordsOf, type Words } from '../../words'
import { ok, skipped, type Step } from '../step'
import { echoAndErrorsOn, flowOff, setUpBefore, stepTitles } from './words'

/** Echo on (the anchor for late answers), errors with their number, flow control as the port has it. */
export const setUp: Step = {
  id: 'setup',
  title: stepTitles.setup,
  limitMs: 20_000,
  async run(context) {
    const { session } = context
    if (session.memory.setUp) return skipped(setUpBefore)
    await context.ask('ATE1')
    const errors = await context.ask('AT+CMEE=2')
    if (!errors.ok) await context.ask('AT+CMEE=1')
    const flow = await context.ask('AT+IFC?')
    session.memory.setUp = true
    const facts = context.read(flow)
    return ok(echoAndErrorsOn(flow.ok ? flowName(facts['dce_by_dte']) : undefined), facts)
  },
}

function flowName(value: unknown): Words {
  if (value === 2) return wordsOf(quoted('RTS/CTS'))
  return value === 1 ? wordsOf(quoted('XON/XOFF')) : flowOff
}
