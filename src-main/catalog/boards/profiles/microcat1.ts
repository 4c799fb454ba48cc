import type { BoardProfile } from '@core/power/board'

/**
 * MicroCat.1: the lines hang on its own RP2350 and are inverted by the board, so all are active high there. Pulses and waits
 * of its MicroPython driver.
 */
const board: BoardProfile = {
  id: 'microcat1',
  name: 'MicroCat.1',
  modem: 'SIM7672JP',
  persona: 'sim7672',
  lines: {
    power: {
      dir: 'out',
      activeLow: false,
      drive: 'push-pull',
      title: { en: 'POWER (GPIO 30)', ja: 'POWER（GPIO 30）' },
    },
    reset: {
      dir: 'out',
      activeLow: false,
      drive: 'push-pull',
      title: { en: 'RESET (GPIO 31)', ja: 'RESET（GPIO 31）' },
    },
    status: {
      dir: 'in',
      activeLow: false,
      drive: 'push-pull',
      title: { en: 'STATUS (GPIO 32)', ja: 'STATUS（GPIO 32）' },
    },
  },
  pinSets: [
    {
      id: 'default',
      title: { en: 'On the board', ja: '基板上' },
      pins: { power: 30, reset: 31, status: 32 },
    },
  ],
  pulse: { onMs: 1000, offMs: 3000, resetMs: 1000 },
  wait: {
    onMs: 20_000,
    offMs: 10_000,
    resetMs: 30_000,
    bootMs: 15_000,
    offToOnMs: 2000,
    pollMs: 100,
  },
  soft: { off: 'AT+CPOF', reset: 'AT+CRESET' },
  tries: 2,
  proof: ['status', 'at'],
  adapters: ['micropython'],
  warnings: [
    {
      en: 'Never scan the default I2C1 pins of this board (30, 31): they are POWER and RESET of the modem.',
      ja: 'このボードの既定の I2C1 ピン（30、31）をスキャンしないでください。モデムの POWER と RESET です。',
    },
    {
      en: 'A program running on the board (main.py) is left alone: opening says that it runs. It is interrupted only when you say so, with interrupt=yes in the name: micropython:/dev/ttyACM0?interrupt=yes.',
      ja: 'ボード上で実行中のプログラム（main.py）は中断しません。実行中であることを通知します。中断するのは、名前に interrupt=yes を付けて許可した場合だけです（例：micropython:/dev/ttyACM0?interrupt=yes）。',
    },
  ],
}
export default board
