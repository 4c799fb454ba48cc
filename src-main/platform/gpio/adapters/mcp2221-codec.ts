/** What a pin of an MCP2221 is now. `value` and `input` are absent while its chip uses it for something else. */
export interface Mcp2221Pin {
  readonly value?: boolean
  readonly input?: boolean
}

const reportLength = 64
const report = (...octets: number[]): Uint8Array => {
  const bytes = new Uint8Array(reportLength)
  bytes.set(octets)
  return bytes
}

/** A change of one pin; what is absent stays. */
export interface Mcp2221Change {
  readonly pin: number
  readonly value?: boolean
  readonly input?: boolean
}

/** An input in every memory of the chip: function GPIO, direction in. */
const gpioInput = 0x08

/** Commands and answers of 64 octets, without a report id; one at a time, as answers only echo the command. */
export const mcp2221 = {
  ids: { vid: 0x04d8, pid: 0x00dd },
  getSram: () => report(0x61),
  getGpio: () => report(0x51),
  /** All four pins become GPIO inputs until the next plug-in. */
  setSramInputs: () =>
    report(0x60, 0, 0, 0, 0, 0, 0, 0x80, gpioInput, gpioInput, gpioInput, gpioInput),
  /** All four pins are GPIO inputs from the next plug-in on. */
  setFlashInputs: () => report(0xb1, 0x01, gpioInput, gpioInput, gpioInput, gpioInput),
  /** Value and direction of any pins in one step. */
  setGpio(changes: readonly Mcp2221Change[]): Uint8Array {
    const bytes = report(0x50)
    for (const { pin, value, input } of changes) {
      const at = 2 + 4 * pin
      if (value !== undefined) bytes.set([1, value ? 1 : 0], at)
      if (input !== undefined) bytes.set([1, input ? 1 : 0], at + 2)
    }
    return bytes
  },
  /** Throws when the answer is not to this command, or says that it failed. */
  check(command: Uint8Array, answer: Uint8Array): Uint8Array {
    if (answer[0] !== command[0])
      throw new Error(`answered to ${hex(answer[0])} instead of ${hex(command[0])}`)
    if (answer[1] !== 0) throw new Error(`refused ${hex(command[0])} with ${hex(answer[1])}`)
    return answer
  },
  /** What each pin is used for: 0 is GPIO. */
  readFunctions: (answer: Uint8Array): readonly number[] =>
    [...answer.subarray(22, 26)].map((setting) => setting & 0x07),
  readGpio: (answer: Uint8Array): readonly Mcp2221Pin[] =>
    [0, 1, 2, 3].map((pin) => {
      const value = answer[2 + 2 * pin] ?? 0xee
      return value > 1 ? {} : { value: value === 1, input: answer[3 + 2 * pin] === 1 }
    }),
} as const

const hex = (octet: number | undefined): string => (octet ?? 0).toString(16).padStart(2, '0')
