import { fork } from 'node:child_process'
import type { HidChannel, HidReply } from './hid-message'

/** The HID process as a child of Node; `file` is the built hid-child. */
export function nodeHidChannel(file: string): HidChannel {
  const child = fork(file, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Out of the terminal's group, whose Ctrl-C would end it before the lines are released.
    detached: process.platform !== 'win32',
  })
  // A child that cannot start or be reached is one that has exited.
  let exited = () => undefined as void
  child.on('error', () => exited())
  child.on('exit', () => exited())
  return {
    post: (request) => void child.send(request, () => undefined),
    onReply: (listener) => child.on('message', (message) => listener(message as HidReply)),
    onExit(listener) {
      exited = listener
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
