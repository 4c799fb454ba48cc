import { listed, type Words } from '../../words'
import type { PingResult } from '../../ip/ping'
import type { StepId } from '../connect-state'

export const stepTitles: { readonly [id in StepId]: Words } = {
  power: { en: 'Power', ja: '電源' },
  port: { en: 'Port answers', ja: 'ポートの応答' },
  mode: { en: 'Command mode', ja: 'コマンドモード' },
  setup: { en: 'Echo, errors, flow control', ja: 'エコー・エラー表示・フロー制御' },
  identity: { en: 'Modem', ja: 'モデムの識別' },
  sim: { en: 'SIM', ja: 'SIM' },
  stored: { en: 'Stored settings', ja: '保存されている設定' },
  configure: { en: 'Write what differs', ja: '差分の書き込み' },
  radio: { en: 'Radio on', ja: '無線オン' },
  registration: { en: 'Network', ja: 'ネットワーク登録' },
  signal: { en: 'Signal', ja: '電波状況' },
  dial: { en: 'Dial', ja: 'ダイヤル' },
  ppp: { en: 'PPP link', ja: 'PPP リンク' },
  address: { en: 'Address', ja: 'IP アドレス' },
  dns: { en: 'Name lookup', ja: '名前解決' },
  ping: { en: 'Ping', ja: 'ping' },
  http: { en: 'HTTP', ja: 'HTTP' },
}

export const nothingToWrite: Words = {
  en: 'Nothing to write.',
  ja: '書き込みは不要です。',
}

export const writtenAndReadBack = (radioOff: boolean, before: readonly Words[]): Words => ({
  en: `Written and read back${radioOff ? ', with the radio off' : ''}: ${listed(before).en}.`,
  ja: `書き込みと読み戻しを完了${radioOff ? '（無線オフ中）' : ''}：${listed(before).ja}。`,
})

export const pppAtOnce: Words = {
  en: 'PPP at once, without AT.',
  ja: 'AT を使わず直接 PPP を開始します。',
}

export const withoutMultiplexer: Words = {
  en: 'The multiplexer (CMUX) was refused, so it dialled without: AT waits until the call has ended.',
  ja: 'マルチプレクサー（CMUX）を使えなかったため、CMUX なしでダイヤルしました。通信を切断するまで AT は使えません。',
}

export const oneFamilyAlone = (
  family: string,
  cause: number,
  asked: string,
  type: string,
): Words => ({
  en: `The network gives this APN ${family} alone (cause ${cause}), and ${asked} was asked for: set the PDP type to ${type}, or to IPV4V6, which takes what there is.`,
  ja: `この APN では ${family} のみ許可されています（cause ${cause}、要求は ${asked}）。PDP タイプを ${type} にするか、どちらでも使える IPV4V6 にしてください。`,
})

export const noProfileTakesIt: Words = {
  en: 'No profile takes this modem.',
  ja: 'このモデムに合うプロファイルがありません。',
}

export const sameAsBefore = (name: string): Words => ({
  en: `It is the ${name} of before.`,
  ja: `前回と同じ ${name} です。`,
})

export const treatedAs = (shown: string, profile: string): Words => ({
  en: `${shown}, treated as ${profile}.`,
  ja: `${shown}（${profile} として扱います）。`,
})

export const askingRouter: Words = {
  en: 'IPV6CP is open; a router is asked for an address.',
  ja: 'IPV6CP 確立。ルーターに IPv6 アドレスの情報を要求しています。',
}

export const noLease = (router: string, own: string): Words => ({
  en: `The router ${router} leaves addresses to DHCPv6, and no server has lent one; ours on the link is ${own}.`,
  ja: `ルーター ${router} はアドレスを DHCPv6 で割り当てる設定ですが、サーバーからの割り当てがありません（リンクローカルアドレス：${own}）。`,
})

export const leaseTaken = (own: string): Words => ({
  en: `The address that DHCPv6 lent is somebody else’s on this link; it was given back, and another is asked for. Ours on the link is ${own}.`,
  ja: `DHCPv6 で割り当てられたアドレスはこのリンク上ですでに使われているため返却し、別のアドレスを要求しています（リンクローカルアドレス：${own}）。`,
})

