import { commandsOf, knowledge, registry } from '@catalog/decoders/index'
import { explainCommand } from '@core/at/phrase-words'
import causes from '@resources/causes.json'
import { describe, expect, test } from 'vitest'

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/

/** What must be known, by family: commands as they are typed (`r` read, `t` test, `s` set, `a` bare). */
const families: Readonly<Record<string, string>> = {
  'V.250': `E:as V:as Q:as X:as Z:as I:as H:as O:as A:a D:a L:as M:as &C:as &D:as &F:as &V:a &W:as S:sr
    +IFC:rst +IPR:rst +ICF:rst +ILRR:rst +GMI:a +GMM:a +GMR:a +GSN:a +GCAP:a +GCI:rst +FCLASS:rst +DR:rst +DS:rst`,
  'registration and network': `+CREG:rst +CGREG:rst +CEREG:rst +C5GREG:rst +COPS:rst +CPOL:rst +CPLS:rst +COPN:a
    +WS46:rst +CTZU:rst +CTZR:rst +CCLK:rst +CNUM:a +CLCK:st +CPWD:st +CUSD:rst +CEMODE:rst +CSCON:rst +CIREG:rst`,
  'the packet domain': `+CGDCONT:rst +CGDSCONT:rst +CGTFT:rst +CGQREQ:rst +CGQMIN:rst +CGEQREQ:rst +CGEQMIN:rst
    +CGEQNEG:st +CGATT:rst +CGACT:rst +CGCMOD:s +CGDATA:st +CGPADDR:st +CGAUTO:rst +CGCLASS:rst +CGEREP:rst +CGSMS:rst
    +CGCONTRDP:ast +CGSCONTRDP:ast +CGTFTRDP:ast +CGEQOS:rst +CGEQOSRDP:st +CGAUTH:rst +CGPIAF:rst +CPSMS:rst +CEDRXS:rst
    +CEDRXRDP:a +CGAPNRC:st +CIPCA:rst +CNEC:rst`,
  'the SIM': `+CPIN:rst +CPINR:a +SPIC:a +CRSM:s +CSIM:s +CCHO:s +CCHC:s +CGLA:s +CUAD:a +CIMI:a +CICCID:a +CCID:a +CSPN:r`,
  control: `+CFUN:rst +CPAS:a +CSQ:a +CESQ:a +CBC:a +CIND:rst +CMER:rst +CMEE:rst +CEER:a +CSCS:rst +CLAC:a +CPBS:rst
    +CPBR:st +CPBF:st +CPBW:st +CALA:rst +CLVL:rst +CMUT:rst +CRSL:rst +CALM:rst +CLAN:rst +CSIL:rst +CGMI:a +CGMM:a
    +CGMR:a +CGSN:a +CMUX:rst`,
  'messages (27.005)': `+CMGF:rst +CSCA:rst +CSMP:rst +CSDH:rst +CSMS:rst +CPMS:rst +CNMI:rst +CMGL:st +CMGR:s +CMGS:s
    +CMGW:s +CMSS:s +CMGD:st +CNMA:a +CSCB:rst +CMMS:rst`,
  SIMCom: `+CPSI:rst +CNSMOD:rst +CNMP:rst +CNBP:rs +CICCID:a +CBC:a +CPMUTEMP:a +CGAUTH:rst +CSOCKAUTH:rst $QCPDPP:rst
    +CSCLK:rst +CMUX:rst +NETOPEN:ar +NETCLOSE:a +CIPOPEN:rst +CIPSEND:st +CIPRXGET:st +CIPCLOSE:rst +CIPMODE:rst
    +CIPHEAD:rst +CIPSRIP:rst +CIPSENDMODE:rst +CIPTIMEOUT:rst +CIPCCFG:rst +CIPACK:s +SERVERSTART:rs +SERVERSTOP:s
    +IPADDR:a +CPING:st +CPINGSTOP:a +CDNSGIP:s +CDNSGHNAME:s +CPOF:a +CRESET:a +SIMCOMATI:a *CNTI:rs +CCINFO:a +AUTOCSQ:rst
    +CREBOOT:a +CATR:rst +CFGRI:rst +CRIRS:a +CVALARM:rst +CPMVT:rst +STK:rst +CGPS:rst +CGPSINFO:a +CHTTPACT:s +HTTPINIT:a
    +DIALMODE:rst $MYCONFIG:rs +CNAOP:rst +IPREX:rst +CGSOCKCONT:rst +CSOCKSETPN:rst`,
  Quectel: `+QCSQ:a +QENG:s +QNWINFO:a +QINISTAT:a +QCFG:s +QCCID:a`,
  'u-blox': `+UCGED:rs +UPSV:rst +UDCONF:s`,
  Telit: `#RFSTS:a #SERVINFO:a #QSS:rs`,
  Sierra: `!GSTATUS:r`,
  Nordic: `%CESQ:s %XMONITOR:a %XSYSTEMMODE:rst`,
}

const typed = Object.entries(families).flatMap(([family, list]) =>
  list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const at = entry.lastIndexOf(':')
      return [family, entry.slice(0, at), entry.slice(at + 1)] as const
    }),
)

function spelt(name: string, form: string): string {
  switch (form) {
    case 'r':
      return name === 'S' ? 'ATS0?' : `AT${name}?`
    case 't':
      return `AT${name}=?`
    case 's':
      return name === 'S' ? 'ATS0=1' : /^&?[A-Z]$/.test(name) ? `AT${name}0` : `AT${name}=1`
    default:
      return `AT${name}`
  }
}

