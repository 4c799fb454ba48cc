import {
  alertModes,
  alertStates,
  alertValues,
  type ToldAlertRule,
  type WrittenAlertRule,
} from '@contract'

export const alertKinds = ['pattern', 'value', 'state', 'mode'] as const

/** A rule as the form holds it: every field as it is typed; its fields for numbers take nothing else. */
export interface AlertDraft {
  /** The name it has; empty: it is new. */
  was: string
  name: string
  slot: 'a' | 'b' | 'either'
  on: boolean
  kind: (typeof alertKinds)[number]
  pattern: string
  value: (typeof alertValues)[number]
  side: 'below' | 'above'
  limit: string | number
  back: string | number
  state: (typeof alertStates)[number]
  mode: (typeof alertModes)[number]
  for: string
  again: string
  notice: boolean
  sound: boolean
  webhook: string
  macro: string
}

export function newDraft(): AlertDraft {
  return {
    ...{ was: '', name: '', slot: 'either', on: true, kind: 'state', pattern: '' },
    ...{ value: 'rsrp_dbm', side: 'below', limit: '-110', back: '', state: 'link-lost' },
    ...{
      mode: 'data',
      for: '30s',
      again: '5m',
      notice: true,
      sound: false,
      webhook: '',
      macro: '',
    },
  }
}

const text = (value: number | string | undefined) => (value === undefined ? '' : String(value))

export function draftOf(rule: ToldAlertRule): AlertDraft {
  const { name, slot, on, when, again, do: does } = rule
  const fresh = newDraft()
  return {
    ...fresh,
    ...{ was: name, name, slot, on, notice: does.notice, sound: does.sound },
    kind: alertKinds.find((kind) => when[kind] !== undefined) ?? fresh.kind,
    pattern: when.pattern ?? '',
    value: when.value ?? fresh.value,
    side: when.above === undefined ? 'below' : 'above',
    limit: text(when.below ?? when.above),
    back: text(when.back),
    state: when.state ?? fresh.state,
    mode: when.mode ?? fresh.mode,
    for: when.for === undefined ? '' : `${when.for}s`,
    again: `${again}s`,
    webhook: does.webhook ?? '',
    macro: does.macro ?? '',
  }
}

/** Blanks around what was typed are nobody's wish. */
function trimmed(draft: AlertDraft): AlertDraft {
  const { name, pattern, again, webhook } = draft
  return {
    ...draft,
    name: name.trim(),
    pattern: pattern.trim(),
    for: draft.for.trim(),
    again: again.trim(),
    webhook: webhook.trim(),
  }
}

export function ruleOf(typed: AlertDraft): WrittenAlertRule {
  const draft = trimmed(typed)
  const { name, slot, on, notice, sound, webhook, macro, again } = draft
  return {
    ...{ name, slot, on, again },
    when: {
      ...whenOf(draft),
      ...(draft.kind === 'pattern' || draft.for === '' ? {} : { for: draft.for }),
    },
    do: {
      ...{ notice, sound },
      ...(webhook === '' ? {} : { webhook }),
      ...(macro === '' ? {} : { macro }),
    },
  }
}

function whenOf({ kind, pattern, value, side, limit, back, state, mode }: AlertDraft) {
  if (kind === 'pattern') return { pattern }
  if (kind === 'state') return { state }
  if (kind === 'mode') return { mode }
  return { value, [side]: Number(limit), ...(back === '' ? {} : { back: Number(back) }) }
}
