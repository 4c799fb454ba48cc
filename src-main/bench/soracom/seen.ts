import type {
  SoracomCapture,
  SoracomEvent,
  SoracomPing,
  SoracomPortMapping,
  SoracomSim,
  SoracomUsage,
} from '@core/soracom/platform'
import type { z } from 'zod'
import type {
  airStatsAnswer,
  captureAnswer,
  EventAnswer,
  pingAnswer,
  portMappingAnswer,
  SimAnswer,
} from './answers'

/** A clock that is off by less is not off: the header it is read from has whole seconds. */
const clockIsRightMs = 1000
const kept = 100

export function simOf(answer: SimAnswer): SoracomSim {
  const session = answer.sessionStatus
  const [profile] = Object.values(answer.profiles ?? {})
  return {
    simId: answer.simId,
    imsi: session?.imsi ?? profile?.primaryImsi ?? firstOf(profile?.subscribers),
    status: answer.status ?? null,
    name: answer.tags?.['name'] ?? null,
    groupId: answer.groupId ?? null,
    groupName: null,
    speedClass: answer.speedClass ?? null,
    subscription: session?.subscription ?? null,
    online: session?.online ?? null,
    address: session?.ueIpAddress ?? null,
    imei: session?.imei ?? null,
    imeiLock: answer.imeiLock?.imei ?? null,
    radio: session?.cell?.radioType ?? null,
  }
}
const firstOf = (subscribers: object | null | undefined): string | null =>
  Object.keys(subscribers ?? {})[0] ?? null

/** Whether a SIM of the platform has this number; a modem may tell the ICCID with its check digit, or without. */
export function isSim({ simId, profiles }: SimAnswer, { iccid, imsi }: SimNumbers): boolean {
  const rows = Object.entries(profiles ?? {})
  const iccids = [simId, ...rows.map(([key, row]) => row.iccid ?? key)]
  if (iccid !== undefined && iccids.some((one) => sameIccid(one, iccid))) return true
  return rows.some(([, row]) => imsi !== undefined && Object.hasOwn(row.subscribers ?? {}, imsi))
}
export interface SimNumbers {
  readonly iccid?: string | undefined
  readonly imsi?: string | undefined
}
/** ITU-T E.118: 19 digits with the check digit; some cards have 20, and modems fill up with F. */
const sameIccid = (one: string, other: string): boolean =>
  one === other ||
  (Math.abs(one.length - other.length) === 1 &&
    one.length >= 18 &&
    other.length >= 18 &&
    (one.startsWith(other) || other.startsWith(one)))

/** Newest first, their times by this computer's clock. */
export function eventsOf(
  answers: readonly EventAnswer[],
  aheadMs: number | null,
): readonly SoracomEvent[] {
  const off = aheadMs !== null && Math.abs(aheadMs) >= clockIsRightMs ? aheadMs : 0
  return answers
    .flatMap(({ event, time, apn, ueIpAddress, cell }) =>
      event && typeof time === 'number'
        ? [
            {
              atMs: time - off,
              event,
              apn: apn ?? null,
              address: ueIpAddress ?? null,
              radio: cell?.radioType ?? null,
            },
          ]
        : [],
    )
    .toSorted((one, other) => other.atMs - one.atMs)
    .slice(0, kept)
}

/** All speed classes together. */
export function usageOf(
  answers: readonly z.output<typeof airStatsAnswer>[],
): readonly SoracomUsage[] {
  return answers
    .flatMap(({ unixtime, dataTrafficStatsMap }) => {
      if (typeof unixtime !== 'number') return []
      const classes = Object.values(dataTrafficStatsMap ?? {})
      const sum = (key: 'uploadByteSizeTotal' | 'downloadByteSizeTotal') =>
        classes.reduce((all, one) => all + (one[key] ?? 0), 0)
      return [
        {
          atMs: unixtime * 1000,
          uplink: sum('uploadByteSizeTotal'),
          downlink: sum('downloadByteSizeTotal'),
        },
      ]
    })
    .toSorted((one, other) => one.atMs - other.atMs)
}

export const pingOf = ({ success, rtt, stat }: z.output<typeof pingAnswer>): SoracomPing => ({
  success: success === true,
  rtt: rtt ?? '',
  stat: stat ?? '',
})

export const portMappingOf = (row: z.output<typeof portMappingAnswer>): SoracomPortMapping => ({
  endpoint: row.endpoint ?? '',
  devicePort: row.destination?.port ?? null,
  duration: row.duration ?? null,
  tls: row.tlsRequired === true,
  ipRanges: row.source?.ipRanges ?? [],
})

export const captureOf = (row: z.output<typeof captureAnswer>): SoracomCapture => ({
  sessionId: row.sessionId ?? '',
  status: row.status ?? '',
  duration: row.duration ?? null,
  failedReason: row.failedReason ?? null,
  url: row.url ?? null,
})
