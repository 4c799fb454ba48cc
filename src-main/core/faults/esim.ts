import type { FaultRow } from './row'

/** The profiles of an eUICC (GSMA SGP.22). */
export const esimFaults = {
  'esim-none': {
    meaning: {
      en: 'The card in the slot is no eUICC, or the modem opens no channel to it.',
      ja: 'カードが eUICC ではないか、モデムがカードへのチャネルを開けません。',
    },
    causes: [
      {
        en: 'An ordinary SIM has one profile and no ISD-R; some modems lack AT+CCHO, or keep ISD-R for themselves.',
        ja: '通常の SIM には ISD-R がありません。AT+CCHO に非対応のモデムや、ISD-R への接続を許可しないモデムもあります。',
      },
    ],
    tries: [
      {
        en: 'See AT+CCHO=?; a modem with two SIM slots may stand on the other one.',
        ja: 'AT+CCHO=? を確認してください。SIM スロットが 2 つあるモデムでは、選択中のスロットも確認してください。',
      },
    ],
  },
  'esim-no-such': {
    meaning: {
      en: 'The eUICC has no profile with this ICCID; nothing was changed.',
      ja: 'この ICCID のプロファイルはありません。何も変更していません。',
    },
    causes: [
      { en: 'It was mistyped, or deleted before.', ja: '入力ミスか、すでに削除されています。' },
    ],
    tries: [
      {
        en: 'Read the list and take the whole ICCID from there.',
        ja: '一覧を読み込み、ICCID 全体を指定してください。',
      },
    ],
  },
  'esim-state': {
    meaning: {
      en: 'There is nothing to do; nothing was changed.',
      ja: 'すでにその状態です。何も変更していません。',
    },
    causes: [
      {
        en: 'It was enabled or disabled before, by you or by the modem.',
        ja: '以前に、手動またはモデムによって切り替えられています。',
      },
    ],
    tries: [
      {
        en: 'Read the list to see which profile is enabled.',
        ja: '一覧を読み込み、有効なプロファイルを確認してください。',
      },
    ],
  },
  'esim-enabled': {
    meaning: {
      en: 'An enabled profile cannot be deleted; nothing was changed.',
      ja: '有効なプロファイルは削除できません。何も変更していません。',
    },
    causes: [{ en: 'The modem uses it.', ja: 'モデムが使用しています。' }],
    tries: [
      {
        en: 'Enable another profile first, or disable this one.',
        ja: '先に別のプロファイルを有効にするか、このプロファイルを無効にしてください。',
      },
    ],
  },
  'esim-policy': {
    meaning: {
      en: 'The operator of this profile does not allow that; nothing was changed.',
      ja: 'このプロファイルの事業者が許可していません。何も変更していません。',
    },
    causes: [
      {
        en: 'A profile policy rule (PPR1: not to be disabled, PPR2: not to be deleted) came with it.',
        ja: 'プロファイルポリシールール（PPR1：無効化禁止、PPR2：削除禁止）が設定されています。',
      },
    ],
    tries: [{ en: 'Ask the operator.', ja: '事業者に問い合わせてください。' }],
  },
  'esim-name': {
    meaning: {
      en: 'This name does not fit; nothing was changed.',
      ja: 'この名前は使えません。何も変更していません。',
    },
    causes: [
      {
        en: 'A name has 64 octets of UTF-8 at most, and no control characters: about 21 Japanese characters.',
        ja: '名前は UTF-8 で 64 オクテット（日本語で約 21 文字）までで、制御文字は使えません。',
      },
    ],
    tries: [{ en: 'Take another one.', ja: '別の名前にしてください。' }],
  },
  'esim-refused': {
    meaning: { en: 'The eUICC refused it.', ja: 'eUICC が要求を拒否しました。' },
    causes: [
      {
        en: 'What it said is named with it; a card that is busy, or a modem that resets its card meanwhile, refuses for a while.',
        ja: '応答の内容を併せて示しています。カードの処理中や、モデムによるカードのリセット中は、一時的に拒否されます。',
      },
    ],
    tries: [
      {
        en: 'Read the list again, and try once more in a minute.',
        ja: '一覧を読み込み直し、1 分ほど待ってから再試行してください。',
      },
    ],
  },
  'esim-unclear': {
    meaning: {
      en: 'An answer of the modem or its eUICC was not understood.',
      ja: 'モデムまたは eUICC の応答を解釈できませんでした。',
    },
    causes: [
      {
        en: 'The modem cut it, or the card follows another version of GSMA SGP.22.',
        ja: 'モデムが応答を途中で切ったか、カードが GSMA SGP.22 の別のバージョンに準拠しています。',
      },
    ],
    tries: [
      {
        en: 'Look at the answer in the log, and read the list again.',
        ja: 'ログで応答を確認し、一覧を読み込み直してください。',
      },
    ],
  },
  'esim-unsure': {
    meaning: {
      en: 'The eUICC has done it, but the card cannot be read since.',
      ja: '操作は完了しましたが、その後カードを読めません。',
    },
    causes: [
      {
        en: 'The modem reads the card anew and takes longer, or wants a restart for it.',
        ja: 'モデムがカードを読み直しているか、再起動が必要です。',
      },
    ],
    tries: [
      {
        en: 'Read again in half a minute; else restart the modem (AT+CFUN=1,1) and read then.',
        ja: '30 秒ほど待って読み込み直してください。読めない場合は、モデムを再起動（AT+CFUN=1,1）してください。',
      },
    ],
  },
  'esim-lpac-missing': {
    meaning: {
      en: 'Profiles are downloaded by lpac, a free program that speaks with the operator’s server, and it is not installed on this computer.',
      ja: 'プロファイルのダウンロードには lpac（事業者のサーバーと通信するフリーソフト）が必要ですが、このコンピューターにインストールされていません。',
    },
    causes: [
      {
        en: 'No program lpac is in the folders of PATH.',
        ja: 'PATH のフォルダーに lpac がありません。',
      },
    ],
    tries: [
      {
        en: 'Try again when it is there; nothing has to be restarted. Listing, enabling, renaming and deleting profiles need no lpac.',
        ja: 'インストール後、再試行してください（再起動は不要です）。一覧、有効化、名前の変更、削除には lpac は不要です。',
      },
    ],
  },
  'esim-lpac': {
    meaning: {
      en: 'lpac ended without a result; nothing was installed.',
      ja: 'lpac が結果を返さずに終了しました。何もインストールしていません。',
    },
    causes: [
      {
        en: 'It is older than 2.0, lacks a library, or was ended by somebody.',
        ja: '2.0 より古い、ライブラリーが足りない、または外部から終了されました。',
      },
    ],
    tries: [
      {
        en: 'Run lpac version in a terminal; it must print a line of JSON.',
        ja: 'ターミナルで lpac version を実行し、JSON が 1 行表示されるか確認してください。',
      },
    ],
  },
  'esim-code': {
    meaning: {
      en: 'This is no activation code; nothing was sent.',
      ja: 'アクティベーションコードの形式ではありません。何も送信していません。',
    },
    causes: [
      {
        en: 'A character is missing, or it is a code of another kind, such as a PUK.',
        ja: '文字が欠けているか、PUK など別の種類のコードです。',
      },
    ],
    tries: [
      {
        en: 'Give what the QR code holds: LPA:1$SERVER$ID. In a shell, put it between single quotes, since $ has a meaning there.',
        ja: 'QR コードの内容（LPA:1$サーバー$ID）を指定してください。シェルでは $ が解釈されるため、一重引用符で囲みます。',
      },
    ],
  },
  'esim-confirmation': {
    meaning: {
      en: 'This profile wants the right confirmation code beside its activation code; nothing was installed.',
      ja: 'このプロファイルには、アクティベーションコードのほかに正しい確認コードが必要です。何もインストールしていません。',
    },
    causes: [
      {
        en: 'It was left out or mistyped; after some wrong ones the server gives the profile to nobody.',
        ja: '入力されていないか、誤っています。何度か誤ると、サーバーはプロファイルを渡さなくなります。',
      },
    ],
    tries: [
      {
        en: 'Look for it in what the operator sent; it often comes in another letter than the code.',
        ja: '事業者からの案内を確認してください。別の連絡で届くことがよくあります。',
      },
    ],
  },
  'esim-server': {
    meaning: {
      en: 'The server of the profiles (SM-DP+) gave none; nothing was installed.',
      ja: 'プロファイルのサーバー（SM-DP+）から取得できませんでした。何もインストールしていません。',
    },
    causes: [
      {
        en: 'It could not be reached, or does not know the code, the eUICC or its certificate.',
        ja: '接続できないか、サーバーがコード、eUICC またはその証明書を受け付けません。',
      },
    ],
    tries: [
      {
        en: 'Look whether this computer reaches https://SERVER; then whether the code is whole and unused. A code that is used up only the operator can give anew.',
        ja: 'このコンピューターから https://サーバー に接続できるか、次にコードが完全で未使用かを確認してください。使用済みの場合は、事業者に再発行を依頼してください。',
      },
    ],
  },
  'esim-install': {
    meaning: {
      en: 'The eUICC did not take the profile.',
      ja: 'eUICC がプロファイルを受け付けませんでした。',
    },
    causes: [
      {
        en: 'It has too little memory, has the profile already, or found a part of it wrong.',
        ja: '空き容量が足りないか、同じプロファイルがすでにあるか、内容の一部が不正です。',
      },
    ],
    tries: [
      {
        en: 'Read the list and the free memory; ask the operator whether the code can be used again.',
        ja: '一覧と空きメモリを確認し、コードを再利用できるか事業者に問い合わせてください。',
      },
    ],
  },
  'esim-cancelled': {
    meaning: {
      en: 'It was cancelled; no profile was installed.',
      ja: '中止しました。プロファイルはインストールしていません。',
    },
    causes: [
      {
        en: 'By you, or since the port was closed.',
        ja: '操作による中止か、ポートが閉じられました。',
      },
    ],
    tries: [
      {
        en: 'Begin again; if the server calls the code used, wait some minutes.',
        ja: 'もう一度始めてください。コードが使用済みとされる場合は、数分待ってください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
