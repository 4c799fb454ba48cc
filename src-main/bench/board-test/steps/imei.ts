import { z } from 'zod'
import { onOff } from '@contract'
import type { Words } from '@core/words'
import { found, say, shortMs } from './parts'
import { stepKind } from './step-kind'

/** An IMEI with a right check digit, which no other board of the batch has had. */
export default stepKind({
  key: 'imei',
  title: say('IMEI', 'IMEI'),
  settings: z.strictObject({ unseen: onOff.default(true) }),
  usualMs: () => shortMs,
  limits: ({ unseen }) => [
    { key: 'imei', title: say('IMEI', 'IMEI'), unit: '', luhn: true },
    ...(unseen
      ? [{ key: 'seen', title: say('Other units with it', '同じ IMEI の個体'), unit: '', max: 0 }]
      : []),
  ],
  mistakes: ({ unseen }, { keep }) =>
    unseen === true && keep.imei === 'masked'
      ? [
          found(
            ['unseen'],
            'needs keep.imei: whole; with masked IMEIs nobody can tell whether one was there before',
            'keep.imei: whole が必要です。マスクした IMEI では既出かどうかを判定できません',
          ),
        ]
      : [],
  async read(_given, { tools, signal }) {
    const imei = await tools.fact('imei', ['AT+CGSN', 'ATI'], signal)
    const others = imei === null ? null : await tools.seen(imei)
    const which = (others ?? []).map(
      ({ serial, startedMs }) => `${serial} ${new Date(startedMs).toISOString().slice(0, 16)}Z`,
    )
    return [
      { key: 'imei', value: imei },
      {
        key: 'seen',
        value: others?.length ?? null,
        note: before(which.slice(-3), tools.slot.state.port?.path),
      },
    ]
  },
})

/** Whose it was, and what to do where that is no second board. */
function before(which: readonly string[], port = ''): Words {
  const [, sim, number = '1'] = /^sim:([^#?]+)(?:#(\d+))?/i.exec(port) ?? []
  const other = `sim:${sim ?? ''}#${Number(number) + 1}`
  const hint =
    sim === undefined
      ? say(
          'a board that is tested again keeps its serial',
          '同じボードの再試験には同じシリアル番号を使ってください',
        )
      : say(
          `a simulated modem keeps its IMEI: ${other} is another board`,
          `模擬モデムの IMEI は毎回同じです。別のボードには ${other} を使ってください`,
        )
  return say(`${which.join(', ')}; ${hint.en}`, `${which.join('、')}。${hint.ja}`)
}
