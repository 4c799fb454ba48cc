import type { FaultRow } from './row'

export const cmuxFaults = {
  'cmux-not-supported': {
    meaning: {
      en: 'This firmware has no multiplexer.',
      ja: 'このファームウェアはマルチプレクサー（CMUX）に対応していません。',
    },
    causes: [
      {
        en: 'AT+CMUX is not known, or not on this port (a USB port or a second UART).',
        ja: 'AT+CMUX が未対応か、このポート（USB ポートや第 2 UART）では使用できません。',
      },
    ],
    tries: [
      {
        en: 'Connect without it, or read the signal on a second AT port.',
        ja: 'CMUX なしで接続するか、2 つ目の AT ポートで電波状態を確認してください。',
      },
    ],
  },
  'cmux-no-answer': {
    meaning: {
      en: 'The modem does not answer in the multiplexer.',
      ja: 'マルチプレクサーの要求にモデムが応答しません。',
    },
    causes: [
      {
        en: 'It was not ready after AT+CMUX, or it went back to AT by itself.',
        ja: 'AT+CMUX 直後で準備ができていないか、自動的に AT モードへ戻りました。',
      },
      {
        en: 'AT+CMUX changed the speed of the port.',
        ja: 'AT+CMUX によって通信速度が変わっています。',
      },
      {
        en: 'Octets are lost: no RTS/CTS at a high speed.',
        ja: 'RTS/CTS なしの高速通信でデータが欠落しています。',
      },
    ],
    tries: [
      {
        en: 'Press "back to command mode" and start the multiplexer again.',
        ja: '「コマンドモードに戻す」を押してから、マルチプレクサーを開始し直してください。',
      },
      {
        en: 'Turn on RTS/CTS, or try a lower speed.',
        ja: 'RTS/CTS を有効にするか、通信速度を下げてください。',
      },
    ],
  },
  'cmux-refused': {
    meaning: {
      en: 'The modem refused to open this channel (DM).',
      ja: 'モデムがチャネルの開設を拒否しました（DM）。',
    },
    causes: [
      {
        en: 'It has fewer channels, or the channel is in use.',
        ja: 'チャネル数が少ないか、そのチャネルが使用中です。',
      },
    ],
    tries: [
      {
        en: 'Use the other channels; A76xx has 1 to 4.',
        ja: '別のチャネルを使用してください（A76xx は 1〜4）。',
      },
    ],
  },
  'cmux-echo': {
    meaning: {
      en: 'Our own frames came back: nobody multiplexes on the other side.',
      ja: '送信したフレームがそのまま返っています。相手側で CMUX が動作していません。',
    },
    causes: [
      {
        en: 'The modem is still in command mode with echo on, or TX and RX are bridged.',
        ja: 'モデムがエコー有効のコマンドモードのままか、TX と RX が短絡しています。',
      },
    ],
    tries: [
      {
        en: 'Send ATE0, then AT+CMUX=0 again; check the wiring.',
        ja: 'ATE0 の後に AT+CMUX=0 を再送し、配線も確認してください。',
      },
    ],
  },
  'cmux-lost': {
    meaning: {
      en: 'The modem left the multiplexer.',
      ja: 'モデムがマルチプレクサーから抜けました。',
    },
    causes: [
      {
        en: 'It restarted (reset, brown-out at transmit, watchdog).',
        ja: 'モデムが再起動しました（リセット、送信時の電圧降下、ウォッチドッグ）。',
      },
      {
        en: 'It no longer answers the keep-alive or does not wake up.',
        ja: '生存確認に応答しないか、スリープから復帰しません。',
      },
    ],
    tries: [
      {
        en: 'Look at the supply (2 A peaks), then connect again.',
        ja: '電源（ピーク 2 A）を確認してから、再接続してください。',
      },
    ],
  },
  'cmux-ended': {
    meaning: {
      en: 'The multiplexer is not running.',
      ja: 'マルチプレクサーは動作していません。',
    },
    causes: [
      {
        en: 'It was closed by you or by the modem while something still used it.',
        ja: '使用中に、操作またはモデムによって終了されました。',
      },
    ],
    tries: [{ en: 'Start it again.', ja: '開始し直してください。' }],
  },
  'cmux-channel': {
    meaning: {
      en: 'There is no such channel, or it is already open.',
      ja: 'そのチャネルは使用できないか、すでに開いています。',
    },
    causes: [
      {
        en: 'Channels go from 1 to 61, each opened once.',
        ja: 'チャネルは 1〜61 で、同時に 1 回だけ開けます。',
      },
    ],
    tries: [
      {
        en: 'Close the channel first, or take another number.',
        ja: '先にチャネルを閉じるか、別の番号を指定してください。',
      },
    ],
  },
  'cmux-full': {
    meaning: {
      en: 'Too much waits to be sent on this channel.',
      ja: 'このチャネルの送信待ちデータが多すぎます。',
    },
    causes: [
      {
        en: 'The modem has paused the channel, and the sender did not wait.',
        ja: 'モデムがチャネルを一時停止しているのに、送信側が待っていません。',
      },
    ],
    tries: [
      {
        en: 'Wait until the modem resumes, or hang up.',
        ja: 'モデムが再開するまで待つか、切断してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