describe('every command a bench meets', () => {
  test.each(typed)('%s: AT%s', (_family, name, forms) => {
    for (const form of forms) {
      const text = spelt(name, form)
      const [command] = commandsOf(text)
      const decoder = command && registry.ofCommand(command.name)
      expect(decoder, text).toBeDefined()
      if (!command || !decoder) continue
      expect(decoder.forms, text).toContain(command.form)
      const { words } = explainCommand(decoder, decoder.decodeSet(text, command).facts, command)
      expect(words.en, text).toMatch(/^[^a-z].*[.!?…]$/)
      expect(words.ja, text).toMatch(japanese)
    }
  })
})

describe('every line that comes unasked', () => {
  test.each([
    ['*ATREADY: 1', '*ATREADY'],
    ['+CPIN: READY', '+CPIN'],
    ['+CPIN: SIM REMOVED', '+CPIN'],
    ['+CGEV: EPS PDN ACT 1', '+CGEV'],
    ['+CGEV: NW PDN DEACT 1', '+CGEV'],
    ['SMS DONE', 'SMS DONE'],
    ['PB DONE', 'PB DONE'],
    ['START', 'START'],
    ['RDY', 'RDY'],
    ['+STIN: 25', '+STIN'],
    ['UNDER-VOLTAGE WARNNING', 'UNDER-VOLTAGE'],
    ['OVER-VOLTAGE WARNNING', 'OVER-VOLTAGE'],
    ['+CMTE: 1', '+CMTE'],
    ['+PPPD: DISCONNECTED', '+PPPD'],
    ['NORMAL POWER DOWN', 'NORMAL POWER DOWN'],
    ['+CSQ: 20,99', '+CSQ'],
    ['+CNSMOD: 8', '+CNSMOD'],
    ['+CEREG: 5', '+CEREG'],
    ['+CGREG: 2', '+CGREG'],
    ['+CREG: 3', '+CREG'],
    ['+CSCON: 1', '+CSCON'],
    ['+CTZV: "+36"', '+CTZV'],
    ['+NETOPEN: 0', '+NETOPEN'],
    ['+CIPOPEN: 0,0', '+CIPOPEN'],
    ['+CIPEVENT: NETWORK CLOSED UNEXPECTEDLY', '+CIPEVENT'],
    ['+IPCLOSE: 0,1', '+IPCLOSE'],
    ['+CPING: 2', '+CPING'],
    ['+CMTI: "SM",3', '+CMTI'],
    ['+CMT: ,24', '+CMT'],
    ['+CDS: 24', '+CDS'],
    ['+CUSD: 0,"x",15', '+CUSD'],
    ['RING', 'RING'],
    ['+CRING: VOICE', '+CRING'],
    ['+CLIP: "09012345678",129', '+CLIP'],
    ['VOICE CALL: BEGIN', 'VOICE CALL'],
    ['MISSED_CALL: 11:01AM 07712345678', 'MISSED_CALL'],
    ['+RXDTMF: 5', '+RXDTMF'],
    ['NO CARRIER', 'NO CARRIER'],
    ['CONNECT 115200', 'CONNECT'],
    ['+CNEC_EMM: 15', '+CNEC_EMM'],
    ['+QIND: SMS DONE', '+QIND'],
    ['+QIURC: "closed",0', '+QIURC'],
    ['#QSS: 1', '#QSS'],
    ['%CESQ: 62,3,22,2', '%CESQ'],
    ['+CMQTTRXSTART: 0,9,60', '+CMQTTRXSTART'],
    ['+CCHOPEN: 0,0', '+CCHOPEN'],
  ])('%s', (line, name) => {
    const said = knowledge.line(line, {})
    expect(said?.name).toBe(name)
    expect(said?.words.en).toMatch(/\w.*[.!?…]$/)
    expect(said?.words.ja).toMatch(japanese)
    expect(said?.severity).toMatch(/^(fine|notice|warning|failure)$/)
  })
})

describe('every cause', () => {
  test.each([
    ['+CME ERROR', causes.cme],
    ['+CMS ERROR', causes.cms],
  ])('%s in words, by number and by its words', (name, table) => {
    for (const { code, text } of table) {
      for (const given of [String(code), text]) {
        const said = knowledge.line(`${name}: ${given}`, { command: 'AT+CGACT=1,1' })
        expect(said?.facts, `${name} ${given}`).toMatchObject({ code, text })
        expect(said?.words.ja).toMatch(japanese)
      }
    }
  })

  test('says what to do about those that can be met on a bench', () => {
    const fixless = (table: readonly { code: number; fix?: unknown }[]) =>
      table.filter(({ fix }) => fix === undefined).map(({ code }) => code)
    // No network of today sends these, or there is nothing one could do.
    expect(fixless(causes.cme)).toEqual([49, 63, 146, 147, 180])
    expect(fixless(causes.cms)).toEqual([130, 160, 161, 255])
    expect([...fixless(causes.emm), ...fixless(causes.esm)]).toEqual([])
  })

  test.each([
    ['+CEREG: 3,,,,0,', causes.emm],
    ['+CNEC_EMM: ', causes.emm],
    ['+CNEC_ESM: ', causes.esm],
  ])('%sx names the cause and its fix', (head, table) => {
    for (const { code, name, fix } of table) {
      const words = knowledge.line(`${head}${code}`, {})?.words
      expect(words?.en, `${head}${code}`).toContain(name.en)
      expect(words?.ja).toContain(name.ja)
      expect(words?.en).toContain(fix.en.replace(/\.$/, ''))
      expect(words?.ja).toContain(fix.ja.replace(/。$/, ''))
    }
  })
})
