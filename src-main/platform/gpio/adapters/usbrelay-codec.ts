/** USBRelayN boards on V-USB: feature reports of 8 octets behind report id 0. All share one USB id. */
export const usbrelay = {
  ids: { vid: 0x16c0, pid: 0x05df },
  report: { id: 0, length: 9 },
  /** The number of relays, from the product name; undefined for other devices with the shared id. */
  channels(product: string): number | undefined {
    const match = /^USBRelay([1248])$/.exec(product)
    return match ? Number(match[1]) : undefined
  },
  /** Relays count from 1. */
  set: (channel: number, on: boolean) =>
    Uint8Array.of(0x00, on ? 0xff : 0xfd, channel, 0, 0, 0, 0, 0, 0),
  /** The five letters that tell boards apart, and a bit for each relay, the first lowest. */
  read(report: Uint8Array): { readonly serial: string; readonly states: number } {
    if (report.length < 9) throw new Error(`${report.length} octets came instead of 9`)
    const serial = String.fromCharCode(...report.subarray(1, 6))
    return { serial: serial.replace(/[^\x21-\x7e]/g, ''), states: report[8] ?? 0 }
  },
} as const
