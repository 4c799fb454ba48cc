/** Resolvers of anybody, beside those that came with the address: Cloudflare, Google, Quad9. */
export const publicResolvers = ['1.1.1.1', '8.8.8.8', '9.9.9.9'] as const
