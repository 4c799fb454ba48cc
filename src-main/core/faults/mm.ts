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
  'mm-unknown': {
    meaning: {
      en: 'Whether ModemManager drives this port is not known: it did not answer.',
      ja: 'ModemManager から応答がなく、このポートを管理しているかどうか確認できません。',
    },
    causes: [
      {
        en: 'The computer or D-Bus is busy, ModemManager hangs, or the right to ask is missing.',
        ja: 'コンピューターまたは D-Bus の負荷が高い、ModemManager が応答しない、または問い合わせる権限がありません。',
      },
    ],
    tries: [
      { en: 'Ask again in a moment.', ja: '少し待ってからもう一度確認してください。' },
      {
        en: 'systemctl status ModemManager says whether it runs; mmcli -L lists what it drives. The udev rule shown here keeps it off in any case.',
        ja: 'systemctl status ModemManager で動作状況、mmcli -L で管理中のモデムを確認できます。表示された udev ルールを使えば、いずれの場合も対象外にできます。',
      },
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
