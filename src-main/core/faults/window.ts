import type { FaultRow } from './row'

export const windowFaults = {
  'read-only': {
    meaning: {
      en: 'This window may look, and nothing else.',
      ja: 'このウィンドウは閲覧専用です。',
    },
    causes: [
      {
        en: 'It was opened with the token of --read-token-file.',
        ja: '--read-token-file のトークンで開かれています。',
      },
    ],
    tries: [
      {
        en: 'To use the modem, open the address with the other token.',
        ja: 'モデムを操作するには、もう一方のトークンを付けたアドレスを開いてください。',
      },
    ],
  },
  'window-missing': {
    meaning: {
      en: 'The window cannot be opened from here.',
      ja: 'ここからはウィンドウを開けません。',
    },
    causes: [
      {
        en: 'The command was installed by npm or as modem-bench-cli, which bring no Electron.',
        ja: 'npm または modem-bench-cli でインストールしたコマンドには Electron が含まれていません。',
      },
      {
        en: 'This session has no display, as over ssh.',
        ja: 'ssh 接続など、このセッションにはディスプレイがありません。',
      },
    ],
    tries: [
      {
        en: 'In the source folder, npm start fetches Electron and opens the window.',
        ja: 'ソースフォルダーでは npm start を実行すると、Electron を取得してウィンドウを開きます。',
      },
      {
        en: 'modem-bench serve shows the same console in a browser, without Electron and without a display.',
        ja: 'modem-bench serve を実行すると、Electron もディスプレイも使わずに同じコンソールをブラウザーで表示できます。',
      },
      {
        en: 'Install the package for your system (deb, rpm, dmg, exe), which brings the window, or put Electron beside this command: npm install -g electron',
        ja: 'ウィンドウを含むパッケージ（deb、rpm、dmg、exe）をインストールするか、このコマンドと同じ場所に Electron を追加してください：npm install -g electron',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
