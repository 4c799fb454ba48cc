import { faultCode, Fault } from '@core/fault'
import { quoted, type Words } from '@core/words'
import { failedTo } from './refusal-words'
import { accessRefused, ownedByGroup, ownedByRoot } from './words'

/** What a failed open was about, whatever the system called it. */
export type OpenFailure = 'missing' | 'permission' | 'busy' | 'not-a-port' | 'baud' | 'other'

/**
 * Sorts the message of a failed open. node-serialport gives no codes, only the C library's words
 * (`Error: Permission denied, cannot open …`, `Error Resource temporarily unavailable Cannot lock port`) or, on Windows,
 * `Opening COM7: Access denied`, which there means that somebody has it open.
 */
export function sortOpenError(message: string, platform: NodeJS.Platform): OpenFailure {
  const speed = /custom baud rate/i.test(message) && !/inappropriate ioctl/i.test(message)
  // SetCommState takes nothing but the speed from us that a driver could find wrong.
  if (speed || /\(SetCommState\).*Unknown error code 87\b/i.test(message)) return 'baud'
  // 31 (not functioning) of an open may as well be a broken driver: it stays in its own words.
  if (/Unknown error code (?:55|433|1167|1617)\b/.test(message)) return 'missing'
  if (/no such (file|device)|file not found|ENOENT|ENODEV|ENXIO/i.test(message)) return 'missing'
  if (/access (is )?denied/i.test(message)) return platform === 'win32' ? 'busy' : 'permission'
  if (/permission denied|not permitted|EACCES|EPERM/i.test(message)) return 'permission'
  if (/cannot lock|resource busy|EBUSY|temporarily unavailable/i.test(message)) return 'busy'
  // Before "Inappropriate ioctl … setting custom baud rate", which is how a plain file answers.
  if (/inappropriate ioctl|is a directory|ENOTTY/i.test(message)) return 'not-a-port'
  return /baud/i.test(message) ? 'baud' : 'other'
}

/** Whether the words of a failed read or write say that the device is not there any more. */
export function saysGone(message: string): boolean {
  return (
    /\b(EIO|ENXIO|ENODEV|EBADF|EPIPE)\b|disconnect|access denied|operation aborted|invalid handle/i.test(
      message,
    ) || saysGoneOnWindows(message)
  )
}

/**
 * node-serialport knows seven codes of Windows by name. An unplugged device is one of the others: bad command (22), device
 * not functioning (31), dev not exist (55), no such device (433), not connected (1167), removed (1617).
 */
function saysGoneOnWindows(message: string): boolean {
  return /Unknown error code (?:22|31|55|433|1167|1617)\b/.test(message)
}

/** The exact command that lets this user open the node. `group` is undefined where its owner has no group rights. */
export function permissionDetail(
  path: string,
  group: string | undefined,
  platform: NodeJS.Platform,
): Words {
  if (platform !== 'linux') return accessRefused(path)
  if (group === undefined || group === 'root') return ownedByRoot(path)
  return ownedByGroup(path, group)
}

/** Any error as a Fault; what already is one stays. */
export function asFault(error: unknown, path: string, what?: Words): Fault {
  if (error instanceof Fault && faultCode(error)) return error
  const message = error instanceof Error ? error.message : String(error)
  const reason = message.replace(/^Error:? /, '')
  const detail = what ? failedTo(path, what, reason) : quoted(`${path}: ${reason}`)
  return new Fault('port-failed', detail, { cause: error })
}
