import type { Words } from '../words'

export const macroTooLong = (length: number, longestMacro: number): Words => ({
  en: `It has ${length} characters; ${longestMacro} are allowed.`,
  ja: `${length} 文字です（上限 ${longestMacro} 文字）。`,
})

export const ofLine = (line: number, { en, ja }: Words): Words => ({
  en: `line ${line}: ${en}`,
  ja: `${line} 行目：${ja}`,
})

export const andMore = (more: number): Words => ({ en: `and ${more} more`, ja: `ほか ${more} 件` })

export const unclosed: Words = {
  en: '[ without characters and ]',
  ja: '[ の後に文字と ] がありません',
}

export const within = (seconds: number): Words => ({
  en: ` within ${seconds} s`,
  ja: `（${seconds} 秒以内）`,
})

export const expectedInVain = (
  line: number,
  wanted: string,
  time: Words,
  lines: string,
): Words => ({
  en: `Line ${line} expected ${wanted}${time.en}; the last lines were: ${lines || 'nothing'}.`,
  ja: `${line} 行目は ${wanted} を待っていました${time.ja}。直前の受信：${lines || 'なし'}。`,
})

export const noPatternWhenFilled = (line: number, { en, ja }: Words): Words => ({
  en: `Line ${line}: this is no pattern once its variables are filled in: ${en}.`,
  ja: `${line} 行目：変数を入れるとパターンとして使えません（${ja}）。`,
})

export const answeredWith = (line: number, command: string, final: string): Words => ({
  en: `Line ${line}: ${command} was answered ${final}.`,
  ja: `${line} 行目：${command} の応答は ${final} でした。`,
})
