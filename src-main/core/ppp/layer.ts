export interface Layer {
  up(): void
  down(): void
  finished(): void
  failed(): void
}
