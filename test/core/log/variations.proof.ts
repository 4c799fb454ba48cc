import { describe, expect, test } from 'vitest'
import { cases } from '../../support/proofs'
import { logOf, meaningOf, recorded, variations } from './variations'

// What says nothing of the modem changes nothing of what is told of it, in any log that was ever read wrong.
describe.each(variations)('$name', ({ of, not = [] }) => {
  const logs = recorded.filter((name) => !not.includes(name))
  const count = cases(logs.length)
  const step = Math.ceil(logs.length / count)
  test.each(logs.filter((_, at) => at % step === 0))('%s', (name) => {
    expect(meaningOf(of(logOf(name)))).toEqual(meaningOf(logOf(name)))
  })
})
