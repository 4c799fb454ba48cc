import type { FaultRow } from './row'

/** Voice calls. */
export const voiceFaults = {
  'voice-number': {
    meaning: { en: 'This cannot be dialled.', ja: 'この番号には発信できません。' },
    causes: [
      {
        en: 'A number has digits, a + in front, * and #, up to 40 characters.',
        ja: '番号に使えるのは数字、先頭の +、*、# で、40 文字までです。',
      },
    ],
    tries: [
      {
        en: 'Write it as it is dialled: +81312345678 or 0312345678. A service code such as *100# is for USSD.',
        ja: '+81312345678 や 0312345678 のように入力してください。*100# などのサービスコードは USSD で送信してください。',
      },
    ],
  },
  'voice-keys': {
    meaning: { en: 'These are no keys of a telephone.', ja: '電話のキーではありません。' },
    causes: [
      {
        en: 'DTMF has 0 to 9, *, # and A to D, up to 32 at a time.',
        ja: 'DTMF に使えるのは 0～9、*、#、A～D で、一度に 32 個までです。',
      },
    ],
    tries: [{ en: 'Take other characters away.', ja: 'ほかの文字を除いてください。' }],
  },
  'voice-busy': {
    meaning: { en: 'A call is there already.', ja: 'すでに通話があります。' },
    causes: [{ en: 'One call at a time is made from here.', ja: '同時に扱える通話は 1 つです。' }],
    tries: [{ en: 'Hang up first.', ja: '先に切断してください。' }],
  },
  'voice-none': {
    meaning: { en: 'There is no call for that.', ja: '該当する通話がありません。' },
    causes: [
      {
        en: 'It ended meanwhile, nobody calls, or it is not answered yet.',
        ja: '通話が終了したか、着信がないか、まだ応答されていません。',
      },
    ],
    tries: [
      {
        en: 'Look at the state of the call. RING in the log is a call that comes in.',
        ja: '通話の状態を確認してください。着信中はログに RING が表示されます。',
      },
    ],
  },
  'voice-refused': {
    meaning: {
      en: 'The modem did not carry out the command for the call.',
      ja: 'モデムが通話のコマンドを実行しませんでした。',
    },
    causes: [
      {
        en: 'Many LTE modules have no voice; others want VoLTE for the SIM (AT+CEREG? and the operator), or a registration for calls (AT+CREG?).',
        ja: '音声通話に対応しない LTE モジュールが多くあります。対応していても、SIM の VoLTE 契約や通話の登録（AT+CREG?）が必要です。',
      },
    ],
    tries: [
      {
        en: 'Look at AT+CREG? and AT+CEER, and in the module’s manual for voice or VoLTE.',
        ja: 'AT+CREG? と AT+CEER を確認し、音声通話・VoLTE への対応をモジュールのマニュアルで確認してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
