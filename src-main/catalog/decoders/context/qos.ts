import { decoder, type Definition } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'

const cid = int('cid', 'context', 'cid')

const dropped = say(
  'Deletes the quality of service asked for in context #.',
  'cid # の QoS 要求を削除します。',
)

/** A quality-of-service profile of a context, asked for, required or granted: the same columns. */
function profile(definition: Omit<Definition, 'group'>) {
  return decoder({ ...definition, group: 'packet', list: 'contexts' })
}

/** 3GPP TS 27.007, 10.1.4 and 10.1.5: GPRS. */
const gprs = [
  cid,
  int('precedence', 'precedence', '優先度'),
  int('delay', 'delay', '遅延'),
  int('reliability', 'reliability', '信頼性'),
  int('peak', 'peak', '最大速度'),
  int('mean', 'mean', '平均速度'),
]

/** 10.1.6 to 10.1.8: 3G. */
const umts = [
  cid,
  int('traffic_class', 'traffic class', 'トラフィッククラス', {
    0: say('conversational', '会話型'),
    1: say('streaming', 'ストリーミング'),
    2: say('interactive', '対話型'),
    3: say('background', 'バックグラウンド'),
    4: say('as subscribed', '契約による'),
  }),
  int('max_ul_kbps', 'highest rate up, kbit/s', '上り最大 kbit/s'),
  int('max_dl_kbps', 'highest rate down, kbit/s', '下り最大 kbit/s'),
  int('gbr_ul_kbps', 'guaranteed rate up, kbit/s', '上り保証 kbit/s'),
  int('gbr_dl_kbps', 'guaranteed rate down, kbit/s', '下り保証 kbit/s'),
]

const granted = { forms: ['set', 'action', 'test'], asks: true, set: [cid] } as const

export default [
  profile({
    id: '+CGQREQ',
    alone: dropped,
    title: say('wanted quality of service', '要求 QoS'),
    spec: '3GPP TS 27.007, 10.1.4',
    parameters: gprs,
  }),
  profile({
    id: '+CGQMIN',
    alone: dropped,
    title: say('least acceptable quality of service', '最低 QoS'),
    spec: '3GPP TS 27.007, 10.1.5',
    parameters: gprs,
  }),
  profile({
    id: '+CGEQREQ',
    alone: dropped,
    title: say('wanted 3G quality of service', '要求 QoS（3G）'),
    spec: '3GPP TS 27.007, 10.1.6',
    parameters: umts,
  }),
  profile({
    id: '+CGEQMIN',
    alone: dropped,
    title: say('lowest 3G quality of service', '最低 QoS（3G）'),
    spec: '3GPP TS 27.007, 10.1.7',
    parameters: umts,
  }),
  profile({
    id: '+CGEQNEG',
    title: say('granted 3G quality of service', '許可 QoS（3G）'),
    spec: '3GPP TS 27.007, 10.1.8',
    parameters: umts,
    ...granted,
  }),
]
