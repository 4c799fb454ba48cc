import { numberOf, unknownPosition, type GnssPosition } from '@core/gnss/position'
import type { Words } from '@core/words'
import { fieldsOf, onBy, withLetter } from './fields'

export const isNordic = (identity: string): boolean => /nordic|nrf91|mfw_nrf/i.test(identity)

/** `#XGPS: 35.457576,139.625090,121.473785,22.199919,0.442868,0.000000,"2021-06-02 05:21:31"`: speed in m/s. */
export const positionBehind =
  (prefix: string) =>
  (line: string): GnssPosition | undefined => {
    const f = fieldsOf([line], prefix)
    const [latitude, longitude] = [withLetter(f?.[0], 'latitude'), withLetter(f?.[1], 'longitude')]
    if (!f || f.length < 7 || latitude === null || longitude === null) return undefined
    const speed = numberOf(f[4])
    const utc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(f[6] ?? '') ? f[6] : undefined
    return {
      ...unknownPosition,
      latitude,
      longitude,
      altitudeM: numberOf(f[2]),
      speedKmh: speed === null ? null : Math.round(speed * 360) / 100,
      course: numberOf(f[5]),
      utc: utc === undefined ? null : `${utc.replace(' ', 'T')}.000Z`,
    }
  }

/** `<gnss_service>,<gnss_status>`: allowed by the system mode; running. */
export const runsBy = (prefix: string) => (lines: readonly string[]) => {
  const status = numberOf(fieldsOf(lines, prefix)?.[1])
  return status === null ? onBy(prefix)(lines) : status > 0
}

/** The receiver has to be among the systems of the modem. */
export const needsSystem: Words = {
  en: 'It is turned on only where the receiver is among the systems of the modem: AT+CFUN=4, AT%XSYSTEMMODE=1,0,1,0 and AT+CFUN=1. If AT%XSYSTEMMODE is refused, this module or its firmware has no GNSS, and nothing turns it on.',
  ja: '受信機がモデムのシステムに含まれている場合のみオンにできます：AT+CFUN=4、AT%XSYSTEMMODE=1,0,1,0、AT+CFUN=1 の順に送信してください。AT%XSYSTEMMODE が拒否される場合、このモジュールまたはファームウェアは GNSS に対応しておらず、オンにする方法はありません。',
}
