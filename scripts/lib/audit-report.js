/** From the worst to the least. */
const levels = ['critical', 'high', 'moderate', 'low', 'info']

/**
 * What `npm audit --json` said, for a person: `known` has a line a package, the worst first; undefined when the registry did
 * not answer, and `why` says what came instead.
 */
export function readAudit(output) {
  const report = parsed(output)
  if (typeof report?.vulnerabilities !== 'object' || report.vulnerabilities === null)
    return {
      why:
        report?.message ?? report?.error?.summary ?? (output.trim().slice(0, 200) || 'no answer'),
    }
  const found = Object.values(report.vulnerabilities)
  found.sort((a, b) => levels.indexOf(a.severity) - levels.indexOf(b.severity))
  return { known: found.map(lineOf) }
}

function parsed(output) {
  try {
    return JSON.parse(output)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function lineOf({ name, severity, range, via }) {
  const titles = via.flatMap((one) => (typeof one === 'object' ? [`${one.title} ${one.url}`] : []))
  return `${severity}: ${name} ${range}${titles.length > 0 ? `: ${titles.join('; ')}` : ''}`
}
