import { trafficKindNames, type TrafficKind } from '@contract'

/** What was typed of a day's traffic and its tariff. */
export interface DayForm {
  traffic: { kind: TrafficKind; minutes: number; contentBytes: number }[]
  pricePerMb: number
  unitBytes: number
  pricePerMonth: number
  currency: string
}

/** What was kept; what is not understood of it is as at the first time. */
export function dayForm(kept: string | null): DayForm {
  const found = parsed(kept)
  const number = (name: string, otherwise: number) => {
    const value = found[name]
    return typeof value === 'number' && value >= 0 ? value : otherwise
  }
  const traffic = Array.isArray(found['traffic']) ? found['traffic'].flatMap(rowOf) : []
  const { currency } = found
  return {
    traffic:
      traffic.length > 0
        ? traffic
        : [
            { kind: 'mqtts-ping', minutes: 1, contentBytes: 0 },
            { kind: 'https', minutes: 10, contentBytes: 200 },
          ],
    pricePerMb: number('pricePerMb', 0),
    unitBytes: Math.max(1, number('unitBytes', 1)),
    pricePerMonth: number('pricePerMonth', 0),
    currency: typeof currency === 'string' ? currency.slice(0, 12) : 'JPY',
  }
}

function rowOf(one: unknown): DayForm['traffic'] {
  if (typeof one !== 'object' || one === null) return []
  const { kind, minutes, contentBytes } = one as Record<string, unknown>
  const known = trafficKindNames.find((name) => name === kind)
  if (!known || typeof minutes !== 'number' || typeof contentBytes !== 'number') return []
  return [{ kind: known, minutes, contentBytes }]
}

function parsed(kept: string | null): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(kept ?? '{}')
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    // A spoilt entry is replaced at the next change.
    return {}
  }
}
