import { z } from 'zod'
import { time, type PositionState } from '@contract'
import { sleep } from '@core/wait'
import type { SlotPosition } from '@bench/position/position'
import { margin, say } from './parts'
import { stepKind } from './step-kind'

const everyMs = 1000

/**
 * The receiver hears satellites: the C/N0 of the weakest of so many strongest ones, and the time to the first position where that is
 * wanted. A receiver that was off is off again afterwards.
 */
export default stepKind({
  key: 'gnss',
  title: say('GNSS', 'GNSS'),
  settings: z.strictObject({
    /** dB-Hz. */
    cn0: z.number().min(0).max(99),
    satellites: z.number().int().min(1).max(40).default(4),
    /** From turning it on to the first position; absent: none is waited for. */
    fix: time(1_000, 86_400_000).optional(),
    within: time(1_000, 86_400_000).prefault('2m'),
  }),
  usualMs: ({ within, fix = 0 }) => Math.max(within, fix) + 30_000 + margin,
  limits: ({ cn0, satellites, fix }) => [
    {
      key: 'cn0',
      title: say(`C/N0 of satellite ${satellites}`, `${satellites} 番目に強い衛星の C/N0`),
      unit: 'dB-Hz',
      min: cn0,
    },
    ...(fix === undefined
      ? []
      : [{ key: 'fix', title: say('First fix', '初回測位'), unit: 's', max: fix / 1000 }]),
  ],
  async read({ cn0, satellites, fix, within }, { tools, signal }) {
    await tools.ready(signal)
    const { position } = tools.slot.services
    const before = await position.read(true, signal)
    const since = tools.watch()
    let now = await telling(position, await position.power(true, signal), signal)
    let best: number | null = null
    let fixed: number | null = null
    try {
      for (;;) {
        const heard = now.satellites
          .flatMap((one) => one.cn0 ?? [])
          .toSorted((one, other) => other - one)[satellites - 1]
        if (heard !== undefined) best = Math.max(best ?? 0, heard)
        if (now.position && fixed === null) fixed = since()
        const ms = since() * 1000
        const heardEnough = (best ?? -1) >= cn0 || ms >= within
        const fixedOrLate = fix === undefined || fixed !== null || ms >= fix
        if (heardEnough && fixedOrLate) break
        await sleep(tools.clock, everyMs, signal)
        now = await position.read(false, signal)
      }
    } finally {
      // Where the step is stopped, what is always done switches the board off.
      if (!signal.aborted) {
        if (now.nmea.streams && !before.nmea.streams) await position.stream(false, signal)
        if (now.nmea.port && !before.nmea.port) await position.port(null, signal)
        if (before.on === false) await position.power(false, signal)
      }
    }
    return [
      { key: 'cn0', value: best },
      ...(fix === undefined ? [] : [{ key: 'fix', value: fixed }]),
    ]
  },
})

/** Where no answer tells of satellites, the sentences do: by themselves on this port, or on one of their own. */
async function telling(
  position: SlotPosition,
  now: PositionState,
  signal: AbortSignal,
): Promise<PositionState> {
  const { canStream, streams, port, ports } = now.nmea
  if (now.satellitesKnown || streams || port) return now
  if (canStream) return position.stream(true, signal)
  const [first] = ports
  return first ? position.port(first.path, signal) : now
}
