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
  ja: 'この if にはすでに else があります',
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

export const noCondition = (text: string): Words => ({
  en: `"${text}": expected a comparison such as rsrp < -110 or {count} = 3, answer PATTERN, ok, or known rsrp; before each of them "not"`,
  ja: `「${text}」：rsrp < -110 や {count} = 3 のような比較、answer パターン、ok、known rsrp のいずれかで書いてください（前に not を付けられます）`,
})

export const noCommand: Words = {
  en: 'there is no command in it',
  ja: 'コマンドが 1 つもありません',
}

export const nothingToRepeat: Words = {
  en: '`every` repeats the command before it, and there is none',
  ja: 'every で繰り返すコマンドが前にありません',
}

export const noValue = (name: string): Words => ({
  en: `{${name}} has no value; add a line: set ${name} …`,
  ja: `{${name}} の値がありません。set ${name} … の行を追加してください`,
})

export const sendNeedsText: Words = {
  en: '`send` needs a text',
  ja: 'send の後に送る文字列が必要です',
}

export const payloadNeedsText: Words = {
  en: '`payload` needs a text',
  ja: 'payload の後に本文が必要です',
}

export const unknownLine = (text: string): Words => ({
  en: `"${text}": expected an AT command, payload, wait, expect, set, send, if, else, repeat, end, capture, ask, beep, slot, on error, or a # comment`,
  ja: `「${text}」：AT コマンド、payload、wait、expect、set、send、if、else、repeat、end、capture、ask、beep、slot、on error、# コメントのいずれかで書いてください`,
})

export const commandTooLong = (most: number): Words => ({
  en: `the command is longer than ${most} characters`,
  ja: `コマンドが ${most} 文字を超えています`,
})

export const noTime = (text: string): Words => ({
  en: `wait "${text}": expected a time such as 2s, 500ms or 1min, at most one hour`,
  ja: `wait「${text}」：2s、500ms、1min のように書いてください（最長 1 時間）`,
})

export const expectNeedsLine: Words = {
  en: '`expect` needs the line that is expected, such as +CEREG: 0,[15]',
  ja: 'expect の後に期待する行が必要です（例：+CEREG: 0,[15]）',
}

export const noTimes: Words = {
  en: 'expected times such as `within 60s every 2s`, at most one hour',
  ja: 'within 60s every 2s のように書いてください（最長 1 時間）',
}

export const everyNeedsWithin: Words = {
  en: '`every` needs `within`, too',
  ja: 'every には within も必要です',
}

export const noPattern = (pattern: string, why: Words): Words => ({
  en: `"${pattern}" is no pattern: ${why.en}`,
  ja: `「${pattern}」はパターンとして使えません（${why.ja}）`,
})

export const setNeedsName: Words = {
  en: '`set` needs a name in lower-case letters and a value: set apn soracom.io',
  ja: 'set には小文字の名前と値が必要です（例：set apn soracom.io）',
}

export const standsAlone = (word: string): Words => ({
  en: `\`${word}\` stands alone on its line`,
  ja: `${word} は 1 行に単独で書いてください`,
})

export const repeatNeedsTimes = (most: number): Words => ({
  en: `expected \`repeat 10 times\` or \`repeat until CONDITION at most 10 times\`, 1 to ${most}`,
  ja: `repeat 10 times または repeat until 条件 at most 10 times のように書いてください（1～${most} 回）`,
})

export const captureNeedsGroup: Words = {
  en: '`capture` needs a name and a regular expression with a group around the value: capture level /\\+CSQ: (\\d+)/',
  ja: 'capture には小文字の名前と、値をグループで囲んだ正規表現が必要です（例：capture level /\\+CSQ: (\\d+)/）',
}

export const askNeedsQuestion = (most: number): Words => ({
  en: `\`ask\` needs a question that is answered yes or no, of at most ${most} characters: ask Is the LED green?`,
  ja: `ask には「はい」「いいえ」で答えられる質問が必要です（${most} 文字まで。例：ask LED は緑ですか？）`,
})

export const slotNeedsName: Words = {
  en: 'expected `slot a` or `slot b`',
  ja: 'slot a または slot b と書いてください',
}

export const onErrorNeedsWay: Words = {
  en: 'expected `on error stop` or `on error continue`',
  ja: 'on error stop または on error continue と書いてください',
}

export const noJoinedConditions = (text: string): Words => ({
  en: `"${text}": conditions cannot be joined; put one \`if\` inside the other, or write them one after the other`,
  ja: `「${text}」：条件を and や or でつなぐことはできません。if の中に if を書くか、順に並べてください`,
})
