import type { Words } from '../words'

/** A journal that was cut off, as by a full disk or a copy that was stopped. */
export const journalCut = (octets: number): Words => ({
  en: `The journal ends here in the middle of a record, of which ${counted(octets)} are left: it was cut off, and what came later is not in it.`,
  ja: `ジャーナルはここで、レコードの途中（残り ${octets} オクテット）で切れています。これより後の記録はありません。`,
})

export const journalGap = (octets: number): Words => ({
  en: `Before this line ${counted(octets)} of the journal cannot be read: something is missing here.`,
  ja: `この行の前の ${octets} オクテットを読み取れません。ここに記録の欠落があります。`,
})

export const packedCut: Words = {
  en: 'The packed file ends here: it was cut off or is damaged, and what came later is not in it.',
  ja: '圧縮ファイルがここで途切れているか、破損しています。これより後の記録はありません。',
}

export const exportCut: Words = {
  en: 'The log ends here in the middle of a line: it was cut off, and what came later is not in it.',
  ja: 'ログはここで、行の途中で切れています。これより後の記録はありません。',
}

/** Whether a note of ours says so; it is read back as it was written, in either language. */
export const saysCut = (text: string): boolean =>
  /^(?:The (?:journal|packed file|log) ends here\b|Before this line \d[\d,]* octets? of the journal|(?:ジャーナル|ログ)はここで|圧縮ファイルがここで|この行の前の \d+ オクテット)/.test(
    text,
  )

/** Whether a divider of ours says that a port ended by itself (bench/slot/words.ts). */
export const saysGone = (text: string): boolean =>
  /^\S+ (?:(?:vanished|ended)\b|が(?:見えなくなりました|終了しました))/.test(text)

const counted = (octets: number) => (octets === 1 ? '1 octet' : `${octets} octets`)
