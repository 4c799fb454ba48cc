/** A way in which programs and people write an exchange down. */
export interface Shape {
  readonly shape: string
  readonly write: (lines: readonly string[]) => string
}

const each = (write: (line: string, index: number) => string) => (lines: readonly string[]) =>
  lines.map((line, index) => `${write(line, index)}\n`).join('')

const sent = (line: string) => /^AT/i.test(line)
const clock = (index: number) => `09:00:${String(index % 60).padStart(2, '0')}.100`
const pairs = (line: string) =>
  [...new TextEncoder().encode(line)].map((octet) => octet.toString(16).padStart(2, '0'))

function hexDump(line: string): string {
  const octets = pairs(`${line}\r\n`)
  const rows: string[] = []
  for (let at = 0; at < octets.length; at += 16) {
    const part = octets.slice(at, at + 16)
    const letters = Array.from(`${line}\r\n`.slice(at, at + 16), (letter) =>
      letter < ' ' ? '.' : letter,
    ).join('')
    rows.push(`${at.toString(16).padStart(8, '0')}  ${part.join(' ').padEnd(48)} |${letters}|`)
  }
  return rows.join('\n')
}

export const shapes: readonly Shape[] = [
  { shape: 'a terminal capture', write: each((line) => line) },
  { shape: 'a capture with carriage returns', write: (lines) => lines.join('\r\n') + '\r\n' },
  { shape: 'a capture with echo', write: each((line) => (sent(line) ? `${line}\r\r\n` : line)) },
  { shape: 'a capture with empty lines', write: each((line) => `${line}\n`) },
  { shape: 'lines with the time of day', write: each((line, i) => `[${clock(i)}] ${line}`) },
  { shape: 'lines with date and time', write: each((line, i) => `2026-11-21 ${clock(i)} ${line}`) },
  { shape: 'lines with seconds since the start', write: each((line, i) => `${i}.250 ${line}`) },
  { shape: 'arrows', write: each((line) => `${sent(line) ? '>>' : '<<'} ${line}`) },
  {
    shape: 'arrows with the time',
    write: each((line, i) => `${clock(i)} ${sent(line) ? '->' : '<-'} ${line}`),
  },
  { shape: 'TX and RX', write: each((line) => `${sent(line) ? 'TX' : 'RX'}: ${line}`) },
  {
    shape: 'SEND and RECV with escapes',
    write: each(
      (line) => `${sent(line) ? 'SEND' : 'RECV'}: "${line.replaceAll('"', '\\"')}\\r\\n"`,
    ),
  },
  { shape: 'octets of Python', write: each((line) => `b'${line}\\r\\n'`) },
  {
    shape: 'a list of Python',
    write: (lines) => `[${lines.map((line) => `'${line}'`).join(', ')}]\n`,
  },
  {
    shape: 'an ESP-IDF log',
    write: each(
      (line, i) =>
        `D (${1000 + i}) uart_terminal: ${sent(line) ? 'Sending command:' : 'Handling line: >>'} ${line}`,
    ),
  },
  {
    shape: 'a Zephyr log',
    write: each(
      (line, i) => `[00:00:0${i % 10}.100,000] <dbg> modem: ${sent(line) ? 'TX' : 'RX'}: ${line}`,
    ),
  },
  {
    shape: 'a log of Android',
    write: each(
      (line, i) => `11-21 ${clock(i)}  1234  1235 D RILJ: ${sent(line) ? '>' : '<'} ${line}`,
    ),
  },
  {
    shape: 'a system log',
    write: each((line, i) => `Nov 21 09:00:${String(10 + i)} bench modem[812]: ${line}`),
  },
  {
    shape: 'a ModemManager log',
    write: each(
      (line, i) =>
        `<dbg> [1763715600.${100 + i}] [ttyUSB2/at] ${sent(line) ? '-->' : '<--'} '${line}<CR>${sent(line) ? '' : '<LF>'}'`,
    ),
  },
  { shape: 'a quoted mail', write: each((line) => `> ${line}`) },
  {
    shape: 'a fence of Markdown',
    write: (lines) => `Hello,\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`,
  },
  { shape: 'indented lines', write: each((line) => `    ${line}`) },
  { shape: 'numbered lines', write: each((line, i) => `${i + 1}: ${line}`) },
  {
    shape: 'columns',
    write: each((line, i) => `${i + 1} | ${clock(i)} | ${sent(line) ? 'w' : 'r'} | ${line}`),
  },
  {
    shape: 'records of JSON',
    write: each((line, i) => JSON.stringify({ MESSAGE: line, PRIORITY: '6', n: i })),
  },
  {
    shape: 'octets in Base64 in records of JSON',
    write: each((line) =>
      JSON.stringify({ dir: sent(line) ? 'tx' : 'rx', data: btoa(`${line}\r\n`) }),
    ),
  },
  {
    shape: 'fields in quotes',
    write: each(
      (line, i) => `${i + 1},${sent(line) ? 'TX' : 'RX'},"${line.replaceAll('"', '""')}"`,
    ),
  },
  {
    shape: 'HTML',
    write: (lines) =>
      `<pre>${lines.map((line) => line.replaceAll('"', '&quot;')).join('<br>\n')}</pre>\n`,
  },
  { shape: 'a dump in hex', write: each(hexDump) },
  {
    shape: 'octets in hex',
    write: each((line) => `${sent(line) ? 'TX' : 'RX'} ${pairs(`${line}\r\n`).join(' ')}`),
  },
  {
    shape: 'octets in hex without blanks',
    write: each((line) => `+XDATA: ${pairs(line).join('')}`),
  },
  { shape: 'a file that is not understood', write: each((line) => `note to self :: ${line}`) },
]
