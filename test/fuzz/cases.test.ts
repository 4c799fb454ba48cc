import { expect, test } from 'vitest'
import { keptCases } from './cases'
import { failureOf } from './fuzz'
import { targets } from './targets'

test.each(keptCases().map((one) => [one.file, one] as const))(
  'what failed once does not fail again: %s',
  async (_file, { target, bytes }) => {
    const found = targets.find(({ name }) => name === target)
    expect(found).toBeDefined()
    expect(found && (await failureOf(found, bytes))).toBeUndefined()
  },
)
