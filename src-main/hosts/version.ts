import manifest from '../../package.json'

/** The version of the product. */
export const version: string = manifest.version
