import type { Words } from '@core/words'

/** What to know before wiring a modem to a kind of adapter. */
export const adapterWarnings = {
  pushPull: {
    en: 'Drives 3.3 V or 5 V. A bare module is 1.8 V inside: never drive its PWRKEY or RESET high; use open drain, a transistor or a relay.',
    ja: '3.3 V または 5 V を出力します。モジュール単体の内部は 1.8 V です。PWRKEY や RESET に High を加えず、オープンドレイン、トランジスター、リレーを使ってください。',
  },
  functions: {
    en: 'As delivered its four pins are outputs for LEDs, driven at plug-in and with each octet of its UART. Make them inputs once, before wiring: modem-bench gpio setup.',
    ja: '出荷時の 4 ピンは LED 用の出力で、USB 接続時や UART 通信のたびに駆動されます。配線前に一度、modem-bench gpio setup で入力に設定してください。',
  },
  glitch: {
    en: 'Opening the port raises DTR and RTS for some milliseconds before anybody can say no. Wire it so that a raised line leaves the key alone, or add an RC.',
    ja: 'ポートを開くと DTR と RTS が数ミリ秒間アクティブになり、避けられません。その状態でキーが押されない配線にするか、RC フィルターを追加してください。',
  },
  ownPort: {
    en: 'Use a port that carries no AT: its control lines belong to the wiring now.',
    ja: 'AT 通信に使わないポートを使用してください。制御線は配線専用になります。',
  },
  blind: {
    en: 'The board does not say what its contacts do; what is shown is what was last written.',
    ja: '接点の状態を読み出せません。表示は最後に書き込んだ値です。',
  },
  relay: {
    en: 'A relay clicks about 100 000 times in its life and takes 5 to 10 ms to switch.',
    ja: 'リレーの寿命は約 10 万回、動作時間は 5〜10 ms です。',
  },
  toolsHold: {
    en: 'What a pin does when its program ends depends on the kernel: a Raspberry Pi keeps the level.',
    ja: 'プログラム終了後のピンの状態はカーネルに依存します。Raspberry Pi ではレベルが保持されます。',
  },
} as const satisfies { readonly [name: string]: Words }
