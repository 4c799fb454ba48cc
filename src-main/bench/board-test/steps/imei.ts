import { z } from 'zod'
import { onOff } from '@contract'
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
    const text = which.slice(-3).join(', ')
    return [
      { key: 'imei', value: imei },
      { key: 'seen', value: others?.length ?? null, note: { en: text, ja: text } },
    ]
  },
})
