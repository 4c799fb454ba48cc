import type { Words } from '@core/words'

export const needsTerminal: Words = {
  en: 'This lpac gives up before the card has answered (2.3.0 does, by its back-end stdio), and its back-end at needs Linux and socat. Take another version of lpac.',
  ja: 'この lpac はカードの応答を待たずに終了します（2.3.0 の stdio バックエンドの不具合）。代わりの at バックエンドには Linux と socat が必要です。lpac の別のバージョンを使用してください。',
}
