import { expect, test } from 'vitest'
import type { Figures, SlotFigures } from '@contract'
import { metricsFormatFor, metricsText } from '../../../src-main/hosts/web/metrics'

const closed: SlotFigures = {
  slot: 'b',
  port: '',
  portState: 'closed',
  modem: '',
  model: '',
  firmware: '',
  mode: 'closed',
  unresponsive: false,
  asleep: false,
  registrationStat: null,
  registered: null,
  access: '',
  band: '',
  operator: '',
  connectedMs: null,
  rung: null,
  measured: {},
  counted: {
    registrations: 0,
    registrationLosses: 0,
    connections: 0,
    connectionEnds: 0,
    portLosses: 0,
    pings: 0,
    pingsLost: 0,
    pingSeconds: 0,
    rxBytes: 0,
    txBytes: 0,
  },
  verdicts: [],
  lastVerdict: null,
}
const figures: Figures = {
  version: '1.2.3',
  startedMs: 1_700_000_000_500,
  slots: [
    {
      ...closed,
      slot: 'a',
      port: 'C:\\odd "port"\n',
      portState: 'open',
      modem: 'SIM7672',
      registrationStat: 2,
      registered: false,
      access: 'LTE',
      measured: { rsrpDbm: -80.5 },
      counted: { ...closed.counted, pings: 4, pingSeconds: 0.25 },
      verdicts: [{ result: 'failed', reason: 'pdp-refused', count: 3 }],
    },
    closed,
  ],
  failover: null,
  alerts: [{ name: 'weak signal', slot: 'a', raised: true, count: 3 }],
}

test('figures as Prometheus reads them; what is not known has no line', () => {
  const lines = metricsText(figures, 'prometheus').split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'modem_bench_info{version="1.2.3"} 1',
      'modem_bench_start_time_seconds 1700000000.5',
      'modem_bench_port_state{slot="a",state="open"} 1',
      'modem_bench_port_state{slot="a",state="gone"} 0',
      'modem_bench_modem_info{slot="a",modem="SIM7672",model="",firmware="",port="C:\\\\odd \\"port\\"\\n"} 1',
      'modem_bench_registered{slot="a"} 0',
      'modem_bench_rsrp_dbm{slot="a"} -80.5',
      '# TYPE modem_bench_pings_total counter',
      'modem_bench_pings_total{slot="a"} 4',
      'modem_bench_ping_seconds_total{slot="a"} 0.25',
      'modem_bench_alert_raised{slot="a",alert="weak signal"} 1',
      'modem_bench_alerts_total{slot="a",alert="weak signal"} 3',
      'modem_bench_verdicts_total{slot="a",result="failed",reason="pdp-refused"} 3',
    ]),
  )
  for (const absent of ['registered{slot="b"}', 'rsrq_db', 'failover', 'connected_since'])
    expect(lines.join('\n')).not.toContain(absent)
  expect(lines.at(-1)).toBe('')
})

test('OpenMetrics where it is asked for: counters without their suffix, and an end', () => {
  expect(metricsFormatFor('application/openmetrics-text; version=1.0.0,text/plain;q=0.5')).toBe(
    'openmetrics',
  )
  expect(metricsFormatFor('*/*')).toBe('prometheus')
  const text = metricsText(figures, 'openmetrics')
  expect(text).toContain('# TYPE modem_bench_pings counter\nmodem_bench_pings_total{slot="a"} 4\n')
  expect(text.endsWith('\n# EOF\n')).toBe(true)
})

test('a failover in numbers, while one runs', () => {
  const failover = {
    state: 'on',
    active: 'b',
    switches: 2,
    failedSwitches: 1,
    switchSeconds: 12.5,
  } as const
  const text = metricsText({ ...figures, failover }, 'prometheus')
  expect(text).toContain('modem_bench_failover_state{state="on"} 1\n')
  expect(text).toContain('modem_bench_failover_active{slot="b"} 1\n')
  expect(text).toContain('modem_bench_failover_switch_seconds_total 12.5\n')
})
