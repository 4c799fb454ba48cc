import type { Words } from '@core/words'
import type { ShareNews } from '@platform/serial/rfc2217/shared-port'

export const gone = (port: string): Words => ({
  en: `${port} is gone; it is offered again when it is back.`,
  ja: `${port} が消えました。戻り次第、再び公開します。`,
})

export const back = (port: string): Words => ({
  en: `${port} is back.`,
  ja: `${port} が戻りました。`,
})

export const openToAll: Words = {
  en: 'everybody in this network can use the port: nothing is encrypted, and nobody is asked for a password.',
  ja: 'このネットワークの誰でもポートを使えます。通信は暗号化されず、パスワードも求められません。',
}

export function newsOf(news: ShareNews): Words {
  const { who } = news
  switch (news.kind) {
    case 'came':
      return { en: `${who} came.`, ja: `${who} が接続しました。` }
    case 'writes':
      return { en: `${who} writes.`, ja: `${who} が書き込みます。` }
    case 'left':
      return { en: `${who} left.`, ja: `${who} が切断しました。` }
    case 'slow':
      return {
        en: `${who} does not take what the port says, and was let go.`,
        ja: `${who} がデータを受け取らないため、切断しました。`,
      }
    case 'full':
      return {
        en: `${who} was turned away: ${news.most} programs are here already.`,
        ja: `${who} の接続を断りました。すでに ${news.most} 個のプログラムが接続しています。`,
      }
  }
}
