import { simulatedName } from '../stores/simulators'
import { t } from '../text'

/** A port as people call it. What was chosen of a simulated modem's behaviour is no fact of a port. */
export function portName(name: string): string {
  if (simulatedName(name) === undefined) return name
  return `${t('port.isSimulated')} ${name.replace(/[? ].*$/s, '')}`
}
