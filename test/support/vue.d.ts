// The tests are checked by plain tsc, which cannot read components; vue-tsc checks them in their own project.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<Record<string, unknown>>
  export default component
}