export const noPrefix = (router: string, own: string): Words => ({
  en: `The router ${router} advertises no prefix for addresses; ours on the link is ${own}.`,
  ja: `ルーター ${router} はアドレス用のプレフィックスを広告していません（リンクローカルアドレス：${own}）。`,
})

export const noAdvertisement = (seconds: number, own: string): Words => ({
  en: `No router advertisement came within ${seconds} s; ours on the link is ${own}.`,
  ja: `${seconds} 秒以内にルーター広告が届きませんでした（リンクローカルアドレス：${own}）。`,
})

export const noNat64AsAsked: Words = {
  en: 'PDP type IPV6 was asked for, and there is no NAT64: hosts that have only IPv4 cannot be reached; IPV4V6 asks for both.',
  ja: 'PDP タイプに IPV6 を指定しており、NAT64 もありません。IPv4 のみのホストには到達できません。両方使うには IPV4V6 を指定してください。',
}

export const noNat64: Words = {
  en: 'The network granted IPv6 alone, without NAT64: hosts that have only IPv4 cannot be reached.',
  ja: 'ネットワークが許可したのは IPv6 のみで、NAT64 もありません。IPv4 のみのホストには到達できません。',
}

export const throughNat64 = (prefix: string): Words => ({
  en: `The link carries IPv6 alone; hosts that have only IPv4 are reached through NAT64 (${prefix}). A device that needs IPv4 addresses of its own needs 464XLAT.`,
  ja: `この接続は IPv6 のみです。IPv4 のみのホストには NAT64（${prefix}）経由で到達できます。機器自身が IPv4 アドレスを必要とする場合は 464XLAT が必要です。`,
})

export const noIpv4 = (why: Words): Words => ({
  en: `The modem gave no IPv4 address (${why.en}).`,
  ja: `IPv4 アドレスは割り当てられませんでした（${why.ja}）。`,
})

export const noIpv6 = (why: Words): Words => ({
  en: `The modem gave no IPv6 (${why.en}); the network may have granted IPv4 alone (cause 50).`,
  ja: `IPv6 は割り当てられませんでした（${why.ja}）。ネットワークが IPv4 のみを許可した可能性があります（cause 50）。`,
})

export const noRouterYet: Words = {
  en: 'IPV6CP is open, but no router has told an IPv6 address yet.',
  ja: 'IPV6CP は確立しましたが、ルーターからの IPv6 アドレス情報はまだ届いていません。',
}

export const inCommandMode: Words = {
  en: 'Already in command mode.',
  ja: 'すでにコマンドモードです。',
}

export const atOverMultiplexer: Words = {
  en: 'AT runs over the multiplexer.',
  ja: 'マルチプレクサー上で AT を使用中です。',
}

export const backFromMultiplexer: Words = {
  en: 'Back from the multiplexer.',
  ja: 'マルチプレクサーから復帰しました。',
}

export const backFromData: Words = {
  en: 'Back from data mode.',
  ja: 'データモードから復帰しました。',
}

export const foundInData: Words = {
  en: 'The modem is in data mode; it is brought back to command mode.',
  ja: 'データモードのため、コマンドモードへ戻しています。',
}

export const foundInMultiplexer: Words = {
  en: 'The modem was left in the multiplexer; it is brought back to command mode.',
  ja: 'マルチプレクサーが動作中のため、コマンドモードへ戻しています。',
}

export const portInCommandMode: Words = {
  en: 'The port is in command mode.',
  ja: 'コマンドモードです。',
}

export const speaksNoCommands: Words = {
  en: 'The modem speaks; it is not in command mode.',
  ja: 'モデムは応答中ですが、コマンドモードではありません。',
}

export const outOfMultiplexer: Words = {
  en: 'A multiplexer that an earlier program had left on was closed (CLD); AT is answered.',
  ja: '以前のプログラムが残したマルチプレクサーを終了し（CLD）、AT に応答しました。',
}

export const outOfPrompt: Words = {
  en: 'The modem waited for the text of an earlier program; it was left with ESC, and AT is answered.',
  ja: '以前のプログラムの本文入力待ちでした。ESC で抜け、AT に応答しました。',
}

export const closing: Words = {
  en: 'No answer to AT. A modem left in the multiplexer is silent: its close-down is sent.',
  ja: 'AT に応答がありません。マルチプレクサーのまま残されたモデムは応答しないため、終了要求（CLD）を送信します。',
}

