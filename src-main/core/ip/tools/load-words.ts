import type { Words } from '../../words'

export const phaseNames = {
  idle: { en: 'idle', ja: '無負荷' },
  down: { en: 'download', ja: 'ダウンロード中' },
  up: { en: 'upload', ja: 'アップロード中' },
} satisfies { readonly [key: string]: Words }

export const noAnswerWithin = (phase: Words, seconds: string, probeLimitMs: number): Words => ({
  en: `${phase.en}: ${seconds}  no answer within ${probeLimitMs} s`,
  ja: `${phase.ja}：${seconds}  ${probeLimitMs} 秒以内に応答なし`,
})

export const unfitWords = {
  load: {
    en: ' (not compared: the line was never full)',
    ja: '（比較対象外：回線に負荷がかからず）',
  },
  queue: {
    en: ' (not compared: the queue was not empty before)',
    ja: '（比較対象外：開始時にキューが空でなかったため）',
  },
} satisfies { readonly [key: string]: Words }

export const phaseDelay = (
  phase: Words,
  median: string,
  least: string,
  most95: string,
  most: string,
  jitter: string,
  received: number,
  sent: number,
  rate: string,
  why: Words,
  mbps: number,
): Words => ({
  en: `${phase.en}: median ${median}, min ${least}, 95 % below ${most95}, max ${most}, jitter ${jitter}, ${received} of ${sent} answered${rate}${why.en}`,
  ja: `${phase.ja}：中央値 ${median}、最小 ${least}、95 % 点 ${most95}、最大 ${most}、ジッター ${jitter}、応答 ${received}/${sent}${rate === '' ? '' : `、${mbps.toFixed(3)} Mbit/s`}${why.ja}`,
})

export const askedByPing = (host: string): Words => ({
  en: `asked by ping: ${host}`,
  ja: `測定方法：${host} への ping`,
})

export const askedByHandshakes = (host: string): Words => ({
  en: `${host} answers no ping: asked by TCP handshakes`,
  ja: `${host} は ping に応答しないため、TCP ハンドシェイクで測定`,
})

export const fullTooShort: Words = {
  en: 'The line was full for too short a time to measure: raise the budget, or take something larger.',
  ja: '負荷をかけた時間が短すぎて測定できません。通信量の上限を上げるか、より大きなファイルを指定してください。',
}

export const queueNotEmptied = (drainMs: number): Words => ({
  en: `No grade: ${drainMs} s after the first direction its queue was not empty yet, so the second is not compared. Measure one direction at a time (--way; Direction in the window).`,
  ja: `評価できません：最初の方向の測定から ${drainMs} 秒たってもキューが空にならず、次の方向を比較できません。方向を 1 つずつ測定してください（--way、画面では［方向］）。`,
})

export const tooFewAnswered = (host: string): Words => ({
  en: `Too few round trips to ${host} were answered to compare. Name another host that answers ping.`,
  ja: `${host} からの応答が少なすぎるため比較できません。ping に応答する別のホストを指定してください。`,
})

export const loadedDelayGrade = (
  delays: Words[],
  added: string,
  grade: string,
  meaning: Words,
): Words => ({
  en: `Delay: ${delays.map(({ en }) => en).join(', ')}. A full line adds ${added}: grade ${grade}. ${meaning.en}`,
  ja: `遅延（中央値）：${delays.map(({ ja }) => ja).join('、')}。負荷による増加は ${added}、評価 ${grade}。${meaning.ja}`,
})

export const loadedDelayTakes = (
  all: number,
  idleSeconds: number,
  directions: number,
  seconds: number,
  wait: number,
  most: string,
  rest: string,
): Words => ({
  en: `Runs for ${all} s: ${idleSeconds} s idle, then ${directions} × ${seconds} s of load; late answers and a full queue are waited for, up to ${wait} s more after each. The load ends at ${most} in all; up to ${rest} may still be on their way then.`,
  ja: `${all} 秒間測定します（無負荷 ${idleSeconds} 秒、負荷 ${seconds} 秒 × ${directions}）。遅れた応答とキューが空になるのを待つため、各方向の後に最大 ${wait} 秒かかることがあります。負荷は合計 ${most} で停止します（送信途中のデータが最大 ${rest} 加わることがあります）。`,
})

