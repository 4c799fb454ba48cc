import type { FaultRow } from './row'

export const portFaults = {
  'port-not-found': {
    meaning: { en: 'There is no such port.', ja: 'そのポートは存在しません。' },
    causes: [
      {
        en: 'The cable is out, or the modem is off.',
        ja: 'ケーブルが抜けているか、モデムの電源が入っていません。',
      },
      {
        en: 'The device came back under another name.',
        ja: 'デバイスが別の名前で再認識されています。',
      },
    ],
    tries: [
      {
        en: 'List the ports again, and look whether a port appears when you plug the modem in.',
        ja: 'ポートを再度一覧し、モデムを挿したときにポートが増えるか確認してください。',
      },
    ],
  },
  'port-busy': {
    meaning: {
      en: 'Another program has the port open.',
      ja: '別のプログラムがこのポートを使用中です。',
    },
    causes: [
      {
        en: 'ModemManager, pppd or another terminal holds it.',
        ja: 'ModemManager、pppd、または別のターミナルが開いています。',
      },
    ],
    tries: [
      {
        en: 'Close the other program, or tell ModemManager to leave this modem alone.',
        ja: 'そのプログラムを終了するか、ModemManager にこのモデムを触らせないようにしてください。',
      },
    ],
  },
  'port-permission': {
    meaning: {
      en: 'You are not allowed to open the port.',
      ja: 'このポートを開く権限がありません。',
    },
    causes: [
      {
        en: 'Your user is not in the group that owns the device.',
        ja: 'デバイスを所有するグループにユーザーが入っていません。',
      },
    ],
    tries: [
      {
        en: 'Add your user to the group, then log out and in again.',
        ja: 'ユーザーをグループに追加し、ログインし直してください。',
      },
    ],
  },
  'port-gone': {
    meaning: { en: 'The port vanished.', ja: 'ポートが消えました。' },
    causes: [
      {
        en: 'The cable was pulled, or the modem reset or lost power.',
        ja: 'ケーブルが抜けたか、モデムがリセットまたは電源断しました。',
      },
    ],
    tries: [
      {
        en: 'Check cable and supply; the port is opened again by itself when the same device returns.',
        ja: 'ケーブルと電源を確認してください。同じデバイスが戻れば自動的に開き直します。',
      },
    ],
  },
  'port-closed': {
    meaning: { en: 'The port is not open.', ja: 'ポートが開いていません。' },
    causes: [
      {
        en: 'It was closed while something still wanted to use it.',
        ja: '使用中に閉じられました。',
      },
    ],
    tries: [{ en: 'Open the port again.', ja: 'ポートを開き直してください。' }],
  },
  'port-failed': {
    meaning: { en: 'The port does not work.', ja: 'ポートでエラーが発生しました。' },
    causes: [{ en: 'The driver reported an error.', ja: 'ドライバーがエラーを返しました。' }],
    tries: [
      {
        en: 'Unplug and plug the device, then open it again.',
        ja: 'デバイスを挿し直してから開き直してください。',
      },
    ],
  },
  'port-name': {
    meaning: { en: 'That is not the name of a port.', ja: 'ポートの指定が正しくありません。' },
    causes: [
      {
        en: 'The text is none of the forms a port can have.',
        ja: 'ポートとして解釈できない文字列です。',
      },
    ],
    tries: [
      {
        en: 'Use a path (/dev/ttyUSB2, COM7), tcp:host:port, or sim:sim7672.',
        ja: 'パス（/dev/ttyUSB2、COM7）、tcp:host:port、sim:sim7672 のいずれかを指定してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
