import type { Words } from '../words'
import type { Understood } from './probed'

/** What each kind of talk means, for people. */
export const probedWords: {
  readonly [found in Understood]: Words
} = {
  at: { en: 'Answers AT.', ja: 'AT に応答します。' },
  nmea: {
    en: 'GPS sentences (NMEA); nothing was sent to it.',
    ja: 'GPS（NMEA）が出力されています。何も送信していません。',
  },
  diag: {
    en: 'Frames between 7E that are no PPP: the DIAG port of the modem. Leave it alone.',
    ja: 'PPP ではない 7E 区切りのフレームです。モデムの DIAG ポートのため、使用しないでください。',
  },
  ppp: {
    en: 'PPP: the modem is in data mode; a call is open.',
    ja: 'PPP を検出しました。モデムはデータモード（通信中）です。',
  },
  cmux: {
    en: 'CMUX: an earlier program left the multiplexer on.',
    ja: 'CMUX を検出しました。以前のプログラムがマルチプレクサーを終了していません。',
  },
  'echo only': {
    en: 'What is sent comes back and nothing more: RX and TX are joined, or the speed is wrong.',
    ja: '送信した文字だけが返ります。RX と TX の短絡か、通信速度の誤りです。',
  },
  text: {
    en: 'Text, but no answer to AT: a boot message, a console or another device.',
    ja: 'テキストは出力されますが、AT に応答しません（起動メッセージ、コンソール、別のデバイスなど）。',
  },
  noise: {
    en: 'Octets that make no sense: the speed is wrong, or it is no modem.',
    ja: '意味をなさないデータです。通信速度の誤りか、モデムではありません。',
  },
  nothing: {
    en: 'Silent: the modem is off, sleeps, or this is not its AT port.',
    ja: '応答がありません。電源オフ、スリープ中、または AT ポートではありません。',
  },
}
