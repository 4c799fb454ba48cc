import type { FaultRow } from './row'

/** Reading the phone book of a SIM or modem. */
export const phonebookFaults = {
  'phonebook-unsupported': {
    meaning: {
      en: 'This modem does not give its phone book on this port.',
      ja: 'このモデムのこのポートでは電話帳を読み出せません。',
    },
    causes: [
      {
        en: 'Its firmware has no phone book (data modules), or another of its AT ports has it.',
        ja: '電話帳に非対応（データ専用モジュールなど）か、別の AT ポートでのみ利用可能です。',
      },
    ],
    tries: [
      {
        en: 'Open its other AT port, or try AT+CPBS=? in the terminal.',
        ja: '別の AT ポートを開くか、ターミナルで AT+CPBS=? を確認してください。',
      },
    ],
  },
  'phonebook-store': {
    meaning: {
      en: 'The modem has no phone book store of this name.',
      ja: 'この名前の電話帳はありません。',
    },
    causes: [
      {
        en: 'SIM and modem have different stores: SM is the SIM, ME the modem, ON the own numbers, FD the fixed ones.',
        ja: '保存先は SIM やモデムで異なります。SM は SIM、ME はモデム、ON は自局番号、FD は発信先固定番号です。',
      },
    ],
    tries: [
      {
        en: 'Give one of those there are.',
        ja: '使用可能な保存先のいずれかを指定してください。',
      },
    ],
  },
  'phonebook-refused': {
    meaning: {
      en: 'The modem refused to read the phone book.',
      ja: 'モデムが電話帳の読み出しを拒否しました。',
    },
    causes: [
      {
        en: 'What it said stands beside; just after the start the book is still being loaded.',
        ja: '応答は横に示すとおりです。起動直後は読み込み中のことがあります。',
      },
    ],
    tries: [
      {
        en: 'Wait half a minute (some modems say PB DONE) and read again; send AT+CMEE=1 for the reason.',
        ja: '30 秒ほど待ち（PB DONE を通知するモデムもあります）、読み直してください。理由は AT+CMEE=1 を送ると返ります。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
