import { config } from 'zod'

// The page's content policy forbids compiled functions; without this zod would try one. Imported before any schema.
config({ jitless: true })
