import type { Fault } from '../../fault'
import { errorWords, faultCode } from '../../fault'
import { ok, skipped, StepFailure, type Step } from '../step'

/** A modem whose STATUS is measured off is powered on; one that nobody knows about is left alone, as its key toggles. */
export const powerOn: Step = {
  id: 'power',
  title: { en: 'Power', ja: '電源' },
  // Two presses of the slowest board, each with its wait.
  limitMs: 180_000,
  async run(context) {
    const { power, signal } = context
    if (!power) return skipped('No board is set up.', 'ボードが設定されていません。')
    const seen = await power.look().catch((error: unknown) => {
      // The modem may well run: a broken adapter is no reason not to talk to it.
      if (signal.aborted || faultCode(error) === undefined) throw error
      return error as Fault
    })
    if (seen instanceof Error)
      return skipped(
        `STATUS cannot be read. ${errorWords(seen).en}`,
        `STATUS を読み取れません。${errorWords(seen).ja}`,
      )
    if (seen.power === 'on') return skipped('The modem is on.', 'モデムの電源は入っています。')
    if (seen.power === 'unknown' && !power.insist)
      return skipped(
        'Nobody knows whether the modem is on; the port is asked.',
        '電源状態が不明なため、ポートの応答で確認します。',
      )
    const result = await power.on(signal, (entry) => context.progress(entry.words))
    if (result.fault) throw new StepFailure(result.fault.code, result.fault.detail)
    const seconds = (result.ms / 1000).toFixed(1)
    if (result.outcome === 'pressed')
      return ok(
        'The power key was pressed once; the port is asked what became of it.',
        '電源キーを一度押しました。結果はポートの応答で確認します。',
        { presses: result.presses },
      )
    return ok(
      `Powered on through ${power.name} in ${seconds} s.`,
      `${power.name} で電源を入れました（${seconds} 秒）。`,
      { presses: result.presses },
    )
  },
}
