import type { Words } from './words'

export const lookAround = (sign: string): Words => ({
  en: `look-ahead and look-behind, ${sign}…), are not available here; name what may stand there instead, such as [^9]`,
  ja: `先読み・後読み ${sign}…) は使えません。[^9] のように、その位置に来る文字を指定してください`,
})

export const backReference = (sign: string): Words => ({
  en: `back-references, ${sign}, are not available here; write out what is to be repeated`,
  ja: `後方参照 ${sign} は使えません。繰り返す内容をそのまま書いてください`,
})

export const unknownFlag = (flag: string): Words => ({
  en: `there is no flag "${flag}"; i, m and s can be used`,
  ja: `フラグ「${flag}」はありません。使えるのは i、m、s です`,
})

export const tooMuchTyped = (characters: number, most: number): Words => ({
  en: `it has ${characters} characters; ${most} are the most`,
  ja: `${characters} 文字あります。最大 ${most} 文字です`,
})

export const tooLong: Words = {
  en: 'it is too large; use fewer or smaller repetitions such as {100}',
  ja: '大きすぎます。{100} のような繰り返しの数や回数を減らしてください',
}

const reasons: readonly (readonly [start: string, ja: string])[] = [
  ['missing closing )', '閉じかっこ ) がありません'],
  ['unexpected )', '対応する ( がない ) があります'],
  ['missing closing ]', '閉じかっこ ] がありません'],
  ['invalid character class range', '文字範囲の順序が正しくありません'],
  ['invalid escape sequence', '使えないエスケープです'],
  ['missing argument to repetition operator', '繰り返しの対象がありません'],
  ['invalid nested repetition operator', '繰り返しの記号が重なっています'],
  ['invalid repeat count', '繰り返しの回数が大きすぎます'],
  ['trailing backslash', '末尾の \\ の後に文字がありません'],
  ['invalid named capture', '名前付きグループの書き方が正しくありません'],
  ['invalid or unsupported Perl syntax', '使えない書き方です'],
  ['expression nests too deeply', 'かっこの入れ子が深すぎます'],
]

/** What the engine says of an expression, in Japanese where its beginning is known. */
export function japanese(why: string): string {
  const known = reasons.find(([start]) => why.startsWith(start))
  if (!known) return why
  const [start, ja] = known
  return `${ja}${why.slice(start.length).replace(/^: /, '：')}`
}
