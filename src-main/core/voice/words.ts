import type { Words } from '../words'
import type { CallPhase } from './call-state'

export const callPhaseWords: { readonly [phase in CallPhase]: Words } = {
  dialling: { en: 'dialling', ja: '発信中' },
  alerting: { en: 'the other side rings', ja: '呼出中' },
  incoming: { en: 'a call comes in', ja: '着信中' },
  active: { en: 'connected', ja: '通話中' },
  ended: { en: 'ended', ja: '終了' },
}
/** Result codes of a call (ITU-T V.250, 6.3.1) and what they mean for a voice call. */
export const endWords: { readonly [code: string]: Words } = {
  BUSY: {
    en: 'The other side is engaged or has rejected the call.',
    ja: '相手が話し中か、着信を拒否しました。',
  },
  'NO ANSWER': {
    en: 'It rang, and nobody answered in time.',
    ja: '呼び出しましたが、時間内に応答がありませんでした。',
  },
  'NO CARRIER': {
    en: 'The call ended, or did not come about: the other side hung up, cannot be reached, or the network has no voice service for this SIM (VoLTE or circuit-switched fallback).',
    ja: '通話が終了したか、接続できませんでした。相手の切断、圏外、またはこの SIM が音声通話（VoLTE・CS フォールバック）に対応していない可能性があります。',
  },
  'NO DIALTONE': {
    en: 'The modem is not registered for calls.',
    ja: '音声通話のネットワークに登録されていません。',
  },
}
export const endedHere: Words = { en: 'Hung up here.', ja: 'こちらで切断しました。' }
export const endedSilently: Words = {
  en: 'The modem lists no call any more and says nothing of the reason.',
  ja: '通話が一覧から消えましたが、理由は通知されていません。',
}
