import type { FaultRow } from './row'

/** What an alert was to do and could not. */
export const alertFaults = {
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
