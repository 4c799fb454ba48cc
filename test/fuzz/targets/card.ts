import { fromHex, hexOf, latin1 } from '@core/bytes'
import { cardFileKinds, cardFileNames } from '@core/card/files'
import { cardFileMeaning } from '@core/card/meaning'
import { networksIn, placesIn } from '@core/card/networks'
import { readFile } from '@core/card/read-file'
import * as euicc from '@core/esim/euicc'
import { storeData } from '@core/esim/store-data'
import { tlv } from '@core/esim/tlv'
import { messagesIn, type StoredPdu } from '@core/sms/message'
import { readPdu, submitFrom, submitsOf } from '@core/sms/pdu'
import { momentOf, momentText } from '@core/sms/timestamp'
import { UssdLines } from '@core/ussd/incoming'
import { ussdReply } from '@core/ussd/reply'
import { utf8Bytes } from '@core/utf8'
import { latin } from '../corpus'
import { must, type Target } from '../target'

const iccid = '8981100000000000017'
const profile = tlv(
  0xe3,
  tlv(0x5a, euicc.iccidOctets(iccid)),
  tlv(0x9f70, Uint8Array.of(1)),
  tlv(0x90, utf8Bytes('Bench')),
  tlv(0x91, utf8Bytes('Provider')),
  tlv(0x95, Uint8Array.of(2)),
  tlv(0x99, Uint8Array.of(4, 0x60)),
)
const answers = [
  tlv(0xbf2d, tlv(0xa0, profile, profile)),
  tlv(0xbf3e, tlv(0x5a, fromHex('89049032000001000000000000000017') ?? new Uint8Array())),
  tlv(0xbf22, tlv(0x82, Uint8Array.of(2, 2, 0)), tlv(0x84, tlv(0x82, Uint8Array.of(1, 0, 0)))),
  tlv(0xbf3c, tlv(0x80, utf8Bytes('smdp.example'))),
  tlv(0xbf28, tlv(0xa0, tlv(0xbf2f, Uint8Array.of(1)))),
  tlv(0xbf31, tlv(0x80, Uint8Array.of(2))),
]

/** All that is asked of an eUICC, of one answer. */
function readEuicc(answer: Uint8Array): void {
  for (const { nickname, name, provider } of euicc.profilesOf(answer) ?? [])
    must(!/\p{Cc}/u.test(nickname + name + provider), 'a name with a control character')
  const eid = euicc.eidOf(answer)
  must(eid === undefined || /^[\da-f]{32}$/i.test(eid), `an EID ${String(eid)}`)
  const { freeBytes } = euicc.infoOf(answer)
  must(freeBytes === null || freeBytes >= 0, `${String(freeBytes)} octets free`)
  euicc.serverOf(answer)
  euicc.waitingOf(answer)
  euicc.refusalOf(answer)
}

/** Octets in hex, as modems write them. */
const hexes = [
  '07911326040000F0040B911306000000F00000208062917314480CC8F71D14969741F977FD07',
  '0011000B911306000000F00000AA0CC8F71D14969741F977FD07',
  '0791447758100650440DD0F334FC1CA69701000080803121702240140B0504158A00000500030C0201E8329BFD06',
  '07911326040000F006010B911306000000F0208062917314482080629173144800',
]
const lines = [
  '+CUSD: 0,"AA180C3602",15',
  '+CUSD: 1,"Menu',
  '1. Balance 2. Data"',
  '+CUSD: 2,"006A00610070",72',
  '+CUSD: 0,"00480065006C006C006F",17',
  '+CUSD: 4',
]
const sets = ['GSM', 'IRA', 'UCS2', 'HEX', 'UTF-8', '']

export const cardTargets: readonly Target[] = [
  {
    name: 'answer of an eUICC',
    corpus: answers,
    share: 4,
    run: readEuicc,
  },
  {
    name: 'eUICC asked in blocks',
    corpus: answers.map((answer) => Uint8Array.from([0x61, answer.length & 0xff, ...answer])),
    run: async (bytes) => {
      let [at, asked] = [0, 0]
      const said = await storeData(
        async () => {
          must(++asked < 100, 'it asks for ever')
          const status = ((bytes[at] ?? 0x90) << 8) | (bytes[at + 1] ?? 0)
          const data = bytes.subarray(at + 2, at + 34)
          at += 34
          return { status, data }
        },
        1,
        new Uint8Array(300),
      )
      readEuicc(said.data)
    },
  },
  {
    name: 'file of a SIM',
    corpus: [
      ...latin('\x98\x18\x01\x00\x00\x00\x00\x00\x10\x07', '\x02soracom\xff\xff\xff'),
      Uint8Array.of(0x44, 0xf0, 0x10, 0xff, 0xff, 0xff, 0x44, 0xf0, 0x20, 0x80, 0x00),
      fromHex('62178202412183022FE2A506C00100CA01808A01058B032F060480020010') ?? new Uint8Array(),
    ],
    share: 4,
    run: async (bytes) => {
      const hex = hexOf(bytes)
      for (const name of cardFileNames) {
        cardFileMeaning(name, hex)
        cardFileMeaning(name, latin1(bytes))
        let part = 0
        const exchange = async () => {
          const said = bytes.subarray(part * 20, ++part * 20)
          return { sw1: said[0] ?? 0x90, sw2: said[1] ?? 0, hex: hexOf(said.subarray(2)) }
        }
        const { id, records = false } = cardFileKinds[name]
        await readFile(exchange, id, records)
      }
      networksIn(hex)
      placesIn(hex, 3)
    },
  },
  {
    name: 'short message',
    corpus: hexes.map((hex) => fromHex(hex) ?? new Uint8Array()),
    share: 4,
    run: (bytes) => {
      const hex = hexOf(bytes)
      const whole = { storage: 'SM', length: (bytes[0] ?? 0) + bytes.length - 8, hex }
      const stored = [0, 1, 2, 3].map((status): StoredPdu => ({ ...whole, status, index: status }))
      // Its parts, one behind the other, and one twice.
      const parts = [hex.slice(0, 40), hex.slice(10), latin1(bytes)]
      const more = parts.map((one, i) => ({ ...whole, hex: one, status: 1, index: 4 + i }))
      for (const { at, report } of messagesIn([...stored, ...more]))
        for (const moment of [at, typeof report === 'object' ? report.at : undefined])
          if (moment) momentText(moment)
      momentOf(bytes)
      readPdu(latin1(bytes))
      submitFrom(hex)
      const text = latin1(bytes).slice(0, 400)
      for (const part of submitsOf('+15550100', text, { report: true, reference: 1 }))
        must(readPdu(part.hex).parsed.kind === 'submit', 'a message of ours that cannot be read')
    },
  },
  {
    name: 'USSD',
    corpus: latin(lines.join('\r\n'), ...lines),
    share: 4,
    run: (bytes) => {
      const open = new UssdLines()
      for (const text of latin1(bytes).split('\r\n')) {
        const kind = text.startsWith('+CUSD:') ? ('unsolicited' as const) : ('line' as const)
        const whole = open.take({ kind, text, raw: bytes, atUs: 0 } as never)
        for (const said of [text, whole ?? ''])
          for (const set of sets) must(typeof (ussdReply(said, set)?.text ?? '') === 'string', said)
      }
    },
  },
]
