/** How a command was written: `+X`, `+X?`, `+X=?`, `+X=…`. A basic command (`E0`, `&D2`) is always `execute`. */
export type Form = 'execute' | 'read' | 'test' | 'set'

/** One command of a line. `name` is in upper case: `+CFUN`, `&D`, `E`, `D`. */
export interface Command {
  readonly name: string
  readonly form: Form
  /** What follows `=`, or the tail of a basic command: the digits of `E0`, the number of `D*99#`. */
  readonly text: string
}

/** The commands of a line after `AT` (ITU-T V.250, 5.2). Undefined from the first thing that is not a command. */
export function commandsOf(body: string): readonly (Command | undefined)[] {
  const commands: (Command | undefined)[] = []
  let rest = body.trim()
  while (rest !== '') {
    const found = /^[+*$^#%]/.test(rest) ? extended(rest) : basic(rest)
    commands.push(found?.command)
    if (!found) return commands
    rest = rest.slice(found.length).trimStart()
  }
  return commands
}

interface Found {
  readonly command: Command
  readonly length: number
}

function extended(text: string): Found | undefined {
  const end = endOfCommand(text)
  const match = /^([+*$^#%][A-Za-z0-9_&]+)\s*(=\?|\?|=)?\s*([^]*)$/.exec(text.slice(0, end))
  if (!match) return undefined
  const [, name = '', mark, tail = ''] = match
  if (mark !== '=' && tail.trim() !== '') return undefined
  const form = mark === '=' ? 'set' : mark === '?' ? 'read' : mark === '=?' ? 'test' : 'execute'
  return { command: { name: name.toUpperCase(), form, text: tail.trim() }, length: end + 1 }
}

/** The semicolon that ends the command; one inside quotes does not. */
function endOfCommand(text: string): number {
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    else if (text[i] === ';' && !quoted) return i
  }
  return text.length
}

function basic(text: string): Found | undefined {
  const dial = /^[Dd]([^]*)$/.exec(text)
  // The dial string takes the whole rest of the line (V.250, 6.3.1).
  if (dial)
    return {
      command: { name: 'D', form: 'execute', text: (dial[1] ?? '').trim() },
      length: text.length,
    }
  const register = /^[Ss](\d+)\s*(\?|=\s*(\d*))?;?/.exec(text)
  if (register) {
    const form = register[2] === '?' ? 'read' : register[2] ? 'set' : 'execute'
    return {
      command: { name: `S${Number(register[1])}`, form, text: register[3] ?? '' },
      length: register[0].length,
    }
  }
  const plain = /^(&?[A-Za-z])(\d*);?/.exec(text)
  if (!plain) return undefined
  return {
    command: { name: (plain[1] ?? '').toUpperCase(), form: 'execute', text: plain[2] ?? '' },
    length: plain[0].length,
  }
}
