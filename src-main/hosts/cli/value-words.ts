import type { Words } from '@contract'

export const numberFrom = (label: string, low: number, high: number): Words => ({
  en: `${label}: expected a number from ${low} to ${high}.`,
  ja: `${label}：${low}～${high} の数値を指定してください。`,
})
export const wholeNumber = (label: string): Words => ({
  en: `${label}: expected a whole number.`,
  ja: `${label}：整数を指定してください。`,
})
export const secondsFrom = (label: string, low: number, high: number): Words => ({
  en: `${label}: expected seconds from ${low} to ${high}.`,
  ja: `${label}：${low}～${high} の秒数を指定してください。`,
})
export const secondsAbove = (label: string): Words => ({
  en: `${label}: expected seconds above 0.`,
  ja: `${label}：0 より大きい秒数を指定してください。`,
})
export const octetsFrom = (label: string, least: number): Words => ({
  en: `${label}: expected octets, at least ${least}, such as 500k or 20M.`,
  ja: `${label}：オクテット数（${least} 以上。例：500k、20M）を指定してください。`,
})
export const bitRateFrom = (label: string, least: number, most: number): Words => ({
  en: `${label}: expected bits per second from ${least} to ${most}, such as 256k or 2M.`,
  ja: `${label}：ビット/秒（${least}～${most}。例：256k、2M）を指定してください。`,
})
export const speedFrom = (label: string): Words => ({
  en: `${label}: expected a speed from 300 to 4000000.`,
  ja: `${label}：300～4000000 の通信速度を指定してください。`,
})
export const framingFrom = (label: string): Words => ({
  en: `${label}: expected data bits 5 to 8, parity N, E or O, and 1 or 2 stop bits, such as 8N1 or 7E1.`,
  ja: `${label}：データビット（5～8）、パリティ（N、E、O）、ストップビット（1、2）を 8N1、7E1 のように続けて指定してください。`,
})
