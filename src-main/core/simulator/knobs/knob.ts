import { Fault } from '../../fault'
import type { Words } from '../../words'
import type { SimulatedModem } from '../modem'

/** What a knob belongs to, in the order a control page shows them. */
export const knobGroups = ['network', 'radio', 'packets', 'modem', 'power'] as const
export type KnobGroup = (typeof knobGroups)[number]

export interface KnobChoice {
  readonly value: string
  readonly title: Words
}

/**
 * One thing a person can do to a simulated modem while it runs. An act takes no value and has none; a state is `on` or
 * `off`; a number is the number or `off`, a choice is one of its values or `off`; `on` stands for their usual value. A text
 * is something that happens once with these words, and has no value afterwards.
 */
export interface FaultKnob {
  readonly id: string
  readonly group: KnobGroup
  readonly title: Words
  readonly kind: 'act' | 'state' | 'number' | 'choice' | 'text'
  /** What a value must look like, for the one who types it. */
  readonly expected?: Words
  /** The value `on` stands for. */
  readonly usual?: string
  /** What there is to choose for this modem. */
  choices?(modem: SimulatedModem): readonly KnobChoice[]
  /** The present value; undefined for an act. */
  value(modem: SimulatedModem): string | undefined
  /** What is wrong with a value, or undefined: it can be applied. */
  mistake(value: string | undefined): Words | undefined
  /** Throws Fault('bad-input') for a value it cannot use. */
  apply(modem: SimulatedModem, value: string | undefined): void
}

type Turn = (modem: SimulatedModem, value: string | undefined) => void

function knob(row: Omit<FaultKnob, 'apply'>, turn: Turn): FaultKnob {
  return {
    ...row,
    apply: (modem, value) => {
      const mistake = row.mistake(value)
      if (mistake !== undefined) throw new Fault('bad-input', mistake)
      turn(modem, value)
    },
  }
}

/** `id=value`, and why it cannot be used. */
const wrongValue = (id: string, value: string, why: Words): Words => ({
  en: `${id}=${value}: ${why.en}`,
  ja: `「${id}=${value}」：${why.ja}`,
})
const onOrOff: Words = {
  en: 'expected on or off.',
  ja: 'on または off を指定してください。',
}
const orOffIs = ({ en, ja }: Words): Words => ({
  en: `expected ${en}, or off.`,
  ja: `${ja}、または off を指定してください。`,
})

interface Row {
  readonly id: string
  readonly group: KnobGroup
  readonly title: Words
}

export function act(row: Row, run: (modem: SimulatedModem) => void): FaultKnob {
  const mistake = (value: string | undefined) =>
    value === undefined
      ? undefined
      : wrongValue(row.id, value, {
          en: 'it happens once and takes no value.',
          ja: '一度だけ起こる操作なので、値は付けられません。',
        })
  return knob({ ...row, kind: 'act', value: () => undefined, mistake }, run)
}

export function state(
  row: Row & {
    read(modem: SimulatedModem): boolean
    write(modem: SimulatedModem, on: boolean): void
  },
): FaultKnob {
  const { read, write, ...rest } = row
  return knob(
    {
      ...rest,
      kind: 'state',
      value: (modem) => (read(modem) ? 'on' : 'off'),
      mistake: (value = 'on') =>
        value === 'on' || value === 'off' ? undefined : wrongValue(row.id, value, onOrOff),
    },
    (modem, value) => write(modem, value !== 'off'),
  )
}

export function number(
  row: Row & {
    readonly expected: Words
    readonly range: readonly [number, number]
    readonly usual: number
    /** Undefined: off. */
    read(modem: SimulatedModem): number | undefined
    write(modem: SimulatedModem, value: number | undefined): void
  },
): FaultKnob {
  const { range, usual, read, write, ...rest } = row
  const numberOf = (text: string) => (text === 'on' ? usual : Number(text))
  return knob(
    {
      ...rest,
      kind: 'number',
      usual: String(usual),
      value: (modem) => read(modem)?.toString() ?? 'off',
      mistake: (text = 'on') => {
        const value = numberOf(text)
        const fits = text.trim() !== '' && value >= range[0] && value <= range[1]
        return text === 'off' || fits ? undefined : wrongValue(row.id, text, orOffIs(row.expected))
      },
    },
    (modem, text = 'on') => write(modem, text === 'off' ? undefined : numberOf(text)),
  )
}

export function text(
  row: Row & {
    readonly expected: Words
    readonly usual: string
    /** What is wrong with a text, or undefined. */
    refuses(text: string): Words | undefined
  },
  run: (modem: SimulatedModem, text: string) => void,
): FaultKnob {
  const { refuses, ...rest } = row
  const textOf = (value: string | undefined) =>
    value === undefined || value === 'on' ? row.usual : value
  return knob(
    {
      ...rest,
      kind: 'text',
      value: () => undefined,
      mistake: (value) => {
        const why = refuses(textOf(value))
        return why && wrongValue(row.id, value ?? '', why)
      },
    },
    (modem, value) => run(modem, textOf(value)),
  )
}

export function choice(
  row: Row & {
    readonly usual: string
    readonly values: readonly KnobChoice[]
    /** Which of them make sense for a modem; all without it. */
    fits?(modem: SimulatedModem, value: string): boolean
    read(modem: SimulatedModem): string | undefined
    write(modem: SimulatedModem, value: string | undefined): void
  },
): FaultKnob {
  const { usual, values, fits, read, write, ...rest } = row
  const names = values.map(({ value }) => value)
  const expected: Words = { en: names.join(', '), ja: names.join('、') }
  const valueOf = (text: string) => (text === 'on' ? usual : text)
  return knob(
    {
      ...rest,
      kind: 'choice',
      usual,
      expected,
      choices: (modem) => values.filter(({ value }) => fits?.(modem, value) ?? true),
      value: (modem) => read(modem) ?? 'off',
      mistake: (text = 'on') =>
        text === 'off' || names.includes(valueOf(text))
          ? undefined
          : wrongValue(row.id, text, orOffIs(expected)),
    },
    (modem, text = 'on') => write(modem, text === 'off' ? undefined : valueOf(text)),
  )
}

export const orOff = (value: number): number | undefined => (value === 0 ? undefined : value)
