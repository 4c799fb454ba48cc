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
