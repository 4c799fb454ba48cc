import type { SlotFigures } from '@contract'

/** A retained message. */
export interface Shown {
  readonly topic: string
  readonly text: string
}
export interface Discovery {
  /** Before every topic of the bench. */
  readonly prefix: string
  /** Where Home Assistant looks: `homeassistant` unless it was set otherwise. */
  readonly at: string
  readonly version: string
}

interface Entity {
  readonly component: 'sensor' | 'binary_sensor'
  readonly key: string
  readonly name: string
  /** Of the state as it is published, in Jinja; None: not known. */
  readonly template: string
  readonly more?: { readonly [setting: string]: string | number | readonly string[] }
}

const measured = (key: string, name: string, unit: string, kind?: string): Entity => ({
  component: 'sensor',
  key,
  name,
  template: `{{ value_json.measured.${key} | default(none) }}`,
  more: {
    unit_of_measurement: unit,
    state_class: 'measurement',
    ...(kind === undefined ? {} : { device_class: kind }),
  },
})
const text = (key: string, name: string): Entity => ({
  component: 'sensor',
  key,
  name,
  // An empty text is how the state says that it is not known.
  template: `{{ value_json.${key} or none }}`,
})
const yesOrNo = (key: string, name: string, kind?: string): Entity => ({
  component: 'binary_sensor',
  key,
  name,
  template: `{{ none if value_json.${key} is none else ('ON' if value_json.${key} else 'OFF') }}`,
  ...(kind === undefined ? {} : { more: { device_class: kind } }),
})
const octets = (key: string, name: string): Entity => ({
  component: 'sensor',
  key,
  name,
  template: `{{ value_json.counted.${key} }}`,
  more: { unit_of_measurement: 'B', device_class: 'data_size', state_class: 'total_increasing' },
})

/** What a slot is in Home Assistant: classes and units of its sensor and binary sensor by MQTT. */
const entities: readonly Entity[] = [
  {
    component: 'binary_sensor',
    key: 'connected',
    name: 'Connected',
    template: "{{ 'ON' if value_json.connectedMs else 'OFF' }}",
    more: { device_class: 'connectivity' },
  },
  {
    component: 'sensor',
    key: 'connectedMs',
    name: 'Connected since',
    template:
      '{{ (value_json.connectedMs / 1000) | as_datetime if value_json.connectedMs else none }}',
    more: { device_class: 'timestamp' },
  },
  yesOrNo('registered', 'Registered'),
  yesOrNo('unresponsive', 'Does not answer', 'problem'),
  yesOrNo('asleep', 'Asleep'),
  text('mode', 'Mode'),
  text('portState', 'Port'),
  text('access', 'Access technology'),
  text('band', 'Band'),
  text('operator', 'Operator'),
  measured('rsrpDbm', 'RSRP', 'dBm', 'signal_strength'),
  measured('rsrqDb', 'RSRQ', 'dB', 'signal_strength'),
  measured('sinrDb', 'SINR', 'dB', 'signal_strength'),
  measured('rssiDbm', 'RSSI', 'dBm', 'signal_strength'),
  measured('rscpDbm', 'RSCP', 'dBm', 'signal_strength'),
  measured('ecioDb', 'Ec/Io', 'dB', 'signal_strength'),
  measured('temperatureCelsius', 'Temperature', '°C', 'temperature'),
  measured('supplyVolts', 'Supply', 'V', 'voltage'),
  octets('rxBytes', 'Received'),
  octets('txBytes', 'Sent'),
  {
    component: 'sensor',
    key: 'lastVerdict',
    name: 'Last verdict',
    template: '{{ value_json.lastVerdict.result if value_json.lastVerdict else none }}',
  },
]

/** Identifiers take letters, digits, `_` and `-` alone; two prefixes never share one. */
const idOf = (prefix: string): string =>
  prefix.replace(/[^a-zA-Z0-9_]/g, (sign) => `-${sign.codePointAt(0)?.toString(16)}-`)

/**
 * What tells Home Assistant of a slot, as its MQTT discovery wants it: a topic an entity,
 * `<prefix>/<component>/<node>/<object>/config`, retained. It makes a device of each slot, with the states that are published anyway.
 */
export function discoveryOf(
  { slot, modem, model, firmware }: SlotFigures,
  { prefix, at, version }: Discovery,
): readonly Shown[] {
  const node = `modem-bench-${idOf(prefix)}-${slot}`
  const device = {
    identifiers: [node],
    name: `${prefix} ${slot.toUpperCase()}`,
    ...(model || modem ? { model: model || modem } : {}),
    ...(firmware === '' ? {} : { sw_version: firmware }),
  }
  return entities.map(({ component, key, name, template, more }) => ({
    topic: `${at}/${component}/${node}/${key}/config`,
    text: JSON.stringify({
      name,
      unique_id: `${node}-${key}`,
      state_topic: `${prefix}/${slot}/state`,
      value_template: template,
      availability_topic: `${prefix}/status`,
      ...more,
      device,
      origin: { name: 'Modem Bench', sw_version: version },
    }),
  }))
}
