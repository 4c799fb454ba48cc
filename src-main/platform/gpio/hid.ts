import type { SeenLine } from '@core/words'

/** A HID device as a list shows it. */
export interface HidInfo {
  readonly path: string
  readonly vid: number
  readonly pid: number
  readonly serial: string
  readonly product: string
}

/** A report that lets a line go: an output report, or a feature report. */
export interface HidRelease {
  readonly do: 'write' | 'send'
  readonly bytes: Uint8Array
}

/** An open HID device. Reports carry their id in the first octet; 0 where the device has no ids. */
export interface HidDevice {
  write(report: Uint8Array): Promise<void>
  /** The next input report; rejects when none comes in time. */
  read(timeoutMs: number): Promise<Uint8Array>
  sendFeature(report: Uint8Array): Promise<void>
  getFeature(id: number, length: number): Promise<Uint8Array>
  /** What its process still sends when this program dies, or when it says nothing else for so long. */
  whenLost(releases: readonly HidRelease[], withinMs: number): Promise<void>
  close(): Promise<void>
  onGone(listener: (detail: SeenLine) => void): void
}

/** `libusb` reaches chips whose kernel driver hides them from hidraw, such as the MCP2221 on Linux. */
export type HidDriver = 'hidraw' | 'libusb'

export interface HidBus {
  list(driver: HidDriver): Promise<readonly HidInfo[]>
  open(path: string, driver: HidDriver): Promise<HidDevice>
}
