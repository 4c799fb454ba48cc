import type { Words } from '@core/words'

export const noBroker: Words = {
  en: 'what answers there is no MQTT broker',
  ja: '接続先は MQTT ブローカーではありません',
}

export const closed: Words = {
  en: 'the broker closed the connection',
  ja: 'ブローカーが接続を閉じました',
}
