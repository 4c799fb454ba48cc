import { needsDisplay, startDisplay } from './display'
import { lacksDisplay } from './needs'

/** For Vitest's globalSetup: one display for every test that opens a window, gone afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  if (!needsDisplay() || lacksDisplay()) return async () => undefined
  const display = await startDisplay()
  process.env['DISPLAY'] = display.name
  return display.close
}
