import type { Words } from '@core/words'

export const tokenMissing: Words = {
  en: 'Its token is not kept: open it once more, and keep the token. The one of --read-token-file suffices.',
  ja: 'トークンが保存されていません。もう一度開き、トークンを保存してください（--read-token-file のトークンで十分です）。',
}
export const notVouched: Words = {
  en: 'Nobody vouches for its certificate: open it once, and compare the fingerprint with what serve printed.',
  ja: '証明書を確認できません。一度開き、フィンガープリントを serve の表示と比べてください。',
}
export const noFigures: Words = {
  en: 'What it answered is no figures of a bench: it may be of another version. Bring both to the same one.',
  ja: 'ベンチの状態として読み取れない応答です。バージョンが異なる可能性があります。両方を同じバージョンにしてください。',
}