export const calm: Words = {
  en: 'Short messages pass at once while a transfer runs.',
  ja: '転送中でも短いメッセージは遅れずに届きます。',
}

export const felt: Words = {
  en: 'Short messages wait behind a transfer, but not for long.',
  ja: '転送中は短いメッセージが少し待たされます。',
}

export const bad: Words = {
  en: 'Short messages wait behind a transfer: keep the rate of uploads and updates below what the line takes, or give timeouts more room.',
  ja: '転送中は短いメッセージが長く待たされます。アップロードや更新の速度を回線の上限より低く抑えるか、タイムアウトに余裕を持たせてください。',
}

export const withAllHeaders = (bytes: string, again: string): Words => ({
  en: `${bytes} with all headers${again && `, ${again} segments sent again`}`,
  ja: `ヘッダーを含め ${bytes}${again && `、再送 ${again} セグメント`}`,
})

export const iperf3Rate = (
  protocol: string,
  direction: string,
  rate: string,
  seconds: string,
  bytes: string,
  datagrams: Words,
  cut: boolean,
  most: string,
): Words => ({
  en: `iperf3, ${protocol}, ${direction === 'down' ? 'download' : 'upload'}: ${rate} arrived over ${seconds} s, ${bytes}.${datagrams.en}${cut ? ` Stopped at the budget of ${most}.` : ''}`,
  ja: `iperf3、${protocol}、${direction === 'down' ? 'ダウンロード' : 'アップロード'}：受信側で ${rate}（${seconds} 秒間、${bytes}）。${datagrams.ja}${cut ? `上限 ${most} に達したため停止しました。` : ''}`,
})

export const datagramsLost = (
  lost: number,
  packets: number,
  share: string,
  jitter: string,
): Words => ({
  en: ` ${lost} of ${packets} datagrams lost (${share}), jitter ${jitter}.`,
  ja: `データグラム損失 ${lost}/${packets}（${share}）、ジッター ${jitter}。`,
})

export const transferTakes = (seconds: number, most: string): Words => ({
  en: `Runs for ${seconds} s or until ${most} have passed, whichever comes first; up to 0.3 MB may still be on their way then.`,
  ja: `${seconds} 秒間、または ${most} に達するまで実行します（送信途中のデータが最大 0.3 MB 加わることがあります）。`,
})

export const transferRate = (
  direction: string,
  rate: string,
  seconds: string,
  content: string,
  billed: string,
  cut: boolean,
  most: string,
  short: boolean,
): Words => ({
  en: `${direction === 'down' ? 'Download' : 'Upload'}: ${rate} on average over ${seconds} s; ${content} of content, ${billed} with all headers.${cut ? ` Stopped at the budget of ${most}.` : ''}${short ? ' The content at this URL is too short to measure with: take a file of 1 MB or more.' : ''}`,
  ja: `${direction === 'down' ? 'ダウンロード' : 'アップロード'}：平均 ${rate}（${seconds} 秒間）。内容 ${content}、ヘッダーを含め ${billed}。${cut ? `上限 ${most} に達したため停止しました。` : ''}${short ? 'この URL の内容は小さすぎるため測定に向きません。1 MB 以上のファイルを指定してください。' : ''}`,
})

export const tooLittlePassed = (phases: readonly Words[]): Words => ({
  en: `No grade: too little passed to fill the line (${phases.map(({ en }) => en).join(', ')}). The page is too small: name something larger, 1 MB or more.`,
  ja: `評価できません：転送量が少なすぎて回線に負荷がかかりませんでした（${phases.map(({ ja }) => ja).join('、')}）。ページが小さすぎます。1 MB 以上のファイルを指定してください。`,
})
