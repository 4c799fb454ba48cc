import type { Words } from '@core/words'

export const noSuchCall = (name: string): Words => ({
  en: `There is no call named ${name}.`,
  ja: `${name} という呼び出しはありません。`,
})

export const freeMemory: Words = { en: 'free memory', ja: '空きメモリ' }

export const operatorNotices: Words = { en: 'notices to operators', ja: '事業者への未送信通知' }

export const addressOfOther = (host: string, family: string, asked: string): Words => ({
  en: `${host} is an ${family} address, and ${asked} was asked for.`,
  ja: `${host} は ${family} アドレスですが、${asked} が指定されています。`,
})

export const notUtf: Words = {
  en: 'The file is no text in UTF-8 or UTF-16 (it may be Shift_JIS, or no text at all): save it as UTF-8.',
  ja: 'ファイルが UTF-8 または UTF-16 のテキストではありません（Shift_JIS か、テキスト以外の可能性があります）。UTF-8 で保存し直してください。',
}
