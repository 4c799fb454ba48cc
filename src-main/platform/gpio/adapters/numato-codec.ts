import { bytesOf } from '@core/bytes'

/** Pins 0 to 9, then letters: pin 10 is A. */
export function numatoPin(pin: number): string {
  return pin.toString(32).toUpperCase()
}

/** Text commands of Numato GPIO modules; each ends with CR, is echoed, and is done when the prompt `>` comes. */
export const numato = {
  pins: 32,
  prompt: '>',
  wake: () => bytesOf('\r'),
  /** Makes the pin an output at this level. */
  set: (pin: number, high: boolean) =>
    bytesOf(`gpio ${high ? 'set' : 'clear'} ${numatoPin(pin)}\r`),
  /** Makes the pin an input: never ask an output. */
  read: (pin: number) => bytesOf(`gpio read ${numatoPin(pin)}\r`),
  /** The level in what came before the prompt; undefined when there is none. */
  level(answer: string): boolean | undefined {
    const match = /\n\r?\s*([01])\s*[\r\n]/.exec(answer)
    return match ? match[1] === '1' : undefined
  },
} as const
