import type { Words } from '../words'

const fields = {
  centre: { en: 'the number of the service centre', ja: 'サービスセンター番号' },
  first: { en: 'its first octet', ja: '先頭オクテット' },
  reference: { en: 'the reference', ja: '参照番号' },
  number: { en: 'the number of the other side', ja: '相手の番号' },
  protocol: { en: 'the protocol', ja: 'プロトコル' },
  coding: { en: 'the coding', ja: '符号化方式' },
  validity: { en: 'the validity period', ja: '有効期間' },
  time: { en: 'the time', ja: '時刻' },
  length: { en: 'the length of the text', ja: '本文の長さ' },
  text: { en: 'the text', ja: '本文' },
  status: { en: 'the status', ja: '状態' },
} as const satisfies Record<string, Words>
export type FieldName = keyof typeof fields

export const endsIn = (field: FieldName, octets: number): Words => ({
  en: `The PDU ends in ${fields[field].en} (${octets} octets are there).`,
  ja: `PDU が${fields[field].ja}の途中で終わっています（${octets} オクテット）。`,
})

export const leftOver = (octets: number): Words => ({
  en: `The PDU has ${octets} octets more than its text is long.`,
  ja: `PDU に本文の長さを超える ${octets} オクテットがあります。`,
})

export const tooManyDigits = (digits: number): Words => ({
  en: `The PDU announces a number of ${digits} digits; 20 are the most.`,
  ja: `PDU の番号が ${digits} 桁と指定されています（最大 20 桁）。`,
})

export const tooLong = (length: number, gsm: boolean): Words => ({
  en: `The PDU announces a text of ${length} ${gsm ? 'characters; 160' : 'octets; 140'} are the most.`,
  ja: `PDU の本文の長さが ${length} ${gsm ? '文字（最大 160 文字' : 'オクテット（最大 140 オクテット'}）と指定されています。`,
})

export const badHeader: Words = {
  en: 'The header in front of the text is longer than the text, or its elements do not fill it.',
  ja: '本文の前のヘッダーの長さが本文または要素と一致しません。',
}

export const notHex: Words = {
  en: 'This is no PDU: it holds other characters than pairs of hex digits.',
  ja: 'PDU ではありません（16 進数 2 桁の組以外の文字があります）。',
}

export const wrongLength = (announced: number, octets: number): Words => ({
  en: `The modem announced ${announced} octets; ${octets} came.`,
  ja: `モデムの通知は ${announced} オクテットですが、届いたのは ${octets} オクテットです。`,
})

export const compressed: Words = {
  en: 'The text is compressed (23.042); it is shown as it came.',
  ja: '本文が圧縮されています（23.042）。受信したまま表示します。',
}

export const national = (table: number): Words => ({
  en: `The text is written with national language table ${table} (23.038), which is not read here; it is shown as it came.`,
  ja: `本文は各国語テーブル ${table}（23.038）で符号化されています。未対応のため、受信したまま表示します。`,
})

export const oddUcs2: Words = {
  en: 'The text is UCS2 and has an odd number of octets; it is shown as it came.',
  ja: 'UCS2 の本文が奇数オクテットです。受信したまま表示します。',
}

export const emptyText: Words = { en: 'The text is empty.', ja: '本文が空です。' }

export const halfCharacter: Words = {
  en: 'The text holds half a character (a surrogate alone).',
  ja: '本文に文字の片割れ（単独のサロゲート）が含まれています。',
}

export const tooManyParts = (parts: number, most: number): Words => ({
  en: `The text takes ${parts} parts; a message has at most ${most} (23.040, 9.2.3.24.1).`,
  ja: `本文は ${parts} パートになります。1 通は最大 ${most} パートです（23.040 9.2.3.24.1）。`,
})

/** TP-ST (23.040, 9.2.3.15). */
const statuses: Readonly<Record<number, Words>> = {
  0x00: { en: 'received by the other side', ja: '相手が受信しました' },
  0x01: { en: 'handed on; whether it was received is not known', ja: '転送済み（受信は未確認）' },
  0x02: { en: 'replaced by the service centre', ja: 'サービスセンターが置き換えました' },
  0x20: { en: 'congestion', ja: '輻輳' },
  0x21: { en: 'the other side is busy', ja: '相手がビジー' },
  0x22: { en: 'the other side does not answer', ja: '相手の応答なし' },
  0x23: { en: 'service rejected', ja: 'サービス拒否' },
  0x24: { en: 'quality of service not available', ja: 'サービス品質なし' },
  0x25: { en: 'an error on the other side', ja: '相手側のエラー' },
  0x40: { en: 'remote procedure error', ja: 'リモート手順エラー' },
  0x41: { en: 'the other side cannot take messages', ja: '相手が受信に対応していません' },
  0x42: { en: 'refused by the other side', ja: '相手が拒否しました' },
  0x43: { en: 'the number cannot be reached', ja: '番号に到達できません' },
  0x44: { en: 'quality of service not available', ja: 'サービス品質なし' },
  0x45: { en: 'no way between the networks', ja: 'ネットワーク間の接続なし' },
  0x46: { en: 'its time was over', ja: '有効期間切れ' },
  0x47: { en: 'deleted by its sender', ja: '送信元が削除しました' },
  0x48: { en: 'deleted by the service centre', ja: 'サービスセンターが削除しました' },
  0x49: { en: 'the service centre does not know it', ja: 'サービスセンターに存在しません' },
}

/** What became of a message: TP-ST, whose bits 5 and 6 say whether the centre still tries (23.040, 9.2.3.15). */
export type ReportState = 'delivered' | 'trying' | 'failed'

export function reportState(status: number): ReportState {
  if (status < 0x20) return 'delivered'
  return status < 0x40 ? 'trying' : 'failed'
}

export function reportWords(status: number): Words {
  // 60 to 65 are the reasons of 20 to 25, given up.
  const why = statuses[status >= 0x60 && status < 0x66 ? status - 0x40 : status]
  if (why) return why
  const code = status.toString(16).toUpperCase().padStart(2, '0')
  return { en: `status ${code}`, ja: `状態 ${code}` }
}

const reportStates: { readonly [state in ReportState]: Words } = {
  delivered: { en: 'delivered', ja: '配信済み' },
  trying: { en: 'not yet delivered', ja: '未配信（再試行中）' },
  failed: { en: 'not delivered', ja: '配信失敗' },
}

/** What became of a message, and by which words of the network. */
export function reportSaid(
  report: 'awaited' | { readonly state: ReportState; readonly words: Words },
): Words {
  if (report === 'awaited') return { en: 'no report yet', ja: '配信レポート待ち' }
  const { [report.state]: state } = reportStates
  return { en: `${state.en}: ${report.words.en}`, ja: `${state.ja}：${report.words.ja}` }
}
