import type { FaultRow } from './row'

/** What asking SORACOM's platform can meet. */
export const soracomFaults = {
  'soracom-signed-out': {
    meaning: {
      en: 'Nobody is signed in to SORACOM.',
      ja: 'SORACOM にサインインしていません。',
    },
    causes: [
      {
        en: 'No key, SAM user or profile was given, or the account was signed out.',
        ja: '認証キー、SAM ユーザー、プロファイルのいずれも指定されていないか、サインアウト済みです。',
      },
    ],
    tries: [
      {
        en: 'In the window: Link, SORACOM, Sign in. On the command line: --profile NAME of the soracom command, or MODEM_BENCH_SORACOM_AUTH_KEY_ID and MODEM_BENCH_SORACOM_AUTH_KEY.',
        ja: 'ウィンドウでは「リンク」→「SORACOM」→「サインイン」を使ってください。コマンドラインでは soracom コマンドの --profile NAME か、環境変数 MODEM_BENCH_SORACOM_AUTH_KEY_ID と MODEM_BENCH_SORACOM_AUTH_KEY を指定してください。',
      },
    ],
  },
  'soracom-sign-in': {
    meaning: {
      en: 'SORACOM refuses to sign this account in.',
      ja: 'SORACOM へのサインインが拒否されました。',
    },
    causes: [
      {
        en: 'The key, user or password is wrong or was revoked, or the account belongs to the other coverage.',
        ja: '認証キー・ユーザー名・パスワードが誤っているか失効している、またはカバレッジタイプが異なります。',
      },
      {
        en: 'The user needs a second factor, which is not asked for here.',
        ja: '多要素認証（MFA）が必要なユーザーです。ここでは MFA に対応していません。',
      },
    ],
    tries: [
      {
        en: 'Make a new authentication key for a SAM user in the SORACOM User Console, and choose the coverage (Japan or Global) of that account.',
        ja: 'SORACOM ユーザーコンソールで SAM ユーザーの認証キーを発行し、そのアカウントのカバレッジタイプ（日本またはグローバル）を選んでください。',
      },
    ],
  },
  'soracom-forbidden': {
    meaning: {
      en: 'The account may not do this on SORACOM.',
      ja: 'このアカウントには SORACOM でこの操作を行う権限がありません。',
    },
    causes: [
      {
        en: 'The permissions of the SAM user leave it out.',
        ja: 'SAM ユーザーの権限設定で許可されていません。',
      },
    ],
    tries: [
      {
        en: 'Allow what the answer names in the SAM user’s permissions, then sign in again: permissions count from the next sign-in.',
        ja: '応答に示された権限を SAM ユーザーに許可し、サインインし直してください（権限は次のサインインから有効です）。',
      },
    ],
  },
  'soracom-no-sim': {
    meaning: {
      en: 'This account of SORACOM has no such SIM.',
      ja: 'この SORACOM アカウントに該当する SIM がありません。',
    },
    causes: [
      {
        en: 'The SIM belongs to another operator or to the other coverage, or is none of SORACOM’s.',
        ja: '別のオペレーターまたは別のカバレッジタイプの SIM か、SORACOM 以外の SIM です。',
      },
    ],
    tries: [
      {
        en: 'Compare the ICCID with the list in the User Console; sign in with the other coverage if it is there.',
        ja: 'ユーザーコンソールの SIM 一覧と ICCID を照合し、別のカバレッジタイプにあればそちらでサインインしてください。',
      },
    ],
  },
  'soracom-offline': {
    meaning: {
      en: 'The SIM has no session on SORACOM now.',
      ja: 'SIM は現在 SORACOM とのセッションがありません（オフライン）。',
    },
    causes: [
      {
        en: 'The modem is not connected, or its session was deleted already.',
        ja: 'モデムが未接続か、セッションがすでに切断されています。',
      },
    ],
    tries: [
      { en: 'Connect the modem, then try again.', ja: 'モデムを接続してから再実行してください。' },
    ],
  },
  'soracom-busy': {
    meaning: {
      en: 'SORACOM wants fewer questions: its limit is reached.',
      ja: 'SORACOM API の呼び出し回数が上限に達しました。',
    },
    causes: [
      {
        en: 'Other programs ask with the same account, too.',
        ja: '同じアカウントを使うほかのプログラムも API を呼び出しています。',
      },
    ],
    tries: [
      {
        en: 'Wait for the time named, then try again; what watches here waits by itself.',
        ja: '表示された時間だけ待ってから再実行してください。監視中の場合は自動的に待機します。',
      },
    ],
  },
  'soracom-down': {
    meaning: {
      en: 'SORACOM’s API answers with an error of its own.',
      ja: 'SORACOM API がサーバーエラーを返しました。',
    },
    causes: [
      { en: 'A fault or work on their side.', ja: 'SORACOM 側の障害またはメンテナンスです。' },
    ],
    tries: [
      {
        en: 'Look at SORACOM’s status page and try again later; the modem is not the cause.',
        ja: 'SORACOM の障害・メンテナンス情報を確認し、時間をおいて再実行してください。モデム側の問題ではありません。',
      },
    ],
  },
  'soracom-unreachable': {
    meaning: {
      en: 'SORACOM’s API cannot be reached from this computer.',
      ja: 'このコンピューターから SORACOM API に接続できません。',
    },
    causes: [
      {
        en: 'This computer has no internet of its own, or a firewall or proxy keeps it back. The modem’s link is not used for this.',
        ja: 'このコンピューター自体がインターネットに接続していないか、ファイアウォールやプロキシに遮断されています。この通信にモデムの回線は使いません。',
      },
    ],
    tries: [
      {
        en: 'Open https://api.soracom.io in a browser on this computer (Global: https://g.api.soracom.io).',
        ja: 'このコンピューターのブラウザーで https://api.soracom.io（グローバルは https://g.api.soracom.io）を開けるか確認してください。',
      },
    ],
  },
  'soracom-certificate': {
    meaning: {
      en: 'The certificate of SORACOM’s API does not hold on this computer; no key was sent.',
      ja: 'SORACOM API の証明書を検証できません（認証情報は送信していません）。',
    },
    causes: [
      {
        en: 'The clock of this computer is wrong, or a proxy puts its own certificate in between.',
        ja: 'コンピューターの時計がずれているか、プロキシが独自の証明書に差し替えています。',
      },
    ],
    tries: [
      {
        en: 'Set date and time of this computer. Behind such a proxy name its certificate by NODE_EXTRA_CA_CERTS.',
        ja: 'コンピューターの日付と時刻を合わせてください。プロキシの場合は、その証明書を NODE_EXTRA_CA_CERTS で指定してください。',
      },
    ],
  },
  'soracom-odd-answer': {
    meaning: {
      en: 'SORACOM’s answer is not what its API description says.',
      ja: 'SORACOM API の応答が公開仕様の形式と一致しません。',
    },
    causes: [
      {
        en: 'A proxy or a sign-in page of the network answered in its place, or the API has changed.',
        ja: 'プロキシやネットワークの認証画面が代わりに応答したか、API の仕様が変わりました。',
      },
    ],
    tries: [
      {
        en: 'Open https://api.soracom.io in a browser; look for a newer version of Modem Bench.',
        ja: 'ブラウザーで https://api.soracom.io を開いて確認し、Modem Bench の新しいバージョンも確認してください。',
      },
    ],
  },
  'soracom-refused': {
    meaning: { en: 'SORACOM refuses this.', ja: 'SORACOM が要求を拒否しました。' },
    causes: [
      {
        en: 'The SIM’s plan or state does not allow it; the answer says more.',
        ja: 'SIM のプランまたは状態では実行できません。詳細は応答を確認してください。',
      },
    ],
    tries: [
      {
        en: 'Look at the SIM in the SORACOM User Console.',
        ja: 'SORACOM ユーザーコンソールで SIM の状態を確認してください。',
      },
    ],
  },
  'soracom-no-identity': {
    meaning: {
      en: 'The SIM of this slot is not known: neither its ICCID nor its IMSI was read.',
      ja: 'このスロットの SIM の ICCID と IMSI が不明です。',
    },
    causes: [
      {
        en: 'No port is open, AT is not to be had during the call, or the SIM is locked.',
        ja: 'ポートが開いていない、通信中で AT を使えない、または SIM がロックされています。',
      },
    ],
    tries: [
      {
        en: 'Open the port and let AT+CIMI answer once before connecting; on the command line --sim ICCID works without a modem.',
        ja: 'ポートを開き、接続前に AT+CIMI の応答を一度読み取ってください。コマンドラインでは --sim ICCID でモデムなしに指定できます。',
      },
    ],
  },
  'soracom-cli-missing': {
    meaning: {
      en: 'The soracom command is not installed.',
      ja: 'soracom コマンドがインストールされていません。',
    },
    causes: [
      {
        en: 'It is not on the PATH of this program.',
        ja: 'PATH に soracom コマンドがありません。',
      },
    ],
    tries: [
      {
        en: 'Install soracom-cli and run soracom configure, or sign in with an authentication key.',
        ja: 'soracom-cli をインストールして soracom configure を実行するか、認証キーでサインインしてください。',
      },
    ],
  },
  'soracom-cli-silent': {
    meaning: {
      en: 'The soracom command did not answer in time.',
      ja: 'soracom コマンドが時間内に応答しませんでした。',
    },
    causes: [
      {
        en: 'The network is slow, or the command waits before it tries again: it does so after errors of the server.',
        ja: 'ネットワークが遅いか、サーバーエラー後の再試行を待っています。',
      },
    ],
    tries: [
      {
        en: 'Run it in a terminal: soracom sims list --limit 1.',
        ja: 'ターミナルで soracom sims list --limit 1 を実行して確認してください。',
      },
    ],
  },
  'soracom-cli-failed': {
    meaning: { en: 'The soracom command failed.', ja: 'soracom コマンドが失敗しました。' },
    causes: [
      {
        en: 'The profile does not exist, its file is open to others, or its key was revoked.',
        ja: 'プロファイルが存在しない、設定ファイルのアクセス権が広すぎる、またはキーが失効しています。',
      },
    ],
    tries: [
      {
        en: 'Run soracom configure --profile NAME, then soracom sims list --limit 1 --profile NAME.',
        ja: 'soracom configure --profile NAME を実行し、soracom sims list --limit 1 --profile NAME で確認してください。',
      },
    ],
  },
  'soracom-cli-lacks': {
    meaning: {
      en: 'This needs an authentication key or a SAM user: it is not asked by way of the soracom command.',
      ja: 'この操作には認証キーまたは SAM ユーザーが必要です。soracom コマンド経由では実行できません。',
    },
    causes: [
      {
        en: 'The account is a profile of the soracom command.',
        ja: 'soracom コマンドのプロファイルでサインインしています。',
      },
    ],
    tries: [
      {
        en: 'Sign in with an authentication key, or do it in the SORACOM User Console.',
        ja: '認証キーでサインインするか、SORACOM ユーザーコンソールで実行してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
