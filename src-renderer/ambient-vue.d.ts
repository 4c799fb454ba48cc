// For compilers that do not read Vue's files (oxlint's); vue-tsc does, and leaves this out.
declare module '*.vue' {
  import type { Component } from 'vue'
  const component: Component
  export default component
}
