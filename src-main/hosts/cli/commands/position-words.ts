import { harmless } from '@contract'
import type { GnssSystem, Language, PositionState, Words } from '@contract'

/** The receiver and how it was started. */
export function stateText(state: PositionState, was: boolean | null, lang: Language): string {
  const { family, started, assisted } = state
  const words = said[lang]
  const kind = started?.kind ?? null
  const how = was === true && !started ? words.wasOn : words.on
  const lines = [
    family ? `GNSS: ${family.name} ${how}${kind ? words.kind(kind) : ''}` : words.unknown,
    ...(assisted ? [assisted[lang]] : []),
  ]
  return harmless(lines.join('\n'))
}

/** One position in one line; the first one with the time it took. */
export function foundText(state: PositionState, lang: Language): string {
  const { position, started } = state
  if (!position) return ''
  const words = said[lang]
  const { latitude, longitude, altitudeM, speedKmh, hdop, pdop, vdop, used, utc, fix } = position
  const first = started?.firstFixMs
  const took = first !== null && first !== undefined && state.track.points <= 1
  const parts = [
    utc ?? '',
    `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`,
    altitudeM === null ? '' : `${altitudeM} m`,
    fix === null ? '' : `${fix}D`,
    speedKmh === null ? '' : `${speedKmh.toFixed(1)} km/h`,
    hdop === null ? '' : `HDOP ${hdop}`,
    pdop === null ? '' : `PDOP ${pdop}`,
    vdop === null ? '' : `VDOP ${vdop}`,
    used === null ? heardText(state) : words.used(used),
  ]
  const line = parts.filter((part) => part !== '').join('  ')
  return harmless(took ? `${words.first((first / 1000).toFixed(1))}\n${line}` : line)
}

/** `GPS 7, Galileo 3`: those that are heard. */
function heardText({ satellites }: PositionState): string {
  const counts = new Map<GnssSystem, number>()
  for (const { system, cn0 } of satellites)
    if (cn0 !== null) counts.set(system, (counts.get(system) ?? 0) + 1)
  return [...counts].map(([system, count]) => `${system} ${count}`).join(', ')
}

/** How it stands without a position: what is heard of the sky decides what to do. */
export function noteOf(state: PositionState, passedMs: number): Words {
  const seconds = Math.round(passedMs / 1000)
  const heard = state.satellites.flatMap(({ cn0 }) => cn0 ?? [])
  const best = Math.max(0, ...heard)
  if (!state.satellitesKnown)
    return {
      en: `no position after ${seconds} s; the modem does not tell of satellites (an NMEA port would)`,
      ja: `${seconds} 秒経過、未測位です。衛星の情報は得られません（NMEA ポートがあれば読めます）`,
    }
  return heard.length === 0
    ? {
        en: `no position after ${seconds} s; no satellite is heard`,
        ja: `${seconds} 秒経過、未測位です。衛星は 1 機も受信できません`,
      }
    : {
        en: `no position after ${seconds} s; satellites heard: ${heard.length}, best C/N0 ${best} dB-Hz`,
        ja: `${seconds} 秒経過、未測位です。受信中の衛星：${heard.length} 機、最大 C/N0：${best} dB-Hz`,
      }
}

export const turnedOff: Words = {
  en: 'GNSS is off again, as it was found.',
  ja: 'GNSS を元どおりオフにしました。',
}

export const mayBeOn: Words = {
  en: 'GNSS was off before and may be on now: turn it off on the page Position once the modem answers again.',
  ja: 'GNSS は元はオフでしたが、オンのままの可能性があります。モデムが応答するようになったら、位置ページでオフにしてください。',
}

export function trackSaid(
  path: string,
  { points, metres }: PositionState['track'],
  showPlaces: boolean,
): Words {
  const places = showPlaces
    ? { en: 'it shows where the modem was', ja: '実際の位置を含みます' }
    : {
        en: 'it begins at 0° 0′; --show-places writes where it was',
        ja: '始点を 0° 0′ に移しています。実際の位置は --show-places で書き出せます',
      }
  return {
    en: `${path}: points ${points}, ${metres} m; ${places.en}.`,
    ja: `${path}：${points} 点、${metres} m。${places.ja}。`,
  }
}

export const noSuchTrack = (path: string): Words => ({
  en: `--track ${path}: expected a name that ends with .gpx or .geojson.`,
  ja: `--track ${path}：末尾が .gpx か .geojson のファイル名を指定してください。`,
})
export const noSuchTime = (text: string): Words => ({
  en: `--for ${text}: expected a time such as 90s, 5m or 1h, of a day at most.`,
  ja: `--for ${text}：90s、5m、1h のように、1 日以内の時間を指定してください。`,
})

const said = {
  en: {
    on: 'on',
    wasOn: 'was on already',
    kind: (kind: string) => `, ${kind} start`,
    unknown: 'GNSS: the commands of this modem are not known; its NMEA port alone is read',
    first: (seconds: string) => `first position after ${seconds} s`,
    used: (count: number) => `satellites used: ${count}`,
  },
  ja: {
    on: 'オン',
    wasOn: '（起動済み）',
    kind: (kind: string) =>
      `、${{ cold: 'コールド', warm: 'ウォーム', hot: 'ホット' }[kind] ?? kind}スタート`,
    unknown: 'GNSS：このモデムのコマンドは登録されていないため、NMEA ポートだけを読み取ります',
    first: (seconds: string) => `初回測位まで ${seconds} 秒`,
    used: (count: number) => `使用衛星 ${count} 機`,
  },
} as const
