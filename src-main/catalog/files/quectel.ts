import type { FileFamily } from '@core/files/family'
import type { FamilyAnswer, FamilyCommand, Trouble, TroubleCause } from '@core/modem/family-command'
import { fieldsIn, given, isOther, numberIn, plain, refusal as said } from '../family-readers'

const pieceOctets = 1_024

/** The note's summary of error codes, which come with +CME ERROR. */
const causes: { readonly [code: string]: TroubleCause } = {
  403: 'full',
  405: 'missing',
  407: 'exists',
}
function refusal(answer: FamilyAnswer): Trouble {
  const told = said(answer)
  const [, code = ''] = /^\+CME ERROR: *(\d+)$/.exec(told.seen) ?? []
  return { ...told, trouble: causes[code] ?? told.trouble }
}
const read: FamilyCommand<true>['read'] = (answer) => answer.ok || refusal(answer)

/** EC2x, EG9x, BG9x, RM5xx: the user file system (UFS); certificates lie in it as files. */
const quectel: FileFamily = {
  id: 'quectel',
  name: 'Quectel EC2x, EG9x, BG9x, RM5xx',
  source: 'Quectel EC2x/EG9x/BG9x FILE Application Note',
  matches: (identity) =>
    /Quectel/i.test(identity) && !/\bM(?:10|35|66|95)\b|BC\d\d/i.test(identity),
  stores: {
    file: {
      first: [],
      list: {
        command: 'AT+QFLST="*"',
        read: (answer) => {
          // An empty file system is refused by some firmwares.
          if (!answer.ok && answer.lines.length > 1) return refusal(answer)
          if (isOther(answer, '+QFLST:')) return undefined
          const rows = answer.lines.filter((line) => line.startsWith('+QFLST:'))
          return rows.flatMap((row) => {
            const [name = '', size = ''] = fieldsIn([row], '+QFLST:') ?? []
            const plainName = name.replace(/^UFS:/, '')
            return plainName === '' ? [] : [{ name: plainName, size: Number(size) }]
          })
        },
      },
      space: {
        command: 'AT+QFLDS="UFS"',
        read: (answer) => {
          const free = numberIn(answer, '+QFLDS:', 0)
          const total = numberIn(answer, '+QFLDS:', 1)
          if (free === undefined || total === undefined)
            return answer.ok ? undefined : refusal(answer)
          return { free, total }
        },
      },
      upload: (name, octets) => ({
        ...given(`AT+QFUPL="${name}",${octets.length},${secondsFor(octets.length)}`, octets),
        read,
      }),
      read: {
        open: (name) => ({
          command: `AT+QFOPEN="${name}",2`,
          read: (answer) =>
            numberIn(answer, '+QFOPEN:', 0) ?? (answer.ok ? undefined : refusal(answer)),
        }),
        // `CONNECT <octets>` and the octets; none at the end of the file.
        piece: (handle) => ({
          command: `AT+QFREAD=${handle},${pieceOctets}`,
          counted: 'CONNECT',
          read: (answer) => (answer.ok ? (answer.octets ?? new Uint8Array(0)) : refusal(answer)),
        }),
        close: (handle) => plain(`AT+QFCLOSE=${handle}`),
      },
      remove: ({ name }) => plain(`AT+QFDEL="${name}"`, { read }),
    },
  },
}
export default quectel

/** How long the modem waits for them: at 115200 baud some 10 kB come in a second. */
function secondsFor(octets: number): number {
  return 30 + Math.ceil(octets / 5_000)
}
