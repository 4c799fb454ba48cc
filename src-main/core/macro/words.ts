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

export const noCommandBefore: Words = {
  en: '`payload` is the text of the command on the line before, and there is none',
  ja: 'payload は直前の行のコマンドの本文です。直前にコマンドがありません',
}

export const elseWithoutIf: Words = {
  en: '`else` belongs between `if` and its `end`',
  ja: 'else は if と end の間に書いてください',
}

export const elseTwice: Words = {
  en: 'this `if` has an `else` already',
  ja: 'この if には既に else があります',
}

export const endWithoutBlock: Words = {
  en: '`end` ends an `if` or a `repeat`, and none is open here',
  ja: 'end に対応する if または repeat がありません',
}

export const endMissing = (kind: 'if' | 'repeat'): Words => ({
  en: `this \`${kind}\` has no \`end\``,
  ja: `この ${kind} に対応する end がありません`,
})

export const factNotKnown = (line: number, fact: string): Words => ({
  en: `Line ${line} compares ${fact}, which the modem has not told: send the command that reads it before (such as AT+CPSI? or AT+CSQ), or ask \`if known ${fact}\` first.`,
  ja: `${line} 行目は ${fact} を比較しますが、モデムからまだ得られていません。読み取るコマンド（AT+CPSI? や AT+CSQ など）を先に送るか、if known ${fact} で確認してください。`,
})

export const noNumbers = (line: number, left: string, right: string): Words => ({
  en: `Line ${line} compares "${left}" and "${right}" by size; both must be numbers.`,
  ja: `${line} 行目は「${left}」と「${right}」の大小を比較します。どちらも数でなければなりません。`,
})

export const noValueYet = (line: number, name: string): Words => ({
  en: `Line ${line} uses {${name}}, which has no value yet: its capture or ask has not been carried out.`,
  ja: `${line} 行目の {${name}} にはまだ値がありません。capture または ask が実行されていません。`,
})

export const notCaptured = (line: number, pattern: string, lines: string): Words => ({
  en: `Line ${line}: no line fits ${pattern}; the last lines were: ${lines || 'nothing'}.`,
  ja: `${line} 行目：${pattern} に合う行がありません。直前の受信：${lines || 'なし'}。`,
})

export const neverHeld = (line: number, text: string, times: number): Words => ({
  en: `Line ${line}: after ${times} rounds this still does not hold: ${text}.`,
  ja: `${line} 行目：${times} 回繰り返しても条件が成り立ちません：${text}。`,
})

export const saidNo = (line: number, question: string): Words => ({
  en: `Line ${line}: the answer to "${question}" was no.`,
  ja: `${line} 行目：「${question}」の回答は「いいえ」でした。`,
})
