import { told } from './listener-words'

const misplaced = /^AT[+*^%$#][A-Z][A-Z0-9_]*[{}|~[\]<>@#$^*'`()\x00-\x1f\x7f-\xff]/i

/** No command of V.250 (5.4.1) has such a character behind its name: it was another one before it was sent or recorded. */
export function isGarbled(command: string): boolean {
  return misplaced.test(command)
}

export const garbled = told('garbled command', 'warning', {
  en: 'This is no valid command line: bits or letters were lost. Check baud rate, flow control and wiring.',
  ja: 'コマンドとして成立していません。ビットまたは文字が欠落しています。通信速度、フロー制御、配線を確認してください。',
})
