import type { BoardProfile } from '@core/power/board'
import { hatLines, hatPinSets } from '../hat'

/** 3GPi Ver.2 with SIM5320J/JE. Pulses and waits of 3gpictl 2.0; it waits 10 s, which a slow detach exceeds. */
const board: BoardProfile = {
  id: '3gpi-v2',
  name: '3GPi Ver.2',
  modem: 'SIM5320J / SIM5320JE',
  persona: 'sim5320',
  lines: hatLines,
  pinSets: hatPinSets,
  pulse: { onMs: 3000, offMs: 3000, resetMs: 1000 },
  wait: {
    onMs: 20_000,
    offMs: 30_000,
    resetMs: 30_000,
    bootMs: 20_000,
    offToOnMs: 2000,
    pollMs: 500,
  },
  tries: 2,
  proof: ['status', 'usb', 'at'],
  usb: ['05c6:9000'],
  adapters: ['gpiod', 'cp2112', 'numato'],
  warnings: [
    {
      en: 'The service 3gpi-utils drives the same pins and may switch the modem at start and stop of the computer.',
      ja: '3gpi-utils サービスも同じピンを操作し、コンピューターの起動・終了時にモデムの電源を切り替えることがあります。',
    },
    {
      en: 'Leave RI open on the second of two stacked boards: GPIO 16 and 18 may be taken by a console interface.',
      ja: '2 枚重ねの 2 枚目では RI のジャンパーを開放にしてください。GPIO 16、18 はコンソール基板と競合することがあります。',
    },
  ],
}
export default board
