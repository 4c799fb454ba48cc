import { secret, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { apn, cid, data, item, mode, onOff, state, value } from '../shared/vocabulary'

const { action, question, setting } = family(
  'Telit ME910C1 AT Commands Reference Guide (80529ST10815A)',
  'telit',
)

export default [
  setting('#LWM2MENA', 'LwM2M client', 'LwM2M クライアント', [onOff, cid, apn]),
  question('#LWM2MSTAT', 'state of LwM2M', 'LwM2M の状態', [state]),
  action('#LWM2MR', 'reading an LwM2M resource', 'LwM2M リソースの読み出し', [value], {
    parameters: [data],
  }),
  action('#LWM2MW', 'writing an LwM2M resource', 'LwM2M リソースの書き込み', [value]),
  action('#LWM2MREG', 'connecting to the LwM2M servers', 'LwM2M の登録', [mode]),
  action('#LWM2MINJKEYS', 'writing the keys of LwM2M', 'LwM2M の鍵の書き込み', [
    item,
    secret('password', text('key', 'key', '鍵')),
  ]),
]
