import { hexOf } from '@core/bytes'
import { mostNicknameOctets, type EsimRefusal } from '@core/esim/euicc'
import type { Words } from '@core/words'

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

export const nameWords = (problem: number | 'control'): Words =>
  problem === 'control'
    ? { en: 'It has control characters.', ja: '制御文字を含んでいます。' }
    : {
        en: `It has ${problem} octets of UTF-8; ${mostNicknameOctets} fit.`,
        ja: `UTF-8 で ${problem} オクテットあります（上限 ${mostNicknameOctets} オクテット）。`,
      }

/** PPR1: not to be disabled; PPR2: not to be deleted. */
export const ruleWords = (iccid: string, rule: 'PPR1' | 'PPR2'): Words => ({
  en: `Profile ${iccid}: ${rule}.`,
  ja: `プロファイル ${iccid}：${rule}。`,
})

export const stoppedWords: Words = {
  en: 'It was stopped before the card was read again.',
  ja: 'カードを読み直す前に中止されました。',
}

const asked = {
  EID: { en: 'the EID', ja: 'EID' },
  list: { en: 'the list of profiles', ja: 'プロファイルの一覧' },
  result: { en: 'the result', ja: '実行結果' },
} as const
/** Its first octets name what it is, and nobody. */
export function unclearWords(what: keyof typeof asked, answer: Uint8Array): Words {
  const { en, ja } = asked[what]
  const begin = hexOf(answer.subarray(0, 2)).toUpperCase()
  return {
    en: `Expected ${en}; ${answer.length} octets came${begin && `, beginning with ${begin}`}.`,
    ja: `${ja}に対する応答：${answer.length} オクテット${begin && `（先頭 ${begin}）`}。`,
  }
}

/** `said` is what came in place of the number. */
export function noChannelWords(lines: readonly string[]): Words {
  const said = JSON.stringify(lines.join(' ').slice(0, 60))
  return {
    en: `Expected +CCHO: and a number behind AT+CCHO; came: ${said}.`,
    ja: `AT+CCHO の応答に +CCHO: と番号がありません（応答：${said}）。`,
  }
}

export const cutWords = (announced: number, came: number): Words => ({
  en: `+CGLA announced ${announced} digits; ${came} came.`,
  ja: `+CGLA の予告 ${announced} 桁に対し、受信は ${came} 桁です。`,
})

export const noConfirmationWords: Words = {
  en: 'The activation code says that one is asked for.',
  ja: 'アクティベーションコードで入力が求められています。',
}

export const downloadingWords = (server: string): Words => ({
  en: `A profile is downloaded from ${server} to the eUICC (lpac).`,
  ja: `${server} から eUICC へのプロファイルのダウンロードを開始しました（lpac）。`,
})
export const downloadedWords = (title: string): Words => ({
  en: `The profile is on the eUICC${title && `: ${title}`}.`,
  ja: `プロファイルを eUICC に書き込みました${title && `：${title}`}。`,
})

/** What eUICCs (SGP.22, 5.7.6) and servers say, in words of ours. */
export const lpacReasons: readonly { readonly seen: RegExp; readonly words: Words }[] = [
  {
    seen: /iccid_already_exists/,
    words: {
      en: 'This profile is on the eUICC already.',
      ja: 'このプロファイルはすでに eUICC にあります。',
    },
  },
  {
    seen: /insufficient_memory/,
    words: {
      en: 'The eUICC has no room for it: delete a profile that is not needed.',
      ja: 'eUICC の空きが足りません。不要なプロファイルを削除してください。',
    },
  },
  {
    seen: /interruption/,
    words: {
      en: 'The card lost its power or was reset meanwhile.',
      ja: '途中でカードの電源が切れたか、リセットされました。',
    },
  },
  {
    seen: /ppr_not_allowed/,
    words: {
      en: 'The eUICC allows none of the rules (PPR) that the profile comes with.',
      ja: 'プロファイルのポリシールール（PPR）を eUICC が許可していません。',
    },
  },
  {
    seen: /matchingid|matching id/i,
    words: {
      en: 'The server has no profile for this code, or another card has taken it: most codes work once.',
      ja: 'このコードのプロファイルがないか、別のカードで使用済みです（多くのコードは 1 回限り有効）。',
    },
  },
  {
    seen: /expired/i,
    words: {
      en: 'A certificate, or the code, has expired.',
      ja: '証明書またはコードの有効期限が切れています。',
    },
  },
  {
    seen: /transport failed|resolve|connect|timed? ?out/i,
    words: {
      en: 'The server could not be reached by this computer’s own network.',
      ja: 'このコンピューターのネットワークからサーバーに接続できません。',
    },
  },
]

/** The step that failed, with what it means where that is known. */
export const lpacSaid = (step: string, words: Words | undefined): Words =>
  words
    ? { en: `${words.en} (${step})`, ja: `${words.ja}（${step}）` }
    : { en: `lpac: ${step}`, ja: `lpac：${step}` }
