interface Line {
  readonly text: string
  readonly command?: string | undefined
}

/** Commands by which a modem tries the network itself: pings, look-ups of names, the time of a server. */
export const testsNetwork =
  /^AT(?:\+(?:QPING|CPING|SNPING[46]|NPING|UPING|CDNSGIP|QIDNSGIP|UDNSRN|QNTP)=|#(?:PING|QDNS)=|\+CNTP$)/i

/** They say how it ended in a line of their own. */
export const testsTell =
  /^AT(?:\+(?:QPING|CPING|SNPING|NPING|UPING|CDNSGIP|QIDNSGIP|QNTP|CNTP)|#PING)/i

/** A ping among others that was lost; those that were answered count more. */
export const pingLost =
  /^\+QPING: *(?:56[0-9]|55\d|57\d)$|^\+CPING: *2\b|^\+SNPING[46]: *\d+,[^,]*, *60000$|^\+UUPINGER: *\d+|^\+NPINGERR: *\d+|^#PING: *\d+,[^,]*, *600, *255$/

const pinged =
  /^\+QPING: *0, *"?[\da-f.:]*[.:]|^\+QPING: *0, *\d+, *[1-9]\d*, *\d+, *\d+|^\+CPING: *1, *"?[\da-f]|^\+CPING: *3, *\d+, *[1-9]|^\+SNPING[46]: *\d+,[^,]*, *(?!60000)\d+$|^\+UUPING: *\d+|^\+NPING: *\d+,|^#PING: *\d+,[^,]*, *(?!600\b)\d+,/i
/** The count at the end of a run of pings: none came back. */
const noneAnswered = /^\+QPING: *0, *\d+, *0, *\d+|^\+CPING: *3, *\d+, *0\b/

/** A name, or the name of a time server, was looked up in vain. */
export const nameLost = /^\+CDNSGIP: *0\b|^\+QIURC: *"dnsgip", *[1-9]\d\d\b|^\+QNTP: *565\b/

/** A ping whose target is given as an address, or its answer. */
export const pingsAddress = ({ text, command = text }: Line) =>
  /PING[46]?=.*?"?\d{1,3}(?:\.\d{1,3}){3}\b/i.test(command)

/** SIM800 and SIM70xx say 1 of a time that was set, A76xx of an unknown error: it tells nothing. */
export const testResults: readonly (readonly [RegExp, 'internet', 'fine' | 'failure'])[] = [
  [noneAnswered, 'internet', 'failure'],
  [pinged, 'internet', 'fine'],
  [pingLost, 'internet', 'failure'],
  [/^\+CDNSGIP: *1\b|^\+QIURC: *"dnsgip", *"/, 'internet', 'fine'],
  [/^\+CDNSGIP: *0\b|^\+QIURC: *"dnsgip", *[1-9]\d\d\b/, 'internet', 'failure'],
  [/^\+(?:CNTP: *0$|QNTP: *0\b)/, 'internet', 'fine'],
  [/^\+(?:CNTP: *(?:[2-6]|6[1-6])|QNTP: *[1-9]\d*)$/, 'internet', 'failure'],
]

export const testFailed = (text: string) =>
  testResults.find(([form]) => form.test(text))?.[2] === 'failure'
