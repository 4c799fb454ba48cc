import type { Words } from '@core/words'

export const removed = (count: number): Words => ({
  en: `${count} journals beyond the limits were removed.`,
  ja: `上限を超えたジャーナル ${count} 件を削除しました。`,
})

export const packed = (count: number): Words => ({
  en: `${count} closed journals were packed.`,
  ja: `書き込みの終わったジャーナル ${count} 件を圧縮しました。`,
})

export const upkeepFailed = (why: Words): Words => ({
  en: `Old journals could not be looked after: ${why.en}`,
  ja: `古いジャーナルを整理できませんでした：${why.ja}`,
})

export const noJournalCare: Words = {
  en: 'This bench keeps no journals of its own.',
  ja: 'このベンチはジャーナルを保存していません。',
}
