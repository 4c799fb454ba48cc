import { afterEach, expect } from 'vitest'

/** A warning of Vue is a fault of the window, or of the test: it fails the test that made it. */
const watched = Symbol.for('modem-bench.warnings')
const said = ((globalThis as { [watched]?: string[] })[watched] ??= watchWarnings())

function watchWarnings(): string[] {
  const warnings: string[] = []
  const { warn } = console
  console.warn = (...parts: unknown[]) => {
    warn.apply(console, parts)
    if (String(parts[0]).startsWith('[Vue warn]')) warnings.push(String(parts[0]))
  }
  return warnings
}

afterEach(() => {
  expect(said.splice(0)).toEqual([])
})
