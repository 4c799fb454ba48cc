import type { RadioFamily, RadioItem } from '@core/radio/item'
import { radioTitles } from '@core/radio/words'
import { quoted, wordsOf } from '@core/words'

/** `!SELRAT: 06, LTE Only` and rows of =?: `00, All bands`, some with masks behind wide gaps. What an index means is the firmware's. */
function rowsOf(
  lines: readonly string[],
): readonly { readonly id: string; readonly name: string }[] {
  return lines.flatMap((line) => {
    const [, id, name] =
      /^(?:![A-Z]+: *)?([0-9A-F]{2}) *, *(\S(?:.{0,58}?\S)?)(?: {2,}.*|\t.*|, *[0-9A-F]{8,}.*)?$/i.exec(
        line,
      ) ?? []
    return id !== undefined && name !== undefined ? [{ id: id.toUpperCase(), name }] : []
  })
}

function indexed(id: 'rat' | 'band-set', name: '!SELRAT' | '!BAND'): RadioItem {
  return {
    id,
    kind: 'one',
    title: radioTitles[id],
    command: `AT${name}?`,
    test: `AT${name}=?`,
    takes: 'now',
    free: '00',
    read(lines, test) {
      const rows = rowsOf(lines)
      const [row] = rows
      // An index the list does not have is of another form.
      const known = rowsOf(test).some((one) => one.id === row?.id)
      return rows.length === 1 && row && known
        ? { chosen: [row.id], raw: `${row.id}, ${row.name}` }
        : undefined
    },
    options: ({ test }) => ({
      list: rowsOf(test).map((row) => ({ id: row.id, name: wordsOf(quoted(row.name)) })),
      told: true,
    }),
    write: ([one]) =>
      one !== undefined && /^[0-9A-F]{2}$/.test(one) ? [`AT${name}=${one}`] : undefined,
  }
}

/** EM/MC73xx, 74xx, 75xx, EM91xx, WP76xx, WP77xx: sets of bands and of technologies by an index that the firmware lists. */
const sierra: RadioFamily = {
  id: 'sierra',
  name: 'Sierra Wireless',
  source: 'Sierra Wireless AT Command References 4117727 and 41110843: !SELRAT, !BAND',
  matches: (identity) => /sierra wireless/i.test(identity),
  items: [indexed('rat', '!SELRAT'), indexed('band-set', '!BAND')],
}
export default sierra
