import type { PortEnd } from '../ports/byte-port'
import type { Words } from '../words'
import type { Pause } from './flow'
import type { CmuxEndReason, CmuxState } from './session-types'

export const endWords: Record<CmuxEndReason, Words> = {
  closed: { en: 'The multiplexer was closed.', ja: 'マルチプレクサーを終了しました。' },
  'peer-closed': {
    en: 'The modem closed the multiplexer.',
    ja: 'モデムがマルチプレクサーを終了しました。',
  },
  lost: { en: 'The modem left the multiplexer.', ja: 'モデムがマルチプレクサーから抜けました。' },
  failed: {
    en: 'The port under the multiplexer failed.',
    ja: 'マルチプレクサーが使用していたポートでエラーが発生しました。',
  },
  'no-answer': {
    en: 'The multiplexer did not start.',
    ja: 'マルチプレクサーを開始できませんでした。',
  },
}

const pauses: Record<Pause, string> = {
  'flow control': 'MSC FC',
  RTR: 'MSC RTR',
  'all channels': 'FCoff',
}

export function pauseWords(dlci: number, pause: Pause | undefined): Words {
  return pause
    ? {
        en: `The modem paused channel ${dlci} (${pauses[pause]}).`,
        ja: `モデムがチャネル ${dlci} を一時停止しています（${pauses[pause]}）。`,
      }
    : {
        en: `The modem resumed channel ${dlci}.`,
        ja: `モデムがチャネル ${dlci} を再開しました。`,
      }
}

export function tryWords(dlci: number, attempt: number, tries: number): Words {
  const what = dlci === 0 ? 'the multiplexer' : `channel ${dlci}`
  const ja = dlci === 0 ? 'マルチプレクサー' : `チャネル ${dlci} `
  return {
    en: `No answer yet; asking again to open ${what} (${attempt} of ${tries}).`,
    ja: `応答がないため、${ja}の開設を再要求します（${attempt}/${tries} 回目）。`,
  }
}

export const echoWords: Words = {
  en: 'Our own request came back: the modem echoes, it does not multiplex.',
  ja: '要求がそのまま返ってきました。モデムはエコーを返しており、CMUX で動作していません。',
}

export function outsideWords(line: string): Words {
  return {
    en: `Text outside the multiplexer: ${line}`,
    ja: `フレーム外のテキストを受信しました：${line}`,
  }
}

export const stateWords = (state: CmuxState): Words => ({
  en: `It is ${state}.`,
  ja: `状態：${state}。`,
})

export const noStartWords = (state: CmuxState): Words => ({
  en: `It cannot be started: it is ${state}.`,
  ja: `開始できません（状態：${state}）。`,
})

export const closedInStartWords: Words = {
  en: 'It was closed while starting.',
  ja: '開始中に閉じられました。',
}

export const asleep: Words = { en: 'It did not wake up.', ja: '省電力状態から復帰しませんでした。' }
export const silent: Words = {
  en: 'It does not answer TEST any more.',
  ja: 'TEST への応答がなくなりました。',
}

/** How the real port ended, where it says no more of it. */
export const portEndWords: { readonly [reason in PortEnd['reason']]: Words } = {
  gone: { en: 'gone', ja: '取り外されました' },
  failed: { en: 'failed', ja: '障害が発生しました' },
  closed: { en: 'closed', ja: '閉じられました' },
}
