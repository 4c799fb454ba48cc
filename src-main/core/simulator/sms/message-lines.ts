import { concat, hexOf } from '../../bytes'
import type { AtPlace } from '../at-place'
import { serviceCentreField, typeOfAddress } from '../../sms/address'
import { characterSets, written } from './character-set'
import type { CharacterSet } from './character-set'
import type { StoredMessage } from './message-store'
import { textOf } from '../../sms/body'
import { codingOf } from '../../sms/coding'
import { timestampText } from '../../sms/timestamp'
import { HAS_HEADER, parseTpdu, readTpdu } from '../../sms/tpdu'
import type { Tpdu } from '../../sms/tpdu'

/** <stat> in text mode, by its number. */
export const statusNames = ['REC UNREAD', 'REC READ', 'STO UNSENT', 'STO SENT', 'ALL'] as const

export const isTextMode = (channel: AtPlace): boolean => channel.settings['+CMGF'] === 1

export function characterSetOf(channel: AtPlace): CharacterSet {
  return characterSets[channel.settings['+CSCS']] ?? 'IRA'
}

/** A text in quotes, in the channel's character set. */
export function quoted(channel: AtPlace, text: string): string {
  return `"${written(text, characterSetOf(channel))}"`
}

/** Service centre and TPDU in hex, as PDU mode writes them (27.005, 3.1). */
export function pduText({ serviceCentre, tpdu }: StoredMessage): string {
  return hexOf(concat([serviceCentreField(serviceCentre), tpdu])).toUpperCase()
}

/** <data> of text mode: the text, or the octets in hex where they are no text of the default alphabet. */
function dataText(tpdu: Tpdu, channel: AtPlace): string {
  const gsm = codingOf(tpdu.dataCoding) === 'gsm' && (tpdu.firstOctet & HAS_HEADER) === 0
  return gsm
    ? written(textOf(tpdu) ?? '', characterSetOf(channel))
    : hexOf(tpdu.userData).toUpperCase()
}

/** The lines behind +CMGR and +CMGRD: what is known of one message. */
export function messageLines(name: string, message: StoredMessage, channel: AtPlace): string[] {
  const { status, tpdu } = message
  if (!isTextMode(channel)) return [`${name}: ${status},,${tpdu.length}`, pduText(message)]
  const read = readTpdu(tpdu)
  if (!read) return [`${name}: "${statusNames[status]}",${reportFields(tpdu, channel)}`]
  const detailed = channel.settings['+CSDH'] === 1
  const details = detailed ? `,${detailsOf(read, message, channel)}` : ''
  const time = read.kind === 'deliver' ? `,"${timestampText(read.timestamp)}"` : ''
  const head = `${name}: "${statusNames[status]}",${quoted(channel, read.number)},${time}${details}`
  return [head, dataText(read, channel)]
}

/** <tooa>,<fo>,<pid>,<dcs>,[<vp>,]<sca>,<tosca>,<length>. */
function detailsOf(read: Tpdu, { serviceCentre }: StoredMessage, channel: AtPlace): string {
  const vp = read.kind === 'submit' ? `${read.validity[0] ?? ''},` : ''
  const fields = `${typeOfAddress(read.number)},${read.firstOctet},${read.protocol},${read.dataCoding}`
  const centre = `${quoted(channel, serviceCentre)},${typeOfAddress(serviceCentre)}`
  return `${fields},${vp}${centre},${read.length}`
}

/** The lines of one message in +CMGL. */
export function listLines(index: number, message: StoredMessage, channel: AtPlace): string[] {
  const { status, tpdu } = message
  if (!isTextMode(channel)) return [`+CMGL: ${index},${status},,${tpdu.length}`, pduText(message)]
  const read = readTpdu(tpdu)
  const start = `+CMGL: ${index},"${statusNames[status]}"`
  if (!read) return [`${start},${reportFields(tpdu, channel)}`]
  const time = read.kind === 'deliver' ? `"${timestampText(read.timestamp)}"` : ''
  const detailed = channel.settings['+CSDH'] === 1
  const details = detailed ? `,${typeOfAddress(read.number)},${read.length}` : ''
  return [`${start},${quoted(channel, read.number)},,${time}${details}`, dataText(read, channel)]
}

/** +CMT and +CDS: a message that goes to the host directly. */
export function deliveredLines(
  name: '+CMT' | '+CDS',
  message: StoredMessage,
  channel: AtPlace,
): string {
  const { tpdu } = message
  if (!isTextMode(channel)) {
    const alpha = name === '+CMT' ? ',' : ''
    return `${name}: ${alpha}${tpdu.length}\r\n${pduText(message)}`
  }
  const read = readTpdu(tpdu)
  if (!read) return `${name}: ${reportFields(tpdu, channel)}`
  const details = channel.settings['+CSDH'] === 1 ? `,${detailsOf(read, message, channel)}` : ''
  const head = `${name}: ${quoted(channel, read.number)},,"${timestampText(read.timestamp)}"`
  return `${head}${details}\r\n${dataText(read, channel)}`
}

/** <fo>,<mr>,[<ra>],[<tora>],<scts>,<dt>,<st> of a status report. */
function reportFields(tpdu: Uint8Array, channel: AtPlace): string {
  const report = parseTpdu(tpdu)
  if (report.kind !== 'report') return ''
  const { firstOctet, reference, number, timestamp, discharge, status } = report
  const [sent, done] = [timestamp, discharge].map(timestampText)
  const recipient = `${quoted(channel, number)},${typeOfAddress(number)}`
  return `${firstOctet},${reference},${recipient},"${sent}","${done}",${status}`
}
