import { type Says, says } from './says'

/** What wvdial concludes beside the exchange that it shows; a mail puts its marks before it. */
export const wvdial: readonly Says[] = [
  says(
    /^(?:> ?)*--> Timed out while dialing/i,
    'ppp',
    'failure',
    'wvdial waited a minute for CONNECT, and gave this dial up.',
    'wvdial は CONNECT を 1 分待ち、このダイヤルを打ち切りました。',
    'dial-no-answer',
  ),
  says(
    /^(?:> ?)*--> Modem not responding/i,
    'port',
    'failure',
    'The modem does not answer wvdial’s commands: wrong port or speed, or it is in data mode already, as behind a dial among the Init lines.',
    'モデムが wvdial のコマンドに応答しません。ポートや通信速度の誤り、または（Init 行でダイヤルした場合など）既にデータモードであることが考えられます。',
    'at-unresponsive',
  ),
]
