import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take 15 s and more, the slowest first. On a fresh copy vitest knows no durations and would begin with the largest files, so that
 * the slow ones run last and alone. Most of the integration tests wait (for ptys, processes, guard times), those of packages and Wine for disks, and
 * windows reckon: they stand between one another. A name that is missing here costs time and nothing else.
 */
const slow = [
  'e2e/every-page.test.ts',
  'integration/peers/makers.test.ts',
  'integration/peers/messages.test.ts',
  'integration/hardware.test.ts',
  'integration/peers/smstools.test.ts',
  'integration/peers/dial.test.ts',
  'integration/peers/modem-manager-daemon.test.ts',
  'integration/ending.test.ts',
  'package/command.test.ts',
  'integration/connect.test.ts',
  'integration/net-cli.test.ts',
  'wine/ports.test.ts',
  'integration/secrets.test.ts',
  'integration/killed.test.ts',
  'package/window.test.ts',
  'integration/hold.test.ts',
  'wine/files.test.ts',
  'integration/soak.test.ts',
  'integration/modem-manager-bus.test.ts',
  'e2e/bench-desktop.test.ts',
  'integration/serve.test.ts',
  'integration/left-in-mux.test.ts',
  'integration/radio.test.ts',
  'integration/esim-download.test.ts',
  'integration/peers/ipv6-tools.test.ts',
  'integration/api.test.ts',
  'integration/remote.test.ts',
  'e2e/bench-web.test.ts',
  'integration/disk-full.test.ts',
  'e2e/killed.test.ts',
  'integration/serial.test.ts',
  'integration/peers/hostile.test.ts',
  'e2e/flood.test.ts',
  'integration/sim.test.ts',
  'integration/contexts.test.ts',
  'e2e/link.test.ts',
  'integration/ussd.test.ts',
  'integration/tls.test.ts',
  'e2e/start.test.ts',
  'integration/monitoring.test.ts',
  'integration/sms.test.ts',
  'wine/arm64.test.ts',
  'integration/at.test.ts',
  'integration/journal-cli.test.ts',
  'e2e/html-export.test.ts',
  'integration/idle.test.ts',
  'integration/installed.test.ts',
  'e2e/knowledge.test.ts',
  'integration/sim-card.test.ts',
  'integration/back.test.ts',
  'e2e/simulator.test.ts',
  'integration/connect-slirp.test.ts',
  'integration/gpio-released.test.ts',
  'e2e/services.test.ts',
  'e2e/card.test.ts',
  'e2e/board.test.ts',
  'e2e/failover.test.ts',
  'e2e/remote-window.test.ts',
  'catalog/decoders/mangled.proof.ts',
  'core/compare/pairs.proof.ts',
  'bench/failover/failover-triggers.test.ts',
]

const rank = ({ moduleId }: TestSpecification): number => {
  const at = slow.findIndex((name) => moduleId.replaceAll('\\', '/').endsWith(`/test/${name}`))
  return at < 0 ? slow.length : at
}

const asked = /@vitest-environment\s+(\S+)/

/**
 * Which worker a file can have after another one: vitest ends a worker that files share as soon as the next file in the order is of
 * another project or environment, and the new one reads all modules again. Files that have a worker each are all alike.
 */
function workerOf({ project, moduleId }: TestSpecification): string {
  if (project.config.isolate) return ''
  const [, environment = project.config.environment] =
    asked.exec(readFileSync(moduleId, 'utf8')) ?? []
  return `${project.name} ${environment}`
}

/**
 * The usual order, with the slow files before it, and together what can share a worker. Those that have one each come first, since
 * they would send the others' away, and the windows last: they reckon, and find the cores free of the unit tests beside.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const byWorker = new Map<string, TestSpecification[]>()
    for (const file of usual.toSorted((one, other) => rank(one) - rank(other))) {
      const worker = workerOf(file)
      byWorker.set(worker, [...(byWorker.get(worker) ?? []), file])
    }
    const late = ([worker]: readonly [string, unknown]) =>
      worker === '' ? 0 : worker.startsWith('e2e ') ? 2 : 1
    return [...byWorker].toSorted((one, other) => late(one) - late(other)).flatMap(([, all]) => all)
  }
}
