import type { BoardProfile } from '@core/power/board'
import { hatLines, hatPinSets } from '../hat'

/** 4GPi with a SIM7600. Pulses, waits and soft commands of 4gpictl 3.2. */
const board: BoardProfile = {
  id: '4gpi',
  name: '4GPi',
  modem: 'SIM7600',
  persona: 'sim7600',
  lines: hatLines,
  pinSets: hatPinSets,
  pulse: { onMs: 3000, offMs: 3000, resetMs: 1000 },
  wait: {
    onMs: 40_000,
    offMs: 40_000,
    resetMs: 40_000,
    bootMs: 20_000,
    offToOnMs: 2000,
    pollMs: 500,
  },
  soft: { off: 'AT+CFUN=0;+CPOF', reset: 'AT+CFUN=0;+CRESET' },
  tries: 2,
  proof: ['status', 'usb', 'at'],
  usb: ['1e0e:9001'],
  adapters: ['gpiod', 'cp2112', 'numato'],
  warnings: [
    {
      en: 'The service 4gpi-utils drives the same pins and may switch the modem at start and stop of the computer.',
      ja: '4gpi-utils サービスも同じピンを操作し、コンピューターの起動・終了時にモデムの電源を切り替えることがあります。',
    },
  ],
}
export default board
