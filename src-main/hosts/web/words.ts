import type { Words } from '@core/words'

export const certificateMadeAnew = (file: string, kept: string): Words => ({
  en: `${file} cannot be read; it was kept as ${kept}, and another certificate was made. Browsers ask once more, and windows of other computers have to compare it anew.`,
  ja: `${file} を読み取れないため、${kept} として残し、証明書を作り直しました。ブラウザーはもう一度確認を求めます。ほかのコンピューターのウィンドウでも、あらためて照合してください。`,
})

export const brokerExpected = (url: string): Words => ({
  en: `--mqtt ${url}: expected mqtt://host[:1883] or mqtts://host[:8883].`,
  ja: `--mqtt ${url}：mqtt://host[:1883] または mqtts://host[:8883] を指定してください。`,
})

export const topicInAddress = (protocol: string, host: string): Words => ({
  en: `--mqtt ${protocol}//${host}…: the address of a broker ends behind its port; what stands before every topic is given by --mqtt-topic.`,
  ja: `--mqtt ${protocol}//${host}…: ブローカーのアドレスはホスト名とポートまでです。トピックの先頭部分は --mqtt-topic で指定してください。`,
})

export const loginInAddress: Words = {
  en: '--mqtt: everyone on this computer can read a login in an address; give it by --mqtt-user and --mqtt-password-file.',
  ja: '--mqtt：アドレスに含めたログイン情報は、このコンピューターの全ユーザーに見えます。--mqtt-user と --mqtt-password-file で指定してください。',
}

export const discoveryPrefixExpected = (prefix: string): Words => ({
  en: `--mqtt-home-assistant ${prefix}: expected the discovery prefix of Home Assistant: a topic without + and #, and without a slash at its ends.`,
  ja: `--mqtt-home-assistant ${prefix}：Home Assistant のディスカバリー接頭辞を指定してください（+ と # を含まず、先頭と末尾がスラッシュでないトピック）。`,
})

export const topicExpected = (prefix: string): Words => ({
  en: `--mqtt-topic ${prefix}: expected a topic without + and #, and without a slash at its ends.`,
  ja: `--mqtt-topic ${prefix}：+ と # を含まず、先頭と末尾がスラッシュでないトピックを指定してください。`,
})

export const lostForRoom = (lost: number): Words => ({
  en: ` There was no room for ${lost} of them: they are lost.`,
  ja: `保存しきれなかった ${lost} 件は失われました。`,
})

export const publishingAgain = (url: string, waiting: number, room: Words): Words => ({
  en: `publishing to ${url}; ${waiting} messages had waited.${room.en}`,
  ja: `${url} へ送信しています（保留 ${waiting} 件）。${room.ja}`,
})

export const waiting: Words = {
  en: 'Messages wait on the disk meanwhile, and it is tried again every 3 s.',
  ja: 'その間メッセージはディスクに保留し、3 秒ごとに再試行します。',
}

export const remedies = {
  login: {
    en: 'The broker refused the login: correct --mqtt-user and --mqtt-password-file, and start serve again.',
    ja: 'ブローカーがログインを拒否しました。--mqtt-user と --mqtt-password-file を修正し、serve を起動し直してください。',
  },
  topic: {
    en: 'Let this user publish there in the broker’s rights, or name another topic by --mqtt-topic.',
    ja: 'ブローカー側で送信を許可するか、--mqtt-topic で別のトピックを指定してください。',
  },
  reach: {
    en: 'Look whether the broker runs, and whether address and port are right (mqtt:// 1883, mqtts:// 8883).',
    ja: 'ブローカーが動作しているか、アドレスとポート（mqtt:// は 1883、mqtts:// は 8883）が正しいかを確認してください。',
  },
} as const

export const notOnDisk = (queue: string, { message }: Error): Words => ({
  en: `${queue} cannot be written (${message}): messages for the broker wait in memory, and end with the program.`,
  ja: `${queue} に書き込めません（${message}）。ブローカーへのメッセージはメモリーだけに保留され、プログラムの終了とともに失われます。`,
})

export const messagesSpoilt = (queue: string, count: number, beside: string): Words => ({
  en: `${queue}: ${count} ${count === 1 ? 'message that waits for the broker is' : 'messages that wait for the broker are'} damaged and will not be sent; the file as it was is kept beside as ${beside}.`,
  ja: `${queue}：ブローカー宛ての未送信メッセージ ${count} 件が破損しているため送信されません。元のファイルは同じ場所に ${beside} として保存しました。`,
})

export const onDiskAgain = (queue: string): Words => ({
  en: `${queue} is written again.`,
  ja: `${queue} に再び書き込めるようになりました。`,
})

export const cannotListenThere = (host: string, port: number, en: string, ja: string): Words => ({
  en: `${host} port ${port}: ${en}.`,
  ja: `${host} ポート ${port}：${ja}。`,
})

export const selfOrCertificate: Words = {
  en: '--tls self, or --tls-cert and --tls-key: give one of them.',
  ja: '--tls self か、--tls-cert と --tls-key のどちらかを指定してください。',
}

export const certificateAndKey: Words = {
  en: '--tls-cert and --tls-key go together.',
  ja: '--tls-cert と --tls-key は両方を指定してください。',
}

export const readTokenFileTaken: Words = {
  en: '--read-token-file holds the token that may do everything. Name another file there; a missing one is made.',
  ja: '--read-token-file のトークンは、すべての操作ができるトークンと同じです。別のファイルを指定してください（なければ作成されます）。',
}

export const noToken = (shortest: number): Words => ({
  en: `it holds no token: one line of at least ${shortest} letters, digits and - . _ ~ alone. Delete it, and a new one is made.`,
  ja: `トークンがありません（英数字と - . _ ~ だけの、${shortest} 文字以上の 1 行）。削除すると、新しく作成されます。`,
})

export const openToAll: Words = {
  en: 'everyone on this computer may read it, and with it use the modem. Take that right away: chmod 600.',
  ja: 'このコンピューターのすべてのユーザーが読み取れるため、誰でもモデムを使えてしまいます。chmod 600 で権限を外してください。',
}

export const reasons: readonly (readonly [code: string, words: Words])[] = [
  [
    'ENOENT',
    {
      en: 'its folder is missing. Make the folder first.',
      ja: '置き場所のフォルダーがありません。先にフォルダーを作成してください。',
    },
  ],
  [
    'EACCES',
    {
      en: 'this user may not read or write it.',
      ja: 'このユーザーには読み書きの権限がありません。',
    },
  ],
  ['EISDIR', { en: 'it is a folder, not a file.', ja: 'ファイルではなくフォルダーです。' }],
]
