import { utilityProcess } from 'electron'
import type { HidChannel, HidReply } from '@platform/gpio/hid-message'

/** The HID process as a utility process: a packaged Electron does not run Node children. */
export function electronHidChannel(file: string): HidChannel {
  const child = utilityProcess.fork(file, [], { serviceName: 'Modem Bench HID' })
  return {
    post: (request) => child.postMessage(request),
    onReply: (listener) => child.on('message', (reply: HidReply) => listener(reply)),
    onExit: (listener) => child.on('exit', () => listener()),
    // Asked, as the child takes no signal: those are for the whole program, and the lines have to be released first.
    kill: () => child.postMessage({ id: 0, do: 'end' }),
  }
}