export const closeAnswered: Words = {
  en: 'Close-down (CLD) was answered: the modem had been left in the multiplexer.',
  ja: '終了要求（CLD）に応答しました。モデムはマルチプレクサーのまま残されていました。',
}

export const closeUnanswered: Words = {
  en: 'Close-down of a multiplexer (CLD, basic and advanced) was sent; nobody answered it.',
  ja: 'マルチプレクサーの終了要求（CLD、基本と拡張）を送信しましたが、応答がありません。',
}

export const noAnswerYet = (tries: number): Words => ({
  en: `No answer yet, ${tries} tries. A modem that boots needs up to 15 s.`,
  ja: `まだ応答がありません（${tries} 回）。起動には最大 15 秒ほどかかります。`,
})

export const notOneOctet: Words = {
  en: 'Not one octet came.',
  ja: '1 オクテットも受信していません。',
}

export const noText = (octets: number, strange: number): Words => ({
  en: `${octets} octets came, ${strange} of them no text.`,
  ja: `${octets} オクテットを受信し、うち ${strange} オクテットは文字として読めません。`,
})

export const echoesAlone = (echoes: number): Words => ({
  en: `${echoes} echoes, no OK.`,
  ja: `エコー ${echoes} 回、OK なし。`,
})

export const textAlone = (octets: number): Words => ({
  en: `${octets} octets of text came, but no OK to AT.`,
  ja: `${octets} オクテットの文字を受信しましたが、AT への OK がありません。`,
})

export const noBoard: Words = {
  en: 'No board is set up.',
  ja: 'ボードが設定されていません。',
}

export const statusNotRead = (why: Words): Words => ({
  en: `STATUS cannot be read. ${why.en}`,
  ja: `STATUS を読み取れません。${why.ja}`,
})

export const modemIsOn: Words = {
  en: 'The modem is on.',
  ja: 'モデムの電源は入っています。',
}

export const powerNotKnown: Words = {
  en: 'Nobody knows whether the modem is on; the port is asked.',
  ja: '電源状態が不明なため、ポートの応答で確認します。',
}

export const keyPressedOnce: Words = {
  en: 'The power key was pressed once; the port is asked what became of it.',
  ja: '電源キーを一度押しました。結果はポートの応答で確認します。',
}

export const poweredOn = (board: string, seconds: string): Words => ({
  en: `Powered on through ${board} in ${seconds} s.`,
  ja: `${board} で電源を入れました（${seconds} 秒）。`,
})

export const lcpOpen = (auth: string | undefined): Words => ({
  en: `LCP is open${auth ? `, ${auth} accepted` : ', no authentication asked'}.`,
  ja: `LCP 確立${auth ? `、${auth} 認証成功` : '、認証要求なし'}。`,
})

export const noNameToLookUp: Words = {
  en: 'No name to look up.',
  ja: '名前解決の対象がありません。',
}

export const noHostToPing: Words = {
  en: 'No host to ping.',
  ja: 'ping の対象がありません。',
}

export const pingReply = (name: string, ms: number | null): Words => ({
  en: `${name}: ${ms === null ? 'no answer' : `${ms.toFixed(0)} ms`}.`,
  ja: `${name}：${ms === null ? '応答なし' : `${ms.toFixed(0)} ms`}。`,
})

export const noneAnswered = (name: string, sent: number): Words => ({
  en: `${name}: ${sent} sent, none answered.`,
  ja: `${name}：${sent} 回送信、応答 0 回。`,
})

export const noUrlToFetch: Words = {
  en: 'No URL to fetch.',
  ja: '取得する URL がありません。',
}

export const pageFetched = (url: string, status: number, octets: number, ms: number): Words => ({
  en: `${url}: ${status}, ${octets} octets, ${Math.round(ms)} ms.`,
  ja: `${url}：${status}、${octets} オクテット、${Math.round(ms)} ms。`,
})

export const radioIsOn: Words = {
  en: 'The radio is on.',
  ja: '無線部はオンです。',
}

export const radioTurnedOn: Words = {
  en: 'The radio was turned on.',
  ja: '無線部をオンにしました。',
}

export const setUpBefore: Words = {
  en: 'Done since the modem started.',
  ja: '起動後に設定済みです。',
}

export const flowOff: Words = {
  en: 'off',
  ja: 'なし',
}

