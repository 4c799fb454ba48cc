import type { BoardProfile } from '@core/power/board'
import { bareModule } from '../bare-module'

/** A bare SIM7672 without a board around it. SIM7672X Hardware Design V1.01: 50 ms on, 2.5 s off, 0.5 s reset. */
const board: BoardProfile = {
  id: 'sim7672-module',
  name: 'SIM7672 module',
  modem: 'SIM7672',
  persona: 'sim7672',
  ...bareModule,
  pulse: { onMs: 50, offMs: 2500, resetMs: 500, cutMs: 5000 },
  wait: {
    onMs: 10_000,
    offMs: 15_000,
    resetMs: 15_000,
    bootMs: 15_000,
    offToOnMs: 2000,
    pollMs: 200,
  },
}
export default board
