import type { Figures, SlotFigures } from '@contract'

/** A format that Prometheus reads: its own of version 0.0.4, or OpenMetrics 1.0. */
export type MetricsFormat = 'prometheus' | 'openmetrics'

export const metricsTypes: { readonly [format in MetricsFormat]: string } = {
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
}

/** What a scraper can read, by its Accept header; the older one unless it asks. */
export const metricsFormatFor = (accept = ''): MetricsFormat =>
  /application\/openmetrics-text/i.test(accept) ? 'openmetrics' : 'prometheus'

type Labels = { readonly [name: string]: string }
type Row = readonly [labels: Labels, value: number | null | undefined]

interface Metric {
  /** Without `modem_bench_`, and without `_total`, which a counter is given. */
  readonly name: string
  readonly type: 'gauge' | 'counter'
  readonly help: string
  readonly rows: readonly Row[]
}

const modes = ['closed', 'unknown', 'booting', 'command', 'data', 'cmux'] as const
const portStates = ['closed', 'opening', 'open', 'gone', 'failed'] as const
const failoverStates = ['off', 'on', 'switching', 'waiting', 'stopped'] as const

/**
 * The figures of a bench as Prometheus and those that read like it take them
 * (prometheus.io/docs/instrumenting/exposition_formats; OpenMetrics 1.0). What is not known has no line.
 */
export function metricsText(figures: Figures, format: MetricsFormat): string {
  const open = format === 'openmetrics'
  const told = metricsOf(figures).flatMap(({ name, type, help, rows }) => {
    const lines = rows.flatMap(([labels, value]) =>
      value === null || value === undefined ? [] : [`${labelled(labels)} ${value}`],
    )
    if (lines.length === 0) return []
    const full = `modem_bench_${name}`
    const sample = type === 'counter' ? `${full}_total` : full
    // OpenMetrics names the family of a counter without its suffix, the older format with it.
    const family = open ? full : sample
    return [
      `# HELP ${family} ${help}`,
      `# TYPE ${family} ${type}`,
      ...lines.map((line) => `${sample}${line}`),
    ]
  })
  return [...told, ...(open ? ['# EOF'] : []), ''].join('\n')
}

const labelled = (labels: Labels) => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const flag = (on: boolean) => (on ? 1 : 0)
const orNull = (on: boolean | null) => (on === null ? null : flag(on))
const seconds = (ms: number | null) => (ms === null ? null : ms / 1000)

