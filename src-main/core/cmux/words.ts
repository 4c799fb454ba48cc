import type { Words } from '../words'
import type { ByteClass } from './classify'

export const unread: Words = {
  en: 'Nobody reads this channel, and it was not paused.',
  ja: 'このチャネルの受信データが読み出されず、停止もされませんでした。',
}

export const openAlready = (dlci: number): Words => ({
  en: `Channel ${dlci} is open already.`,
  ja: `チャネル ${dlci} はすでに開いています。`,
})

export const asked = (dlci: number): Words => ({
  en: `Channel ${dlci} was asked for.`,
  ja: `要求したのはチャネル ${dlci} です。`,
})

export const noMessageIn = (problem: string): Words => ({
  en: `A control frame holds octets that are no message (wrong ${problem} octet).`,
  ja: `制御フレームに解釈できないオクテットがあります（${problem === 'length' ? '長さ' : '種別'}が不正）。`,
})

export const signalsUnanswered = (dlci: number): Words => ({
  en: `The modem does not answer the signals of channel ${dlci} (MSC).`,
  ja: `チャネル ${dlci} の信号通知（MSC）に応答がありません。`,
})

export const messageNotSupported = (name: string): Words => ({
  en: `The modem does not support ${name} (NSC).`,
  ja: `モデムは ${name} に対応していません（NSC）。`,
})

export const unreadable: Words = {
  en: 'with a value too short to read',
  ja: '値が短すぎて解釈できません',
}

export const withBreak = (signals: string, ms: number): Words => ({
  en: `${signals}, break ${ms} ms`,
  ja: `${signals}、ブレーク信号 ${ms} ms`,
})

export const mscAnswer = (dlci: number, list: Words): Words => ({
  en: `answers the signals of channel ${dlci} (MSC: ${list.en})`,
  ja: `チャネル ${dlci} の信号通知への応答（MSC：${list.ja}）`,
})

export const stopSending: Words = { en: ', stop sending', ja: '、送信停止' }

export const mscCommand = (dlci: number, list: Words, stop: Words): Words => ({
  en: `signals of channel ${dlci}: ${list.en}${stop.en} (MSC)`,
  ja: `チャネル ${dlci} の信号：${list.ja}${stop.ja}（MSC）`,
})

export const pnProposal = (dlci: number, facts: string): Words => ({
  en: `proposes for channel ${dlci}: ${facts} (PN)`,
  ja: `チャネル ${dlci} のパラメーター提案：${facts}（PN）`,
})

export const pnSettled = (dlci: number, facts: string): Words => ({
  en: `settles for channel ${dlci}: ${facts} (PN)`,
  ja: `チャネル ${dlci} のパラメーター確定：${facts}（PN）`,
})

export const rpnQuestion = (dlci: number): Words => ({
  en: `asks for the port parameters of channel ${dlci} (RPN)`,
  ja: `チャネル ${dlci} のポート設定の問い合わせ（RPN）`,
})

export const rpnCommand = (dlci: number, facts: string): Words => ({
  en: `sets the port of channel ${dlci} to ${facts} (RPN)`,
  ja: `チャネル ${dlci} のポートを ${facts} に設定（RPN）`,
})

export const rpnAnswer = (dlci: number, facts: string): Words => ({
  en: `the port of channel ${dlci} is ${facts} (RPN)`,
  ja: `チャネル ${dlci} のポート設定は ${facts}（RPN）`,
})

export const rlsCommand = (dlci: number, errors: string): Words => ({
  en: `line errors on channel ${dlci}: ${errors} (RLS)`,
  ja: `チャネル ${dlci} の回線エラー：${errors}（RLS）`,
})

export const nscAnswer = (name: string): Words => ({
  en: `does not support ${name} (NSC)`,
  ja: `${name} は未対応（NSC）`,
})

export const testCommand = (text: string): Words => ({
  en: `test, to be echoed: ${text} (TEST)`,
  ja: `折り返しテスト：${text}（TEST）`,
})

export const testAnswer = (text: string): Words => ({
  en: `test echoed: ${text} (TEST)`,
  ja: `折り返しテストの応答：${text}（TEST）`,
})

export const lengthLeftOut = (words: Words): Words => ({
  en: `${words.en}, without length octet`,
  ja: `${words.ja}、長さオクテットなし`,
})

export const controlChannel: Words = { en: 'the control channel', ja: '制御チャネル' }

export const channelNamed = (dlci: number): Words => ({
  en: `channel ${dlci}`,
  ja: `チャネル ${dlci} `,
})

