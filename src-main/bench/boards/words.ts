import { mistakeWords, type BoardMistake } from '@core/power/board-mistake'
import type { Words } from '@core/words'

export const gpioAdapterOpened = (id: string, name: string): Words => ({
  en: `GPIO adapter ${id} opened for ${name}`,
  ja: `${name} 用に GPIO アダプター ${id} を開きました`,
})

export const ofLine = (line: number): Words => ({ en: `line ${line}`, ja: `${line} 行目` })

export const wholeFile: Words = { en: 'the file', ja: 'ファイル全体' }

export const noBoard = (id: string, ids: string): Words => ({
  en: `There is no board "${id}"; there are ${ids}.`,
  ja: `ボード「${id}」はありません。使用できるボード：${ids}。`,
})

export const idOfCatalogue = (id: string): Words => ({
  en: `id: ${id} is a board of the catalogue; give yours another id.`,
  ja: `id: ${id} はカタログのボードです。別の id を指定してください。`,
})

export const boardInUse = (name: string): Words => ({
  en: `Slot ${name.toUpperCase()} uses this board; choose another one there first.`,
  ja: `スロット ${name.toUpperCase()} がこのボードを使用中です。先に別のボードを選択してください。`,
})

/** Each with its id and what is wrong with it. */
export function boardsNotUsed(
  boards: readonly (readonly [id: string, mistakes: readonly BoardMistake[]])[],
): Words {
  const told = boards.map(([id, mistakes]) => ({ id, ...mistakeWords(mistakes) }))
  return {
    en: `Boards of your own that cannot be used, and stay in settings.json as they are: ${told.map(({ id, en }) => `${id} (${en})`).join(', ')}`,
    ja: `使用できないユーザー定義のボードがあります（settings.json にはそのまま残ります）：${told.map(({ id, ja }) => `${id}（${ja}）`).join('、')}`,
  }
}

/** `why`: sentences. */
export const boardNotChosen = (name: string, why: Words): Words => ({
  en: `Slot ${name.toUpperCase()} has no board now; the one of the last time cannot be used. ${why.en}`,
  ja: `前回のボードを使用できないため、スロット ${name.toUpperCase()} にはボードがありません。${why.ja}`,
})
