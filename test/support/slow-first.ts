import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take a minute or more, the slowest first. On a fresh copy vitest knows no durations and would begin with the largest files, so that
 * the slow ones run last and alone. A name that is missing here costs time and nothing else.
 */
const slow = [
  'integration/peers/hostile.test.ts',
  'integration/hardware.test.ts',
  'integration/ending.test.ts',
  'integration/net-cli.test.ts',
  'integration/connect.test.ts',
  'integration/secrets.test.ts',
  'integration/killed.test.ts',
  'integration/serve.test.ts',
  'integration/serial.test.ts',
  'integration/soak.test.ts',
  'integration/disk-full.test.ts',
  'integration/sim.test.ts',
  'integration/hold.test.ts',
  'e2e/window-fits.test.ts',
  'e2e/bench-desktop.test.ts',
  'e2e/bench-web.test.ts',
  'e2e/access.test.ts',
  'e2e/killed.test.ts',
  'e2e/flood.test.ts',
  'catalog/decoders/mangled.proof.ts',
  'core/compare/pairs.proof.ts',
  'bench/failover-triggers.test.ts',
]

const rank = ({ moduleId }: TestSpecification): number => {
  const at = slow.findIndex((name) => moduleId.replaceAll('\\', '/').endsWith(`/test/${name}`))
  return at < 0 ? slow.length : at
}

/** The usual order, with the slow files before it. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    return usual.toSorted((one, other) => rank(one) - rank(other))
  }
}
