import { simulatedName } from '../stores/simulators'
import { t } from '../text'

/** A port as people call it: `Simulated SIM7672 #2`. What was chosen of a simulated modem's behaviour is no fact of a port. */
export function portName(name: string): string {
  const [path = ''] = name.split(' ')
  const simulated = simulatedName(path)?.replace(/^sim:/, '')
  if (simulated === undefined) return name
  const [kind = '', number] = simulated.split('#')
  const port = /^[^?\s]*\/([a-z0-9]+)/i.exec(path)?.[1]?.toUpperCase()
  // Names of modems are written in capitals; others (replay) are words.
  const model = /\d/.test(kind) ? kind.toUpperCase() : kind
  return [t('port.simulatedOne', { model }), number && `#${number}`, port].filter(Boolean).join(' ')
}
