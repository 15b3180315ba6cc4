/// <reference types="vite/client" />

/** Version of the package `sanity`; vite.config.ts puts it in */
declare const __STUDIO_VERSION__: string
