import type { Words } from '../words'

/** What was odd about the encoding of a text that was read. */
export const encodingNotices = {
  mixed: {
    en: 'Part of it is in another encoding or binary; those lines are shown octet by octet.',
    ja: '一部が別の文字コードまたはバイナリーです。その行はオクテット単位で表示しています。',
  },
  lines: {
    en: 'Some lines are in Shift_JIS, unlike the rest: each was read in its own encoding.',
    ja: '一部の行だけが Shift_JIS です。行ごとに文字コードを判定して読み取りました。',
  },
  cut: {
    en: 'It ends in the middle of a character: the file is not whole.',
    ja: '文字の途中で終わっています。ファイルが欠けている可能性があります。',
  },
  packed: {
    en: 'The packed file was cut off or is damaged: what came later is not in it.',
    ja: '圧縮ファイルが途中で切れているか、破損しています。これより後の記録はありません。',
  },
} satisfies { readonly [notice: string]: Words }

export type DecodingNotice = keyof typeof encodingNotices
