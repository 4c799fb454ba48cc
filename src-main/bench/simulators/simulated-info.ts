import type { KnobInfo, SimulatedModemInfo } from '@contract'
import { faultKnobs } from '@core/simulator/fault-rows'
import type { FaultKnob } from '@core/simulator/knobs/knob'
import type { SimulatedModem } from '@core/simulator/modem'

/** A simulated modem as its control page shows it. */
export function infoOf(name: string, modem: SimulatedModem): SimulatedModemInfo {
  return {
    name,
    persona: modem.persona.title,
    power: modem.power.status(),
    now: nowOf(modem),
    faults: faultKnobs.map((knob) => knobInfo(knob, modem)),
  }
}

function nowOf(modem: SimulatedModem): SimulatedModemInfo['now'] {
  const { power, card, stat, mode, call, lastCause } = modem.snapshot()
  const serving = modem.radio.serving()
  return {
    power,
    card,
    stat,
    operator: (serving && modem.network.operator(serving.cell.plmn)?.longName) ?? null,
    cell: serving
      ? `${serving.cell.cellId} ${serving.cell.band.replace(/^EUTRAN-|^WCDMA /, '')}`
      : null,
    powerDbm: serving?.level.powerDbm ?? null,
    mode,
    address: call?.address ?? null,
    bytesUp: call?.bytesUp ?? 0,
    bytesDown: call?.bytesDown ?? 0,
    volts: modem.supply.heldVolts ?? modem.supply.baseVolts,
    celsius: modem.supply.celsius,
    cause: lastCause ?? null,
  }
}

function knobInfo(knob: FaultKnob, modem: SimulatedModem): KnobInfo {
  const { id, group, title, kind, usual, expected } = knob
  const value = knob.value(modem)
  const choices = knob.choices?.(modem)
  return {
    id,
    group,
    title,
    kind,
    ...(value !== undefined && { value }),
    ...(usual !== undefined && { usual }),
    ...(expected && { expected }),
    ...(choices && { choices }),
  }
}