export const sabmFrame = ({ en, ja }: Words): Words => ({
  en: `Asks to open ${en} (SABM).`,
  ja: `${ja}を開く要求（SABM）。`,
})

export const uaFrame = ({ en, ja }: Words): Words => ({
  en: `Agrees, on ${en} (UA).`,
  ja: `${ja.trimEnd()}：了解（UA）。`,
})

export const dmFrame = ({ en, ja }: Words): Words => ({
  en: `Refuses: ${en} is not open (DM).`,
  ja: `${ja.trimEnd()}：拒否または未接続（DM）。`,
})

export const discFrame = ({ en, ja }: Words): Words => ({
  en: `Asks to close ${en} (DISC).`,
  ja: `${ja}を閉じる要求（DISC）。`,
})

export const noMessage: Words = {
  en: 'octets that are no message',
  ja: 'メッセージとして解釈できないオクテット',
}

export const emptyControl: Words = { en: 'Control: nothing.', ja: '制御：空です。' }

export const channelOctets = (dlci: number, length: number): Words => ({
  en: `Channel ${dlci}, ${length} octets`,
  ja: `チャネル ${dlci}、${length} オクテット`,
})

export const controlChannelWanted: Words = {
  en: 'The control channel was asked for.',
  ja: '制御チャネルの要求に対する応答です。',
}

export const itSaid = (line: string): Words => ({
  en: `It said: ${line}`,
  ja: `モデムの出力：${line}`,
})

export const startedAnew: Words = {
  en: 'The multiplexer was started anew.',
  ja: 'マルチプレクサーが再起動されました。',
}

export const octetsWait = (label: string, octets: number): Words => ({
  en: `${label}: ${octets} octets wait.`,
  ja: `${label}：${octets} オクテットが送信待ちです。`,
})

/** What was heard, by kind. */
export const classWords: Record<ByteClass, Words> = {
  cmux: {
    en: 'the modem speaks CMUX: an earlier program left the multiplexer on',
    ja: 'モデムは CMUX で通信中です（以前のプログラムがマルチプレクサーを終了していません）',
  },
  ppp: {
    en: 'the modem speaks PPP: it is in data mode',
    ja: 'モデムは PPP で通信中です（データモード）',
  },
  text: { en: 'the modem speaks text', ja: 'モデムはテキストを出力しています' },
  noise: {
    en: 'octets that are neither text, PPP nor CMUX: the speed may be wrong',
    ja: 'テキスト、PPP、CMUX のいずれでもないデータです（通信速度の誤りの可能性）',
  },
  nothing: { en: 'nothing was heard', ja: '受信データはありません' },
}

/** Messages without a value (27.010, 5.4.6.3). */
export const plainMessages: Record<
  'PSC' | 'CLD' | 'FCon' | 'FCoff',
  { ask: Words; answer: Words }
> = {
  PSC: {
    ask: { en: 'asks to go to sleep (PSC)', ja: 'スリープ移行の要求（PSC）' },
    answer: { en: 'agrees to sleep (PSC)', ja: 'スリープ移行への応答（PSC）' },
  },
  CLD: {
    ask: { en: 'asks to close the multiplexer (CLD)', ja: 'マルチプレクサー終了の要求（CLD）' },
    answer: {
      en: 'agrees to close the multiplexer (CLD)',
      ja: 'マルチプレクサー終了への応答（CLD）',
    },
  },
  FCon: {
    ask: { en: 'can receive again on all channels (FCon)', ja: '全チャネルで受信再開（FCon）' },
    answer: { en: 'answers FCon', ja: 'FCon への応答' },
  },
  FCoff: {
    ask: { en: 'stops all channels (FCoff)', ja: '全チャネルの送信停止を要求（FCoff）' },
    answer: { en: 'answers FCoff', ja: 'FCoff への応答' },
  },
}

export const serviceNegotiation: Words = {
  en: 'service negotiation (SNC)',
  ja: 'サービスネゴシエーション（SNC）',
}

export const messageNotKnown = (octet: string): Words => ({
  en: `a message 27.010 does not know (0x${octet})`,
  ja: `27.010 にないメッセージ（0x${octet}）`,
})

export const controlSays = (parts: readonly Words[]): Words => ({
  en: `Control: ${parts.map((part) => part.en).join('; ')}.`,
  ja: `制御：${parts.map((part) => part.ja).join('、')}。`,
})

export const lineErrorsSeen = (dlci: number, errors: readonly string[]): Words => ({
  en: `The modem saw line errors on channel ${dlci}: ${errors.join(', ')}.`,
  ja: `モデムがチャネル ${dlci} の回線エラーを検出しました：${errors.join('、')}。`,
})
