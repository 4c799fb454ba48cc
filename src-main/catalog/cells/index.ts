import { fieldsIn } from '@core/radio/answer'
import type { CellFamily } from '@core/radio/cell-family'

const serving = (command: string) => ({ command, serving: true })
const neighbours = (command: string) => ({ command, serving: false })

/** What is asked of which family of modems for the cells it hears, the first that matches. */
export const cellFamilies: readonly CellFamily[] = [
  {
    id: 'quectel',
    name: 'Quectel',
    source:
      'EC25 AT Commands Manual, 6.14; RG50x/RM5xx and BG95 AT Commands Manuals (AT+QENG), and public answers of EG25, RM520N, BG96',
    matches: (identity) => /quectel/i.test(identity),
    questions: [serving('AT+QENG="servingcell"'), neighbours('AT+QENG="neighbourcell"')],
  },
  {
    id: 'sim5320',
    name: 'SIMCom SIM5320',
    source: 'SIM5320 AT Command Manual (AT+CCINFO), and public answers of SIM5320A',
    matches: (identity) => /SIM5[23]\d\d/i.test(identity),
    questions: [serving('AT+CCINFO')],
  },
  {
    id: 'ceng',
    name: 'SIMCom SIM800, SIM7000, SIM7070, SIM7080',
    source:
      'SIM800 Series AT Command Manual V1.12, 6.2.21; SIM7070_SIM7080_SIM7090 AT Command Manual (AT+CENG), and public answers of both',
    matches: (identity) =>
      /SIM(?:800|808|868|900|70[0789]\d)|SIMCOM_SIM(?:[89]|70)/i.test(identity),
    questions: [serving('AT+CENG?')],
    mode: {
      read: 'AT+CENG?',
      set: 'AT+CENG=1,1',
      back(lines) {
        const first = lines.filter((line) => !line.includes('"')).slice(0, 1)
        const [mode = '', count = ''] = fieldsIn(first, '+CENG:') ?? []
        return /^\d$/.test(mode) && /^\d$/.test(count) ? `AT+CENG=${mode},${count}` : undefined
      },
    },
  },
  {
    id: 'cpsi',
    name: 'SIMCom A76xx, SIM767x, SIM75xx, SIM76xx',
    source: 'A76XX Series AT Command Manual V1.09 and SIM7500_SIM7600 V2.00 (AT+CPSI)',
    matches: (identity) => /\bA76\d\d|SIM76[67]\d|SIM7[56]00|SIMCOM_SIM7[56]/i.test(identity),
    questions: [serving('AT+CPSI?')],
    servingOnly: true,
  },
  {
    id: 'huawei',
    name: 'Huawei',
    source: 'ME909s AT command interface specification (^MONSC, ^MONNC), and public answers',
    matches: (identity) => /huawei/i.test(identity),
    questions: [serving('AT^MONSC'), neighbours('AT^MONNC')],
  },
  {
    id: 'telit',
    name: 'Telit',
    source: 'LE910 and xE910 AT Commands Reference Guides (#MONI), and public answers of LE910',
    matches: (identity) => /telit/i.test(identity),
    questions: [serving('AT#MONI')],
    mode: { read: 'AT#MONI?', set: 'AT#MONI=7', back: () => 'AT#MONI=0' },
  },
  {
    id: 'sierra',
    name: 'Sierra Wireless',
    source: 'EM74xx/MC74xx AT Command Reference (!LTEINFO), and public answers of MC7455',
    matches: (identity) => /sierra wireless/i.test(identity),
    questions: [serving('AT!LTEINFO?')],
  },
  {
    id: 'nordic',
    name: 'Nordic nRF91',
    source:
      'nRF91x1 AT Commands Reference Guide (%NCELLMEAS), and answers in Nordic’s public samples',
    matches: (identity) => /nordic semiconductor|\bnRF91/i.test(identity),
    questions: [serving('AT%NCELLMEAS')],
    later: '%NCELLMEAS:',
  },
  {
    id: 'sequans',
    name: 'Sequans Monarch',
    source: 'Monarch 2 GM02S AT Commands Reference Manual (+SQNMONI), and public answers of FiPy',
    matches: (identity) => /sequans|\bGM02S|\bVZM20Q/i.test(identity),
    questions: [serving('AT+SQNMONI=9')],
    perLine: true,
  },
  {
    id: 'fibocom',
    name: 'Fibocom',
    source: 'FM350/FM150 AT Commands User Manual (+GTCCINFO)',
    matches: (identity) => /fibocom/i.test(identity),
    questions: [serving('AT+GTCCINFO?')],
  },
]
