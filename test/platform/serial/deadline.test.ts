import { expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { within } from '@platform/serial/deadline'

const what = { en: 'the driver did not open it', ja: 'ドライバーが開きませんでした' }

/** As a computer that is busy with others does: nothing of ours runs meanwhile. */
const standStill = (ms: number) =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

test('what was done while the program stood still counts as done in time', async () => {
  // Timers that are due run before what came from outside, as they do for an addon of Node.
  const opening = new Promise<string>((resolve) =>
    setImmediate(() => {
      standStill(400)
      setImmediate(() => resolve('opened'))
    }),
  )
  expect(await within(100, opening, what)).toBe('opened')
})

test('what does not come is given up, and undone should it come after all', async () => {
  let come: (value: string) => void = () => undefined
  const opening = new Promise<string>((resolve) => (come = resolve))
  const undone: string[] = []
  const given = within(20, opening, what, (value) => undone.push(value))
  expect(await given.catch(faultCode)).toBe('port-failed')
  come('too late')
  await opening
  expect(undone).toEqual(['too late'])
})
