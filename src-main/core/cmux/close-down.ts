import { concat } from '../bytes'
import { encodeFrame, flagOf, type FrameOption } from './frame'
import { buildMessage } from './message'

export type CloseDown = (option: FrameOption) => Uint8Array

/** Behind a few flags, which end whatever half a frame stands before them and wake a modem that sleeps. */
function behindFlags(option: FrameOption, ...frames: readonly Uint8Array[]): Uint8Array {
  return concat([new Uint8Array(4).fill(flagOf(option)), ...frames])
}
function control(option: FrameOption, info: Uint8Array): Uint8Array {
  return behindFlags(option, encodeFrame({ dlci: 0, cr: 1, control: 'UIH', info }, option))
}
export function request(option: FrameOption, dlci: number, kind: 'SABM' | 'DISC'): Uint8Array {
  return encodeFrame({ dlci, cr: 1, control: kind, pf: 1 }, option)
}

/** CLD on the control channel (27.010 5.4.6.3.3). */
export const closeDown: CloseDown = (option) => control(option, buildMessage('CLD', true))
/** As some firmware wants it: the message without its length octet. */
export const oldCloseDown: CloseDown = (option) =>
  control(option, buildMessage('CLD', true).slice(0, 1))
/** DISC on the control channel, the other way to close it (5.8.2). */
export const disconnect: CloseDown = (option) => behindFlags(option, request(option, 0, 'DISC'))
/** The channels a modem has, one by one: a call on one of them keeps some firmware from hearing close-down. */
export const channelsClosed: CloseDown = (option) =>
  behindFlags(option, ...[1, 2, 3, 4].map((dlci) => request(option, dlci, 'DISC')))
