import { parseAdapterName } from '@platform/gpio/adapter-name'

/** Throws `Fault('adapter-name')` for what names no adapter. */
export function checkAdapterName(name: string): void {
  parseAdapterName(name)
}
