/** What the phases of a test run add up to, and the words for it. */
export class Tally {
  passed = 0
  failed = 0
  skipped = 0
  /** What went wrong, for the list before the last line. */
  failures = []
  skips = []
  /** What passed only when it was run a second time, with what it had failed with. */
  seconds = []

  pass(count = 1) {
    this.passed += count
  }

  fail(name, count = 1) {
    this.failed += count
    this.failures.push(name)
  }

  later(names) {
    this.seconds.push(...names)
  }

  /** Where nothing may be missing, a skipped test is one that failed to run. */
  skip(name, { counts }) {
    if (counts) return this.fail(`${name} (skipped)`)
    this.skipped++
    this.skips.push(name)
  }

  line() {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : ''
    return `${this.passed} passed, ${this.failed} failed${skipped}`
  }
}
