import type { BoardProfile } from '@core/power/board'

/** A bare SIM5320 without a board around it. Its key timing was never published: values in service, between those of SIM7672 and 3gpictl. */
const board: BoardProfile = {
  id: 'sim5320-module',
  name: 'SIM5320 module',
  modem: 'SIM5320',
  persona: 'sim5320',
  lines: {
    power: {
      dir: 'out',
      activeLow: true,
      drive: 'open-drain',
      title: { en: 'PWRKEY (pull low)', ja: 'PWRKEY（Low でアクティブ）' },
    },
    reset: {
      dir: 'out',
      activeLow: true,
      drive: 'open-drain',
      title: { en: 'RESET (pull low)', ja: 'RESET（Low でアクティブ）' },
    },
    status: {
      dir: 'in',
      activeLow: false,
      drive: 'push-pull',
      title: {
        en: 'STATUS (1.8 V, through a level shifter)',
        ja: 'STATUS（1.8 V、レベル変換が必要）',
      },
    },
    cut: {
      dir: 'out',
      activeLow: false,
      drive: 'contact',
      title: {
        en: 'Supply relay (normally closed contact)',
        ja: '電源リレー（ノーマルクローズ接点）',
      },
    },
  },
  pinSets: [],
  pulse: { onMs: 500, offMs: 2500, resetMs: 500, cutMs: 5000 },
  wait: {
    onMs: 20_000,
    offMs: 30_000,
    resetMs: 30_000,
    bootMs: 20_000,
    offToOnMs: 2000,
    pollMs: 200,
  },
  soft: { off: 'AT+CPOF', reset: 'AT+CRESET' },
  tries: 2,
  proof: ['status', 'usb', 'at'],
  adapters: ['usbrelay', 'lcus', 'cp2112', 'mcp2221', 'gpiod'],
  warnings: [
    {
      en: 'The pins of the module are 1.8 V. PWRKEY and RESET are pulled up inside: only pull them low, with an open drain, a transistor or a relay. A driven 3.3 V or 5 V damages them.',
      ja: 'モジュールのピンは 1.8 V です。PWRKEY と RESET は内部でプルアップされているため、オープンドレイン、トランジスター、リレーで Low に引くだけにしてください。3.3 V や 5 V を印加すると破損します。',
    },
    {
      en: 'STATUS is a 1.8 V output: many 3.3 V inputs do not see it as high without a level shifter.',
      ja: 'STATUS は 1.8 V 出力です。3.3 V 系の入力ではレベル変換なしに High と認識されないことがあります。',
    },
    {
      en: 'Never cut VBAT of a running module: its flash may be damaged. VBAT must fall below 1.3 V before it is really off.',
      ja: '動作中に VBAT を遮断しないでください。フラッシュが破損するおそれがあります。完全に切るには VBAT が 1.3 V 未満まで下がる必要があります。',
    },
  ],
}
export default board
