import { readFile } from 'node:fs/promises'
import { Fault } from '@core/fault'
import { Simulators } from '@bench/simulators/simulators'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import { loopback } from '@platform/network/loopback'
import { openLogSource } from '@platform/store/log-source'
import { pathInside } from '@platform/store/path-inside'
import { tlsBy } from '@platform/tls/open-tls'
import { fileFault } from './file-fault'
import { notAScenario } from './words'

const mostScenarioChars = 1_000_000

/**
 * The simulated modems of this process; logs and scenarios they are told to play are files here. `inside`: of this folder
 * alone, and without the ports of this computer, since who asks sits elsewhere.
 */
export function newSimulators(inside?: string): Simulators {
  const at = (path: string) => (inside === undefined ? path : pathInside(inside, path))
  return new Simulators({
    clock: nodeClock,
    chance: nodeChance,
    ...(inside === undefined && { outside: loopback, openTls: tlsBy(nodeClock) }),
    files: {
      log: async (path) => openLogSource(await at(path)),
      text: async (path) => scenarioText(await at(path)),
    },
  })
}

async function scenarioText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFault(path, error)
  })
  if (text.length > mostScenarioChars || text.includes('\0'))
    throw new Fault('bad-input', notAScenario(path))
  return text
}
