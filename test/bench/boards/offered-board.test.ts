import { expect, test } from 'vitest'
import { offeredBoard } from '@bench/boards/offered-board'

const pins = { power: 30, reset: 31, status: 32 }
const simulated = { power: 'power', reset: 'reset', status: 'status' }

test.each([
  ['micropython:/dev/ttyACM0', 'microcat1', 'micropython:/dev/ttyACM0', pins],
  ['MicroPython:COM7', 'microcat1', 'MicroPython:COM7', pins],
  ['micropython:/dev/ttyACM0?interrupt=yes', 'microcat1', undefined, pins],
  ['sim:sim7672', 'microcat1', 'sim:sim7672', simulated],
  ['sim:sim7672?speed=fast&boot=off', 'microcat1', 'sim:sim7672', simulated],
  ['SIM:SIM7672#2', 'microcat1', 'sim:sim7672#2', simulated],
  ['sim:sim5320', '3gpi-v2', 'sim:sim5320', simulated],
  ['sim:sim5320je', '3gpi-v2', 'sim:sim5320je', simulated],
  ['sim:sim7600', '4gpi', 'sim:sim7600', simulated],
  ['sim:ec25', 'custom', 'sim:ec25', simulated],
])('%s brings the board %s', (path, board, adapter, wiring) => {
  expect(offeredBoard(path)).toMatchObject({
    board: { id: board },
    adapter: adapter ?? path,
    wiring,
    automatic: true,
  })
})

test.each([
  '/dev/ttyUSB2',
  'COM7',
  'tcp:10.0.0.5:2000',
  'sim:',
  // Its pins are another board's: nobody knows what they are wired to.
  'micropython:/dev/ttyACM0?uart=0&tx=0&rx=1',
  'micropython:/dev/ttyACM0?rx=1',
])('%s brings none', (path) => {
  expect(offeredBoard(path)).toBeUndefined()
})
