import { benchStories } from '../support/bench-stories'
import { web } from '../support/hosts'

benchStories(web)
