import type { BoardProfile } from '@core/power/board'
import { supplyRelay } from '../bare-module'

/** Any other board: careful values, the lines of a bare module, for a person to change. */
const board: BoardProfile = {
  id: 'custom',
  name: 'Custom',
  modem: '',
  lines: {
    power: {
      dir: 'out',
      activeLow: true,
      drive: 'open-drain',
      title: { en: 'Power key', ja: '電源キー' },
    },
    reset: {
      dir: 'out',
      activeLow: true,
      drive: 'open-drain',
      title: { en: 'Reset', ja: 'リセット' },
    },
    status: {
      dir: 'in',
      activeLow: false,
      drive: 'push-pull',
      title: { en: 'STATUS', ja: 'STATUS' },
    },
    ri: { dir: 'in', activeLow: true, drive: 'push-pull', title: { en: 'RI', ja: 'RI' } },
    cut: supplyRelay,
  },
  pinSets: [],
  pulse: { onMs: 1000, offMs: 3000, resetMs: 500, cutMs: 5000 },
  wait: {
    onMs: 40_000,
    offMs: 40_000,
    resetMs: 40_000,
    bootMs: 20_000,
    offToOnMs: 3000,
    pollMs: 500,
  },
  soft: { off: 'AT+CPOF', reset: 'AT+CRESET' },
  tries: 2,
  proof: ['status', 'usb', 'at'],
  adapters: ['usbrelay', 'lcus', 'gpiod', 'cp2112', 'mcp2221', 'numato', 'serial'],
  warnings: [
    {
      en: 'Find out the voltage of the pins and whether they are pulled up inside before wiring anything. A relay across PWRKEY and GND is safe for every modem.',
      ja: '配線前に、ピンの電圧と内部プルアップの有無を確認してください。PWRKEY と GND の間にリレーを入れる方法なら、どのモデムでも安全です。',
    },
  ],
}
export default board
