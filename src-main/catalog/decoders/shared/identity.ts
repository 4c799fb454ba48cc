import type { Facts } from '@core/at/knowledge'
import type { Row } from '@core/at/row'

/** The lines of an identity command as one text under `name`: bare, quoted, or behind a label of their own. */
export function identityText(name: string): (rows: readonly Row[]) => Facts {
  return (rows) => {
    const lines = rows
      .map(({ tail }) => listed(unquoted(tail.replace(label, '')), name))
      .filter((line) => line !== '')
    return { [name]: lines.length > 0 ? lines.join('\n') : null }
  }
}

const label = /^(?:Manufacturer|Model|Revision)\s*:\s*/i

/** Samsung and Motorola answer with a list: `"WCDMA","LTE","MODEL=X1"`. */
function listed(text: string, name: string): string {
  if (!/"\s*,\s*"/.test(text)) return text
  const items = text.split(/"?\s*,\s*"?/)
  const head = `${name.toUpperCase()}=`
  const own = items.find((item) => item.toUpperCase().startsWith(head))
  return own?.slice(head.length) ?? items.join(', ')
}

export function unquoted(text: string): string {
  const trimmed = text.trim()
  return /^".*"$/.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1).trim() : trimmed
}
