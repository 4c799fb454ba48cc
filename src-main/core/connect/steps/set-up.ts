import { quoted, wordsOf, type Words } from '../../words'
import { ok, skipped, type Step } from '../step'

/** Echo on (the anchor for late answers), errors with their number, flow control as the port has it. */
export const setUp: Step = {
  id: 'setup',
  title: { en: 'Echo, errors, flow control', ja: 'エコー・エラー表示・フロー制御' },
  limitMs: 20_000,
  async run(context) {
    const { session } = context
    if (session.memory.setUp)
      return skipped('Done since the modem started.', '起動後に設定済みです。')
    await context.ask('ATE1')
    const errors = await context.ask('AT+CMEE=2')
    if (!errors.ok) await context.ask('AT+CMEE=1')
    const flow = await context.ask('AT+IFC?')
    session.memory.setUp = true
    const facts = context.read(flow)
    return ok(
      `Echo on, errors in words${flow.ok ? `, flow control ${flowName(facts['dce_by_dte']).en}` : ''}.`,
      `エコーオン、エラーを文字で表示${flow.ok ? `、フロー制御：${flowName(facts['dce_by_dte']).ja}` : ''}。`,
      facts,
    )
  },
}

function flowName(value: unknown): Words {
  if (value === 2) return wordsOf(quoted('RTS/CTS'))
  return value === 1 ? wordsOf(quoted('XON/XOFF')) : { en: 'off', ja: 'なし' }
}
