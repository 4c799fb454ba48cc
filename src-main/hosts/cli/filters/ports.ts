import { Command } from 'commander'
import { listPorts } from '@platform/serial/list'
import { print, printJson } from '../output'
import { newSimulators } from '../../simulators'

export function portsCommand(): Command {
  return new Command('ports')
    .description('List the ports of this computer and the simulated modems')
    .option('--json', 'one JSON object a line')
    .action(async (options: { json?: boolean }) => {
      const simulated = newSimulators()
      const ports = [...(await listPorts()), ...simulated.ports()]
      for (const port of ports) {
        if (options.json) await printJson(port)
        else
          await print(
            [
              port.path.padEnd(24),
              port.label,
              port.use === 'no' ? '(leave alone)' : '',
              holderOf(port),
            ]
              .filter((part) => part !== '')
              .join('  '),
          )
      }
    })
}

function holderOf(port: { holder?: { pid: number; program: string } }): string {
  return port.holder ? `(held by ${port.holder.program}, pid ${port.holder.pid})` : ''
}
