import { readTestPlan } from '@bench/board-test/test-plan-file'
import { UnitBook } from '@bench/board-test/unit-book'
import * as soracom from '@bench/soracom/answers'
import type { StepResult } from '@core/plan/test-state'
import { batchCsv } from '@core/plan/units'
import type { UnitRecord } from '@core/plan/unit-record'
import { utf8 } from '@core/utf8'
import { findModem } from '@platform/network/mmcli'
import { latin, octets } from '../corpus'
import { answered, must, type Target } from '../target'
import { example } from './examples'

const words = { en: 'x', ja: 'x' }
const measured = { key: 'dbm', title: words, unit: 'dBm', min: -110, value: -90, ok: true }
const step: StepResult = {
  name: 'signal',
  kind: 'signal',
  title: words,
  state: 'passed',
  tries: 1,
  ms: 5,
  measured: [measured],
  words,
}
const record: UnitRecord = {
  plan: 'line',
  serial: 'SN1',
  state: 'failed',
  startedMs: 1,
  endedMs: 2,
  unit: { imei: '35*********0017', iccid: null, model: 'M', firmware: 'F', operator: null },
  steps: [step, { ...step, name: 'other', state: 'failed' }],
  journal: null,
  version: '1',
}
const book = (text: string) =>
  new UnitBook({ read: async () => text, write: async () => undefined })

const modem = {
  'modem-list': ['/org/freedesktop/ModemManager1/Modem/0'],
  modem: {
    generic: { ports: ['ttyUSB2 (at)'], 'primary-port': 'cdc-wdm0', 'device-identifier': 'x' },
    '3gpp': { 'registration-state': 'home', 'operator-code': '44010' },
  },
}
const sim = { simId: '8981100000000000017', status: 'active', tags: { name: 'x' } }
const shapes = [
  soracom.simAnswer,
  soracom.eventAnswer,
  soracom.airStatsAnswer,
  soracom.authAnswer,
  soracom.pingAnswer,
  soracom.portMappingAnswer,
  soracom.captureAnswer,
  soracom.groupAnswer,
  soracom.errorAnswer,
]

export const boardTargets: readonly Target[] = [
  {
    name: 'plan of a board test',
    corpus: [example('board-test-3gpi.yaml'), example('board-test-microcat1.yaml')],
    share: 0.2,
    run: (bytes) => readTestPlan(utf8(bytes), { all: [] }),
  },
  {
    name: 'records of a board test',
    corpus: [octets(`${JSON.stringify(record)}\n${JSON.stringify(record)}\n`)],
    share: 2,
    run: async (bytes) => {
      const text = utf8(bytes)
      const batch = await book(text).batch('line')
      await book(text).seen('line', '35*********0017', 'SN2')
      batchCsv(batch)
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      must(batch.tests.length + batch.spoilt === lines.length, 'a line that nobody counted')
    },
  },
  {
    name: 'answers of SORACOM',
    corpus: [
      octets(JSON.stringify(sim)),
      octets(JSON.stringify({ endpoint: 'x', destination: { port: 1 }, time: 2, token: 't' })),
      ...latin('{"code":"AUM0001","message":"Authentication failed"}', '<html>', '[[[[]]]]'),
    ],
    share: 2,
    run: async (bytes) => {
      for (const shape of shapes) await answered(() => soracom.read<unknown>(shape, utf8(bytes)))
    },
  },
  {
    name: 'answers of ModemManager',
    corpus: [octets(JSON.stringify(modem))],
    share: 1,
    run: (bytes) => answered(() => findModem(async () => utf8(bytes), '/dev/ttyUSB2')),
  },
]
