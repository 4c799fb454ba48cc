/** LCUS-n relay boards behind a CH340, 9600 baud: four octets each, the last one the sum of the others. */
export const lcus = {
  baudRate: 9600,
  channels: 8,
  /** Relays count from 1. */
  set(channel: number, on: boolean): Uint8Array {
    const state = on ? 1 : 0
    return Uint8Array.of(0xa0, channel, state, (0xa0 + channel + state) & 0xff)
  },
} as const