export const simIsReady: Words = {
  en: 'The SIM is ready.',
  ja: 'SIM の準備ができました。',
}

export const simStill = (seconds: number, answer: string): Words => ({
  en: `After ${seconds} s still ${answer}.`,
  ja: `${seconds} 秒後も ${answer} のままです。`,
})

export const simNotReady = (answer: string, seconds: number): Words => ({
  en: `The SIM is not ready yet (${answer}), ${seconds} s.`,
  ja: `SIM の準備待ち（${answer}）、${seconds} 秒経過。`,
})

export const simLocked = (code: string): Words => ({
  en: `The SIM is locked: ${code}.`,
  ja: `SIM がロックされています：${code}。`,
})

export const storedAsWanted: Words = {
  en: 'What is stored is what is wanted.',
  ja: '保存されている設定は目的どおりです。',
}

export const storedDiffers = (differences: readonly Words[]): Words => ({
  en: `Differs: ${listed(differences).en}.`,
  ja: `差分：${listed(differences).ja}。`,
})

export const contextNotDefined = (cid: number): Words => ({
  en: `context ${cid} is not defined`,
  ja: `コンテキスト ${cid} が未定義`,
})

export const typeDiffers = (now: string, wanted: string): Words => ({
  en: `type ${now} → ${wanted}`,
  ja: `種別 ${now} → ${wanted}`,
})

export const authDiffers = (now: Words, wanted: Words): Words => ({
  en: `auth ${now.en} → ${wanted.en}`,
  ja: `認証 ${now.ja} → ${wanted.ja}`,
})

export const userDiffers = (now: string, wanted: string): Words => ({
  en: `user "${now}" → "${wanted}"`,
  ja: `ユーザー "${now}" → "${wanted}"`,
})

export const passwordIsOther: Words = {
  en: 'password',
  ja: 'パスワード',
}

export const authNone: Words = {
  en: 'none',
  ja: 'なし',
}

export const authEither: Words = {
  en: 'PAP or CHAP',
  ja: 'PAP または CHAP',
}

export const authUnknown: Words = {
  en: 'unknown',
  ja: '不明',
}

export const lineCarriesPpp = (answer: string): Words => ({
  en: `${answer}: the line carries PPP now.`,
  ja: `${answer}：ここから PPP になります。`,
})

export const atAnsweredAt = (tries: number): Words =>
  tries === 1
    ? { en: 'AT was answered at once.', ja: 'AT にすぐ応答しました。' }
    : { en: `AT was answered at try ${tries}.`, ja: `${tries} 回目の AT で応答しました。` }

export const nameIs = (
  name: string,
  found: readonly string[],
  ms: number,
  server: string,
): Words => ({
  en: `${name} is ${found.join(' ')} (${Math.round(ms)} ms, ${server}).`,
  ja: `${name} → ${found.join(' ')}（${Math.round(ms)} ms、${server}）。`,
})

/** `by`: the family that was used, where that is not clear by itself; empty otherwise. */
export function hostAnswers(
  { sent, received, avgMs, address }: PingResult,
  name: string,
  by: string,
): Words {
  const ms = (avgMs ?? 0).toFixed(0)
  return {
    en: `${name} answers${by && ` over ${by} (${address})`}: ${received} of ${sent}, ${ms} ms on average.`,
    ja: `${name}${by ? `（${by}、${address}）` : ' '}から応答：${sent} 回中 ${received} 回、平均 ${ms} ms。`,
  }
}

export const echoAndErrorsOn = (flow: Words | undefined): Words => ({
  en: `Echo on, errors in words${flow ? `, flow control ${flow.en}` : ''}.`,
  ja: `エコーオン、エラーを文字で表示${flow ? `、フロー制御：${flow.ja}` : ''}。`,
})

export const signalIs = (level: string): Words => ({
  en: `${level}.`,
  ja: `${level.replaceAll(', ', '、')}。`,
})

export const signalNotTold: Words = {
  en: 'The modem does not tell the signal now.',
  ja: '現在、モデムから電波状況を取得できません。',
}

export const addressesGiven = (addresses: string, servers: readonly string[]): Words => ({
  en: `${addresses}, DNS ${servers.join(' ') || 'none given'}.`,
  ja: `${addresses}、DNS ${servers.join(' ') || 'なし'}。`,
})
