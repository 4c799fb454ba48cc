import { faultCode, Fault } from '@core/fault'

/** What a failed open was about, whatever the system called it. */
export type OpenFailure = 'missing' | 'permission' | 'busy' | 'not-a-port' | 'baud' | 'other'

/**
 * Sorts the message of a failed open. node-serialport gives no codes, only the C library's words
 * (`Error: Permission denied, cannot open …`, `Error Resource temporarily unavailable Cannot lock port`) or, on Windows,
 * `Opening COM7: Access denied`, which there means that somebody has it open.
 */
export function sortOpenError(message: string, platform: NodeJS.Platform): OpenFailure {
  if (/no such (file|device)|file not found|ENOENT|ENODEV|ENXIO/i.test(message)) return 'missing'
  if (/access (is )?denied/i.test(message)) return platform === 'win32' ? 'busy' : 'permission'
  if (/permission denied|not permitted|EACCES|EPERM/i.test(message)) return 'permission'
  if (/cannot lock|resource busy|EBUSY|temporarily unavailable/i.test(message)) return 'busy'
  // Before "Inappropriate ioctl … setting custom baud rate", which is how a plain file answers.
  if (/inappropriate ioctl|is a directory|ENOTTY/i.test(message)) return 'not-a-port'
  return /baud/i.test(message) ? 'baud' : 'other'
}

/** The exact command that lets this user open the node. `group` is undefined where its owner has no group rights. */
export function permissionDetail(
  path: string,
  group: string | undefined,
  platform: NodeJS.Platform,
): string {
  if (platform !== 'linux') return `${path}: the system refused access.`
  if (group === undefined || group === 'root')
    return `${path} belongs to root alone. Install the udev rules of this program (resources/udev), then replug the device.`
  return `${path} belongs to the group ${group}. Run: sudo usermod -aG ${group} $USER, then log out and in.`
}

/** Any error as a Fault; what already is one stays. */
export function asFault(error: unknown, what: string): Fault {
  if (error instanceof Fault && faultCode(error)) return error
  const message = error instanceof Error ? error.message : String(error)
  return new Fault('port-failed', `${what}: ${message.replace(/^Error:? /, '')}`, { cause: error })
}
