import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `vite build console` makes console/dist, which `serve` hands out. In development `vite console` asks a running server. */
const server = process.env['MARSAD_SERVER'] ?? 'http://127.0.0.1:8080'

// Vite reads the default export of its configuration file; the house rule against default exports gives way here.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and workers stay files of their own: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    // MapLibre and deck.gl with their shaders are one piece of 2.6 MB (0.7 MB on the wire), from this machine or the next.
    chunkSizeWarningLimit: 3000,
  },
  server: { proxy: { '/api': { target: server, ws: true } } },
})
