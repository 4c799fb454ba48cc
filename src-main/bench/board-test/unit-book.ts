import { batchOf, recordFrom, seenBefore, type Batch } from '@core/plan/units'
import type { UnitRecord } from '@core/plan/unit-record'
import type { Store } from '@core/ports/store'

const fileOf = (plan: string) => `units-${plan}.jsonl`

/**
 * The boards that were tested, one file a plan, one line a test. A line is added and never changed, so that neither kill -9 nor a power cut
 * takes more than the test that was going on, and programs that test at once keep each other's; lines that cannot be read stay as they are.
 */
export class UnitBook {
  readonly #store: Store
  #writing: Promise<unknown> = Promise.resolve()

  constructor(store: Store) {
    this.#store = store
  }

  /** Resolves when it is on the disk. */
  add(record: UnitRecord): Promise<void> {
    const file = fileOf(record.plan)
    const line = JSON.stringify(record)
    const written = this.#writing.then(async () => {
      if (this.#store.append) return this.#store.append(file, line)
      const before = (await this.#store.read(file)) ?? ''
      const whole = before === '' || before.endsWith('\n') ? before : `${before}\n`
      await this.#store.write(file, `${whole}${line}\n`)
    })
    // The next one tries anew; whoever added this one is told.
    this.#writing = written.catch(() => undefined)
    return written
  }

  async batch(plan: string): Promise<Batch> {
    const { tests, spoilt } = await this.#tests(plan)
    return batchOf(plan, tests, spoilt)
  }
  /** The other boards that had this IMEI. */
  async seen(plan: string, imei: string, serial: string): Promise<readonly UnitRecord[]> {
    return seenBefore((await this.#tests(plan)).tests, imei, serial)
  }

  async #tests(plan: string): Promise<{ tests: readonly UnitRecord[]; spoilt: number }> {
    await this.#writing
    const text = (await this.#store.read(fileOf(plan))) ?? ''
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const tests = lines.flatMap((line) => recordFrom(line) ?? [])
    return { tests, spoilt: lines.length - tests.length }
  }
}
