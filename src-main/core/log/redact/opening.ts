import { credentialsOf } from './credentials'
import { tokens } from './tokens'

/** PINs, PUKs and passwords of locks (27.007, 7.4, 7.5, 8.3), alone or among other commands of a line; a question sets none. */
const codes = /[+^#*$%!]\w*(?:PIN|PUK|CLCK|CPWD|AUTH|PASSW|PWD)\w*\s*=(?!\s*\?)/i
const inAddress = /:\/\/[^\s/@:"]+:[^\s/@"]+@/

/** Whether a command as somebody typed it holds what opens something: it is not to be kept where others may find it. */
export const opensSomething = (command: string): boolean =>
  codes.test(command) ||
  inAddress.test(command) ||
  credentialsOf(command).length > 0 ||
  tokens(command).length > 0
