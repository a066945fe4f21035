// The wall of the sandbox: the Content-Security-Policy of the opaque page, which its workers inherit.

/**
 * The response header of the sandbox page. `scriptHash` is `sha256-…`, of its inline script.
 * Never `'strict-dynamic'`, which lets `import()` reach the network; never `'unsafe-eval'`.
 */
export function sandboxPolicy(scriptHash: string): string {
  return `sandbox allow-scripts; ${metaPolicy(scriptHash)}; frame-ancestors 'self'`;
}

/**
 * The response header of the page that holds students' pages. Forms may be submitted (their `submit` event would not
 * even fire otherwise) but lead nowhere; style may be written inline, and loads nothing.
 */
export function pagePolicy(scriptHash: string): string {
  return `sandbox allow-scripts allow-forms; ${pageMetaPolicy(scriptHash)}; frame-ancestors 'self'`;
}

/** The same in a `<meta>`, where `sandbox` and `frame-ancestors` mean nothing: for hosts that cannot send headers. */
export function metaPolicy(scriptHash: string): string {
  return directives(scriptHash, ['worker-src blob:']);
}

/** As `metaPolicy`, for students’ pages. No policy stops WebRTC: `close-page-doors.ts` does. */
export function pageMetaPolicy(scriptHash: string): string {
  return directives(scriptHash, [
    "worker-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
  ]);
}

function directives(scriptHash: string, own: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}' blob:`,
    ...own,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
