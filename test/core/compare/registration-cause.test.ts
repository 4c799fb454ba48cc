import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { RegistrationSteps } from '@core/compare/registration-steps'
import { LogImport } from '@core/log/import/log-import'
import { toldLine } from '@core/story/told-line'

/** What the states that were told to the end of a log say of it. */
function causeOf(...stats: readonly number[]) {
  const log = new LogImport({ knowledge })
  const text = stats.map((stat) => `AT+CEREG?\n+CEREG: 0,${stat}\nOK\n`).join('')
  const rows = [...log.push(text), ...log.end()]
  const steps = new RegistrationSteps()
  for (const row of rows) steps.take(row, toldLine(row))
  return steps.end().map(({ code }) => code)
}

test.each([
  [[0], ['registration-idle']],
  [[2], ['registration-searching']],
  [[0, 2], ['registration-searching']],
  [[4], ['registration-no-coverage']],
  [[8], [undefined]],
  [[2, 1], []],
])('a registration that did not come, after %j', (stats, codes) => {
  expect(causeOf(...stats)).toEqual(codes)
})
