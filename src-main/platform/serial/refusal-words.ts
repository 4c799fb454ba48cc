import type { Words } from '@core/words'

/** The driver's own words, without node-serialport's around them. */
function saidBy(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^Error:? /, '').replace(/, cannot \w+$/, '')
}

export const reading = (path: string, error: unknown): Words => ({
  en: `${path}: the driver does not tell CTS, DSR and DCD (${saidBy(error)}). The port works without its lines; DTR and RTS stay as the system set them.`,
  ja: `${path}：ドライバーから CTS・DSR・DCD を読み取れません（${saidBy(error)}）。通信はできますが、信号線は使えません。DTR と RTS はシステムが設定したままです。`,
})

export const setting = (path: string, error: unknown): Words => ({
  en: `${path}: the driver does not let DTR and RTS be set (${saidBy(error)}). The port works; both stay on, as the system raised them at open, and a call cannot be ended with DTR.`,
  ja: `${path}：ドライバーが DTR・RTS の設定を受け付けません（${saidBy(error)}）。通信はできますが、両方ともシステムがオンにした状態のままで、DTR による切断はできません。`,
})

export const keepingDtr = (path: string): Words => ({
  en: `${path}: the driver drops DTR when the port is closed (HUPCL cannot be turned off). A modem with AT&D2 hangs up then.`,
  ja: `${path}：ポートを閉じると DTR がオフになります（ドライバーの HUPCL を解除できません）。AT&D2 のモデムはその時点で切断します。`,
})

export const flowControl = (path: string): Words => ({
  en: `${path}: the driver does not take RTS/CTS flow control; the port works without it. A USB modem does not need it, as USB itself holds data back.`,
  ja: `${path}：ドライバーが RTS/CTS フロー制御を受け付けないため、フロー制御なしで動作します。USB モデムでは USB 自体が流量を調整するため不要です。`,
})

export const speed = (path: string, asked: number, actual: number): Words => ({
  en: `${path}: the driver runs at ${actual} bit/s instead of ${asked}. A modem at ${asked} cannot be understood; open the port at a speed both have, such as 115200.`,
  ja: `${path}：ドライバーの速度は ${asked} ではなく ${actual} bit/s になっています。${asked} のモデムとは通信できません。双方が対応する速度（115200 など）で開いてください。`,
})

export const openAtSpeed = (path: string, asked: number): Words => ({
  en: `${path}: the driver refuses ${asked} bit/s, and the port was not opened, since nothing could be read at another speed. Choose a speed it has, such as 115200.`,
  ja: `${path}：ドライバーが ${asked} bit/s を受け付けません。別の速度では通信できないため、ポートを開いていません。115200 など対応する速度を指定してください。`,
})

export const linesOf = (path: string, error: unknown): Words => ({
  en: `${path}: the driver does not let DTR and RTS be set (${saidBy(error)}).`,
  ja: `${path}：ドライバーが DTR・RTS の設定を受け付けません（${saidBy(error)}）。`,
})

export const changedSpeed = (path: string, asked: number, actual: number): Words => ({
  en: `${path}: the driver stays at ${actual} bit/s; ${asked} was refused.`,
  ja: `${path}：ドライバーの速度は ${actual} bit/s のままです（${asked} は受け付けられません）。`,
})

export const changedFlow = (path: string): Words => ({
  en: `${path}: RTS/CTS flow control cannot be changed.`,
  ja: `${path}：RTS/CTS フロー制御を変更できません。`,
})

export const framing = (path: string, asked: string): Words => ({
  en: `${path}: the driver refuses the framing ${asked}, and the port was not opened, since nothing could be read with another one. Choose 8N1, or one that the driver has.`,
  ja: `${path}：ドライバーがフレーム形式 ${asked} を受け付けません。別の形式では通信できないため、ポートを開いていません。8N1 など対応する形式を指定してください。`,
})

export const changedFraming = (path: string, asked: string): Words => ({
  en: `${path}: the framing cannot be changed to ${asked}.`,
  ja: `${path}：フレーム形式を ${asked} に変更できません。`,
})

export const sendingBreak = (path: string, error: unknown): Words => ({
  en: `${path}: the driver does not send a break (${saidBy(error)}).`,
  ja: `${path}：ドライバーがブレーク信号を送信できません（${saidBy(error)}）。`,
})

export const failedTo = (path: string, what: Words, reason: string): Words => ({
  en: `${path}: ${what.en}: ${reason}`,
  ja: `${path}：${what.ja}：${reason}`,
})

export const notSet: Words = {
  en: 'DTR and RTS cannot be set',
  ja: 'DTR・RTS を設定できません',
}
export const notRead: Words = {
  en: 'the lines cannot be read',
  ja: '制御線の状態を読み取れません',
}
export const noBreak: Words = {
  en: 'a break cannot be sent',
  ja: 'ブレーク信号を送信できません',
}
export const breakStays: Words = {
  en: 'the break cannot be ended',
  ja: 'ブレーク信号を終了できません',
}
export const speedRefused = (baudRate: number): Words => ({
  en: `${baudRate} baud was refused`,
  ja: `${baudRate} bit/s は拒否されました`,
})
