import type { FaultRow } from './row'

export const windowFaults = {
  'read-only': {
    meaning: {
      en: 'This token lets you look, and nothing else.',
      ja: 'このトークンでは閲覧のみ可能です。',
    },
    causes: [
      {
        en: 'It was opened with the token of --read-token-file, or with one of the role read.',
        ja: '--read-token-file のトークンか、権限が read のトークンで開かれています。',
      },
    ],
    tries: [
      {
        en: 'To use the modem, open the address with the other token; on the command line give the file of that one by --token-file.',
        ja: 'モデムを操作するには、もう一方のトークンを付けたアドレスを開いてください。コマンドラインでは、そのトークンのファイルを --token-file で指定します。',
      },
    ],
  },
  'not-administrator': {
    meaning: {
      en: 'This token lets you use the modems, but not change what the bench keeps.',
      ja: 'このトークンではモデムを操作できますが、保存される設定は変更できません。',
    },
    causes: [
      {
        en: 'It has the role use. Settings, presets, macros and boards are changed with the role administer.',
        ja: 'トークンの権限が use です。設定、プリセット、マクロ、ボードの変更には administer が必要です。',
      },
    ],
    tries: [
      {
        en: 'Make one with: modem-bench token new NAME --role administer, on the computer where serve runs.',
        ja: 'serve を実行しているコンピューターで modem-bench token new NAME --role administer を実行し、新しいトークンを作成してください。',
      },
    ],
  },
  'host-unreachable': {
    meaning: {
      en: 'The bench on the other computer cannot be reached.',
      ja: '接続先の Modem Bench に接続できません。',
    },
    causes: [
      {
        en: 'modem-bench serve does not run there, or the way to it is cut.',
        ja: '接続先で modem-bench serve が動作していないか、途中の経路が切れています。',
      },
    ],
    tries: [
      {
        en: 'Compare the address with the one that modem-bench serve printed, and look whether it still runs.',
        ja: 'modem-bench serve が表示したアドレスと一致するか、serve が動作中かを確認してください。',
      },
    ],
  },
  'host-lost': {
    meaning: {
      en: 'The connection to the bench on the other computer was lost.',
      ja: '接続先の Modem Bench との接続が切れました。',
    },
    causes: [
      {
        en: 'modem-bench serve ended there, or the way to it is cut.',
        ja: '接続先の modem-bench serve が終了したか、途中の経路が切れています。',
      },
    ],
    tries: [
      {
        en: 'Look whether modem-bench serve still runs there. If it does, what was begun goes on: open its window in a browser to see it.',
        ja: '接続先で modem-bench serve が動作中か確認してください。動作中なら、開始した処理は継続しています。ブラウザーでそのウィンドウを開くと確認できます。',
      },
    ],
  },
  'host-refused': {
    meaning: {
      en: 'The bench on the other computer lets nobody in with this.',
      ja: '接続先の Modem Bench に接続を拒否されました。',
    },
    causes: [
      {
        en: 'The token is another one, or no longer the one of that bench.',
        ja: 'トークンが異なるか、接続先で変更されています。',
      },
    ],
    tries: [
      {
        en: 'Give the token that serve has there: it is behind ?token= in the address that it printed, and in its token file. On the command line that file is given by --token-file.',
        ja: '接続先の serve のトークンを指定してください。トークンは、表示されたアドレスの ?token= の後と、接続先のトークンファイルにあります。コマンドラインではそのファイルを --token-file で指定します。',
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
