import { resolve } from 'node:path'
import ts from 'typescript'
import type {
  CallType,
  Comments,
  ContractTypes,
  Schema,
} from '../../src-main/hosts/api/contract-types.ts'

/** Reads the types of the contract by the compiler, so that no second list of them has to be kept. */
export function contractTypes(root: string): ContractTypes {
  const file = resolve(root, 'src-main/contract/contract.ts')
  const { config } = ts.readConfigFile(resolve(root, 'src-main/tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve(root, 'src-main'))
  const checker = ts.createProgram([file], options)
  const source = checker.getSourceFile(file)
  if (!source) throw new Error(`${file} is missing.`)
  return new Reader(checker.getTypeChecker(), source).read()
}

class Reader {
  readonly #checker: ts.TypeChecker
  readonly #source: ts.SourceFile
  readonly #named: { [name: string]: Schema } = {}
  readonly #names = new Map<ts.Type, string>()

  constructor(checker: ts.TypeChecker, source: ts.SourceFile) {
    this.#checker = checker
    this.#source = source
  }

  read(): ContractTypes {
    const exported = new Map(
      this.#checker
        .getExportsOfModule(this.#moduleOf(this.#source))
        .map((symbol) => [symbol.name, symbol]),
    )
    const calls = this.#checker.getTypeOfSymbol(found(exported.get('calls'), 'calls'))
    const events = this.#checker.getDeclaredTypeOfSymbol(found(exported.get('Events'), 'Events'))
    return {
      calls: Object.fromEntries(calls.getProperties().map((call) => [call.name, this.#call(call)])),
      events: Object.fromEntries(
        events.getProperties().map((event) => {
          const value = this.#schema(this.#checker.getTypeOfSymbol(event))
          return [event.name, { comment: this.#comment(event), value }]
        }),
      ),
      named: this.#named,
    }
  }

  #moduleOf(source: ts.SourceFile): ts.Symbol {
    return found(this.#checker.getSymbolAtLocation(source), source.fileName)
  }

  #call(symbol: ts.Symbol): CallType {
    const type = this.#checker.getTypeOfSymbol(symbol)
    const input = this.#checker.getTypeOfSymbol(found(type.getProperty('input'), symbol.name))
    const output = this.#checker.getTypeOfSymbol(found(type.getProperty('output'), symbol.name))
    const fields = this.#comments(input)
    return {
      comment: this.#comment(symbol),
      ...(fields ? { fields } : {}),
      ...(isNothing(output) ? {} : { answer: this.#schema(output) }),
    }
  }

  #comment(symbol: ts.Symbol): string {
    return ts
      .displayPartsToString(symbol.getDocumentationComment(this.#checker))
      .replaceAll(/\s+/g, ' ')
      .trim()
  }

  /** What stands beside the fields of a zod object, through what is around it. */
  #comments(type: ts.Type): Comments | undefined {
    const name = type.symbol?.name ?? ''
    const [inner] = this.#checker.getTypeArguments(type as ts.TypeReference)
    if (!inner) return undefined
    if (/^Zod(Optional|Default|Prefault|Nullable|Array|Readonly)$/.test(name))
      return this.#comments(inner)
    if (name !== 'ZodObject') return undefined
    const fields = inner.getProperties().flatMap((field): [string, Comments][] => {
      const comment = this.#comment(field)
      const nested = this.#comments(this.#checker.getTypeOfSymbol(field))?.fields
      if (comment === '' && !nested) return []
      return [
        [field.name, { ...(comment ? { comment } : {}), ...(nested ? { fields: nested } : {}) }],
      ]
    })
    return fields.length === 0 ? undefined : { fields: Object.fromEntries(fields) }
  }

  #schema(type: ts.Type): Schema {
    const name = this.#nameOf(type)
    if (name === undefined) return this.#written(type)
    const known = this.#names.get(type)
    if (known !== undefined) return ref(known)
    const free = this.#free(name)
    this.#names.set(type, free)
    // Taken before it is written: a type may hold itself.
    this.#named[free] = {}
    const symbol = type.aliasSymbol ?? type.symbol
    const description = this.#comment(symbol)
    this.#named[free] = { ...this.#written(type), ...(description ? { description } : {}) }
    return ref(free)
  }

  /** The name that the sources give an object; short unions are written out where they stand. */
  #nameOf(type: ts.Type): string | undefined {
    const { aliasSymbol, aliasTypeArguments } = type
    const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0
    if (aliasSymbol && !aliasTypeArguments?.length && (isObject || type.isUnion()))
      return aliasSymbol.name === 'Output' ? undefined : aliasSymbol.name
    if (!isObject || !type.symbol || this.#checker.isArrayType(type)) return undefined
    if (this.#checker.isTupleType(type)) return undefined
    const isInterface = (type.symbol.flags & ts.SymbolFlags.Interface) !== 0
    const given = this.#checker.getTypeArguments(type as ts.TypeReference)
    return isInterface && given.length === 0 ? type.symbol.name : undefined
  }

  #free(name: string): string {
    for (let at = 1; ; at++) {
      const tried = at === 1 ? name : `${name}${at}`
      if (!Object.hasOwn(this.#named, tried)) return tried
    }
  }

  #written(type: ts.Type): Schema {
    const { flags } = type
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {}
    if (flags & ts.TypeFlags.Null) return { type: 'null' }
    if (flags & ts.TypeFlags.BooleanLike && !type.isUnion())
      return flags & ts.TypeFlags.BooleanLiteral
        ? { const: this.#checker.typeToString(type) === 'true' }
        : { type: 'boolean' }
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' }
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' }
    if (type.isUnion()) return this.#union(partsOf(type))
    // A brand (`string & { … }`) is for the compiler alone: what travels is the plain value.
    const plain = type.isIntersection() && type.types.find(isPlain)
    if (plain) return this.#written(plain)
    if (this.#checker.isTupleType(type)) return this.#tuple(type as ts.TupleTypeReference)
    if (this.#checker.isArrayType(type)) {
      const [items] = this.#checker.getTypeArguments(type as ts.TypeReference)
      return { type: 'array', items: items ? this.#schema(items) : {} }
    }
    return this.#object(type)
  }

  #union(types: readonly ts.Type[]): Schema {
    const some = types.filter((type) => !isNothing(type))
    const booleans = some.filter((type) => type.flags & ts.TypeFlags.BooleanLiteral)
    const literals = some.filter((type) => type.isStringLiteral() || type.isNumberLiteral())
    const written = new Set<ts.Type>([...booleans, ...literals])
    const others = some.filter((type) => !written.has(type))
    const choices: Schema[] = others.map((type) => this.#schema(type))
    const [only] = booleans
    if (booleans.length > 1) choices.push({ type: 'boolean' })
    else if (only) choices.push(this.#written(only))
    if (literals.length > 0) choices.push({ enum: literals.map(({ value }) => value).sort() })
    const [first] = choices
    return choices.length === 1 && first ? first : { anyOf: choices }
  }

  #tuple(type: ts.TupleTypeReference): Schema {
    const items = this.#checker.getTypeArguments(type).map((item) => this.#schema(item))
    const { minLength, combinedFlags } = type.target
    if (combinedFlags & ts.ElementFlags.Variable)
      return { type: 'array', items: items.length === 1 ? items[0] : { anyOf: items } }
    return { type: 'array', prefixItems: items, minItems: minLength, maxItems: items.length }
  }

  #object(type: ts.Type): Schema {
    const fields = this.#checker.getPropertiesOfType(type)
    const properties = Object.fromEntries(
      fields.map((field) => {
        const description = this.#comment(field)
        const schema = this.#schema(this.#checker.getTypeOfSymbol(field))
        return [field.name, { ...schema, ...(description ? { description } : {}) }]
      }),
    )
    const required = fields.flatMap(({ name, flags }) =>
      flags & ts.SymbolFlags.Optional ? [] : [name],
    )
    const rest = this.#checker.getIndexTypeOfType(type, ts.IndexKind.String)
    return {
      type: 'object',
      ...(fields.length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(rest ? { additionalProperties: this.#schema(rest) } : {}),
    }
  }
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** Of `Fact | undefined` the parts as they were written: the compiler takes a union in a union apart, and with it a name. */
function partsOf(type: ts.UnionType): readonly ts.Type[] {
  const { origin } = type as ts.UnionType & { readonly origin?: ts.Type }
  return origin?.isUnion() ? origin.types : type.types
}

const isPlain = ({ flags }: ts.Type) =>
  (flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0

const isNothing = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0 ||
  (type.isUnion() && type.types.every(isNothing))

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined)
    throw new Error(`The contract has no ${name} that the compiler can read.`)
  return value
}
