// The wall of the sandbox: the Content-Security-Policy of the opaque page, which its workers inherit.

/**
 * The response header of the sandbox page. `scriptHash` is `sha256-…`, of its inline script.
 * Never `'strict-dynamic'`, which lets `import()` reach the network; never `'unsafe-eval'`.
 */
export function sandboxPolicy(scriptHash: string): string {
  return `sandbox allow-scripts; ${metaPolicy(scriptHash)}; frame-ancestors 'self'`;
}

/** The same in a `<meta>`, where `sandbox` and `frame-ancestors` mean nothing: for hosts that cannot send headers. */
export function metaPolicy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}' blob:`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
