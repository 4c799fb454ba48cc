import { expect, test } from 'vitest'
import type { SlotState } from '@contract'
import { modelOf, modemName } from '@renderer/components/modem-name'

const slot = (family: string | null, model?: string) =>
  ({
    modem: family === null ? null : { id: 'x', name: family },
    facts: model === undefined ? [] : [{ key: 'model', value: model }],
  }) as unknown as SlotState

test.each([
  [slot(null), undefined, undefined],
  [slot(null, 'EC25'), 'EC25', 'EC25'],
  [slot('SIM7672'), 'SIM7672', undefined],
  [slot('SIM7672', 'SIM7672JP-MNGV'), 'SIM7672', 'SIM7672JP-MNGV'],
  [slot('Quectel', 'EC25'), 'EC25', 'EC25'],
  [slot('3GPP TS 27.007', 'LE910-JN1'), 'LE910-JN1', 'LE910-JN1'],
])('%j is called %s, its model %s', (state, short, full) => {
  expect([modemName(state), modelOf(state)]).toEqual([short, full])
})
