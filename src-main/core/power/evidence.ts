/** What was seen of the modem at one moment; absent where there is no way to look. */
export interface Evidence {
  /** The level of the STATUS line. */
  readonly status?: 'on' | 'off'
  /** AT was answered, or not, within a second or so. */
  readonly at?: 'answers' | 'silent'
  /** The modem's USB device is on the bus, or not. */
  readonly usb?: 'present' | 'absent'
}

/** Whether the modem is on, and how one knows. Only `status` is measured; the others are inferred. */
export interface Reading {
  readonly power: 'on' | 'off' | 'unknown'
  readonly by: 'status' | 'usb' | 'at' | 'nothing'
  /** STATUS says off while the modem answers: its wire is missing or wrong. */
  readonly contradicted?: boolean
}

/**
 * Weighs what was seen. A modem that answers is on, whatever a wire says. Silence proves nothing by itself (it may boot,
 * sleep, or carry data), but means off for a modem that `answeredBefore` in this sequence.
 */
export function readingOf(seen: Evidence, answeredBefore = false): Reading {
  if (seen.at === 'answers' && seen.status === 'off')
    return { power: 'on', by: 'at', contradicted: true }
  if (seen.status !== undefined) return { power: seen.status, by: 'status' }
  if (seen.at === 'answers') return { power: 'on', by: 'at' }
  if (seen.usb !== undefined) return { power: seen.usb === 'present' ? 'on' : 'off', by: 'usb' }
  if (seen.at === 'silent' && answeredBefore) return { power: 'off', by: 'at' }
  return { power: 'unknown', by: 'nothing' }
}

export const sameReading = (one: Reading, other: Reading | undefined): boolean =>
  one.power === other?.power && one.by === other.by
