import type { BytePort, PortEnd } from '../ports/byte-port'
import type { Framing } from '../ports/framing'
import type { Words } from '../words'

/** Sees every octet before anyone else reads it, in both directions. */
export type Tap = (dir: 'rx' | 'tx', bytes: Uint8Array) => void

/** A port whose octets are seen by a tap first: the journal's place. */
export function tapped(port: BytePort, tap: Tap): BytePort {
  const listeners = new Set<(bytes: Uint8Array) => void>()
  port.onBytes((bytes) => {
    tap('rx', bytes)
    for (const listener of [...listeners]) listener(bytes)
  })
  return {
    label: port.label,
    onBytes(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onEnd: (listener: (end: PortEnd) => void) => port.onEnd(listener),
    write(bytes) {
      tap('tx', bytes)
      return port.write(bytes)
    },
    close: () => port.close(),
    ...(port.lines ? { lines: port.lines } : {}),
    ...(port.onNote ? { onNote: (listener) => noteOf(port, listener) } : {}),
    ...(port.setBaudRate ? { setBaudRate: (rate: number) => setBaudRate(port, rate) } : {}),
    ...(port.setFraming ? { setFraming: (framing: Framing) => setFraming(port, framing) } : {}),
    ...(port.sendBreak ? { sendBreak: (ms: number) => sendBreak(port, ms) } : {}),
    ...(port.setFlowControl ? { setFlowControl: (on: boolean) => setFlowControl(port, on) } : {}),
  }
}

function noteOf(port: BytePort, listener: (words: Words) => void): () => void {
  return port.onNote?.(listener) ?? (() => undefined)
}
async function setBaudRate(port: BytePort, rate: number): Promise<void> {
  await port.setBaudRate?.(rate)
}
async function setFraming(port: BytePort, framing: Framing): Promise<void> {
  await port.setFraming?.(framing)
}
async function sendBreak(port: BytePort, ms: number): Promise<void> {
  await port.sendBreak?.(ms)
}
async function setFlowControl(port: BytePort, on: boolean): Promise<void> {
  await port.setFlowControl?.(on)
}
