import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from './places.js'

/** What the instrumenter says while it works is nobody's concern. */
const silent = new Proxy({}, { get: (_, name) => (name.startsWith('is') ? () => false : () => {}) })

/**
 * The sources with every mutant in them at once: `__stryker__.activeMutant` says which one holds, none at first. So all of them are tried by one
 * process, which reads its modules once.
 */
export async function instrumented(paths) {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter')
  const files = paths.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const options = { plugins: null, excludedMutations: [], ignorers: [] }
  const made = await new Instrumenter(silent).instrument(files, options)
  return {
    files: Object.fromEntries(made.files.map(({ name, content }) => [name, content])),
    mutants: made.mutants,
  }
}

/** A change with the lines it is made in, before and after. */
export function shown({ fileName, location: { start, end }, replacement, mutatorName }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line, end.line + 1)
  const before = lines.join('\n')
  const last = lines.at(-1)
  const after = `${lines[0].slice(0, start.column)}${replacement}${last.slice(end.column)}`
  const marked = (mark, text) => text.replaceAll(/^/gm, mark)
  const place = `${relative(root, fileName)}:${start.line + 1}:${start.column + 1}`
  return `${place} ${mutatorName}\n${marked('-', before)}\n${marked('+', after)}\n`
}

/** A row for each file, and one for all: of what was tried, how much was noticed. Static ones were not tried. */
export function table(mutants) {
  const row = (some) => {
    const count = (status) => some.filter((mutant) => mutant.status === status).length
    const [killed, timeout, survived] = ['killed', 'timeout', 'survived'].map(count)
    const uncovered = count('uncovered')
    const tried = killed + timeout + survived + uncovered
    const noticed = tried && Math.round((1000 * (killed + timeout)) / tried) / 10
    return {
      'noticed %': noticed,
      tried,
      killed,
      timeout,
      survived,
      uncovered,
      static: count('static'),
    }
  }
  const files = [...new Set(mutants.map(({ fileName }) => fileName))].toSorted()
  const rows = files.map((file) => [
    relative(root, file),
    row(mutants.filter(({ fileName }) => fileName === file)),
  ])
  return Object.fromEntries([...rows, ['all', row(mutants)]])
}
