import type { FaultRow } from './row'

export const micropythonFaults = {
  'micropython-running': {
    meaning: {
      en: 'A program is running on the board, and it was not interrupted.',
      ja: 'ボード上でプログラムが実行中です。中断はしていません。',
    },
    causes: [
      {
        en: 'main.py started with the board. A program that uses the modem would fight with this one for the UART.',
        ja: 'ボードの起動時に main.py が実行されています。モデムを使うプログラムは UART を取り合います。',
      },
      {
        en: 'The firmware is not MicroPython, or its REPL is on another port.',
        ja: 'ファームウェアが MicroPython ではないか、REPL が別のポートにあります。',
      },
    ],
    tries: [
      {
        en: 'If it may be stopped, add interrupt=yes to the name: micropython:/dev/ttyACM0?interrupt=yes. It is stopped by Ctrl-C and the interpreter restarted; no file is changed, and the next reset of the board starts main.py again.',
        ja: '停止してよい場合は、ポート名に interrupt=yes を付けてください（例：micropython:/dev/ttyACM0?interrupt=yes）。Ctrl-C で停止し、インタープリターを再起動します。ファイルは変更されず、次のリセットで main.py が再び実行されます。',
      },
    ],
  },
  'micropython-silent': {
    meaning: {
      en: 'The MicroPython REPL does not answer.',
      ja: 'MicroPython の REPL が応答しません。',
    },
    causes: [
      {
        en: 'The program on the board ignores Ctrl-C, or the board hangs.',
        ja: 'ボードのプログラムが Ctrl-C を無視しているか、ボードがハングアップしています。',
      },
      {
        en: 'There is no MicroPython behind this port.',
        ja: 'このポートの先に MicroPython がありません。',
      },
    ],
    tries: [
      {
        en: 'Press the reset button of the board, or unplug and plug it, then open the port again.',
        ja: 'ボードのリセットボタンを押すか USB を挿し直してから、ポートを開き直してください。',
      },
      {
        en: 'See what is there: modem-bench ports.',
        ja: 'modem-bench ports でポートの一覧を確認してください。',
      },
    ],
  },
  'micropython-script': {
    meaning: {
      en: 'The board refused what it was asked to run.',
      ja: 'ボードがスクリプトの実行を拒否しました。',
    },
    causes: [
      {
        en: 'A pin or UART named in the port does not exist on this board.',
        ja: 'ポート名で指定したピンまたは UART がこのボードにありません。',
      },
      {
        en: 'The firmware is too old (1.20 or newer is needed), or out of memory.',
        ja: 'ファームウェアが古い（1.20 以降が必要）か、メモリー不足です。',
      },
    ],
    tries: [
      {
        en: 'Compare the pins with the board: micropython:PATH?uart=1&tx=36&rx=37&power=30&status=32.',
        ja: 'ピン番号をボードと照合してください（例：micropython:パス?uart=1&tx=36&rx=37&power=30&status=32）。',
      },
    ],
  },
  'micropython-link': {
    meaning: {
      en: 'The bridge on the board stopped.',
      ja: 'ボード上のブリッジが停止しました。',
    },
    causes: [
      {
        en: 'Another program interrupted it, the board was reset, or octets were damaged on the way.',
        ja: '別のプログラムによる中断、ボードのリセット、または通信データの破損です。',
      },
      {
        en: 'This computer slept, and the bridge went home after 20 s of silence.',
        ja: 'パソコンがスリープし、20 秒間通信がなかったためブリッジが終了しました。',
      },
    ],
    tries: [
      {
        en: 'Close other programs that use the port (an editor for MicroPython), and open it again.',
        ja: 'ポートを使う別のプログラム（MicroPython のエディターなど）を終了し、開き直してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
