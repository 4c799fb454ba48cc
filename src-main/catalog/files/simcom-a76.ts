import type { FileFamily, StoredFile } from '@core/files/family'
import type { FamilyAnswer, Trouble } from '@core/modem/family-command'
import { fieldsIn, given, isOther, numberIn, plain, refusal } from '../family-readers'

/** `+FSLS: FILES:` and a name a line, up to the next heading; folders stand under `+FSLS: SUBDIRECTORIES:`. */
function names(answer: FamilyAnswer): readonly StoredFile[] | Trouble | undefined {
  if (!answer.ok) return refusal(answer)
  if (isOther(answer, '+FSLS:')) return undefined
  const found: StoredFile[] = []
  let among = false
  for (const line of answer.lines.slice(0, -1)) {
    if (line.startsWith('+FSLS:')) among = /FILES/.test(line) && !/SUBDIR/.test(line)
    else if (among && line.trim() !== '') found.push({ name: line.trim(), size: null })
  }
  return found
}

/** `+FSMEM: C:(<total>,<used>)`. */
function space(answer: FamilyAnswer) {
  const line = answer.lines.find((one) => one.startsWith('+FSMEM:')) ?? ''
  const [, total, used] = /C:\((\d+), *(\d+)\)/i.exec(line) ?? []
  if (total === undefined || used === undefined) return answer.ok ? undefined : refusal(answer)
  return { total: Number(total), free: Math.max(0, Number(total) - Number(used)) }
}

/** SIM7500, SIM7600, A76xx, SIM7670 and SIM7672: drive C:, and the certificates, which lie apart. */
const simcomA76: FileFamily = {
  id: 'simcom-a76',
  name: 'SIMCom SIM7500, SIM7600, A76xx, SIM767x',
  source:
    'SIMCom A76XX Series AT Command Manual V1.09, File System, File Transmission, SSL (AT+CCERTDOWN)',
  matches: (identity) => /\bA7[567]\d\d|SIM7[56]\d\d|SIM76[67]\d|SIM767/i.test(identity),
  stores: {
    file: {
      first: [plain('AT+FSCD=C:')],
      list: { command: 'AT+FSLS=2', read: names },
      size: (name) => ({
        command: `AT+FSATTRI=${name}`,
        read: (answer) =>
          numberIn(answer, '+FSATTRI:', 0) ?? (answer.ok ? undefined : refusal(answer)),
      }),
      space: { command: 'AT+FSMEM', read: space },
      upload: (name, octets) => given(`AT+CFTRANRX="C:/${name}",${octets.length}`, octets),
      read: {
        // `+CFTRANTX: DATA,<octets>` before each piece, `+CFTRANTX: 0` behind the last.
        whole: (name) => ({
          command: `AT+CFTRANTX="C:/${name}"`,
          timeoutMs: 120_000,
          read: (answer) => (answer.ok ? (answer.octets ?? new Uint8Array(0)) : refusal(answer)),
        }),
      },
      remove: ({ name }) => plain(`AT+FSDEL=${name}`),
    },
    certificate: {
      first: [],
      list: {
        command: 'AT+CCERTLIST',
        // A line for each, or all of them in one line.
        read: (answer) => {
          if (!answer.ok) return refusal(answer)
          if (isOther(answer, '+CCERTLIST:')) return undefined
          const rows = answer.lines.filter((line) => line.startsWith('+CCERTLIST:'))
          return rows
            .flatMap((row) => fieldsIn([row], '+CCERTLIST:') ?? [])
            .map((name) => ({ name, size: null }))
        },
      },
      upload: (name, octets) => given(`AT+CCERTDOWN="${name}",${octets.length}`, octets),
      remove: ({ name }) => plain(`AT+CCERTDELE="${name}"`),
    },
  },
}
export default simcomA76
