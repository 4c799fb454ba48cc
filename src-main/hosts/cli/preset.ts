import { Fault, type Client, type ConnectTarget, type Preset } from '@contract'
import { noPresetOf } from './words'

/** What a preset fills in where the person gave nothing. */
export interface PresetOptions {
  readonly preset?: string | undefined
  readonly apn: string
  readonly user: string
  readonly password: string
  readonly auth?: ConnectTarget['auth'] | undefined
  readonly pdpType?: ConnectTarget['pdpType'] | undefined
}

/** The preset of `--preset`, its id or its name in any case. Rejects with `Fault('bad-input')` that lists what there is. */
export async function presetOf(
  { call }: Pick<Client, 'call'>,
  asked: string | undefined,
): Promise<Preset | undefined> {
  if (asked === undefined) return undefined
  const { presets } = await call('app.snapshot')
  const plain = (text: string) => text.trim().toLowerCase()
  const found = presets.find(({ id, name }) =>
    [id, name].some((one) => plain(one) === plain(asked)),
  )
  if (found) return found
  const name = JSON.stringify(asked)
  const list = presets.map(({ id, name }) => `\n  ${id}  ${name}`).join('')
  throw new Fault('bad-input', noPresetOf(name, list))
}

/** The same options, with those of the preset where none was given. */
export function filled<T extends PresetOptions>(options: T, preset: Preset | undefined): T {
  if (!preset) return options
  return {
    ...options,
    apn: options.apn || preset.apn,
    user: options.user || preset.user,
    password: options.password || preset.password,
    auth: options.auth ?? preset.auth,
    pdpType: options.pdpType ?? preset.pdpType,
  }
}
