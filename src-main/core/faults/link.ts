import type { FaultRow } from './row'

export const linkFaults = {
  'link-down': {
    meaning: { en: 'The PPP link is down.', ja: 'PPP リンクが切断されています。' },
    causes: [
      { en: 'The modem or the network ended the call.', ja: 'モデムまたは網側が切断しました。' },
    ],
    tries: [
      {
        en: 'Look at the last lines of the log, then connect again.',
        ja: 'ログの末尾を確認し、再接続してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
