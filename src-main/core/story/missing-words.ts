import type { Words } from '../words'

export const beginsInside = (line: string): Words => ({
  en: `It begins in the middle of an exchange: what was before ${line} is not in it.`,
  ja: `やり取りの途中から始まっています。${line} より前の記録はありません。`,
})

export const endsBefore = (command: string): Words => ({
  en: `It ends before the result of ${command}.`,
  ja: `${command} の結果より前で終わっています。`,
})

export const twoModems = (command: string, one: string, other: string): Words => ({
  en: `Two modems answer in it: to ${command} came ${one} and ${other}. Nothing says of which a line is, so that they are told as one; with the name of its port before each line, each is told by itself.`,
  ja: `2 台のモデムの応答が混在しています（${command} への応答：${one} と ${other}）。どちらの行かを区別できないため、1 台として扱っています。各行の先頭にポート名があれば、モデムごとに表示できます。`,
})
