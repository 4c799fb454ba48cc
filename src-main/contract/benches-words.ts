import { faultRows } from '@core/fault'
import type { Words } from '@core/words'
import type { SeenBench, SeenSlot } from './benches'

export const benchStateWords: { readonly [state in SeenBench['state']]: Words } = {
  asking: { en: 'asking…', ja: '問い合わせ中…' },
  reached: { en: 'reached', ja: '接続済み' },
  unreachable: { en: 'not reached', ja: '接続できません' },
  refused: { en: 'token refused', ja: 'トークンが拒否されました' },
  untrusted: { en: 'certificate not compared', ja: '証明書が未確認です' },
  'no-token': { en: 'no token kept', ja: 'トークンが保存されていません' },
}
export const nothingOpen: Words = { en: 'no port open', ja: 'ポートは開いていません' }

const results: { readonly [result: string]: Words } = {
  connected: { en: 'Connected', ja: '接続しました' },
  cancelled: { en: 'Cancelled', ja: '中止しました' },
  failed: { en: 'Not connected', ja: '接続できませんでした' },
}

/** How a connection of a bench elsewhere ended last; null: there was none. What another version calls otherwise stays as it came. */
export function lastVerdictWords({ lastVerdict }: SeenSlot): Words | null {
  if (!lastVerdict) return null
  const { result, reason } = lastVerdict
  const known = Object.entries(faultRows).find(([code]) => code === reason)?.[1]
  return known?.meaning ?? results[result] ?? { en: result, ja: result }
}

/** What its radio is on: `KDDI  B18  -93 dBm`. */
export const radioText = ({ operator, access, band, measured: { rsrpDbm } }: SeenSlot): string =>
  [operator, band || access, rsrpDbm === undefined ? '' : `${rsrpDbm} dBm`]
    .filter((part) => part !== '')
    .join('  ')
