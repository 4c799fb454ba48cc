import { hexOf } from '@core/bytes'
import { describe, expect, test } from 'vitest'
import { keepCase } from './cases'
import { fuzz, shares } from './fuzz'
import { targets } from './targets'

/** Of all targets together; `npm run fuzz -- --inputs N` asks for more, with a seed of its own. */
const inputs = Number(process.env['MODEM_BENCH_FUZZ_INPUTS'] ?? 20_000)
const seed = Number(process.env['MODEM_BENCH_FUZZ_SEED'] ?? 1)
const keeps = process.env['MODEM_BENCH_FUZZ_KEEP'] === 'yes'

const share = shares(targets, inputs)

describe(`spoilt input, ${inputs} times, seed ${seed}`, () => {
  test.each(targets.map((target, i) => [target.name, target, share[i] ?? 1] as const))(
    '%s',
    async (_name, target, count) => {
      const failure = await fuzz(target, count, seed)
      if (failure && keeps) keepCase(failure)
      expect(failure && { ...failure, bytes: hexOf(failure.bytes) }).toBeUndefined()
    },
    3_600_000,
  )
})
