import type { Form } from '@core/at/command-text'
import type { Decoder, Group } from '@core/at/decoder'
import { say, type Parameter } from '@core/at/parameter'
import type { Words } from '@core/words'

export interface FormDoc {
  /** What to type: `AT+CEREG?`, `AT+CEREG=<n>`. */
  readonly text: string
  readonly title: Words
}

export interface ParameterDoc {
  readonly name: string
  readonly meaning: Words
  readonly values?: readonly { readonly value: string; readonly meaning: Words }[]
}

interface Doc {
  readonly name: string
  readonly forms: readonly FormDoc[]
  readonly title: Words
  readonly parameters: readonly ParameterDoc[]
  readonly spec: string
  readonly group: Group
}

/** One entry of the reference for each name a decoder's command goes by; none for lines nobody can ask for. */
export function describe(decoder: Decoder): Doc[] {
  return decoder.commands.map((name) => ({
    name,
    forms: decoder.forms.map((form) => ({
      text: formText(decoder, name, form),
      title: formTitle(decoder, form),
    })),
    title: decoder.title,
    parameters: (decoder.set ?? decoder.parameters).map(parameterDoc),
    spec: decoder.spec,
    group: decoder.group,
  }))
}

function formText(decoder: Decoder, name: string, form: Form): string {
  if (name === 'ATS') return form === 'set' ? 'ATS<register>=<value>' : 'ATS<register>?'
  const typed = name.startsWith('AT') || name === '+++' ? name : `AT${name}`
  if (form === 'read') return `${typed}?`
  if (form === 'test') return `${typed}=?`
  if (form === 'action') return typed
  const names = (decoder.set ?? decoder.parameters).map((one) => `<${one.name}>`).join(',')
  return name.startsWith('AT') ? `${typed}${names}` : `${typed}=${names}`
}

function formTitle(decoder: Decoder, form: Form): Words {
  const { title } = decoder
  if (form === 'read') return say(`Ask: ${title.en}`, `${title.ja}を問い合わせる`)
  if (form === 'test') return say('Ask which values it accepts', '指定できる値を問い合わせる')
  const acts = decoder.does && !decoder.forms.includes('read')
  if (form === 'set' && acts && decoder.does) return decoder.does
  if (form === 'set') return say(`Set: ${title.en}`, `${title.ja}を設定する`)
  return decoder.does ?? say(`Ask: ${title.en}`, `${title.ja}を問い合わせる`)
}

function parameterDoc(parameter: Parameter): ParameterDoc {
  const { name, meaning, values } = parameter
  if (!values) return { name, meaning }
  return {
    name,
    meaning,
    values: Object.entries(values).map(([value, words]) => ({ value, meaning: words })),
  }
}
