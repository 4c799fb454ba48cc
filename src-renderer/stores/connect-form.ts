import { connectTarget, type Input, type Preset } from '@contract'
import type { TextKey } from '../text'

type Target = Input<'connect.start'>['target']

/** What is typed in the wizard: every field as its input holds it. */
export interface ConnectForm {
  apn: string
  user: string
  password: string
  auth: 'pap' | 'chap' | 'auto' | 'none'
  pdpType: 'IP' | 'IPV6' | 'IPV4V6'
  cid: string
  pin: string
  pingHost: string
  httpUrl: string
  direct: boolean
  /** `auto`: as the modem has it, which nobody has chosen yet. */
  cmux: boolean | 'auto'
}
export type FormField = keyof ConnectForm

export function emptyForm(): ConnectForm {
  return {
    apn: '',
    user: '',
    password: '',
    auth: 'auto',
    pdpType: 'IP',
    cid: '1',
    pin: '',
    pingHost: '',
    httpUrl: '',
    direct: false,
    cmux: 'auto',
  }
}

/** The fields a preset fills in; the others stay as they are typed. */
export function formOf(preset: Preset): Partial<ConnectForm> {
  const { apn, user, password, auth, pdpType, pingHost, httpUrl } = preset
  return { apn, user, password, auth, pdpType, pingHost, httpUrl }
}

export function targetOf(form: ConnectForm): Target {
  const { pin, cid, cmux, ...rest } = form
  const target = { ...rest, apn: form.apn.trim(), cid: Number(cid), cmux }
  return pin ? { ...target, pin } : target
}

/** What is wrong with which field, as the key of the sentence that says so. */
export function formProblems(form: ConnectForm): Partial<Record<FormField, TextKey>> {
  const problems: Partial<Record<FormField, TextKey>> = {}
  if (!form.direct && form.apn.trim() === '') problems.apn = 'connect.problem.apnEmpty'
  if (form.pingHost !== '' && !/^[a-z0-9.:-]+$/i.test(form.pingHost))
    problems.pingHost = 'connect.problem.host'
  if (form.httpUrl !== '' && !/^https?:\/\/[^/\s]+/i.test(form.httpUrl))
    problems.httpUrl = 'connect.problem.url'
  const parsed = connectTarget.safeParse(targetOf(form))
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const field = fieldOf(issue.path[0])
    if (field) problems[field] ??= problemOf(field)
  }
  return problems
}

function fieldOf(name: PropertyKey | undefined): FormField | undefined {
  const fields: FormField[] = ['apn', 'user', 'password', 'cid', 'pin', 'pingHost', 'httpUrl']
  return fields.find((field) => field === name)
}

function problemOf(field: FormField): TextKey {
  if (field === 'pin') return 'connect.problem.pin'
  if (field === 'cid') return 'connect.problem.cid'
  return 'connect.problem.text'
}

/** A preset of the person's own from what is typed; the same name replaces an earlier one. */
export function presetOf(form: ConnectForm, name: string, known: readonly Preset[]): Preset {
  const earlier = known.find((preset) => preset.own && preset.name === name)
  const { apn, user, password, auth, pdpType, pingHost, httpUrl } = form
  return {
    id: earlier?.id ?? freeId(name, known),
    name,
    operator: '',
    country: '',
    apn: apn.trim(),
    user,
    password,
    auth,
    pdpType,
    pingHost,
    httpUrl,
    own: true,
  }
}

function freeId(name: string, known: readonly Preset[]): string {
  const stem = `own-${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48)}`
  let id = stem
  for (let n = 2; known.some((preset) => preset.id === id); n++) id = `${stem}-${n}`
  return id
}
