/** A mask as a modem writes it, and how another one is written the same way. */
export interface MaskText {
  readonly mask: bigint
  /** How many bits there is room for. */
  readonly bits: number
  /** The same width, prefix and case; undefined: it does not fit. */
  write(mask: bigint): string | undefined
}

/** The widest mask of any manual here; more is no mask. */
const widest = 88

/** `0x000007FF3FDF3FFF`, `0X…`, `80800c5`. `room`: written without leading zeros, of so many bits; absent: as wide as it was read. */
export function hexMask(text: string, room?: number): MaskText | undefined {
  const [, prefix = '', digits = ''] = /^(0x)?([0-9a-f]{1,88})$/i.exec(text) ?? []
  if (digits === '') return undefined
  const fixed = room === undefined
  const bits = fixed ? digits.length * 4 : Math.max(room, digits.length * 4)
  const lower = /[a-f]/.test(digits)
  return {
    mask: BigInt(`0x${digits}`),
    bits,
    write(mask) {
      const plain = mask.toString(16)
      if (mask < 0n || mask >= 1n << BigInt(bits)) return undefined
      const whole = fixed ? plain.padStart(digits.length, '0') : plain
      return prefix + (lower ? whole : whole.toUpperCase())
    },
  }
}

/** `168761503`. */
export function decimalMask(text: string, bits = 64): MaskText | undefined {
  if (!/^\d{1,20}$/.test(text)) return undefined
  return {
    mask: BigInt(text),
    bits,
    write: (mask) => (mask < 0n || mask >= 1n << BigInt(bits) ? undefined : mask.toString()),
  }
}

/** `1000000001000`: the last character is bit 0. */
export function bitString(text: string): MaskText | undefined {
  if (!/^[01]{1,88}$/.test(text)) return undefined
  return {
    mask: BigInt(`0b${text}`),
    bits: widest,
    write: (mask) => (mask <= 0n || mask >= 1n << BigInt(widest) ? undefined : mask.toString(2)),
  }
}

/** Which bits are set, lowest first. */
export function bitsOf(mask: bigint): readonly number[] {
  const bits: number[] = []
  for (let rest = mask, bit = 0; rest > 0n; rest >>= 1n, bit++) if (rest & 1n) bits.push(bit)
  return bits
}
export const maskOf = (bits: readonly number[]): bigint =>
  bits.reduce((mask, bit) => mask | (1n << BigInt(bit)), 0n)
