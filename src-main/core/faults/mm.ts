import type { FaultRow } from './row'

/** ModemManager, where it stands in the way. */
export const mmFaults = {
  'mm-not-managed': {
    meaning: {
      en: 'ModemManager does not drive this port.',
      ja: 'このポートは ModemManager の管理下にありません。',
    },
    causes: [
      {
        en: 'It is not running, or leaves this device alone.',
        ja: '動作していないか、対象外です。',
      },
      {
        en: 'The modem was plugged in a moment ago: it looks for 6 to 15 s before it has a modem.',
        ja: '接続直後です。ModemManager がモデムを認識するまで 6〜15 秒かかります。',
      },
    ],
    tries: [
      { en: 'Open the port; nothing has to be taken.', ja: 'そのままポートを開いてください。' },
    ],
  },
  'mm-tools': {
    meaning: { en: 'mmcli is not installed.', ja: 'mmcli がインストールされていません。' },
    causes: [
      {
        en: 'The take-over lasts as long as a client stays on the bus, and mmcli is that client.',
        ja: '一時的な占有はバス上のクライアントが存在する間だけ有効で、mmcli がその役割を担います。',
      },
    ],
    tries: [
      {
        en: 'Debian, Raspberry Pi OS: sudo apt install modemmanager. Or use the udev rule shown here.',
        ja: 'Debian、Raspberry Pi OS: sudo apt install modemmanager。または表示された udev ルールを使用してください。',
      },
    ],
  },
  'mm-refused': {
    meaning: {
      en: 'ModemManager did not hand the modem over.',
      ja: 'ModemManager がモデムを解放しませんでした。',
    },
    causes: [
      {
        en: 'The right was not granted (polkit asks on a desktop), or somebody else holds the modem already.',
        ja: '権限が与えられなかった（デスクトップでは polkit が確認します）か、別のプログラムが占有中です。',
      },
    ],
    tries: [
      {
        en: 'Answer the question on the desktop, or use the udev rule, which needs no right afterwards.',
        ja: 'デスクトップの確認画面で許可するか、udev ルールを使用してください（以後の権限は不要です）。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
