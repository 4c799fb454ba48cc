import type { NetworkCause } from '../at/knowledge'
import type { Words } from '../words'

export const stoppedAt = (title: Words): Words => ({
  en: `stopped: ${title.en}`,
  ja: `停止：${title.ja}`,
})

export const linkEnded: Words = {
  en: 'The link ended meanwhile.',
  ja: '実行中にリンクが切断されました。',
}

export const tookTooLong = (title: Words, limitMs: number): Words => ({
  en: `${title.en}: ${limitMs / 1000} s.`,
  ja: `${title.ja}：${limitMs / 1000} 秒。`,
})

export const noModemProfiles: Words = {
  en: 'The catalogue of modems is empty.',
  ja: 'モデムのカタログが空です。',
}

export const connectedAs = (
  given: boolean,
  addresses: readonly string[],
  proof: string,
): Words => ({
  en: `Connected${given ? ` as ${addresses.join(', ')}` : ''}${proof ? `, ping ${proof}` : ''}.`,
  ja: `接続しました${given ? `（${addresses.join('、')}）` : ''}${proof ? `。ping ${proof}` : ''}。`,
})

/** `The network refused the SIM: PLMN not allowed (cause 11).` */
export const refusedFor = (what: Words, { meaning, code }: NetworkCause): Words => ({
  en: `${what.en.replace(/\.$/, '')}: ${meaning.en} (cause ${code}).`,
  ja: `${what.ja.replace(/。$/, '')}：${meaning.ja}（原因番号 ${code}）。`,
})
