import type { FaultRow } from './row'

/** What the modem's own sockets, names, pings and requests can meet. */
export const insideFaults = {
  'inside-no-connection': {
    meaning: {
      en: 'The modem got no connection to the server.',
      ja: 'モデムからサーバーへ接続できませんでした。',
    },
    causes: [
      {
        en: 'The data connection carries nothing, the server or its port does not answer, or a filter drops the packets.',
        ja: 'データ接続が通じていない、サーバーまたはポートの無応答、またはフィルターによる破棄です。',
      },
    ],
    tries: [
      {
        en: 'Ping 8.8.8.8 from the modem: without an answer look at the address (AT+CGPADDR), the APN and the plan.',
        ja: 'モデムから 8.8.8.8 に ping してください。応答がなければ、アドレス（AT+CGPADDR）、APN、契約を確認してください。',
      },
      {
        en: 'With an answer check the server’s name and port; try another server that is known to answer.',
        ja: '応答があれば、サーバー名とポート番号を確認し、応答が確実な別のサーバーでも試してください。',
      },
    ],
  },
  'inside-no-network': {
    meaning: {
      en: 'The modem’s own data connection did not carry the request.',
      ja: 'モデム自身のデータ接続で要求を送れませんでした。',
    },
    causes: [
      {
        en: 'It is not up, broke down, or is another context than the one the request uses.',
        ja: '未確立、切断済み、または要求が別のコンテキストを使用しています。',
      },
    ],
    tries: [
      {
        en: 'Activate it first (AT+NETOPEN, AT+QIACT=1, AT+CNACT=0,1 or AT+SAPBR=1,1), ask its address, then repeat the request.',
        ja: '先に接続を有効化し（AT+NETOPEN、AT+QIACT=1、AT+CNACT=0,1、AT+SAPBR=1,1 など）、アドレスを確認してから再試行してください。',
      },
      {
        en: 'Look at signal and registration at that moment.',
        ja: 'そのときの電波と登録状態を確認してください。',
      },
    ],
  },
  'inside-not-resolved': {
    meaning: {
      en: 'The modem could not look up the name.',
      ja: 'モデムで名前解決に失敗しました。',
    },
    causes: [
      {
        en: 'The name server does not answer, the name does not exist there, or the data connection carries nothing.',
        ja: 'DNS サーバーの無応答、名前が存在しない、またはデータ接続が通じていません。',
      },
    ],
    tries: [
      {
        en: 'Ping 8.8.8.8 from the modem: without an answer the connection is at fault, not the name.',
        ja: 'モデムから 8.8.8.8 に ping してください。応答がなければ、名前ではなく接続の問題です。',
      },
      {
        en: 'With an answer check the spelling of the name, then set another name server (8.8.8.8).',
        ja: '応答があれば、名前の綴りを確認し、別の DNS サーバー（8.8.8.8 など）を設定してください。',
      },
    ],
  },
  'inside-not-begun': {
    meaning: {
      en: 'The modem itself could not carry out the request; nothing went to the server.',
      ja: 'モデム自身が要求を実行できず、サーバーには何も送られていません。',
    },
    causes: [
      {
        en: 'A parameter is wrong, memory or sockets have run out, or another request is still running.',
        ja: 'パラメーターの誤り、メモリやソケットの不足、または実行中の別の要求です。',
      },
    ],
    tries: [
      {
        en: 'Compare the command with the manual; close what is not needed, or restart the modem, and try again.',
        ja: 'コマンドをマニュアルと照合し、不要な接続を閉じるかモデムを再起動して、再試行してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
