import { Command } from 'commander'
import type { PortInfo } from '@core/ports/port-info'
import { seenIn, type Language } from '@core/words'
import { listPorts } from '@platform/serial/list'
import { print, printJson } from '../output'
import { newSimulators } from '../../simulators'
import { heldBy, leaveAlone } from './words'

export function portsCommand(): Command {
  return new Command('ports')
    .description('List the ports of this computer and the simulated modems')
    .option('--json', 'one JSON object a line')
    .action(async ({ json, lang }: { json?: boolean; lang: Language }) => {
      const simulated = newSimulators()
      for (const port of [...(await listPorts()), ...simulated.ports()])
        if (json) await printJson({ ...port, label: seenIn(port.label, lang) })
        else await print(rowOf(port, lang))
    })
}

function rowOf({ path, label, kind, use, note, holder }: PortInfo, lang: Language): string {
  const parts = [path.padEnd(24), seenIn(label, lang)]
  if (kind === 'none' && note) return `${parts.join('  ')}\n${' '.repeat(26)}${note[lang]}`
  if (use === 'no') parts.push(leaveAlone[lang])
  if (holder) parts.push(heldBy(holder)[lang])
  return parts.join('  ')
}
