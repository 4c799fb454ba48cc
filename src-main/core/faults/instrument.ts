import type { FaultRow } from './row'

/** Measuring instruments of a test rig. */
export const instrumentFaults = {
  'instrument-silent': {
    meaning: {
      en: 'The measuring instrument did not answer.',
      ja: '計測器の応答がありません。',
    },
    causes: [
      {
        en: 'It is off, its cable is in another port, or the speed is another one.',
        ja: '計測器の電源が入っていない、別のポートにつながっている、または通信速度が違います。',
      },
      {
        en: 'It wants another line end, or to be told that it is remote (SYST:REM).',
        ja: '改行コードが違うか、リモート制御への切り替え（SYST:REM）が必要です。',
      },
    ],
    tries: [
      {
        en: 'Open its port in the terminal (raw view) and send *IDN? to see what comes.',
        ja: 'ターミナルの RAW 表示で計測器のポートを開き、*IDN? を送って応答を確認してください。',
      },
      {
        en: 'Look at port, baudRate, end, start and ask of the instrument in the plan.',
        ja: '計画の instruments の port、baudRate、end、start、ask を確認してください。',
      },
    ],
  },
  'instrument-answer': {
    meaning: {
      en: 'The answer of the measuring instrument is no value.',
      ja: '計測器の応答から値を読み取れません。',
    },
    causes: [
      {
        en: 'The command is not its own, or it measures something else.',
        ja: '計測器にないコマンドか、別の項目を測定しています。',
      },
      {
        en: 'The value is beyond the range that is set.',
        ja: '設定中の測定範囲を超えています。',
      },
    ],
    tries: [
      {
        en: 'Compare the line above with "ask" and "value" of the instrument, and look at its range.',
        ja: '上の行と instruments の ask、value を見比べ、計測器の測定範囲を確認してください。',
      },
    ],
  },
  'instrument-gone': {
    meaning: {
      en: 'The port of the measuring instrument is gone.',
      ja: '計測器のポートが使えなくなりました。',
    },
    causes: [
      {
        en: 'Its cable was pulled, it was switched off, or its host ended the connection.',
        ja: 'ケーブルが抜けた、計測器の電源が切れた、または接続先が切断しました。',
      },
    ],
    tries: [
      {
        en: 'Look at the cable and the instrument, then test the board again.',
        ja: 'ケーブルと計測器を確認してから、ボードをもう一度試験してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
