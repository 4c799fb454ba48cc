import type { EsimRefusal } from '@core/esim/euicc'
import { utf8Bytes } from '@core/utf8'
import type { Words } from '@core/words'

export const utf8Length = (text: string): number => utf8Bytes(text).length

export const whichWords = (iccid: string, state: 'enabled' | 'disabled'): Words => ({
  en: `${iccid} is ${state}.`,
  ja: `${iccid} は${state === 'enabled' ? '有効' : '無効'}です。`,
})

const reasons: { readonly [refusal in EsimRefusal]: Words } = {
  'not-found': {
    en: 'The eUICC has no such profile.',
    ja: 'eUICC にこのプロファイルがありません。',
  },
  'not-in-state': {
    en: 'The profile is not in the state that this wants.',
    ja: 'プロファイルの状態がこの操作に合いません。',
  },
  policy: {
    en: 'The operator’s rules forbid it.',
    ja: '事業者のポリシールールで禁止されています。',
  },
  reenabling: {
    en: 'Another profile has to be enabled again first.',
    ja: '先に元のプロファイルを有効に戻す必要があります。',
  },
  busy: {
    en: 'The card is busy with a proactive command.',
    ja: 'カードがプロアクティブコマンドの処理中です。',
  },
  unknown: { en: 'The eUICC gives no reason.', ja: 'eUICC は理由を示していません。' },
}
export const refusedWords = (refusal: EsimRefusal): Words => reasons[refusal]