function metricsOf({ version, startedMs, slots, failover, alerts }: Figures): Metric[] {
  const gauge = (name: string, help: string, rows: readonly Row[]): Metric => ({
    ...{ name, type: 'gauge', help, rows },
  })
  const bySlot = (of: (slot: SlotFigures) => number | null | undefined): Row[] =>
    slots.map((slot) => [{ slot: slot.slot }, of(slot)])
  const counter = (name: string, help: string, of: (slot: SlotFigures) => number): Metric => ({
    ...{ name, type: 'counter', help, rows: bySlot(of) },
  })
  /** One line a state, 1 for the one that is: what changes is a value, and no series ends. */
  const states = (
    name: string,
    words: readonly string[],
    of: (slot: SlotFigures) => string,
  ): Row[] =>
    slots.flatMap((slot) =>
      words.map((word): Row => [{ slot: slot.slot, [name]: word }, flag(of(slot) === word)]),
    )
  return [
    gauge('info', 'The version of the program that serves this bench.', [[{ version }, 1]]),
    gauge('start_time_seconds', 'When the bench was started, in seconds of the epoch.', [
      [{}, startedMs / 1000],
    ]),
    gauge(
      'port_state',
      'What became of the port of a slot.',
      states('state', portStates, (s) => s.portState),
    ),
    gauge(
      'modem_info',
      'The modem of a slot: family, model, firmware, and its port.',
      slots.flatMap(modemOf),
    ),
    gauge(
      'mode',
      'Who speaks on the port.',
      states('mode', modes, (s) => s.mode),
    ),
    gauge(
      'unresponsive',
      'The port did not answer three times in a row, and the modem does not sleep.',
      bySlot((s) => flag(s.unresponsive)),
    ),
    gauge(
      'asleep',
      'The modem said that it sleeps (PSM), or went silent after the network had granted PSM.',
      bySlot((s) => flag(s.asleep)),
    ),
    gauge(
      'registration_stat',
      '<stat> of +CREG, +CGREG or +CEREG (3GPP TS 27.007).',
      bySlot((s) => s.registrationStat),
    ),
    gauge(
      'registered',
      'The network took the modem in, at home or roaming.',
      bySlot((s) => orNull(s.registered)),
    ),
    gauge(
      'radio_info',
      'Radio access, band and operator of the serving cell.',
      slots.flatMap(radioOf),
    ),
    gauge(
      'connected',
      'There is a connection with an address.',
      bySlot((s) => flag(s.connectedMs !== null)),
    ),
    gauge(
      'connected_since_seconds',
      'Since when, in seconds of the epoch.',
      bySlot((s) => seconds(s.connectedMs)),
    ),
    gauge(
      'rsrp_dbm',
      'Reference signal received power.',
      bySlot((s) => s.measured.rsrpDbm),
    ),
    gauge(
      'rsrq_db',
      'Reference signal received quality.',
      bySlot((s) => s.measured.rsrqDb),
    ),
    gauge(
      'sinr_db',
      'Signal to interference and noise ratio.',
      bySlot((s) => s.measured.sinrDb),
    ),
    gauge(
      'rssi_dbm',
      'Received signal strength.',
      bySlot((s) => s.measured.rssiDbm),
    ),
    gauge(
      'rscp_dbm',
      'Received signal code power (WCDMA).',
      bySlot((s) => s.measured.rscpDbm),
    ),
    gauge(
      'ecio_db',
      'Energy per chip to interference of the pilot (WCDMA).',
      bySlot((s) => s.measured.ecioDb),
    ),
    gauge(
      'temperature_celsius',
      'Temperature of the modem.',
      bySlot((s) => s.measured.temperatureCelsius),
    ),
    gauge(
      'supply_volts',
      'Supply voltage as the modem measures it.',
      bySlot((s) => s.measured.supplyVolts),
    ),
    counter('registrations', 'The network took the modem in.', (s) => s.counted.registrations),
    counter(
      'registration_losses',
      'The modem was registered and is not any more.',
      (s) => s.counted.registrationLosses,
    ),
    counter('connections', 'A connection came up.', (s) => s.counted.connections),
    counter(
      'connection_ends',
      "A connection ended, by whoever's wish.",
      (s) => s.counted.connectionEnds,
    ),
    counter('port_losses', 'The port vanished.', (s) => s.counted.portLosses),
    counter('pings', 'Echo requests sent.', (s) => s.counted.pings),
    counter('pings_lost', 'Echo requests without an answer.', (s) => s.counted.pingsLost),
    counter(
      'ping_seconds',
      'Round trips of the answered ones, in all.',
      (s) => s.counted.pingSeconds,
    ),
    counter('received_bytes', 'Octets of IP packets received.', (s) => s.counted.rxBytes),
    counter('sent_bytes', 'Octets of IP packets sent.', (s) => s.counted.txBytes),
    {
      name: 'verdicts',
      type: 'counter',
      help: 'How connections ended up; the reason is a fault code.',
      rows: slots.flatMap(({ slot, verdicts }) =>
        verdicts.map(({ result, reason, count }): Row => [{ slot, result, reason }, count]),
      ),
    },
    gauge(
      'alert_raised',
      'An alert of the bench is raised now.',
      alerts.map(({ slot, name, raised }): Row => [{ slot, alert: name }, flag(raised)]),
    ),
    {
      name: 'alerts',
      type: 'counter',
      help: 'How often an alert was raised.',
      rows: alerts.map(({ slot, name, count }): Row => [{ slot, alert: name }, count]),
    },
    ...(failover ? failoverMetrics(failover) : []),
  ]
}

const modemOf = ({ slot, modem, model, firmware, port }: SlotFigures): Row[] =>
  port === '' ? [] : [[{ slot, modem, model, firmware, port }, 1]]

const radioOf = ({ slot, access, band, operator }: SlotFigures): Row[] =>
  access + band + operator === '' ? [] : [[{ slot, access, band, operator }, 1]]

function failoverMetrics(failover: NonNullable<Figures['failover']>): Metric[] {
  const counter = (name: string, help: string, value: number): Metric => ({
    ...{ name, type: 'counter', help, rows: [[{}, value]] },
  })
  return [
    {
      name: 'failover_state',
      type: 'gauge',
      help: 'What the failover does.',
      rows: failoverStates.map((state): Row => [{ state }, flag(failover.state === state)]),
    },
    {
      name: 'failover_active',
      type: 'gauge',
      help: 'Which slot has the traffic.',
      rows: (['a', 'b'] as const).map((slot): Row => [{ slot }, flag(failover.active === slot)]),
    },
    counter('failover_switches', 'The traffic moved to the other slot.', failover.switches),
    counter('failover_failed_switches', 'It was to move and could not.', failover.failedSwitches),
    counter(
      'failover_switch_seconds',
      'From the first sign of trouble to the first octet, over all switches.',
      failover.switchSeconds,
    ),
  ]
}
