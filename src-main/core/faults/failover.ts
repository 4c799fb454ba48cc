import type { FaultRow } from './row'

/** What can be wrong with a failover, or a run on it, beyond what happens to its modems. */
export const failoverFaults = {
  'failover-off': {
    meaning: { en: 'No failover is running.', ja: '切り替え制御は動作していません。' },
    causes: [
      {
        en: 'It was not started, or was stopped.',
        ja: '開始していないか、停止されています。',
      },
    ],
    tries: [{ en: 'Start the failover first.', ja: '先に切り替え制御を開始してください。' }],
  },
  'soak-none': {
    meaning: { en: 'There is no run to report on.', ja: '報告できる連続試験がありません。' },
    causes: [
      {
        en: 'None was started since the program started, or resumed.',
        ja: 'プログラムの起動後に、連続試験を開始も再開もしていません。',
      },
    ],
    tries: [
      {
        en: 'Start a run, or resume the one that was interrupted.',
        ja: '連続試験を開始するか、中断したものを再開してください。',
      },
    ],
  },
  'soak-in-use': {
    meaning: {
      en: 'Another running program has the soak run, or the links, of this data folder.',
      ja: 'このデータフォルダーの連続試験またはリンクは、別の実行中のプログラムが使用しています。',
    },
    causes: [
      {
        en: 'The console runs it in the background, in another window or as a service, or the command line does.',
        ja: 'コンソールがバックグラウンド、別のウィンドウ、またはサービスとして実行中か、コマンドラインで実行中です。',
      },
    ],
    tries: [
      {
        en: 'Watch the run there; stop it there before one is started here.',
        ja: '実行中のプログラムで確認してください。ここで開始するには、先にそちらを停止してください。',
      },
      {
        en: 'Set MODEM_BENCH_DATA to another folder to run two at once, on other modems.',
        ja: '別のモデムで同時に実行するには、MODEM_BENCH_DATA で別のフォルダーを指定してください。',
      },
    ],
  },
  'idle-busy': {
    meaning: {
      en: 'A failover or a run uses the link, so it is never silent.',
      ja: '切り替え制御または連続試験がリンクを使用中のため、無通信になりません。',
    },
    causes: [
      {
        en: 'Health checks and uploads are traffic, and traffic is what the measurement must not have.',
        ja: '死活監視とアップロードは通信であり、無通信時間の測定とは両立しません。',
      },
    ],
    tries: [
      {
        en: 'Stop the failover, connect the slot by itself, and measure then.',
        ja: '切り替え制御を停止し、スロットを単独で接続してから測定してください。',
      },
    ],
  },
  'nmcli-failed': {
    meaning: {
      en: 'NetworkManager refused what was asked of it.',
      ja: 'NetworkManager が要求を拒否しました。',
    },
    causes: [
      {
        en: 'The modem is not managed by it, or ModemManager does not run.',
        ja: 'モデムが管理対象でないか、ModemManager が動作していません。',
      },
      {
        en: 'This user may not change connections.',
        ja: 'このユーザーに接続を変更する権限がありません。',
      },
    ],
    tries: [
      {
        en: 'Look at the devices with nmcli device; the modem must be listed there as gsm.',
        ja: 'nmcli device で、モデムが gsm として表示されるか確認してください。',
      },
      {
        en: 'Run it with --dry-run and try the commands by hand.',
        ja: '--dry-run で表示されるコマンドを手動で試してください。',
      },
    ],
  },
  'nmcli-missing': {
    meaning: { en: 'nmcli is not installed.', ja: 'nmcli がインストールされていません。' },
    causes: [
      {
        en: 'This computer does not use NetworkManager.',
        ja: 'このコンピューターでは NetworkManager を使用していません。',
      },
    ],
    tries: [
      {
        en: 'Install network-manager, or leave the operating system’s own link out.',
        ja: 'network-manager をインストールするか、OS 側のリンクを使わない設定にしてください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
