/** Read from the sources when the program is built (scripts/lib/contract-types-plugin.ts). */
declare module 'virtual:contract-types' {
  const types: import('./contract-types').ContractTypes
  export default types
}
