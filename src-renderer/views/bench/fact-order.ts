import type { KnownFact } from '@contract'

/** The place of each fact within its group, whichever was read first. */
const order = [
  'manufacturer',
  'model',
  'revision',
  'imei',
  'sim',
  'imsi',
  'iccid',
  'radio',
  'registration',
  'operator',
  'access',
  'band',
  'cell',
  'rsrp',
  'rsrq',
  'sinr',
  'rssi',
  'csq',
  'rscp',
  'ecio',
  'apn',
  'pdpAddress',
  'voltage',
  'temperature',
] as const
const placeOf = (key: string) => {
  const place = order.findIndex((known) => known === key)
  return place < 0 ? order.length : place
}

/** Facts in their fixed order; those without a place stand behind, by name. */
export function inOrder(facts: readonly KnownFact[]): readonly KnownFact[] {
  return [...facts].sort(
    (one, other) => placeOf(one.key) - placeOf(other.key) || one.key.localeCompare(other.key),
  )
}
