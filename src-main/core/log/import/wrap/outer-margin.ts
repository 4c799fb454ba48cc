import type { RawLine, Wrapping } from './wrapping'

/** So few of the lines may lack what is taken for everywhere. */
const nearlyAll = 0.9
/** Octets that are no text: frames, which stay as they are. */
const octets = /[\0-\x08\x0e-\x1a\x80-\x9f]/

/** What a mail, a forum or an editor put around every line alike, whatever the log in it looks like. */
export const outerMargin: Wrapping = {
  open(lines) {
    const trims: ((line: string) => string)[] = []
    let inside = lines.filter((line) => line.trim() !== '')
    if (inside.length === 0) return undefined
    for (const find of [blanks, indentation, quotation, quotation, indentation, ends]) {
      const trim = find(inside)
      if (!trim) continue
      trims.push(trim)
      inside = inside.map(trim)
    }
    if (trims.length === 0) return undefined
    return {
      line: (text, end): RawLine[] => [[trims.reduce((line, trim) => trim(line), text), end]],
      finish: () => [],
    }
  },
}

type Find = (lines: readonly string[]) => ((line: string) => string) | undefined

/** Pages keep columns apart by blanks that do not break. */
const blanks: Find = (lines) =>
  lines.some((line) => line.includes('\u00a0')) && !lines.some((line) => octets.test(line))
    ? (line) => (line.includes('\u00a0') ? line.replaceAll('\u00a0', ' ') : line)
    : undefined

const quotation: Find = (lines) =>
  lines.length > 1 && lines.every((line) => /^>(?: |$)/.test(line))
    ? (line) => line.replace(/^> ?/, '')
    : undefined

const indentation: Find = (lines) => {
  const common = lines.reduce<string | undefined>((shared, line) => {
    const own = /^[ \t]*/.exec(line)?.[0] ?? ''
    if (shared === undefined) return own
    let same = 0
    while (same < shared.length && shared[same] === own[same]) same++
    return shared.slice(0, same)
  }, undefined)
  if (!common) return undefined
  return (line) => (line.startsWith(common) ? line.slice(common.length) : line.trimStart())
}

const ends: Find = (lines) => {
  const blank = lines.filter((line) => /[ \t]$/.test(line)).length
  return blank >= nearlyAll * lines.length ? (line) => line.trimEnd() : undefined
}
