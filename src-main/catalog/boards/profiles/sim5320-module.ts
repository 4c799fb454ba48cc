import type { BoardProfile } from '@core/power/board'
import { bareModule } from '../bare-module'

/** A bare SIM5320 without a board around it. Its key timing was never published: values in service, between those of SIM7672 and 3gpictl. */
const board: BoardProfile = {
  id: 'sim5320-module',
  name: 'SIM5320 module',
  modem: 'SIM5320',
  persona: 'sim5320',
  ...bareModule,
  pulse: { onMs: 500, offMs: 2500, resetMs: 500, cutMs: 5000 },
  wait: {
    onMs: 20_000,
    offMs: 30_000,
    resetMs: 30_000,
    bootMs: 20_000,
    offToOnMs: 2000,
    pollMs: 200,
  },
}
export default board
