import { expect, test } from 'vitest'
import { parseBenchName } from '@core/simulator/bench-name'

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'an option named %s is none',
  (key) => {
    expect(() => parseBenchName(`sim:sim7672?${key}=1`, ['sim7672'])).toThrow(
      `there is no option ${key}`,
    )
  },
)
