import { prepareFor } from '../../scripts/lib/prepared.js'

/** Runs once before the files of this project; the workers inherit the environment. */
export default () => prepareFor('package')
