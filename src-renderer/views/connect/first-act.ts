import { nextTick } from 'vue'
import type { Preset, SlotName, Verdict } from '@contract'
import { useConnect } from '../../stores/connect'
import { formOf } from '../../stores/connect-form'
import { useModems } from '../../stores/modems'
import { useShell } from '../../stores/shell'
import type { TextKey } from '../../text'
import { presetGroups } from './preset-groups'

/** The first thing to try after a failure, where the window itself can do it or lead to the field it is done in. */
export interface FirstAct {
  readonly title: TextKey
  readonly named?: Readonly<Record<string, string>>
  /** A field of the connection by its id, a dialog of the slot, the operators around, or what to connect with instead. */
  readonly to:
    | { readonly field: string }
    | 'card'
    | 'care'
    | 'scan'
    | 'radio'
    | { readonly preset: Preset }
}

export const atField = (title: TextKey, field: string): FirstAct => ({ title, to: { field } })

/** By what the network itself said: numbers of 3GPP TS 24.301, annex A and B. What is not named here is nothing this window can do. */
const causeActs: readonly {
  readonly kind: 'emm' | 'esm'
  readonly of: readonly number[]
  readonly act: FirstAct
}[] = [
  { kind: 'emm', of: [11, 12, 13, 14, 25, 35, 42], act: { title: 'firstAct.scan', to: 'scan' } },
  { kind: 'emm', of: [15], act: { title: 'firstAct.bands', to: 'radio' } },
  { kind: 'emm', of: [19], act: atField('firstAct.apn', 'connect-apn') },
  { kind: 'esm', of: [27, 32, 33, 66], act: atField('firstAct.apn', 'connect-apn') },
  { kind: 'esm', of: [28, 50, 51], act: atField('firstAct.pdp', 'connect-pdp') },
  { kind: 'esm', of: [29], act: atField('firstAct.login', 'connect-user') },
]
const ofAccount: ReadonlySet<TextKey> = new Set(['firstAct.apn', 'firstAct.login'])

const acts: readonly { readonly of: readonly string[]; readonly act: FirstAct }[] = [
  { of: ['sim-pin-needed', 'sim-pin-wrong'], act: atField('firstAct.pin', 'connect-pin') },
  {
    of: ['context-refused', 'context-not-activated', 'context-not-kept', 'dial-no-carrier'],
    act: atField('firstAct.apn', 'connect-apn'),
  },
  {
    of: ['link-auth-refused', 'link-auth-ended', 'link-auth-no-answer'],
    act: atField('firstAct.login', 'connect-user'),
  },
  { of: ['link-auth-unsupported'], act: atField('firstAct.auth', 'connect-auth') },
  {
    of: ['connect-no-ping', 'connect-no-dns'],
    act: atField('firstAct.ping', 'connect-pingHost'),
  },
  {
    of: ['registration-denied', 'registration-searching', 'registration-no-coverage'],
    act: { title: 'firstAct.scan', to: 'scan' },
  },
  {
    of: ['connect-silent', 'connect-noise', 'connect-no-modem', 'connect-echo-only'],
    act: { title: 'firstAct.probe', to: 'care' },
  },
]
/** Who refused it may know the APN, the user and the password of the SIM's own operator. */
const account: ReadonlySet<string> = new Set([
  'context-refused',
  'context-not-activated',
  'dial-no-carrier',
  'link-auth-refused',
  'link-auth-ended',
])
const radioAct: FirstAct = { title: 'firstAct.radio', to: 'radio' }
const cardAct: FirstAct = { title: 'firstAct.forbidden', to: 'card' }

/** `fitting`: the preset for the SIM in the slot, where something else was connected with. */
export function firstActOf(verdict: Verdict, fitting?: Preset): FirstAct | undefined {
  const { result, reason = '', forbidden, limits, cause } = verdict
  if (result !== 'failed') return undefined
  if (limits) return radioAct
  if (forbidden) return cardAct
  const told =
    cause && causeActs.find(({ kind, of }) => kind === cause.kind && of.includes(cause.code))
  if (cause && !told) return undefined
  if (fitting && (told ? ofAccount.has(told.act.title) : account.has(reason)))
    return {
      title: 'firstAct.preset',
      named: { preset: fitting.name },
      to: { preset: fitting },
    }
  if (told) return told.act
  return acts.find(({ of }) => of.includes(reason))?.act
}

/** The same for a slot as it stands. */
export function firstActIn(slot: SlotName): FirstAct | undefined {
  const { connect, facts } = useModems().slots[slot]
  if (connect.state !== 'failed' || !connect.verdict) return undefined
  const { presets, forms } = useConnect()
  const [group] = presetGroups(presets, facts)
  const fitting = group?.kind === 'sim' ? group.presets[0] : undefined
  const differs = fitting && !sameAccount(forms[slot], fitting)
  return firstActOf(connect.verdict, differs ? fitting : undefined)
}

type Account = Pick<Preset, 'apn' | 'user' | 'password'>
function sameAccount(form: Account, preset: Preset): boolean {
  const { apn = '', user = '', password = '' } = formOf(preset)
  return form.apn === apn && form.user === user && form.password === password
}

/** Does it: to the field, ready to be typed over; to what shows more; or another attempt with what fits. */
export async function doFirstAct({ to }: FirstAct, slot: SlotName): Promise<void> {
  const shell = useShell()
  shell.slotInUse = slot
  if (to === 'card' || to === 'care') {
    shell.openDialog(to, slot)
  } else if (to === 'radio') {
    shell.show('radio')
  } else if (to === 'scan') {
    shell.signalTab = 'scan'
    shell.show('signal')
  } else if ('preset' in to) {
    const connect = useConnect()
    connect.choose(slot, to.preset)
    await connect.start(slot)
  } else {
    shell.showConnect(slot)
    await nextTick()
    const input = document.getElementById(to.field)
    input?.focus()
    if (input instanceof HTMLInputElement) input.select()
  }
}
