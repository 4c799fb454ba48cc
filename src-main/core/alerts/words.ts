import { durationText } from '../duration'
import { quoted, spaced, type Language, type Words } from '../words'
import type { AlertCondition, AlertState, AlertValue } from './alert'

/** What a value is called, and its unit. */
export const alertValueNames: { readonly [value in AlertValue]: readonly [Words, unit: string] } = {
  rsrp_dbm: [{ en: 'RSRP', ja: 'RSRP' }, 'dBm'],
  rsrq_db: [{ en: 'RSRQ', ja: 'RSRQ' }, 'dB'],
  sinr_db: [{ en: 'SINR', ja: 'SINR' }, 'dB'],
  rssi_dbm: [{ en: 'RSSI (+CSQ)', ja: 'RSSI（+CSQ）' }, 'dBm'],
  rscp_dbm: [{ en: 'RSCP', ja: 'RSCP' }, 'dBm'],
  ecio_db: [{ en: 'Ec/Io', ja: 'Ec/Io' }, 'dB'],
  temperature_celsius: [{ en: 'temperature', ja: '温度' }, '°C'],
  supply_volts: [{ en: 'supply voltage', ja: '電源電圧' }, 'V'],
  ping_seconds: [{ en: 'round trip of a ping', ja: 'ping の往復時間' }, 's'],
  ping_loss_percent: [{ en: 'loss of the last 20 pings', ja: '直近 20 回の ping の損失率' }, '%'],
}

export const alertStateNames: { readonly [state in AlertState]: Words } = {
  'link-lost': { en: 'connection lost', ja: '接続が切れた' },
  'not-registered': { en: 'not registered', ja: 'ネットワーク未登録' },
  'sim-missing': { en: 'SIM missing', ja: 'SIM なし' },
  'port-gone': { en: 'port gone', ja: 'ポートが消えた' },
  unresponsive: { en: 'modem does not answer', ja: 'モデムが応答しない' },
}

/** The condition as a person says it: `RSRP below -110 dBm for 30 s`. */
export function conditionWords(when: AlertCondition): Words {
  switch (when.kind) {
    case 'pattern':
      return {
        en: `a row of the log fits ${when.pattern}`,
        ja: `ログの行が ${when.pattern} に一致`,
      }
    case 'value': {
      const [name, unit] = alertValueNames[when.value]
      const limit = quoted(`${when.limit} ${unit}`)
      return lasting(when.forMs, {
        en: `${name.en} ${when.side} ${limit}`,
        ja: `${spaced(name.ja)}が ${limit} ${when.side === 'below' ? 'を下回る' : 'を上回る'}`,
      })
    }
    case 'state':
      return lasting(when.forMs, alertStateNames[when.state])
    case 'mode':
      return lasting(when.forMs, { en: `mode is ${when.mode}`, ja: `モードが ${when.mode}` })
  }
}

function lasting(forMs: number, what: Words): Words {
  if (forMs === 0) return what
  // A person has typed whole seconds.
  const time = (language: Language) => durationText(forMs, language).replace('.0 ', ' ')
  return {
    en: `${what.en} for ${time('en')}`,
    ja: `${what.ja}（${time('ja')}継続）`,
  }
}

const missedWords = (missed: number): Words =>
  missed === 0
    ? { en: '', ja: '' }
    : {
        en: ` It happened ${missed} more times since the last notice.`,
        ja: `前回の通知の後にも ${missed} 回発生しました。`,
      }

export function alertRaised(name: string, what: Words, missed: number): Words {
  const more = missedWords(missed)
  return {
    en: `Alert "${name}": ${what.en}.${more.en}`,
    ja: `アラート「${name}」：${what.ja}。${more.ja}`,
  }
}
export const alertCleared = (name: string): Words => ({
  en: `Alert "${name}" is over.`,
  ja: `アラート「${name}」は解消しました。`,
})
export const alertSeen = (name: string): Words => ({
  en: `Alert "${name}" was dismissed by hand.`,
  ja: `アラート「${name}」を手動で消しました。`,
})
/** A row that fitted, as it stands in the log. */
export const rowFitted = (text: string, what: Words): Words => ({
  en: `${text} (${what.en})`,
  ja: `${text}（${what.ja}）`,
})
