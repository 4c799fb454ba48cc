import type { Words } from '../words'

export const commandEmpty: Words = { en: 'It is empty.', ja: 'コマンドが空です。' }

export const commandTooLong = (length: number, longestCommand: number): Words => ({
  en: `It has ${length} characters; ${longestCommand} are allowed.`,
  ja: `${length} 文字です（上限 ${longestCommand} 文字）。`,
})

export const characterNotSent = (index: number, code: string): Words => ({
  en: `Character ${index + 1} is U+${code.padStart(4, '0')}.`,
  ja: `${index + 1} 文字目が U+${code.padStart(4, '0')} です。`,
})

export const earlierCommand: Words = { en: 'an earlier command', ja: '以前のコマンド' }

export const notSentAtPrompt = (typed: string, { en, ja }: Words, text: string): Words => ({
  en: `${typed} was not sent: the modem waits for the text of ${en} (${text.trim()}).`,
  ja: `${typed} は送信していません（モデムは ${ja} の本文入力を待っています：${text.trim()}）。`,
})

export const noFinalResult = (shown: string, seconds: number): Words => ({
  en: `${shown}: no final result in ${seconds} s.`,
  ja: `${shown}：${seconds} 秒以内に最終結果がありません。`,
})

export const onlyEchoFor = (shown: string, seconds: number): Words => ({
  en: `${shown}: only its echo in ${seconds} s.`,
  ja: `${shown}：${seconds} 秒間、エコーのみ。`,
})

export const cameBackAs = (shown: string, cameBack: string): Words => ({
  en: `${shown} came back as ${cameBack}.`,
  ja: `${shown} が ${cameBack} として返ってきました。`,
})

export const arrivedBroken = (line: string): Words => ({
  en: `${line} arrived where a result was expected.`,
  ja: `結果の代わりに ${line} を受信しました。`,
})

export const silentFor = (shown: string, seconds: number): Words => ({
  en: `${shown}: nothing in ${seconds} s.`,
  ja: `${shown}：${seconds} 秒間、応答なし。`,
})

export const noTextGiven = (command: string): Words => ({
  en: `${command} asks for a text, and none was given; left with ESC, nothing was sent.`,
  ja: `${command} は本文の入力が必要ですが、指定されていません。ESC で抜け、何も送信していません。`,
})

export const laterAnsweredFirst = (shown: string): Words => ({
  en: `${shown}: a later command was answered first.`,
  ja: `${shown}：後のコマンドへの応答が先に届きました。`,
})

export const messageWithoutEnd: Words = {
  en: 'The message must end with 1A (Ctrl-Z).',
  ja: '本文の末尾には 1A（Ctrl-Z）が必要です。',
}

export const messageEndsEarly: Words = {
  en: 'The message holds 1A or 1B, which would end or cancel it.',
  ja: '本文に 1A または 1B が含まれています（送信の終了または取り消しになります）。',
}

export const promptOfEarlierProgram: Words = {
  en: 'The modem waited for the text of an earlier program; it was left with ESC, and nothing was sent.',
  ja: '以前のプログラムの本文入力待ちでした。ESC で抜けました（何も送信していません）。',
}

export const otherCountAnnounced = (
  command: undefined | string,
  octets: number,
  length: number,
): Words => ({
  en: `${command ?? 'The command'} announced ${octets} octets; there are ${length}.`,
  ja: `${command ?? 'コマンド'} では ${octets} オクテットと指定されていますが、入力は ${length} オクテットです。`,
})

export const secondPhaseMissing = (shown: string, prefix: string, seconds: number): Words => ({
  en: `${shown}: OK, but no ${prefix} in ${seconds} s.`,
  ja: `${shown}：OK の後、${seconds} 秒以内に ${prefix} が届きません。`,
})

export const noPrompt = (shown: string, final: string): Words => ({
  en: `${shown}: no prompt; then ${final}.`,
  ja: `${shown}：プロンプトが届かないまま ${final} で終わりました。`,
})

/** What is on or off. */
export const offOn: { readonly [value: string]: Words } = {
  0: { en: 'off', ja: 'オフ' },
  1: { en: 'on', ja: 'オン' },
}
