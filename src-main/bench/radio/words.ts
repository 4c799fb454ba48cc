import type { Words } from '@core/words'

export const backByItself = (list: Words): Words => ({
  en: `Radio settings were not kept and are back to what they were: ${list.en}`,
  ja: `無線設定が維持されなかったため、元に戻しました：${list.ja}`,
})
export const notBack = (why: Words): Words => ({
  en: `Radio settings could not go back by themselves: ${why.en}`,
  ja: `無線設定を自動で元に戻せませんでした：${why.ja}`,
})
export const radioWritten = (list: Words, seconds: number): Words => ({
  en: `Radio settings written; they go back in ${seconds} s unless they are kept: ${list.en}`,
  ja: `無線設定を書き込みました。維持しない場合は ${seconds} 秒後に元に戻ります：${list.ja}`,
})
export const radioKept: Words = {
  en: 'Radio settings are kept as they are now.',
  ja: '無線設定を現在の値のまま維持します。',
}
/** Without the old values on the disk there would be no way back. */
export const noWayBack = (why: Words): Words => ({
  en: `${why.en} Nothing was written to the modem, since its old settings could not be recorded.`.trim(),
  ja: `${why.ja}元の設定を記録できないため、モデムには何も書き込んでいません。`,
})
export const radioStaysOff = (why: Words): Words => ({
  en: `The radio is still off (AT+CFUN=1 turns it on): ${why.en}`,
  ja: `無線がオフのままです（AT+CFUN=1 でオンになります）：${why.ja}`,
})
export const cannotGoBack = (title: Words): Words => ({
  en: `${title.en}: the old value is not told, so that the undo cannot bring it back.`,
  ja: `${title.ja}：元の値が不明のため、「元に戻す」では復元できません。`,
})
export const noSuchItem = (id: string, known: string): Words => ({
  en: `Asked for ${id}; this modem has ${known || 'none'}.`,
  ja: `指定は ${id}、このモデムで変更できるのは ${known || 'なし'} です。`,
})
export const noSuchOption = (title: Words, asked: string, known: Words): Words => ({
  en: `${title.en}: asked for ${asked || 'none'}; expected ${known.en}.`,
  ja: `${title.ja}：指定は ${asked || 'なし'}、指定できる値：${known.ja}。`,
})
export const anOperator: Words = {
  en: 'auto, off, or MCC and MNC such as 44010',
  ja: 'auto、off、または MCC と MNC（44010 など）',
}
export const aCell: Words = {
  en: 'none, or an EARFCN (0–262143) and a physical cell (0–503) such as 1850,214',
  ja: 'none、または EARFCN（0～262143）と物理セル ID（0～503）。例：1850,214',
}
export const psmForm: Words = {
  en: 'off, on, or T3412 and T3324 such as 1h,30s (or in seconds: 3600,30)',
  ja: 'off、on、または T3412 と T3324（1h,30s など。秒数なら 3600,30）',
}
/** Values of the timers that are next to those asked for; an empty list: that timer can be had. */
export function timersThatAre(taus: readonly number[], actives: readonly number[]): Words {
  const said = (name: string, list: readonly number[], or: string) =>
    list.length > 0 ? [`${name}=${list.map((one) => shortest(one)).join(or)}`] : []
  return {
    en: [...said('T3412', taus, ' or '), ...said('T3324', actives, ' or ')].join(', '),
    ja: [...said('T3412', taus, ' / '), ...said('T3324', actives, ' / ')].join('、'),
  }
}
/** As it may be typed: `2h`, `90min`, `45s`. */
const shortest = (seconds: number) =>
  seconds > 0 && seconds % 3600 === 0
    ? `${seconds / 3600}h`
    : seconds > 0 && seconds % 60 === 0
      ? `${seconds / 60}min`
      : `${seconds}s`

export const aBand: Words = { en: 'at least one band', ja: '1 つ以上のバンド' }
export const callRuns: Words = { en: 'a call runs on this modem', ja: '通信中です' }
export const fits: Words = {
  en: 'a value that fits into the shape that was read',
  ja: '読み取った形式に収まる値',
}
