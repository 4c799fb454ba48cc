import type { FaultRow } from './row'

/** What an alert was to do and could not. */
export const alertFaults = {
  'alert-webhook-port': {
    meaning: {
      en: 'Nothing can be posted to a webhook at this port.',
      ja: 'このポートの Webhook には送信できません。',
    },
    causes: [
      {
        en: 'The port is kept for another protocol, such as 25 for mail; whoever speaks HTTP keeps away from it.',
        ja: '25（メール）など、別のプロトコル用に予約されたポートです。HTTP では使えません。',
      },
    ],
    tries: [
      {
        en: 'Have the server listen at another port, such as 80, 443 or 8080.',
        ja: 'サーバーを 80、443、8080 など別のポートで待ち受けてください。',
      },
    ],
  },
  'alert-webhook': {
    meaning: {
      en: 'The webhook of an alert did not take what was posted.',
      ja: 'アラートの Webhook に送信できませんでした。',
    },
    causes: [
      {
        en: 'The address is wrong or was withdrawn, its server is away, or this computer has no way to it.',
        ja: 'アドレスの誤りや失効、サーバーの停止、またはこのコンピューターから接続できないことが考えられます。',
      },
    ],
    tries: [
      {
        en: 'Correct the address of the webhook, and try the alert.',
        ja: 'Webhook のアドレスを直し、アラートをテストしてください。',
      },
    ],
  },
} as const satisfies { readonly [code: string]: FaultRow }
