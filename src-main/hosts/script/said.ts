import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * What an error of a script says, its place first as compilers say it: `/home/you/a.mjs:3:9: Error: no signal`, then the places that
 * called there, and the causes. What is Node's or ours (`ownFolder`, a URL) tells nobody anything.
 */
export function saidOf(error: unknown, ownFolder: string, script: string): string {
  if (!(error instanceof Error)) return `${script}: ${String(error)}`
  const [first = placeOfSyntax(error, script), ...callers] = placesIn(error.stack ?? '', ownFolder)
  const cause = error.cause === undefined ? [] : [`  (${saidOf(error.cause, ownFolder, script)})`]
  return [
    `${first}: ${error.name}: ${error.message}`,
    ...triesOf(error).map((one) => `  - ${String(one)}`),
    ...callers.map((place) => `    at ${place}`),
    ...cause,
  ].join('\n')
}

const triesOf = (error: Error): readonly unknown[] =>
  'tries' in error && Array.isArray(error.tries) ? error.tries : []

function placesIn(stack: string, ownFolder: string): readonly string[] {
  const found = stack.matchAll(/file:\/\/[^\s)]+?(?::\d+){1,2}(?=[)\s]|$)/gm)
  return [...found].flatMap(([place]) => {
    if (place.startsWith(ownFolder)) return []
    const [, url = '', at = ''] = /^(.+?)((?::\d+){1,2})$/.exec(place) ?? []
    return [`${fileURLToPath(url)}${at}`]
  })
}

/** Node tells a program no line of a module that it cannot read; it does tell a person. */
function placeOfSyntax(error: Error, script: string): string {
  if (!(error instanceof SyntaxError)) return script
  const { stderr } = spawnSync(process.execPath, ['--check', script], {
    encoding: 'utf8',
    timeout: 10_000,
  })
  const [, place] = /^(?:file:\/\/)?(.+:\d+)\r?$/m.exec(stderr ?? '') ?? []
  return place === undefined ? script : decodeURIComponent(place)
}
