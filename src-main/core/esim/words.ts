import type { Words } from '../words'
import type { DownloadPhase } from './download-state'

export const downloadPhaseWords: { readonly [phase in DownloadPhase]: Words } = {
  card: { en: 'The eUICC is asked.', ja: 'eUICC に問い合わせています。' },
  server: { en: 'The server is asked.', ja: 'サーバーに問い合わせています。' },
  authentication: {
    en: 'Server and eUICC look at each other’s certificates.',
    ja: 'サーバーと eUICC が互いの証明書を検証しています。',
  },
  confirmation: {
    en: 'The eUICC confirms the profile.',
    ja: 'eUICC がプロファイルを確認しています。',
  },
  package: {
    en: 'The server makes the profile ready.',
    ja: 'サーバーがプロファイルを準備しています。',
  },
  installation: {
    en: 'The profile is written to the eUICC; it can no longer be cancelled.',
    ja: 'プロファイルを eUICC に書き込んでいます（中止できません）。',
  },
  cancelling: {
    en: 'It is being cancelled: eUICC and server are told.',
    ja: '中止しています（eUICC とサーバーに通知中）。',
  },
}
