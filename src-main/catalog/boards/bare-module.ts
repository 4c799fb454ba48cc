import type { BoardLine, BoardProfile } from '@core/power/board'

/** A relay in the supply, which whoever wires a modem may add to any board. */
export const supplyRelay: BoardLine = {
  dir: 'out',
  activeLow: false,
  drive: 'contact',
  title: {
    en: 'Supply relay (normally closed contact)',
    ja: '電源リレー（ノーマルクローズ接点）',
  },
}

/** What every bare SIMCom module has, whatever board it is put on; its pulses and waits are its own. */
export const bareModule = {
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
    cut: supplyRelay,
  },
  pinSets: [],
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
} as const satisfies Partial<BoardProfile>
