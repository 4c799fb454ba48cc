import type { Words } from '../words'
import type { UssdState } from './reply'

export const ussdWords: { readonly [state in UssdState]: Words } = {
  done: { en: 'finished', ja: '完了' },
  asks: { en: 'the network waits for an answer', ja: 'ネットワークが応答を待っています' },
  ended: { en: 'the network ended the dialogue', ja: 'ネットワークが対話を終了しました' },
  elsewhere: {
    en: 'another client of this modem answered: its text is there, not here',
    ja: 'このモデムの別のクライアントが応答したため、本文はそちらに表示されます',
  },
  unsupported: {
    en: 'not allowed or not known: ask the operator for the codes of this SIM',
    ja: '許可されていないか、未対応のコードです。この SIM で使えるコードを事業者に確認してください',
  },
  timeout: {
    en: 'the network did not answer in time: send again later',
    ja: 'ネットワークの応答がタイムアウトしました。時間をおいて再送してください',
  },
}
