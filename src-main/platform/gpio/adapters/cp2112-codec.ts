/** The eight pins of a CP2112: bit n is GPIO.n. Settings live in RAM only. Reports: AN495. */
export interface Cp2112Config {
  /** 1 is an output. */
  readonly direction: number
  /** 1 is push-pull, 0 open drain. */
  readonly pushPull: number
}

export const cp2112 = {
  ids: { vid: 0x10c4, pid: 0xea90 },
  configReport: { id: 0x02, length: 5 },
  latchReport: { id: 0x03, length: 2 },
  versionReport: { id: 0x05, length: 3 },
  /** Pin functions (clock, TX and RX toggle) are switched off: all pins are GPIO. */
  setConfig: ({ direction, pushPull }: Cp2112Config) =>
    Uint8Array.of(0x02, direction & 0xff, pushPull & 0xff, 0x00, 0x00),
  /** Changes only the pins of the mask. */
  setLatch: (value: number, mask: number) => Uint8Array.of(0x04, value & 0xff, mask & 0xff),
  readConfig(report: Uint8Array): Cp2112Config {
    expectId(report, 0x02, 3)
    return { direction: report[1] ?? 0, pushPull: report[2] ?? 0 }
  },
  /** The levels of all pins, inputs and outputs. */
  readLatch(report: Uint8Array): number {
    expectId(report, 0x03, 2)
    return report[1] ?? 0
  },
  /** Throws when the device is not a CP2112. */
  readVersion(report: Uint8Array): number {
    expectId(report, 0x05, 3)
    if (report[1] !== 0x0c) throw new Error(`part number ${report[1]}; a CP2112 says 12`)
    return report[2] ?? 0
  },
} as const

function expectId(report: Uint8Array, id: number, length: number): void {
  if (report[0] !== id || report.length < length)
    throw new Error(`report ${report[0]} with ${report.length} octets came instead of ${id}`)
}
