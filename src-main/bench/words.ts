import { durationText } from '@core/duration'
import type { Words } from '@core/words'

export const unknown: Words = { en: 'not known', ja: '不明' }

export const begins: Words = {
  en: 'The computer goes to sleep: what the modem says from here on is not received.',
  ja: 'コンピューターがスリープに入ります。ここから先は受信できません。',
}

export const awakeAgain: Words = {
  en: 'The computer is awake again: what the modem said meanwhile is missing here.',
  ja: 'コンピューターがスリープから復帰しました。この間の受信はありません。',
}

export const sleptFor = (ms: number): Words => ({
  en: `The computer slept for ${durationText(ms, 'en')}: what the modem said meanwhile is missing here.`,
  ja: `コンピューターが ${durationText(ms, 'ja')}スリープしていました。この間の受信はありません。`,
})

/** `own`: this program was busy itself; otherwise the computer gave it no turn. `calls` were under way meanwhile. */
export function noTurn(ms: number, own: boolean, calls: readonly string[]): Words {
  const seconds = (ms / 1000).toFixed(1)
  const names = calls.length === 0 ? '' : ` (${calls.join(', ')})`
  return {
    en: `Modem Bench had no turn for ${seconds} s: ${own ? `it was busy itself${names}` : `the computer gave it none${names}`}. What came meanwhile stands here with the time it was read.`,
    ja: `Modem Bench は ${seconds} 秒間処理を進められませんでした（${own ? 'Modem Bench 自身の処理' : 'コンピューターの高負荷または停止'}${calls.length === 0 ? '' : `：${calls.join('、')}`}）。その間に届いたデータの時刻は、読み取った時刻です。`,
  }
}
