import { decodeExchange } from '@catalog/decoders/exchange'
import { knowledge, registry } from '@catalog/decoders/index'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases } from '../../support/proofs'

/** Real lines, to be spoilt. */
const lines = [
  '+CEREG: 5,1,"002F","0012BEEF",7,,,"00000000","11100000"',
  '+COPS: (2,"","T-Mobile","31026",0),(1,"AT&T, Inc","AT&T","310410",2),,(0-4),(0,2)',
  '+CPSI: LTE,Online,440-10,0x1698,39683652,181,EUTRAN-BAND28,9510,3,3,20,61,41,3',
  '+CGDCONT: (1-24,100-179),"IPV4V6",,,(0-2),(0-4),(0-1),(0-1)',
  '+CGCONTRDP: 4,5,"ibox.tim.it","2.197.17.49.255.255.255.255","2.197.17.49","10.207.43.46"',
  '+CGEV: NW DEACT "IP","1.2.3.4",1',
  '+CMGL: 1,"REC READ","+819012345678",,"25/01/01,12:00:00+36"',
  '+CIND: ("battchg",(0-5)),("signal",(0-5)),("roam",(0,1))',
  '+CCLK: "14/08/05,04:00:21+40"',
  '+CSIM: 8,"000063C1"',
  '+CPMS: "SM",0,30,"SM",1,30,"ME",2,23',
  '+QENG: "servingcell","NOCONN","LTE","FDD",440,10,"25D9F94",181,9510,28,3,3,"1698",-79,-10,-69,13,23',
  '+CME ERROR: SIM not inserted',
  'CONNECT 115200',
  'VOICE CALL: END: 000041',
  'System mode:   LTE        PS state: Attached',
  'PCC RxM RSSI:  -45\t\tRSRP (dBm):  -81',
  '#RFSTS: "286 01",1795,-101,-67,-15,2242,,128,3,1,0B5D121,"286010000000001","Turkcell",3,3,108',
  '#SERVINFO: 42,-93,"Turkcell","28601",63,855E,03,1,,"II",01,6',
  '2525,5,50,50,e8fe,1a2d001,1,d60814d1,8001,01,28,31,13.75,3,1,10,28,-50,-6,0,255,255,0',
  '+RSRP: 162,5110,"-075.00",',
  '+QENG: "NR5G-NSA",222,01,920,-96,18,-10,648768,78,10,1',
  '%XMONITOR: 1,"EDAV","EDAV","26295","00B7",7,4,"00011B07",7,2300,63,39,"","11100000"',
  '+C5GREG: 2,1,"0003DB","0000000000000001",11,4,"01.000001"',
  '0x00A1000013FB653A:0x80D9BBCA',
  '+CEDRXS: (0-3),(4,5),("0000"-"1111")',
  '+CPING: 3,4,4,0,40,60,50',
]
const names = registry.all.flatMap(({ commands, prefixes }) => [...commands, ...prefixes])
const commandOf = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom('', '?', '=?', '=1', '=1,"a"', '=176,12258,0,0,10'),
  )
  .map(([name, end]) => `${name.startsWith('AT') ? '' : 'AT'}${name}${end}`)

/** A real line, or any prefix with real values, with pieces taken out, doubled or replaced. */
const mangled = fc
  .tuple(
    fc.constantFrom(...lines),
    fc.constantFrom('', ...names),
    fc.array(
      fc.tuple(
        fc.nat(90),
        fc.nat(8),
        fc.constantFrom(
          '',
          ',',
          '"',
          '(',
          ')',
          ':',
          '\0',
          'x',
          '-',
          '99999999999999999999',
          'あ',
          '0x',
        ),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([line, name, cuts]) => {
    let text = name === '' ? line : line.replace(/^[^:]*/, name)
    for (const [at, length, piece] of cuts)
      text = text.slice(0, at) + piece + text.slice(at + length)
    return text
  })

test('a spoilt line never throws, and what it marks lies inside it', () => {
  fc.assert(
    fc.property(mangled, commandOf, (line, command) => {
      for (const context of [{}, { command }]) {
        const explained = knowledge.line(line, context)
        if (!explained) continue
        expect(explained.words.en.length).toBeGreaterThan(0)
        for (const { start, end } of explained.secrets)
          if (start < 0 || end > line.length || end <= start) throw new Error(`${start}-${end}`)
      }
    }),
    { numRuns: cases(60_000) },
  )
})

test('a spoilt exchange keeps its shape, and its facts are plain JSON', () => {
  fc.assert(
    fc.property(fc.array(mangled, { maxLength: 3 }), commandOf, (spoilt, command) => {
      const decoded = decodeExchange({ command, response: [...spoilt, 'OK'].join('\r\n') })
      if (Object.keys(decoded).length !== 10) throw new Error('a field is missing or too many')
      if (/undefined|NaN|Infinity/.test(JSON.stringify(decoded.words)))
        throw new Error(decoded.words.en)
      const again: unknown = JSON.parse(JSON.stringify(decoded.answer ?? null))
      if (again === undefined) throw new Error('not JSON')
    }),
    { numRuns: cases(40_000) },
  )
})

test('lines made to be slow are no slower than their length', () => {
  const size = cases(16_000, 4_000)
  const nasty = [
    '(',
    ')',
    '"',
    ',',
    '1',
    'a ',
    '((0-9),',
    'x:',
    '\t',
    '1/',
    'a: ',
    '0-99999,',
    '-',
    '[SCELL] a:',
  ]
  for (const { id } of registry.all)
    for (const piece of nasty) {
      const tail = piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
      knowledge.line(`${id}: ${tail}!`, { command: `AT${id}?` })
      knowledge.line(`${id}: ${tail}!`, { command: `AT${id}=?` })
      knowledge.line(`${tail}!`, { command: id.startsWith('AT') ? id : `AT${id}` })
    }
})

test('a line of ten megabytes is passed on, not decoded', () => {
  const line = `+CEREG: ${'1'.repeat(10_000_000)}`
  expect(knowledge.line(line, {})).toBeUndefined()
  const { unknown } = decodeExchange({ command: 'AT+CEREG?', response: `${line}\r\nOK` })
  expect(unknown).toEqual([line])
})
